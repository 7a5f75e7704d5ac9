// SPDX-License-Identifier: MIT
#pragma once

#include "ui/messages/messagematcher.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace porthole {

/// Asks a matcher about many rows on a thread of its own and tells which fit, in the order it was asked.
/// Threads: called from the thread that made it; the signal comes there. Rows are copies, whose payloads are shared.
/// Lifetime: at its end it waits for the thread, which notices that nobody wants to know any more.
class MessageSifter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageSifter)

public:
    explicit MessageSifter(QObject *parent = nullptr);
    ~MessageSifter() override;

    /// `first` is the sequence of the first row; the others follow.
    void sift(const MessageMatcher &matcher, quint64 first, QList<LogRow> rows);
    void forget();                        ///< what was asked is not answered any more
    int asked() const { return m_asked; } ///< not answered yet

Q_SIGNALS:
    void sifted(quint64 first, quint64 end, const QList<quint64> &fitting);

private:
    void answer(quint64 round, quint64 first, quint64 end, const QList<quint64> &fitting);

    QThreadPool m_pool;
    std::atomic<quint64> m_round = 0;
    int m_asked = 0;
};

} // namespace porthole
