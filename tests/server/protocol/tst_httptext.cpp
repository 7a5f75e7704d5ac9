// SPDX-License-Identifier: MIT
#include "server/protocol/httptext.h"

#include <QTest>

using namespace porthole::protocol;

namespace {

std::string_view view(const QByteArray &bytes) { return {bytes.constData(), std::size_t(bytes.size())}; }

QByteArray bytes(std::string_view text) { return {text.data(), qsizetype(text.size())}; }

} // namespace

class TestHttpText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenInList_data();
    void tokenInList();
    void elements_data();
    void elements();
    void hosts_data();
    void hosts();
    void percent_data();
    void percent();
    void targets_data();
    void targets();
    void characters();
};

void TestHttpText::tokenInList_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<bool>("has");
    QTest::newRow("RFC 9110 5.6.1 alone") << QByteArray("Upgrade") << true;
    QTest::newRow("RFC 9110 5.6.1 second") << QByteArray("keep-alive, Upgrade") << true;
    QTest::newRow("RFC 9110 7.6.1 case") << QByteArray("UPGRADE") << true;
    QTest::newRow("RFC 9110 5.6.1 no space") << QByteArray("a,upgrade,b") << true;
    QTest::newRow("RFC 9110 5.6.1 tabs and spaces") << QByteArray("a \t,\t upgrade ") << true;
    QTest::newRow("RFC 9110 5.6.1 empty elements") << QByteArray(",,upgrade,") << true;
    QTest::newRow("part of a longer token") << QByteArray("upgraded") << false;
    QTest::newRow("end of a longer token") << QByteArray("no-upgrade") << false;
    QTest::newRow("two words") << QByteArray("upgrade now") << false;
    QTest::newRow("within a quoted string") << QByteArray("x=\"a, upgrade, b\"") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestHttpText::tokenInList()
{
    QFETCH(QByteArray, list);
    QFETCH(bool, has);
    QCOMPARE(containsToken(view(list), "upgrade"), has);
}

void TestHttpText::elements_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArrayList>("elements");
    QTest::newRow("one") << QByteArray("a") << QByteArrayList{"a"};
    QTest::newRow("two") << QByteArray(" a , b ") << QByteArrayList{"a", "b"};
    QTest::newRow("comma in a quoted string") << QByteArray("a=\"x,y\", b") << QByteArrayList{"a=\"x,y\"", "b"};
    QTest::newRow("escaped quote") << QByteArray("a=\"x\\\",y\", b") << QByteArrayList{"a=\"x\\\",y\"", "b"};
    QTest::newRow("quote never closed") << QByteArray("a=\"x, b") << QByteArrayList{"a=\"x, b"};
    QTest::newRow("backslash at the end") << QByteArray("a=\"x\\") << QByteArrayList{"a=\"x\\"};
    QTest::newRow("empty between") << QByteArray("a,,b") << QByteArrayList{"a", "", "b"};
}

void TestHttpText::elements()
{
    QFETCH(QByteArray, list);
    QFETCH(QByteArrayList, elements);
    QByteArrayList seen;
    for (std::string_view rest = view(list); !rest.empty();)
        seen << bytes(takeElement(rest));
    QCOMPARE(seen, elements);
}

void TestHttpText::hosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("good");
    for (const char *good : {"example.com", "example.com:9502", "127.0.0.1:80", "[::1]", "[::1]:9502",
                             "[fe80::1%25eth0]", "localhost:", "", "a_b-c.d"})
        QTest::addRow("RFC 3986 3.2.2 '%s'", good) << QByteArray(good) << (QByteArray(good) != "[fe80::1%25eth0]");
    for (const char *bad :
         {"a b", "user@host", "host/path", "host?x", "[::1", "::1", "host:80a", "a,b:c", "h:1:2", "<x>"})
        QTest::addRow("RFC 9112 3.2 refused '%s'", bad) << QByteArray(bad) << false;
}

void TestHttpText::hosts()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, good);
    QCOMPARE(isHost(view(host)), good);
}

void TestHttpText::percent_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("decoded"); // null when refused
    QTest::newRow("nothing to do") << QByteArray("/a/b") << QByteArray("/a/b");
    QTest::newRow("RFC 3986 2.1 either case") << QByteArray("%C3%bc") << QByteArray("\xC3\xBC");
    QTest::newRow("RFC 3986 2.1 slash and NUL") << QByteArray("a%2Fb%00") << QByteArray("a/b\0", 4);
    QTest::newRow("plus stays") << QByteArray("a+b") << QByteArray("a+b");
    QTest::newRow("RFC 3986 2.1 not decoded twice") << QByteArray("%2541") << QByteArray("%41");
    QTest::newRow("cut after the sign") << QByteArray("a%") << QByteArray();
    QTest::newRow("cut after one digit") << QByteArray("a%4") << QByteArray();
    QTest::newRow("not hexadecimal") << QByteArray("%4g") << QByteArray();
    QTest::newRow("second sign in the place of a digit") << QByteArray("%%41") << QByteArray();
}

void TestHttpText::percent()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, decoded);
    const auto result = percentDecoded(view(text));
    QCOMPARE(result.has_value(), !decoded.isNull());
    if (result)
        QCOMPARE(bytes(*result), decoded);
}

void TestHttpText::targets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("no query") << QByteArray("/chat") << QByteArray("/chat") << QByteArray("");
    QTest::newRow("query") << QByteArray("/chat?a=b") << QByteArray("/chat") << QByteArray("a=b");
    QTest::newRow("empty query") << QByteArray("/chat?") << QByteArray("/chat") << QByteArray("");
    QTest::newRow("RFC 3986 3.4 second mark belongs to it")
        << QByteArray("/?a?b") << QByteArray("/") << QByteArray("a?b");
}

void TestHttpText::targets()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, query);
    const PathAndQuery parts = splitTarget(view(target));
    QCOMPARE(bytes(parts.path), path);
    QCOMPARE(bytes(parts.query), query);
}

void TestHttpText::characters()
{
    QVERIFY(!isToken(""));
    QVERIFY(isToken("!#$%&'*+-.^_`|~09azAZ"));
    for (int c = 0; c < 256; ++c) {
        const char text[] = {char(c)};
        const bool letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || (c != 0 && strchr("!#$%&'*+-.^_`|~", c));
        QCOMPARE(isToken({text, 1}), letter);
        QCOMPARE(isFieldValue({text, 1}), c == '\t' || (c >= 0x20 && c != 0x7F));
    }
}

QTEST_APPLESS_MAIN(TestHttpText)
#include "tst_httptext.moc"
