// SPDX-License-Identifier: MIT
#include "tests/server/script/scripted.h"

#include <QFile>
#include <QTest>

namespace porthole::test {

namespace {

std::mutex mutex;
QStringList logged;

void write(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    if (qstrcmp(context.category, "porthole.handler") != 0 && qstrcmp(context.category, "porthole.script") != 0)
        return;
    const std::lock_guard lock(mutex);
    logged.append(message);
}

QtMessageHandler before = nullptr;

} // namespace

ScriptLog::ScriptLog()
{
    const std::lock_guard lock(mutex);
    logged.clear();
    before = qInstallMessageHandler(write);
}

ScriptLog::~ScriptLog() { qInstallMessageHandler(before); }

QStringList ScriptLog::lines()
{
    const std::lock_guard lock(mutex);
    return logged;
}

bool ScriptLog::has(const QString &part)
{
    return QTest::qWaitFor([&part] { return !lines().filter(part).isEmpty(); }, 20'000);
}

Scripted::Scripted(const QString &source, const Settings &settings, const ScriptBudget &budget) : m_server(settings)
{
    save(source);
    m_script = std::make_unique<Script>(m_server, budget);
    m_server.onStart([this] { m_script->tellStart(); });
}

QString Scripted::start()
{
    if (const auto loaded = m_script->load(m_folder.filePath(QStringLiteral("script.js"))); !loaded)
        return loaded.error().message;
    const auto started = m_server.start();
    return started ? QString() : started.error().message;
}

void Scripted::save(const QString &source, const QString &name)
{
    QFile file(m_folder.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(source.toUtf8());
}

QByteArray asked(RawClient &client, const QByteArray &message)
{
    client.write(RawClient::frame(Opcode::Text, message));
    return client.readFrame().value_or(WireFrame()).payload;
}

} // namespace porthole::test
