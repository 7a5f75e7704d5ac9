// SPDX-License-Identifier: MIT
#pragma once

#include "ui/messages/messagelog.h"
#include "ui/messages/messagesifter.h"

#include <QAbstractTableModel>

#include <deque>
#include <functional>

namespace porthole {

/// The rows of a MessageLog that a matcher lets through. New rows come in one range at the end and old ones leave in
/// one range at the front. It never resets: another matcher takes out, in one range, what does not fit any more, and
/// puts in, in another, what does. Few rows are asked here, many on a thread, while the rows of the matcher before stay
/// on screen.
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
    void setCaps(const LogCaps &caps);
    void setMatcher(const MessageMatcher &matcher);

    const MessageLog &log() const { return m_log; }
    const MessageMatcher &matcher() const { return m_next ? *m_next : m_matcher; }
    bool isPaused() const { return m_paused; }
    bool isScanning() const { return m_next.has_value(); }
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
    void matcherAboutToChange(); ///< the rows of another matcher are put in next
    void matcherChanged();       ///< they are here

private:
    using Sequences = std::deque<quint64>;

    void add(QList<LogRow> rows);
    void dropOverflow();
    void sift();
    bool isQuick(quint64 end) const;
    void take(quint64 first, quint64 end, const QList<quint64> &fitting);
    void append(const Sequences &fitting);
    void adopt();
    void removeFrom(size_t row);
    void arrange(Sequences rows, const std::function<size_t(quint64)> &placeOf);

    MessageLog m_log;
    MessageLog m_waiting;
    MessageSifter m_sifter;
    Sequences m_shown; ///< rising
    Sequences m_found; ///< the same for the matcher to come
    MessageMatcher m_matcher;
    std::optional<MessageMatcher> m_next;
    quint64 m_asked = 0; ///< rows before this one are answered, or the sifter has them
    quint64 m_goal = 0;  ///< with the rows before this one the next matcher is complete
    quint64 m_held = 0;
    bool m_paused = false;
};

} // namespace porthole
