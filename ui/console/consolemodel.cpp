// SPDX-License-Identifier: MIT
#include "ui/console/consolemodel.h"

#include "ui/shared/format.h"

#include <algorithm>

namespace porthole {

ConsoleModel::ConsoleModel(qsizetype cap, QObject *parent) : QAbstractTableModel(parent), m_cap(cap) { }

bool ConsoleModel::fits(const ConsoleRow &row) const
{
    return row.level >= m_least
        && (m_text.isEmpty() || row.text.contains(m_text, Qt::CaseInsensitive)
            || row.place.contains(m_text, Qt::CaseInsensitive));
}

void ConsoleModel::take(const QList<ConsoleRow> &rows)
{
    if (rows.isEmpty())
        return;
    m_received += quint64(rows.size());
    const qsizetype tooMany = std::max<qsizetype>(0, rows.size() - m_cap);
    m_dropped += quint64(tooMany);
    dropOldest(std::min(total(), total() + rows.size() - tooMany - m_cap));
    append(rows.mid(tooMany));
}

void ConsoleModel::append(const QList<ConsoleRow> &rows)
{
    std::deque<quint64> fresh;
    for (qsizetype at = 0; at < rows.size(); ++at) {
        if (fits(rows[at]))
            fresh.push_back(m_first + quint64(total() + at));
    }
    const int before = int(m_shown.size());
    if (!fresh.empty())
        beginInsertRows({}, before, before + int(fresh.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    m_shown.insert(m_shown.end(), fresh.begin(), fresh.end());
    if (!fresh.empty())
        endInsertRows();
}

void ConsoleModel::dropOldest(qsizetype count)
{
    if (count <= 0)
        return;
    m_dropped += quint64(count);
    const auto end = std::lower_bound(m_shown.begin(), m_shown.end(), m_first + quint64(count));
    const int gone = int(end - m_shown.begin());
    if (gone > 0)
        beginRemoveRows({}, 0, gone - 1);
    m_shown.erase(m_shown.begin(), end);
    m_rows.erase(m_rows.begin(), m_rows.begin() + count);
    m_first += quint64(count);
    if (gone > 0)
        endRemoveRows();
}

void ConsoleModel::clear()
{
    beginResetModel();
    m_first += quint64(m_rows.size());
    m_rows.clear();
    m_shown.clear();
    m_dropped = 0;
    endResetModel();
}

void ConsoleModel::setFilter(ConsoleLevel least, const QString &text)
{
    if (least == m_least && text == m_text)
        return;
    beginResetModel();
    m_least = least;
    m_text = text;
    m_shown.clear();
    for (size_t at = 0; at < m_rows.size(); ++at) {
        if (fits(m_rows[at]))
            m_shown.push_back(m_first + at);
    }
    endResetModel();
}

const ConsoleRow *ConsoleModel::at(int row) const
{
    if (row < 0 || row >= int(m_shown.size()))
        return nullptr;
    return &m_rows[size_t(m_shown[size_t(row)] - m_first)];
}

std::optional<quint64> ConsoleModel::numberAt(int row) const
{
    return at(row) ? std::optional(m_shown[size_t(row)]) : std::nullopt;
}

int ConsoleModel::rowOf(quint64 number) const
{
    const auto found = std::lower_bound(m_shown.begin(), m_shown.end(), number);
    return found != m_shown.end() && *found == number ? int(found - m_shown.begin()) : -1;
}

QString ConsoleModel::levelName(ConsoleLevel level)
{
    switch (level) {
    case ConsoleLevel::Debug: return tr("debug");
    case ConsoleLevel::Info: return tr("info");
    case ConsoleLevel::Warning: return tr("warning");
    case ConsoleLevel::Error: return tr("error");
    }
    Q_UNREACHABLE();
}

int ConsoleModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_shown.size()); }

int ConsoleModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString ConsoleModel::text(const ConsoleRow &row, int column) const
{
    switch (column) {
    case Time: return Format::time(row.time);
    case Level: return levelName(row.level);
    case Worker: return QString::number(row.worker);
    case Place: return row.place;
    default: return row.text;
    }
}

QVariant ConsoleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConsoleRow &row = *at(index.row());
    if (role == Qt::DisplayRole)
        return text(row, index.column()).simplified();
    if (role == Qt::ToolTipRole && index.column() == Text)
        return row.text;
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == Worker ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant ConsoleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((section == Worker ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Level: return tr("Level");
    case Worker: return tr("Worker");
    case Place: return tr("Place");
    case Text: return tr("Text");
    default: return {};
    }
}

} // namespace porthole
