// SPDX-License-Identifier: MIT
#include "ui/messages/messagesmodel.h"

#include "ui/messages/preview.h"
#include "ui/shared/format.h"

#include <algorithm>

namespace porthole {

static constexpr quint64 batchRows = 16'384;
static constexpr int batchesOut = 4;
static constexpr quint64 fewRows = 2'048;
static constexpr qint64 fewBytes = 1024 * 1024;

MessagesModel::MessagesModel(LogCaps caps, QObject *parent) : QAbstractTableModel(parent), m_log(caps), m_waiting(caps)
{
    connect(&m_sifter, &MessageSifter::sifted, this, [this](quint64 first, quint64 end, const QList<quint64> &fitting) {
        take(first, end, fitting);
        sift();
    });
}

void MessagesModel::take(QList<LogRow> rows)
{
    if (!m_paused) {
        add(std::move(rows));
        return;
    }
    m_held += quint64(rows.size());
    m_waiting.append(std::move(rows));
    m_waiting.dropFront(m_waiting.overflow());
}

void MessagesModel::add(QList<LogRow> rows)
{
    if (rows.isEmpty())
        return;
    m_log.append(std::move(rows));
    dropOverflow();
    sift();
}

void MessagesModel::setCaps(const LogCaps &caps)
{
    m_log.setCaps(caps);
    m_waiting.setCaps(caps);
    dropOverflow();
}

void MessagesModel::dropOverflow()
{
    const qsizetype over = m_log.overflow();
    if (over == 0)
        return;
    const quint64 begin = m_log.begin() + quint64(over);
    const auto kept = std::lower_bound(m_shown.begin(), m_shown.end(), begin);
    const int gone = int(kept - m_shown.begin());
    if (gone > 0)
        beginRemoveRows({}, 0, gone - 1);
    m_shown.erase(m_shown.begin(), kept);
    m_log.dropFront(over);
    if (gone > 0)
        endRemoveRows();
    m_found.erase(m_found.begin(), std::lower_bound(m_found.begin(), m_found.end(), begin));
    m_asked = std::max(m_asked, begin);
}

void MessagesModel::clear()
{
    m_sifter.forget();
    removeFrom(0);
    m_found.clear();
    m_log.clear();
    m_waiting.clear();
    m_held = 0;
    m_asked = m_goal = m_log.begin();
    if (m_next)
        adopt();
}

void MessagesModel::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    m_paused = paused;
    if (!paused) {
        m_log.countDropped(m_waiting.dropped());
        add(m_waiting.takeAll());
        m_waiting.clear();
        m_held = 0;
    }
    Q_EMIT pausedChanged(paused);
}

void MessagesModel::setMatcher(const MessageMatcher &matcher)
{
    m_sifter.forget();
    m_found.clear();
    m_next = matcher;
    m_asked = m_log.begin();
    m_goal = m_log.end();
    if (m_log.size() == 0)
        adopt();
    else
        sift();
}

bool MessagesModel::isQuick(quint64 end) const
{
    if (m_sifter.asked() > 0 || matcher().isExpensive())
        return false;
    if (matcher().filter().matchesAll())
        return true;
    if (end - m_asked > fewRows)
        return false;
    qint64 bytes = 0;
    for (quint64 sequence = m_asked; sequence < end; ++sequence)
        bytes += m_log.at(sequence).payload.size();
    return bytes <= fewBytes;
}

void MessagesModel::sift()
{
    if (isQuick(m_log.end())) {
        QList<quint64> fitting;
        const quint64 first = m_asked;
        for (; m_asked < m_log.end(); ++m_asked) {
            if (matcher().matches(m_log.at(m_asked)))
                fitting.append(m_asked);
        }
        return take(first, m_asked, fitting);
    }
    while (m_asked < m_log.end() && m_sifter.asked() < batchesOut) {
        const quint64 first = m_asked;
        const quint64 end = std::min(m_log.end(), first + batchRows);
        QList<LogRow> rows;
        rows.reserve(qsizetype(end - first));
        for (; m_asked < end; ++m_asked)
            rows.append(m_log.at(m_asked));
        m_sifter.sift(matcher(), first, std::move(rows));
    }
}

void MessagesModel::take(quint64 first, quint64 end, const QList<quint64> &fitting)
{
    const auto kept = std::lower_bound(fitting.begin(), fitting.end(), std::max(first, m_log.begin()));
    const Sequences fresh(kept, fitting.end());
    if (!m_next)
        return append(fresh);
    m_found.insert(m_found.end(), fresh.begin(), fresh.end());
    if (end >= m_goal)
        adopt();
}

