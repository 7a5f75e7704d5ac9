// SPDX-License-Identifier: MIT
#pragma once

#include "ui/operate/operations.h"
#include "ui/push/draft.h"

#include <QTimer>

#include <functional>

namespace porthole {

/// Who a draft goes to at this moment.
struct Receivers
{
    QList<ClientId> clients; ///< empty when it goes to all
    bool all = false;
    int count = 0;
};

/// Sends a draft once, or again and again until it is stopped: fills in its variables, one message for all or one for
/// each receiver. A round begins when the one before is over, so that nothing piles up.
/// Threads: the GUI's. Lifetime: the operations outlive it. Errors: a draft that cannot be sent ends it with a
/// sentence.
class Delivery final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Delivery)

public:
    struct Order
    {
        Draft draft;
        std::function<Receivers()> receivers;      ///< asked for each round
        std::function<QList<ClientId>()> everyone; ///< for drafts with {{client}} that go to all
        QString target;                            ///< in words, for the audit list
        std::chrono::milliseconds every{0};        ///< 0: once
        int most = 0; ///< it ends when there are more receivers in a later round; 0 for any number
    };

    explicit Delivery(Operations &operations, QObject *parent = nullptr);

    void start(const Order &order);
    void stop();
    const Order &order() const { return m_order; } ///< of the last start()
    bool isBusy() const { return m_waiting || m_repeating; }
    bool isRepeating() const { return m_repeating; }
    int rounds() const { return m_rounds; }
    const ActionResult &total() const { return m_total; } ///< of all rounds

Q_SIGNALS:
    void roundFinished(const porthole::ActionResult &round);
    void ended(const QString &problem); ///< empty when all went as it was asked for

private:
    void begin();
    void finish(quint64 id, const ActionResult &round);
    void end(const QString &problem);
    QString problemWith(const Receivers &receivers) const;
    QList<Parcel> parcels(const Receivers &receivers, QString &problem);

    Operations &m_operations;
    Order m_order;
    QTimer m_timer;
    Operations::Id m_id = 0;
    ActionResult m_total;
    quint64 m_counter = 0; ///< last value of {{counter}}
    int m_rounds = 0;
    bool m_waiting = false;
    bool m_repeating = false;
};

} // namespace porthole
