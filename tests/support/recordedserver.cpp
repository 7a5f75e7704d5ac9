// SPDX-License-Identifier: MIT
#include "tests/support/recordedserver.h"

#include "tests/support/certificates.h"

#include "server/core/text.h"

#include <QEventLoop>

namespace porthole::test {

using namespace std::chrono_literals;

Settings testSettings()
{
    Settings settings;
    if (const QString engine = qEnvironmentVariable("PORTHOLE_TEST_ENGINE"); !engine.isEmpty())
        settings.engine = engineFromString(engine).value();
    settings.port = 0;
    settings.workers = 1;
    if (wantsTls())
        settings.tls = Certificates::local();
    return settings;
}

QString describe(const Closed &closed)
{
    return QStringLiteral("#%1 %2 %3 %4 \"%5\" %6")
        .arg(closed.client.value)
        .arg(closed.code)
        .arg(closed.clean ? QStringLiteral("clean") : QStringLiteral("unclean"), text(name(closed.initiator)),
             text(name(closed.cause)), closed.reason)
        .trimmed();
}

RecordedServer::RecordedServer(Settings settings, bool echo) : m_server(std::move(settings))
{
    m_server.onOpen([this](const Request &request) {
        {
            const std::lock_guard lock(m_mutex);
            m_lastOpened = request.client;
        }
        write(QStringLiteral("open #%1 %2").arg(request.client.value).arg(QString::fromUtf8(request.target)));
        if (whenOpen)
            whenOpen(request);
    });
    m_server.onMessage([this, echo](const Frame &frame) {
        write(QStringLiteral("message #%1 %2 %3").arg(frame.client.value).arg(text(name(frame.opcode)), frame.text()));
        if (echo)
            m_server.push(frame.client, frame.opcode, frame.view());
        if (whenMessage)
            whenMessage(frame);
    });
    m_server.onClose([this](const Closed &closed) {
        write(QStringLiteral("close ") + describe(closed));
        if (whenClose)
            whenClose(closed);
    });
    m_server.onDisconnect([this](const Closed &closed) { write(QStringLiteral("disconnect ") + describe(closed)); });
}

bool RecordedServer::start() { return bool(m_server.start()); }

Totals RecordedServer::totalsAtEnd()
{
    QEventLoop loop;
    m_server.onShutdown([&loop] { loop.quit(); });
    m_server.stop();
    loop.exec();
    return m_server.finalTotals();
}

QStringList RecordedServer::lines() const
{
    const std::lock_guard lock(m_mutex);
    return m_lines;
}

QStringList RecordedServer::lines(const QString &kind) const
{
    QStringList found;
    for (const QString &line : lines()) {
        if (line.startsWith(kind + QLatin1Char(' ')))
            found.append(line.mid(kind.size() + 1));
    }
    return found;
}

QString RecordedServer::last() const
{
    const QStringList all = lines();
    return all.isEmpty() ? QString() : all.constLast();
}

ClientId RecordedServer::lastOpened() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastOpened;
}

void RecordedServer::write(const QString &line)
{
    const std::lock_guard lock(m_mutex);
    m_lines.append(line);
}

} // namespace porthole::test