void MessagesModel::append(const Sequences &fitting)
{
    if (fitting.empty())
        return;
    const int first = int(m_shown.size());
    beginInsertRows({}, first, first + int(fitting.size()) - 1);
    m_shown.insert(m_shown.end(), fitting.begin(), fitting.end());
    endInsertRows();
}

static size_t placeIn(const std::deque<quint64> &rising, quint64 sequence)
{
    return size_t(std::lower_bound(rising.begin(), rising.end(), sequence) - rising.begin());
}

void MessagesModel::adopt()
{
    Q_EMIT matcherAboutToChange();
    m_matcher = *std::exchange(m_next, std::nullopt);
    const Sequences wanted = std::exchange(m_found, {});
    Sequences kept;
    Sequences gone;
    Sequences fresh;
    const auto both = [](const Sequences &a, const Sequences &b, Sequences &to, auto combine) {
        combine(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(to));
    };
    both(m_shown, wanted, kept, [](auto... args) { std::set_intersection(args...); });
    both(m_shown, wanted, gone, [](auto... args) { std::set_difference(args...); });
    both(wanted, m_shown, fresh, [](auto... args) { std::set_difference(args...); });
    Sequences parted = kept;
    parted.insert(parted.end(), gone.begin(), gone.end());
    arrange(std::move(parted), [&](quint64 sequence) {
        const size_t place = placeIn(kept, sequence);
        const bool stays = place < kept.size() && kept[place] == sequence;
        return stays ? place : kept.size() + placeIn(gone, sequence);
    });
    removeFrom(kept.size());
    append(fresh);
    arrange(wanted, [&wanted](quint64 sequence) { return placeIn(wanted, sequence); });
    Q_EMIT matcherChanged();
}

void MessagesModel::removeFrom(size_t row)
{
    if (row >= m_shown.size())
        return;
    beginRemoveRows({}, int(row), int(m_shown.size()) - 1);
    m_shown.erase(m_shown.begin() + std::ptrdiff_t(row), m_shown.end());
    endRemoveRows();
}

void MessagesModel::arrange(Sequences rows, const std::function<size_t(quint64)> &placeOf)
{
    if (rows == m_shown)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &index : from)
        to.append(createIndex(int(placeOf(m_shown[size_t(index.row())])), index.column()));
    m_shown = std::move(rows);
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

const LogRow *MessagesModel::rowAt(int row) const
{
    return row >= 0 && row < int(m_shown.size()) ? &m_log.at(m_shown[size_t(row)]) : nullptr;
}

quint64 MessagesModel::sequenceAt(int row) const { return m_shown[size_t(row)]; }

int MessagesModel::nearestRow(quint64 sequence) const
{
    const auto found = std::lower_bound(m_shown.begin(), m_shown.end(), sequence);
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int MessagesModel::rowOf(quint64 sequence) const
{
    const int row = nearestRow(sequence);
    return row >= 0 && m_shown[size_t(row)] == sequence ? row : -1;
}

int MessagesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_shown.size()); }

int MessagesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

static QString textOf(const LogRow &row, int column)
{
    switch (column) {
    case MessagesModel::Time: return Format::time(row.time);
    case MessagesModel::Client: return Format::client(row.client);
    case MessagesModel::Way: return Format::direction(row.direction);
    case MessagesModel::Type: return row.refused ? MessagesModel::tr("refused") : Format::opcode(row.opcode);
    case MessagesModel::Size: return Format::bytes(row.size);
    case MessagesModel::Text: {
        const Preview start = preview(row);
        return start.rest > 0 ? MessagesModel::tr("%1 … (%2 more)").arg(start.text, Format::bytes(start.rest))
                              : start.text;
    }
    default: return {};
    }
}

static bool isNumeric(int column) { return column == MessagesModel::Client || column == MessagesModel::Size; }

QVariant MessagesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return textOf(m_log.at(m_shown[size_t(index.row())]), index.column());
    if (role == Qt::TextAlignmentRole)
        return int((isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == Time)
        return Format::dateTime(m_log.at(m_shown[size_t(index.row())]).time);
    return {};
}

QVariant MessagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Client: return tr("Client");
    case Way: return tr("Direction");
    case Type: return tr("Type");
    case Size: return tr("Size");
    case Text: return tr("Preview");
    default: return {};
    }
}

} // namespace porthole
