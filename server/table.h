// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/result.h"

#include <QHashFunctions>
#include <QStringList>

#include <array>
#include <atomic>
#include <optional>
#include <shared_mutex>
#include <unordered_map>
#include <variant>

namespace porthole {

/// Strings and numbers by key, for all workers: what OpenSwoole's Table and Atomic are for. Each call is atomic, and
/// takes a lock that only keys of the same sixteenth share.
/// Threads: any. Lifetime: the server's; what is in it is gone with it. Errors: a value that would pass the limit, or a
/// key that cannot be, is refused in a sentence, and nothing changes.
class Table final
{
    Q_DISABLE_COPY_MOVE(Table)

public:
    using Value = std::variant<double, QString>;

    static constexpr qsizetype longestKey = 255; ///< UTF-16 code units

    /// As many bytes as it may hold: keys, values, and what each entry costs beside them.
    explicit Table(qint64 maxBytes) : m_maxBytes(maxBytes) { }
    void setMaxBytes(qint64 maxBytes) { m_maxBytes.store(maxBytes, std::memory_order_relaxed); }

    Result<> set(const QString &key, const Value &value);
    std::optional<Value> value(const QString &key) const; ///< nothing when there is none
    bool contains(const QString &key) const;
    bool remove(const QString &key); ///< false when there is none

    /// Adds to the number, 0 when there is none, and tells the sum. Exact for whole numbers up to 2^53. An Error when
    /// the value is a string, or the sum no finite number.
    Result<double> increment(const QString &key, double by = 1);
    /// Sets it if it still is what is expected, nothing for no such key. False, and nothing changed, when it is not.
    Result<bool> replace(const QString &key, const std::optional<Value> &expected, const Value &value);

    /// The keys that begin with the prefix, sorted, as of one moment for each of them.
    QStringList keys(const QString &prefix = {}) const;
    qsizetype size() const;
    qint64 bytes() const { return m_bytes.load(std::memory_order_relaxed); }
    void clear();

private:
    using Entries = std::unordered_map<QString, Value>;
    struct Shard
    {
        mutable std::shared_mutex mutex;
        Entries entries;
    };

    static qint64 cost(const QString &key, const Value &value);
    Shard &shardOf(const QString &key) { return m_shards[qHash(key) % m_shards.size()]; }
    const Shard &shardOf(const QString &key) const { return m_shards[qHash(key) % m_shards.size()]; }
    Result<> store(Shard &shard, const QString &key, const Value &value);
    bool reserve(qint64 more);

    std::array<Shard, 16> m_shards;
    std::atomic<qint64> m_maxBytes;
    std::atomic<qint64> m_bytes = 0;
};

} // namespace porthole
