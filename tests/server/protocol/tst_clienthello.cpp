// SPDX-License-Identifier: MIT
#include "server/protocol/clienthello.h"

#include <QTest>

using namespace porthole::protocol;

/// RFC 8446 4.1.2 and RFC 6066 3: which host a ClientHello asks for, and what is none.
class TestClientHello final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void inPieces();
    void inSeveralRecords();
    void everyByteWrong();
    void tooLong();
};

namespace {

QByteArray number(qsizetype value, int bytes)
{
    QByteArray result;
    for (int index = bytes - 1; index >= 0; --index)
        result.append(char(value >> (8 * index) & 0xFF));
    return result;
}

QByteArray sized(const QByteArray &content, int bytes) { return number(content.size(), bytes) + content; }

QByteArray extension(int type, const QByteArray &content) { return number(type, 2) + sized(content, 2); }

QByteArray serverName(const QByteArray &host, char type = 0)
{
    return extension(0, sized(QByteArray(1, type) + sized(host, 2), 2));
}

QByteArray body(const QByteArray &extensions)
{
    return QByteArray("\x03\x03") + QByteArray(32, 'r') + sized(QByteArray(32, 's'), 1) + sized("\x13\x01\x13\x02", 2)
        + sized(QByteArray(1, '\0'), 1) + extensions;
}

QByteArray message(const QByteArray &content) { return QByteArray(1, '\x01') + sized(content, 3); }

QByteArray record(const QByteArray &content) { return QByteArray("\x16\x03\x01") + sized(content, 2); }

QByteArray hello(const QByteArray &extensions) { return record(message(body(sized(extensions, 2)))); }

ClientHello read(const QByteArray &bytes) { return readClientHello({bytes.constData(), size_t(bytes.size())}); }

const QByteArray other = extension(10, "\x00\x02\x00\x1d");

} // namespace

void TestClientHello::names_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("state");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *rule, const QByteArray &bytes, ClientHello::State state, const QByteArray &name) {
        QTest::newRow(rule) << bytes << int(state) << name;
    };
    using State = ClientHello::State;
    row("a name", hello(serverName("example.org")), State::Whole, "example.org");
    row("behind another extension", hello(other + serverName("example.org")), State::Whole, "example.org");
    row("in capitals", hello(serverName("Example.ORG")), State::Whole, "example.org");
    row("the longest", hello(serverName(QByteArray(255, 'a'))), State::Whole, QByteArray(255, 'a'));
    row("too long", hello(serverName(QByteArray(256, 'a'))), State::Unreadable, "");
    row("empty", hello(serverName("")), State::Unreadable, "");
    row("with a NUL", hello(serverName(QByteArray("a\0b", 3))), State::Unreadable, "");
    row("with a slash", hello(serverName("../a")), State::Unreadable, "");
    row("of an unknown type", hello(serverName("example.org", 1)), State::Unreadable, "");
    row("no such extension", hello(other), State::Whole, "");
    row("no extensions at all", record(message(body({}))), State::Whole, "");
    row("extension longer than what holds it", hello(number(0, 2) + number(100, 2) + "abc"), State::Unreadable, "");
    row("name longer than its extension", hello(extension(0, sized(QByteArray(1, '\0') + number(99, 2) + "abc", 2))),
        State::Unreadable, "");
    row("extensions longer than the message", record(message(body(number(9999, 2)))), State::Unreadable, "");
    row("message without a session id", record(message(QByteArray("\x03\x03") + QByteArray(32, 'r'))),
        State::Unreadable, "");
    row("another message", record(QByteArray("\x02") + sized("abc", 3)), State::Unreadable, "");
    row("a message of 16 MiB", record(QByteArray("\x01\xff\xff\xff")), State::Unreadable, "");
    row("an alert", QByteArray("\x15\x03\x01\x00\x02\x01\x00", 7), State::Unreadable, "");
    row("an empty record", QByteArray("\x16\x03\x01\x00\x00", 5), State::Unreadable, "");
    row("a record over 16 KiB", QByteArray("\x16\x03\x01\x40\x01", 5), State::Unreadable, "");
    row("SSL 2", QByteArray("\x80\x2e\x01\x00\x02", 5), State::Unreadable, "");
    row("HTTP", "GET / HTTP/1.1\r\n\r\n", State::Unreadable, "");
    row("nothing", "", State::Incomplete, "");
}

void TestClientHello::names()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, state);
    QFETCH(const QByteArray, name);
    const ClientHello found = read(bytes);
    QCOMPARE(int(found.state), state);
    QCOMPARE(QByteArray::fromStdString(found.serverName), name);
}

void TestClientHello::inPieces()
{
    const QByteArray whole = hello(other + serverName("example.org"));
    for (qsizetype size = 0; size < whole.size(); ++size)
        QCOMPARE(int(read(whole.first(size)).state), int(ClientHello::State::Incomplete));
    QCOMPARE(read(whole + "more").serverName, std::string("example.org"));
}

void TestClientHello::inSeveralRecords()
{
    const QByteArray whole = message(body(sized(serverName("example.org"), 2)));
    for (const qsizetype size : {1, 3, 50}) {
        QByteArray records;
        for (qsizetype begin = 0; begin < whole.size(); begin += size)
            records += record(whole.mid(begin, size));
        QCOMPARE(read(records).serverName, std::string("example.org"));
    }
}

// Under the sanitizers: nothing is read that is not there, whatever the lengths say.
void TestClientHello::everyByteWrong()
{
    const QByteArray whole = hello(other + serverName("example.org"));
    int read255 = 0;
    for (qsizetype index = 0; index < whole.size(); ++index) {
        for (const int value : {0, 1, 127, 128, 255}) {
            QByteArray wrong = whole;
            wrong[index] = char(value);
            const QByteArray copy(wrong.constData(), wrong.size());
            read255 += read(copy).state == ClientHello::State::Whole ? 1 : 0;
        }
    }
    QVERIFY(read255 > 0);
}

void TestClientHello::tooLong()
{
    const QByteArray padding = extension(21, QByteArray(16'000, '\0'));
    const QByteArray content = message(body(sized(padding + padding + serverName("example.org"), 2)));
    QByteArray records;
    for (qsizetype begin = 0; begin < content.size(); begin += 1000)
        records += record(content.mid(begin, 1000));
    QVERIFY(records.size() < qsizetype(maxClientHello));
    QCOMPARE(read(records).serverName, std::string("example.org"));
    QByteArray drip;
    for (int index = 0; index < 6000; ++index)
        drip += record("\x01");
    QVERIFY(drip.size() > qsizetype(maxClientHello));
    QCOMPARE(int(read(drip).state), int(ClientHello::State::Unreadable));
}

QTEST_APPLESS_MAIN(TestClientHello)
#include "tst_clienthello.moc"
