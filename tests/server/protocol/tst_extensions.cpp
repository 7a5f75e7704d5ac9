// SPDX-License-Identifier: MIT
#include "server/protocol/extensions.h"

#include <QTest>

using namespace porthole::protocol;

namespace {

std::string_view view(const QByteArray &bytes) { return {bytes.constData(), std::size_t(bytes.size())}; }

constexpr DeflateSettings generous{.serverContextTakeover = true, .clientContextTakeover = true};

QByteArray answer(const QByteArray &header, const DeflateSettings &settings)
{
    const auto offers = parseExtensions(view(header));
    if (!offers)
        return "malformed";
    const auto agreed = negotiateDeflate(*offers, settings);
    return agreed ? QByteArray::fromStdString(agreed->response) : QByteArray("none");
}

} // namespace

class TestExtensions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void negotiates_data();
    void negotiates();
    void settingsCount_data();
    void settingsCount();
    void parametersFollowTheAnswer();
};

void TestExtensions::parses_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *header, const char *expected = "malformed") {
        QTest::newRow(name) << QByteArray(header) << QByteArray(expected);
    };
    row("9.1 none", "", "");
    row("9.1 one", "foo", "foo.");
    row("9.1 two", "foo, bar", "foo.bar.");
    row("9.1 parameters", "foo; a; b=1", "foo a b=1.");
    row("9.1 no spaces", "foo;a;b=1,bar", "foo a b=1.bar.");
    row("9.1 spaces everywhere", " foo ;\ta ; b = 1 ,\tbar ", "foo a b=1.bar.");
    row("9.1 quoted value", "foo; a=\"1\"", "foo a=1.");
    row("9.1 quoted value with an escape", "foo; a=\"\\1\\2\"", "foo a=12.");
    row("9110 5.6.1 empty elements", ",foo,,bar,", "foo.bar.");
    row("9.1 the same name twice", "foo; a, foo", "foo a.foo.");
    row("9.1 quoted value is no token", "foo; a=\"x y\"");
    row("9.1 quoted value with a comma", "foo; a=\"x,y\"");
    row("9.1 quoted value with a semicolon", "foo; a=\"x;y\"");
    row("9.1 empty quoted value", "foo; a=\"\"");
    row("9.1 quote never closed", "foo; a=\"1");
    row("9.1 escape at the end", "foo; a=\"1\\\"");
    row("9.1 text after the quotes", "foo; a=\"1\"2");
    row("9.1 empty value", "foo; a=");
    row("9.1 empty parameter", "foo; ; a");
    row("9.1 parameter missing", "foo;");
    row("9.1 parameter without a name", "foo; =1");
    row("9.1 extension without a name", "; a");
    row("9.1 name is no token", "foo bar");
    row("9.1 value is no token", "foo; a=b c");
    row("9.1 value with a second equals sign", "foo; a=b=c");
    row("9.1 name with a quote", "\"foo\"");
}

void TestExtensions::parses()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, expected);
    const auto offers = parseExtensions(view(header));
    std::string said;
    for (const ExtensionOffer &offer : offers.value_or(std::vector<ExtensionOffer>())) {
        said += offer.name;
        for (const ExtensionParameter &parameter : offer.parameters) {
            said.append(" ").append(parameter.name);
            said += parameter.value ? '=' + *parameter.value : std::string();
        }
        said += '.';
    }
    QCOMPARE(offers ? QByteArray::fromStdString(said) : QByteArray("malformed"), expected);
}

