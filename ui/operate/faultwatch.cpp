// SPDX-License-Identifier: MIT
#include "ui/operate/faultwatch.h"

#include "ui/shared/format.h"
#include "ui/shared/icons.h"

#include <QSystemTrayIcon>

namespace porthole {

FaultWatch::FaultWatch(Monitor &monitor, QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FaultWatch::tell);
    connect(&monitor, &Monitor::updated, this, &FaultWatch::take);
}

bool FaultWatch::isFault(Cause cause)
{
    switch (cause) {
    case Cause::ProtocolError:
    case Cause::BadUtf8:
    case Cause::TooBig:
    case Cause::StalledFrame:
    case Cause::SlowConsumer:
    case Cause::NoPong:
    case Cause::Limit:
    case Cause::QueuesFull:
    case Cause::HandlerError: return true;
    default: return false;
    }
}

void FaultWatch::setOn(bool on)
{
    m_on = on;
    m_faults.clear();
    if (!on) {
        delete m_icon;
        m_icon = nullptr;
        return;
    }
    if (m_icon || !QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_icon = new QSystemTrayIcon(applicationIcon(), this);
    m_icon->setToolTip(tr("Porthole"));
    connect(m_icon, &QSystemTrayIcon::activated, this, &FaultWatch::activated);
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, &FaultWatch::activated);
    m_icon->show();
}

void FaultWatch::take(const MonitorUpdate &update)
{
    if (!m_on)
        return;
    for (const ClosedRow &row : update.closed) {
        if (isFault(row.closed.cause))
            ++m_faults[row.closed.cause];
    }
    if (!m_faults.isEmpty() && !m_timer.isActive())
        m_timer.start(gatherMilliseconds);
}

void FaultWatch::tell()
{
    if (m_faults.isEmpty())
        return;
    int count = 0;
    QStringList causes;
    for (auto each = m_faults.cbegin(); each != m_faults.cend(); ++each) {
        count += each.value();
        causes.append(QStringLiteral("%1 (%2)").arg(Format::cause(each.key()), Format::count(quint64(each.value()))));
    }
    m_faults.clear();
    m_timer.start(restMilliseconds);
    const QString text =
        tr("%Ln client(s) closed for a fault: %1", nullptr, count).arg(causes.join(QStringLiteral(", ")));
    if (m_icon)
        m_icon->showMessage(tr("Porthole"), text, QSystemTrayIcon::Warning);
    Q_EMIT told(text);
}

} // namespace porthole
