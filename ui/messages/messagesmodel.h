// SPDX-License-Identifier: MIT
#pragma once

#include "ui/messages/messagelog.h"
#include "ui/messages/messagematcher.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <deque>

namespace porthole {

/// The rows of a MessageLog that a matcher lets through. New rows come in one range at the end and old ones leave in
/// one range at the front. Only another matcher resets it, and that is worked out in slices of a few milliseconds,
/// while the rows of the matcher before stay on screen.
///
/// While paused the rows stand still: new ones wait in a second log with the same caps, so that resume() shows just
/// what would be here without the pause; held() counts all of them, heldDropped() those beyond the cap.
/// Threads: the GUI's. Errors: a row or sequence that is not here yields nothing.
class MessagesModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessagesModel)

public:
    enum Column { Time, Client, Way, Type, Size, Text, ColumnCount };

    explicit MessagesModel(LogCaps caps = {}, QObject *parent = nullptr);

    void take(QList<LogRow> rows);
    void clear();
    void setPaused(bool paused);
    void setMatcher(const MessageMatcher &matcher);

    const MessageLog &log() const { return m_log; }
    const MessageMatcher &matcher() const { return m_scanning ? m_nextMatcher : m_matcher; }
    bool isPaused() const { return m_paused; }
    bool isScanning() const { return m_scanning; }
    quint64 held() const { return m_held; }
    quint64 heldDropped() const { return m_waiting.dropped(); }

    const LogRow *rowAt(int row) const; ///< valid until the next update
    quint64 sequenceAt(int row) const;
    int rowOf(quint64 sequence) const;      ///< -1 when it is not shown
    int nearestRow(quint64 sequence) const; ///< the first shown row that is not older; -1 when there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void pausedChanged(bool paused);
    void matcherChanged(); ///< the rows of a new matcher are here

private:
    void add(QList<LogRow> rows);
    void dropOverflow();
    void showFrom(quint64 sequence);
    void scanSlice();
    void finishScan();

    MessageLog m_log;
    MessageLog m_waiting;
    std::deque<quint64> m_shown; ///< sequences, rising
    std::deque<quint64> m_found; ///< the same for the matcher to come
    MessageMatcher m_matcher;
    MessageMatcher m_nextMatcher;
    QTimer m_scanTimer;
    quint64 m_scanNext = 0;
    quint64 m_held = 0;
    bool m_paused = false;
    bool m_scanning = false;
};

} // namespace porthole
