// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <QAbstractTableModel>

#include <deque>
#include <optional>

namespace porthole {

/// The last lines of the script's console, oldest first, so far as they are grave enough and have a text that is looked
/// for. Lines come at the end and leave at the front, each in one range; only another filter resets it.
/// Threads: the GUI's.
class ConsoleModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsoleModel)

public:
    enum Column { Time, Level, Worker, Place, Text, ColumnCount };
    static constexpr qsizetype defaultCap = 10'000;

    explicit ConsoleModel(qsizetype cap = defaultCap, QObject *parent = nullptr);

    void take(const QList<ConsoleRow> &rows);
    void clear();
    void setFilter(ConsoleLevel least, const QString &text); ///< a text in any case; empty is any
    const ConsoleRow *at(int row) const;                     ///< null outside; valid until the next update
    std::optional<quint64> numberAt(int row) const;          ///< that a line keeps as long as it is there
    int rowOf(quint64 number) const;                         ///< -1 when it is not shown

    qsizetype total() const { return qsizetype(m_rows.size()); } ///< kept, without regard to the filter
    quint64 dropped() const { return m_dropped; }                ///< since the last clear()
    quint64 received() const { return m_received; }              ///< ever

    static QString levelName(ConsoleLevel level);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool fits(const ConsoleRow &row) const;
    void append(const QList<ConsoleRow> &rows);
    void dropOldest(qsizetype count);
    QString text(const ConsoleRow &row, int column) const;

    std::deque<ConsoleRow> m_rows;
    std::deque<quint64> m_shown; ///< numbers of those that fit, rising; that of m_rows.front() is m_first
    quint64 m_first = 0;
    qsizetype m_cap;
    ConsoleLevel m_least = ConsoleLevel::Debug;
    QString m_text;
    quint64 m_dropped = 0;
    quint64 m_received = 0;
};

} // namespace porthole