void TestExtensions::negotiates_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("response");
    const auto row = [](const char *name, const char *header, const char *response) {
        QTest::newRow(name) << QByteArray(header) << QByteArray(response);
    };
    const char *const plain = "permessage-deflate";
    row("7.1 no offer", "", "none");
    row("7.1 another extension", "x-webkit-deflate-frame", "none");
    row("7.1 plain", "permessage-deflate", plain);
    row("7.1 as Chromium offers it", "permessage-deflate; client_max_window_bits", plain);
    row("7.1 after another extension", "foo; x=1, permessage-deflate", plain);
    row("7.1.1.1 server_no_context_takeover", "permessage-deflate; server_no_context_takeover",
        "permessage-deflate; server_no_context_takeover");
    row("7.1.1.2 client_no_context_takeover", "permessage-deflate; client_no_context_takeover",
        "permessage-deflate; client_no_context_takeover");
    row("7.1.2.1 server_max_window_bits", "permessage-deflate; server_max_window_bits=10",
        "permessage-deflate; server_max_window_bits=10");
    row("7.1.2.1 server_max_window_bits=8", "permessage-deflate; server_max_window_bits=8",
        "permessage-deflate; server_max_window_bits=8");
    row("7.1.2.1 server_max_window_bits=15 is answered", "permessage-deflate; server_max_window_bits=15",
        "permessage-deflate; server_max_window_bits=15");
    row("7.1.2.2 client_max_window_bits with a value", "permessage-deflate; client_max_window_bits=9",
        "permessage-deflate; client_max_window_bits=9");
    row("7.1 all four",
        "permessage-deflate; client_max_window_bits=12; server_max_window_bits=11; client_no_context_takeover; "
        "server_no_context_takeover",
        "permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=11; "
        "client_max_window_bits=12");
    row("9.1 quoted value", "permessage-deflate; server_max_window_bits=\"10\"",
        "permessage-deflate; server_max_window_bits=10");
    row("7.1 the first that can be served", "permessage-deflate; server_max_window_bits=16, permessage-deflate", plain);
    row("7.1 the client's first wish",
        "permessage-deflate; server_max_window_bits=10, permessage-deflate; server_no_context_takeover",
        "permessage-deflate; server_max_window_bits=10");
    row("7.1 unknown parameter", "permessage-deflate; foo", "none");
    row("7.1 unknown parameter, then a good offer", "permessage-deflate; foo=1, permessage-deflate", plain);
    row("7.1 parameter twice", "permessage-deflate; server_no_context_takeover; server_no_context_takeover", "none");
    row("7.1 window bits twice", "permessage-deflate; server_max_window_bits=10; server_max_window_bits=10", "none");
    row("7.1 client window bits twice", "permessage-deflate; client_max_window_bits; client_max_window_bits=10",
        "none");
    row("7.1.1.1 takeover with a value", "permessage-deflate; server_no_context_takeover=1", "none");
    row("7.1.1.2 takeover with a value", "permessage-deflate; client_no_context_takeover=1", "none");
    row("7.1.2.1 server window bits without a value", "permessage-deflate; server_max_window_bits", "none");
    for (const char *bits : {"7", "16", "0", "08", "015", "150", "1", "x", "1x", "-9", "+9", "0x9", "9.0"}) {
        row(qPrintable(QStringLiteral("7.1.2.1 server window bits of %1").arg(QLatin1String(bits))),
            ("permessage-deflate; server_max_window_bits=" + QByteArray(bits)).constData(), "none");
        row(qPrintable(QStringLiteral("7.1.2.2 client window bits of %1").arg(QLatin1String(bits))),
            ("permessage-deflate; client_max_window_bits=" + QByteArray(bits)).constData(), "none");
    }
    row("9.1 malformed refuses all", "permessage-deflate, foo;", "malformed");
}

void TestExtensions::negotiates()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, response);
    QCOMPARE(answer(header, generous), response);
}

void TestExtensions::settingsCount_data()
{
    QTest::addColumn<bool>("takeover");
    QTest::addColumn<int>("serverBits");
    QTest::addColumn<int>("clientBits");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("response");
    const QByteArray noTakeover = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
    QTest::newRow("7.1.1 no takeover though not asked for")
        << false << 15 << 15 << QByteArray("permessage-deflate") << noTakeover;
    QTest::newRow("7.1.2.1 a smaller server window though not asked for")
        << false << 12 << 15 << QByteArray("permessage-deflate") << noTakeover + "; server_max_window_bits=12";
    QTest::newRow("7.1.2.1 the smaller server window counts")
        << false << 12 << 15 << QByteArray("permessage-deflate; server_max_window_bits=14")
        << noTakeover + "; server_max_window_bits=12";
    QTest::newRow("7.1.2.2 a client that cannot be asked keeps its window")
        << false << 15 << 10 << QByteArray("permessage-deflate") << noTakeover;
    QTest::newRow("7.1.2.2 a client that can be asked")
        << false << 15 << 10 << QByteArray("permessage-deflate; client_max_window_bits")
        << noTakeover + "; client_max_window_bits=10";
    QTest::newRow("7.1.2.2 the smaller client window counts")
        << true << 15 << 10 << QByteArray("permessage-deflate; client_max_window_bits=9")
        << QByteArray("permessage-deflate; client_max_window_bits=9");
}

void TestExtensions::settingsCount()
{
    QFETCH(bool, takeover);
    QFETCH(int, serverBits);
    QFETCH(int, clientBits);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, response);
    DeflateSettings settings;
    settings.serverContextTakeover = settings.clientContextTakeover = takeover;
    settings.serverWindowBits = std::uint8_t(serverBits);
    settings.clientWindowBits = std::uint8_t(clientBits);
    QCOMPARE(answer(header, settings), response);
}

void TestExtensions::parametersFollowTheAnswer()
{
    const auto agreedOn = [](const char *header) {
        return negotiateDeflate(parseExtensions(header).value(), generous).value().parameters;
    };
    const DeflateParameters plain = agreedOn("permessage-deflate");
    QVERIFY(plain.serverContextTakeover && plain.clientContextTakeover);
    QCOMPARE(int(plain.serverWindowBits), 15);
    QCOMPARE(int(plain.clientWindowBits), 15);
    const DeflateParameters all = agreedOn("permessage-deflate; client_max_window_bits=12; server_max_window_bits=11; "
                                           "client_no_context_takeover; server_no_context_takeover");
    QVERIFY(!all.serverContextTakeover && !all.clientContextTakeover);
    QCOMPARE(int(all.serverWindowBits), 11);
    QCOMPARE(int(all.clientWindowBits), 12);
}

QTEST_APPLESS_MAIN(TestExtensions)
#include "tst_extensions.moc"
