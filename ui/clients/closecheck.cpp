// SPDX-License-Identifier: MIT
#include "ui/clients/closecheck.h"

#include "server/monitor/monitor.h"

#include <algorithm>

namespace porthole {

static bool isNumber(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9');
    });
}

std::optional<quint16> CloseCheck::code(const QString &text)
{
    const QString digits = text.trimmed().section(QLatin1Char(' '), 0, 0);
    bool small = false;
    const quint16 value = digits.toUShort(&small);
    if (!isNumber(digits) || !small || !isSendable(value))
        return std::nullopt;
    return value;
}

QString CloseCheck::codeProblem(const QString &text)
{
    const QString digits = text.trimmed().section(QLatin1Char(' '), 0, 0);
    if (digits.isEmpty())
        return tr("Give a code.");
    if (!isNumber(digits))
        return tr("A code is a number.");
    if (code(digits))
        return {};
    const int value = digits.toInt();
    if (value == 1004 || value == 1005 || value == 1006 || value == 1015)
        return tr("%1 is reserved and never sent.").arg(digits);
    return tr("%1 may not be sent. Use 1000–1003, 1007–1014 or 3000–4999.").arg(digits);
}

qsizetype CloseCheck::reasonBytes(const QString &reason) { return reason.toUtf8().size(); }

QString CloseCheck::reasonProblem(const QString &reason)
{
    const qsizetype over = reasonBytes(reason) - qsizetype(maxCloseReason);
    if (over <= 0)
        return {};
    return tr("%Ln byte(s) too long. A reason has at most 123 bytes.", nullptr, int(over));
}

} // namespace porthole
