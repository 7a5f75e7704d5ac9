// SPDX-License-Identifier: MIT
#include "loopthread.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUdpSocket>
#include <QUuid>

using namespace porthole::test;

#ifdef __SANITIZE_THREAD__
// QProcess starts its child in this address space, which ThreadSanitizer takes for a fork of the whole process.
extern "C" const char *__tsan_default_options() { return "die_after_fork=0"; }
#endif

namespace {

QByteArray someBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(i * 31 % 251);
    return bytes;
}

void echo(QIODevice *device)
{
    QObject::connect(device, &QIODevice::readyRead, device, [device] { device->write(device->readAll()); });
}

/// Sends more than fits any buffer and expects it back.
void expectEcho(QIODevice &client)
{
    const QByteArray sent = someBytes(4 << 20);
    QByteArray received;
    QObject::connect(&client, &QIODevice::readyRead, &client, [&] { received += client.readAll(); });
    QCOMPARE(client.write(sent), sent.size());
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), sent.size(), 30'000);
    QVERIFY(received == sent);
}

} // namespace

class TestLoopNetwork final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDispatchers(); }

    void tcp();
    void tcpRefused();
    void tcpComesAndGoes();
    void local();
    void udp();
    void http();
    void process_data();
    void process();
};

void TestLoopNetwork::tcp()
{
    onLoop([] {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&] { echo(server.nextPendingConnection()); });
        QTcpSocket client;
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
        QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
        expectEcho(client);
        QSignalSpy gone(&client, &QTcpSocket::disconnected);
        client.disconnectFromHost();
        QTRY_COMPARE(gone.size(), 1);
    });
}

void TestLoopNetwork::tcpRefused()
{
    onLoop([] {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        server.close();
        QTcpSocket client;
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        QTRY_COMPARE(client.error(), QAbstractSocket::ConnectionRefusedError);
    });
}

void TestLoopNetwork::tcpComesAndGoes()
{
    onLoop([] {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            QTcpSocket *const peer = server.nextPendingConnection();
            echo(peer);
            connect(peer, &QTcpSocket::disconnected, peer, &QObject::deleteLater);
        });
        for (int i = 0; i < 100; ++i) {
            QTcpSocket client;
            client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
            client.write("hello");
            QTRY_COMPARE(client.bytesAvailable(), 5);
            if (i % 2)
                client.abort();
        }
    });
}

void TestLoopNetwork::local()
{
    onLoop([] {
        QLocalServer server;
        QVERIFY(server.listen(QUuid::createUuid().toString(QUuid::WithoutBraces)));
        connect(&server, &QLocalServer::newConnection, &server, [&] { echo(server.nextPendingConnection()); });
        QLocalSocket client;
        client.connectToServer(server.fullServerName());
        QTRY_COMPARE(client.state(), QLocalSocket::ConnectedState);
        expectEcho(client);
    });
}

void TestLoopNetwork::udp()
{
    onLoop([] {
        QUdpSocket receiver;
        QVERIFY(receiver.bind(QHostAddress(QHostAddress::LocalHost)));
        QSignalSpy ready(&receiver, &QUdpSocket::readyRead);
        QUdpSocket sender;
        sender.writeDatagram("hello", QHostAddress(QHostAddress::LocalHost), receiver.localPort());
        QTRY_COMPARE(ready.size(), 1);
    });
}

void TestLoopNetwork::http()
{
    onLoop([] {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            QTcpSocket *const peer = server.nextPendingConnection();
            connect(peer, &QTcpSocket::readyRead, peer, [peer] {
                if (peer->readAll().contains("\r\n\r\n"))
                    peer->write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
            });
        });
        QNetworkAccessManager manager;
        const QUrl url(QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort()));
        const std::unique_ptr<QNetworkReply> reply(manager.get(QNetworkRequest(url)));
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20'000);
        QCOMPARE(reply->readAll(), QByteArrayLiteral("hello"));
    });
}

void TestLoopNetwork::process_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("errors");
    QTest::addColumn<int>("code");

    const QByteArray much = someBytes(1 << 20);
    QTest::newRow("exit code") << QStringLiteral("exit 7") << QByteArray() << QByteArray() << QByteArray() << 7;
    QTest::newRow("both outputs") << QStringLiteral("printf out; printf err >&2") << QByteArray()
                                  << QByteArrayLiteral("out") << QByteArrayLiteral("err") << 0;
    QTest::newRow("a megabyte through it") << QStringLiteral("cat") << much << much << QByteArray() << 0;
}

void TestLoopNetwork::process()
{
    QFETCH(QString, script);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, errors);
    QFETCH(int, code);
    onLoop([&] {
        QProcess process;
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), script});
        process.write(input);
        process.closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QCOMPARE(process.exitCode(), code);
        QVERIFY(process.readAllStandardOutput() == output);
        QCOMPARE(process.readAllStandardError(), errors);
    });
}

QTEST_GUILESS_MAIN(TestLoopNetwork)
#include "tst_loopnetwork.moc"
