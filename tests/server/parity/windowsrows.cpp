// SPDX-License-Identifier: MIT
#include "tests/server/parity/parity.h"

#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <csignal>

namespace porthole::test {

namespace {

constexpr int patience = 60'000; // the first start of wine makes a Windows

/// The program for Windows, run by wine; killed when it goes.
class WindowsProgram final
{
    Q_DISABLE_COPY_MOVE(WindowsProgram)

public:
    explicit WindowsProgram(const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("WINEPREFIX"),
                           QFileInfo(path() + QStringLiteral("/../../wine")).absoluteFilePath());
        environment.insert(QStringLiteral("WINEDEBUG"), QStringLiteral("-all"));
        m_process.setProcessEnvironment(environment);
        m_process.start(wine(), QStringList{path()} + arguments);
    }
    ~WindowsProgram() { m_process.kill(), m_process.waitForFinished(); }

    static bool isBuilt() { return !wine().isEmpty() && QFileInfo::exists(path()); }

    /// The port that it says it listens on; 0 when it does not.
    quint16 port()
    {
        static const QRegularExpression ready(QStringLiteral("^listening on ws://127\\.0\\.0\\.1:(\\d+)\\r?\\n$"));
        if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, patience))
            return 0;
        return ready.match(QString::fromUtf8(m_process.readLine())).captured(1).toUShort();
    }

    /// Ctrl+C is what wine makes of this signal.
    void interrupt() { ::kill(pid_t(m_process.processId()), SIGINT); }
    /// -1 when it does not end.
    int status()
    {
        const bool ended = m_process.waitForFinished(patience) && m_process.exitStatus() == QProcess::NormalExit;
        return ended ? m_process.exitCode() : -1;
    }

    QByteArray log() { return m_process.readAllStandardError(); }

private:
    static QString path() { return QStringLiteral(PORTHOLE_WINDOWS_PROGRAM); }
    static QString wine() { return QStandardPaths::findExecutable(QStringLiteral("wine")); }

    QProcess m_process;
};

void windowsNative()
{
    if (!WindowsProgram::isBuilt())
        QSKIP("The program for Windows or wine is missing: tests/windows/run builds the one and installs the other.");
    WindowsProgram program({QStringLiteral("--nogui"), QStringLiteral("--port"), QStringLiteral("0"),
                            QStringLiteral("--verbose"), QStringLiteral("echo")});
    const quint16 port = program.port();
    QVERIFY2(port != 0, program.log().constData());
    RawClient client(port);
    QVERIFY(client.open());
    client.write(textFrame("from afar"));
    QVERIFY(receives(client, "from afar"));
    client.write(RawClient::frame(Opcode::Binary, QByteArray(100'000, '\xff')));
    QVERIFY(receives(client, QByteArray(100'000, '\xff')));
    client.write(RawClient::closeFrame(4001, "enough"));
    QCOMPARE(receivesClose(client), 4001);
    QVERIFY(client.waitForEnd());
    RawClient left(port);
    QVERIFY(left.open());
    program.interrupt();
    QCOMPARE(receivesClose(left), 1001);
    left.write(RawClient::closeFrame(1001));
    QCOMPARE(program.status(), 0);
    const QByteArray log = program.log();
    QVERIFY2(log.contains("closed by client: peer close, code 4001") && log.contains("2 accepted, 2 closed"), log);
}

} // namespace

QList<Capability> windowsRows() { return {{"Windows native", windowsNative}}; }

} // namespace porthole::test
