// SPDX-License-Identifier: MIT
#include "ui/push/outcome.h"

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

Outcome::Grade Outcome::grade(const ActionResult &result)
{
    if (!result.error.isEmpty() || result.acceptedCount() == 0)
        return Grade::Bad;
    return result.refusedCount() > 0 || result[PushResult::Queued] > 0 ? Grade::Partly : Grade::Good;
}

} // namespace porthole
