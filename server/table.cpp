// SPDX-License-Identifier: MIT
#include "server/table.h"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace porthole {

namespace {

qint64 bytesOf(const Table::Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return text ? text->size() * qint64(sizeof(QChar)) : 0;
}

} // namespace

qint64 Table::cost(const QString &key, const Value &value)
{
    constexpr qint64 entry = 96; // node, key and value without their texts
    return entry + key.size() * qint64(sizeof(QChar)) + bytesOf(value);
}

bool Table::reserve(qint64 more)
{
    const qint64 before = m_bytes.fetch_add(more, std::memory_order_relaxed);
    if (more <= 0 || before + more <= m_maxBytes.load(std::memory_order_relaxed))
        return true;
    m_bytes.fetch_sub(more, std::memory_order_relaxed);
    return false;
}

// Under the shard's lock.
Result<> Table::store(Shard &shard, const QString &key, const Value &value)
{
    if (key.isEmpty() || key.size() > longestKey)
        return Error{QStringLiteral("A key of the table has 1 to %1 characters, and this one has %2.")
                         .arg(longestKey)
                         .arg(key.size())};
    if (const double *number = std::get_if<double>(&value); number && !std::isfinite(*number))
        return Error{QStringLiteral("The table holds finite numbers only, for the key %1 too.").arg(key)};
    const auto found = shard.entries.find(key);
    const qint64 before = found == shard.entries.end() ? 0 : cost(key, found->second);
    if (!reserve(cost(key, value) - before))
        return Error{QStringLiteral("The table is full: with the key %1 it would be longer than %2 bytes.")
                         .arg(key)
                         .arg(m_maxBytes.load(std::memory_order_relaxed))};
    shard.entries.insert_or_assign(key, value);
    return {};
}

Result<> Table::set(const QString &key, const Value &value)
{
    Shard &shard = shardOf(key);
    const std::unique_lock lock(shard.mutex);
    return store(shard, key, value);
}

std::optional<Table::Value> Table::value(const QString &key) const
{
    const Shard &shard = shardOf(key);
    const std::shared_lock lock(shard.mutex);
    const auto found = shard.entries.find(key);
    return found == shard.entries.end() ? std::nullopt : std::optional(found->second);
}

bool Table::contains(const QString &key) const
{
    const Shard &shard = shardOf(key);
    const std::shared_lock lock(shard.mutex);
    return shard.entries.find(key) != shard.entries.end();
}

bool Table::remove(const QString &key)
{
    Shard &shard = shardOf(key);
    const std::unique_lock lock(shard.mutex);
    const auto removed = shard.entries.extract(key);
    if (removed)
        reserve(-cost(key, removed.mapped()));
    return bool(removed);
}

Result<double> Table::increment(const QString &key, double by)
{
    Shard &shard = shardOf(key);
    const std::unique_lock lock(shard.mutex);
    const auto found = shard.entries.find(key);
    const double *before = found == shard.entries.end() ? nullptr : std::get_if<double>(&found->second);
    if (found != shard.entries.end() && !before)
        return Error{QStringLiteral("The key %1 holds a string, which cannot be incremented.").arg(key)};
    const double sum = (before ? *before : 0) + by;
    if (const Result<> stored = store(shard, key, sum); !stored)
        return stored.error();
    return sum;
}

Result<bool> Table::replace(const QString &key, const std::optional<Value> &expected, const Value &value)
{
    Shard &shard = shardOf(key);
    const std::unique_lock lock(shard.mutex);
    const auto found = shard.entries.find(key);
    const bool isThere = found != shard.entries.end();
    if (isThere != expected.has_value() || (isThere && found->second != *expected))
        return false;
    if (const Result<> stored = store(shard, key, value); !stored)
        return stored.error();
    return true;
}

QStringList Table::keys(const QString &prefix) const
{
    QStringList keys;
    for (const Shard &shard : m_shards) {
        const std::shared_lock lock(shard.mutex);
        for (const auto &[key, value] : shard.entries) {
            if (key.startsWith(prefix))
                keys.append(key);
        }
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

qsizetype Table::size() const
{
    qsizetype size = 0;
    for (const Shard &shard : m_shards) {
        const std::shared_lock lock(shard.mutex);
        size += qsizetype(shard.entries.size());
    }
    return size;
}

void Table::clear()
{
    for (Shard &shard : m_shards) {
        const std::unique_lock lock(shard.mutex);
        for (const auto &[key, value] : std::exchange(shard.entries, {}))
            reserve(-cost(key, value));
    }
}

} // namespace porthole
