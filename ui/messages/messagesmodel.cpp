// SPDX-License-Identifier: MIT
#include "ui/messages/messagesmodel.h"

#include "ui/messages/preview.h"
#include "ui/shared/format.h"

#include <QElapsedTimer>

#include <algorithm>

namespace porthole {

static constexpr qint64 sliceMilliseconds = 12;
static constexpr int rowsBetweenLooks = 512;

MessagesModel::MessagesModel(LogCaps caps, QObject *parent) : QAbstractTableModel(parent), m_log(caps), m_waiting(caps)
{
    m_scanTimer.setInterval(0);
    connect(&m_scanTimer, &QTimer::timeout, this, &MessagesModel::scanSlice);
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
    const quint64 first = m_log.end();
    m_log.append(std::move(rows));
    dropOverflow();
    showFrom(std::max(first, m_log.begin()));
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
    m_scanNext = std::max(m_scanNext, begin);
}

void MessagesModel::showFrom(quint64 sequence)
{
    std::vector<quint64> fresh;
    fresh.reserve(size_t(m_log.end() - sequence));
    for (; sequence < m_log.end(); ++sequence) {
        if (m_matcher.matches(m_log.at(sequence)))
            fresh.push_back(sequence);
    }
    if (fresh.empty())
        return;
    const int first = int(m_shown.size());
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    m_shown.insert(m_shown.end(), fresh.begin(), fresh.end());
    endInsertRows();
}

void MessagesModel::clear()
{
    beginResetModel();
    m_shown.clear();
    m_found.clear();
    m_log.clear();
    m_waiting.clear();
    m_held = 0;
    m_scanNext = m_log.begin();
    endResetModel();
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
    m_nextMatcher = matcher;
    m_scanning = true;
    m_scanNext = m_log.begin();
    m_found.clear();
    scanSlice();
}

void MessagesModel::scanSlice()
{
    QElapsedTimer clock;
    clock.start();
    while (m_scanNext < m_log.end()) {
        const quint64 stop = std::min(m_log.end(), m_scanNext + rowsBetweenLooks);
        for (; m_scanNext < stop; ++m_scanNext) {
            if (m_nextMatcher.matches(m_log.at(m_scanNext)))
                m_found.push_back(m_scanNext);
        }
        if (clock.elapsed() >= sliceMilliseconds && m_scanNext < m_log.end()) {
            m_scanTimer.start();
            return;
        }
    }
    finishScan();
}

void MessagesModel::finishScan()
{
    m_scanTimer.stop();
    beginResetModel();
    m_scanning = false;
    m_matcher = m_nextMatcher;
    m_shown = std::move(m_found);
    m_found.clear();
    endResetModel();
    Q_EMIT matcherChanged();
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
