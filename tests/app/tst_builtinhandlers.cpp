// SPDX-License-Identifier: MIT
#include "app/builtinhandlers.h"
#include "server/server.h"
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace porthole;
using namespace porthole::test;

class TestBuiltinHandlers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helloTicksAndAnswers();
    void echo();
    void broadcast();
    void pages_data();
    void pages();
};

namespace {

bool isHello(const std::optional<WireFrame> &frame)
{
    const QJsonArray array = QJsonDocument::fromJson(frame.value_or(WireFrame()).payload).array();
    return array.size() == 2 && array[0] == QStringLiteral("hello")
        && qAbs(array[1].toInteger() - QDateTime::currentSecsSinceEpoch()) < 5;
}

} // namespace

void TestBuiltinHandlers::helloTicksAndAnswers()
{
    Server server(testSettings());
    installBuiltinHandler(server, QStringLiteral("hello"));
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    client.write(RawClient::frame(Opcode::Text, "hi"));
    QVERIFY2(isHello(client.readFrame()), "the answer");
    QVERIFY2(isHello(client.readFrame()), "the first tick");
}

void TestBuiltinHandlers::echo()
{
    Server server(testSettings());
    installBuiltinHandler(server, QStringLiteral("echo"));
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    client.write(RawClient::frame(Opcode::Binary, "\x01\x02"));
    const auto frame = client.readFrame();
    QVERIFY(frame);
    QCOMPARE(frame->opcode, Opcode::Binary);
    QCOMPARE(frame->payload, QByteArray("\x01\x02"));
}

void TestBuiltinHandlers::broadcast()
{
    Server server(testSettings());
    installBuiltinHandler(server, QStringLiteral("broadcast"));
    QVERIFY(server.start());
    RawClient first(server.port());
    RawClient second(server.port());
    QVERIFY(first.open() && second.open());
    first.write(RawClient::frame(Opcode::Text, "from the first"));
    QCOMPARE(second.readFrame().value_or(WireFrame()).payload, QByteArray("from the first"));
    second.write(RawClient::frame(Opcode::Text, "from the second"));
    QCOMPARE(first.readFrame().value_or(WireFrame()).payload, QByteArray("from the second"));
}

void TestBuiltinHandlers::pages_data()
{
    QTest::addColumn<QString>("handler");
    for (const QString &handler : builtinHandlers())
        QTest::newRow(qPrintable(handler)) << handler;
}

// What a page needs is beside it, and nothing of it comes from elsewhere.
void TestBuiltinHandlers::pages()
{
    QFETCH(QString, handler);
    const QString folder = pageOf(handler);
    static const QRegularExpression references(QStringLiteral("(?:src=|href=|from )\"([^\"]*)\"|url\\(([^)]*)\\)"));
    int found = 0;
    QStringList files{QStringLiteral("index.html")};
    for (int index = 0; index < files.size(); ++index) {
        QFile file(folder + QLatin1Char('/') + files.at(index));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY2(index > 0 || text.contains(QLatin1String("Content-Security-Policy")), qPrintable(file.fileName()));
        if (files.at(index).endsWith(QLatin1String(".svg")))
            continue;
        for (auto match = references.globalMatch(text); match.hasNext(); ++found) {
            QString name = match.next().captured(1);
            QVERIFY2(!name.isEmpty() && !name.contains(QLatin1String("//")), qPrintable(files.at(index)));
            name.remove(QLatin1String("./"));
            if (!files.contains(name))
                files.append(name);
        }
    }
    QVERIFY(found >= 5);
}

QTEST_GUILESS_MAIN(TestBuiltinHandlers)
#include "tst_builtinhandlers.moc"
