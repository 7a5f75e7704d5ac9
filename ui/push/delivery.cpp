// SPDX-License-Identifier: MIT
#include "ui/push/delivery.h"

#include "ui/shared/format.h"

namespace porthole {

Delivery::Delivery(Operations &operations, QObject *parent) : QObject(parent), m_operations(operations)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_waiting)
            begin();
    });
    connect(&m_operations, &Operations::finished, this, &Delivery::finish);
    connect(&m_operations, &Operations::readOnlyChanged, this, [this](bool on) {
        if (on && m_repeating)
            end(tr("Stopped: the window is read-only now."));
    });
}

void Delivery::start(const Order &order)
{
    m_order = order;
    m_total = {};
    m_rounds = 0;
    m_id = 0;
    m_repeating = order.every.count() > 0;
    begin();
    if (m_repeating)
        m_timer.start(order.every);
}

void Delivery::stop()
{
    m_timer.stop();
    if (m_repeating && !m_waiting)
        return end({});
    m_repeating = false; // and the round that is out ends it
}

QString Delivery::problemWith(const Receivers &receivers) const
{
    if (m_rounds > 0 && m_order.most > 0 && receivers.count > m_order.most)
        return tr("Stopped: there are more than %Ln receiver(s) now.", nullptr, m_order.most);
    return {};
}

void Delivery::begin()
{
    const Receivers receivers = m_order.receivers();
    QString problem = problemWith(receivers);
    if (!problem.isEmpty())
        return end(problem);
    const QList<Parcel> all = parcels(receivers, problem);
    if (!problem.isEmpty())
        return end(problem);
    if (receivers.count == 0 || all.isEmpty())
        return m_repeating ? void() : end(tr("Nobody was there to receive it."));
    m_waiting = true;
    ++m_rounds;
    if (!m_id)
        m_id = m_operations.push(all, m_order.target, Operations::describe(all.front().message));
    else if (!m_operations.pushAgain(m_id, all))
        m_id = 0;
    if (!m_id)
        end(tr("The window is read-only."));
}

QList<Parcel> Delivery::parcels(const Receivers &receivers, QString &problem)
{
    VariableValues values{m_counter, Format::now(), {}};
    if (m_order.draft.mayHaveVariables() && m_order.draft.text.contains(QLatin1String("{{counter}}")))
        values.counter = ++m_counter;
    QList<Parcel> all;
    const auto add = [&](const QList<ClientId> &clients, bool toAll) {
        const DraftCheck check(m_order.draft, DraftCheck::Files::Read, values);
        if (check.message())
            all.append({clients, toAll, *check.message()});
        else
            problem = check.problem();
    };
    if (!m_order.draft.mayHaveVariables() || !Variables::isClientIn(m_order.draft.text)) {
        add(receivers.clients, receivers.all);
        return all;
    }
    const QList<ClientId> each = receivers.all ? m_order.everyone() : receivers.clients;
    for (const ClientId client : each) {
        values.client = client;
        add({client}, false);
    }
    return all;
}

void Delivery::finish(quint64 id, const ActionResult &round)
{
    if (!m_waiting || id != m_id)
        return;
    m_waiting = false;
    for (size_t each = 0; each < round.counts.size(); ++each)
        m_total.counts[each] += round.counts[each];
    m_total.error = round.error;
    Q_EMIT roundFinished(round);
    if (!m_repeating)
        return end({});
    if (!round.error.isEmpty())
        end(tr("Stopped: %1").arg(round.error));
    else if (round.refusedCount() > 0 && round.acceptedCount() == 0
             && round[PushResult::UnknownClient] == round.refusedCount())
        end(tr("Stopped: no receiver is left."));
}

void Delivery::end(const QString &problem)
{
    m_timer.stop();
    m_repeating = false;
    m_waiting = false;
    Q_EMIT ended(problem);
}

} // namespace porthole
