// SPDX-License-Identifier: MIT
#include "server/endlog.h"

#include "server/core/logging.h"
#include "server/core/text.h"

#include <QStringList>

namespace porthole {

namespace {

void log(const QString &line)
{
    QMessageLogger(nullptr, 0, nullptr, lcClient().categoryName()).info("%ls", qUtf16Printable(line));
}

/// Who is turned away by a limit of all is told of by the entrance.
bool isToldElsewhere(Cause cause)
{
    return cause == Cause::TooManyClients || cause == Cause::TooManyOfAddress || cause == Cause::TooManyHandshakes;
}

} // namespace

bool EndLog::takes(const Closed &closed)
{
    if (lcClient().isDebugEnabled())
        return true;
    if (closed.clean || isToldElsewhere(closed.cause) || !lcClient().isInfoEnabled())
        return false;
    const bool hasLine = m_lines.take();
    m_more[std::size_t(closed.cause)] += hasLine ? 0 : 1;
    return hasLine;
}

void EndLog::write(const ClosedRow &row, bool established)
{
    const Closed &closed = row.closed;
    const bool served = closed.cause == Cause::NotAnUpgrade;
    const std::string_view what = established ? "closed" : served ? "ended" : "refused";
    QString line = QStringLiteral("#%1 %2 %3 by %4: %5, code %6")
                       .arg(closed.client.value)
                       .arg(row.peer, text(what), text(name(closed.initiator)), text(name(closed.cause)))
                       .arg(closed.code);
    if (!closed.reason.isEmpty())
        line += QStringLiteral(", \"%1\"").arg(closed.reason);
    log(line);
}

void EndLog::tellMore(int more)
{
    QStringList causes;
    for (std::size_t cause = 0; cause < causeCount; ++cause) {
        if (m_more[cause] > 0)
            causes.append(QStringLiteral("%1 by %2").arg(m_more[cause]).arg(text(name(Cause(cause)))));
    }
    log(QStringLiteral("%1 more ended within a second: %2; --log-level debug tells of each")
            .arg(more)
            .arg(causes.join(QStringLiteral(", "))));
    m_more = {};
}

} // namespace porthole
