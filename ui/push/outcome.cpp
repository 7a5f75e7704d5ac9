// SPDX-License-Identifier: MIT
#include "ui/push/outcome.h"

#include "ui/operate/audit.h"
#include "ui/shared/format.h"

namespace porthole {

static QString refusals(const ActionResult &result)
{
    QStringList reasons;
    for (const PushResult each : {PushResult::UnknownClient, PushResult::NotEstablished, PushResult::BacklogFull,
                                  PushResult::TooBig, PushResult::NotAllowed}) {
        if (result[each] == 0)
            continue;
        reasons.append(result[each] == result.refusedCount()
                           ? Format::result(each)
                           : QStringLiteral("%1 %2").arg(Format::count(quint64(result[each])), Format::result(each)));
    }
    return reasons.join(QStringLiteral(", "));
}

QString Outcome::of(OperationKind kind, const ActionResult &result)
{
    switch (kind) {
    case OperationKind::Push: return ofPush(result);
    case OperationKind::Ping: return ofPing(result);
    case OperationKind::Disconnect: return ofDisconnect(result);
    case OperationKind::Start:
    case OperationKind::Stop:
    case OperationKind::Change: break;
    }
    return result.error.isEmpty() ? tr("done") : result.error;
}

QString Outcome::ofPush(const ActionResult &result)
{
    if (!result.error.isEmpty())
        return result.error;
    const int sent = result[PushResult::Sent];
    const int queued = result[PushResult::Queued];
    const int refused = result.refusedCount();
    if (sent + queued + refused == 0)
        return tr("Nobody was there to receive it.");
    QStringList parts;
    if (sent)
        parts.append(tr("sent to %Ln", nullptr, sent));
    if (queued)
        parts.append(tr("queued for %Ln", nullptr, queued));
    if (refused)
        parts.append(tr("%Ln refused: %1", nullptr, refused).arg(refusals(result)));
    return parts.join(QStringLiteral(", "));
}

QString Outcome::ofPing(const ActionResult &result)
{
    if (!result.error.isEmpty())
        return result.error;
    const QString pinged = tr("Pinged %Ln client(s)", nullptr, result.acceptedCount());
    if (result.refusedCount() == 0)
        return pinged;
    return tr("%1, %2 refused: %3").arg(pinged, Format::count(quint64(result.refusedCount())), refusals(result));
}

QString Outcome::ofDisconnect(const ActionResult &result)
{
    if (!result.error.isEmpty())
        return result.error;
    const int closing = result.acceptedCount();
    const int refused = result.refusedCount();
    if (refused == 0)
        return tr("Disconnecting %Ln client(s)", nullptr, closing);
    return tr("Disconnecting %Ln client(s), %1 refused: %2", nullptr, closing).arg(refused).arg(refusals(result));
}

Outcome::Grade Outcome::grade(OperationKind kind, const ActionResult &result)
{
    if (kind == OperationKind::Push || kind == OperationKind::Ping || kind == OperationKind::Disconnect)
        return grade(result);
    return result.error.isEmpty() ? Grade::Good : Grade::Bad;
}

Outcome::Grade Outcome::grade(const ActionResult &result)
{
    if (!result.error.isEmpty() || result.acceptedCount() == 0)
        return Grade::Bad;
    return result.refusedCount() > 0 || result[PushResult::Queued] > 0 ? Grade::Partly : Grade::Good;
}

} // namespace porthole
