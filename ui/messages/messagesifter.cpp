// SPDX-License-Identifier: MIT
#include "ui/messages/messagesifter.h"

namespace porthole {

MessageSifter::MessageSifter(QObject *parent) : QObject(parent) { m_pool.setMaxThreadCount(1); }

MessageSifter::~MessageSifter()
{
    forget();
    m_pool.waitForDone();
}

void MessageSifter::forget()
{
    ++m_round;
    m_pool.clear();
    m_asked = 0;
}

void MessageSifter::sift(const MessageMatcher &matcher, quint64 first, QList<LogRow> rows)
{
    ++m_asked;
    m_pool.start([this, matcher, first, rows = std::move(rows), round = m_round.load()] {
        QList<quint64> fitting;
        quint64 sequence = first;
        for (const LogRow &row : rows) {
            if (m_round.load(std::memory_order_relaxed) != round)
                return;
            if (matcher.matches(row))
                fitting.append(sequence);
            ++sequence;
        }
        QMetaObject::invokeMethod(
            this, [=, this] { answer(round, first, sequence, fitting); }, Qt::QueuedConnection);
    });
}

void MessageSifter::answer(quint64 round, quint64 first, quint64 end, const QList<quint64> &fitting)
{
    if (round != m_round)
        return;
    --m_asked;
    Q_EMIT sifted(first, end, fitting);
}

} // namespace porthole
