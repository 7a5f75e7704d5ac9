// SPDX-License-Identifier: MIT
#include "server/protocol/closing.h"

#include <QTest>

using namespace porthole;
using namespace porthole::protocol;

namespace {

std::string_view view(const QByteArray &bytes) { return {bytes.constData(), std::size_t(bytes.size())}; }

QByteArray payload(int code, const QByteArray &reason = {})
{
    return QByteArray{}.append(char(code >> 8)).append(char(code & 0xff)) + reason;
}

} // namespace

class TestClosing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void codes_data();
    void codes();
    void truncates_data();
    void truncates();
    void buildsWhatItParses();
};

void TestClosing::parses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<int>("violation"); // the code to close with; 0 for none

    QTest::newRow("7.1.5 empty is 1005") << QByteArray() << 1005 << QByteArray() << 0;
    QTest::newRow("5.5.1 one byte") << QByteArray("\x03") << 0 << QByteArray() << 1002;
    QTest::newRow("5.5.1 code alone") << payload(1000) << 1000 << QByteArray() << 0;
    QTest::newRow("5.5.1 code and reason") << payload(1001, "going") << 1001 << QByteArray("going") << 0;
    QTest::newRow("5.5.1 longest reason") << payload(4999, QByteArray(123, 'x')) << 4999 << QByteArray(123, 'x') << 0;
    QTest::newRow("7.4.1 reason with a NUL") << payload(1000, QByteArray(1, '\0')) << 1000 << QByteArray(1, '\0') << 0;
    QTest::newRow("5.5.1 reason of many bytes a letter")
        << payload(3000, "\xE2\x82\xAC") << 3000 << QByteArray("\xE2\x82\xAC") << 0;
    QTest::newRow("8.1 reason not UTF-8") << payload(1000, "\xFF") << 0 << QByteArray() << 1007;
    QTest::newRow("8.1 reason ends within a letter") << payload(1000, "\xE2\x82") << 0 << QByteArray() << 1007;
    QTest::newRow("7.4 bad code goes before bad reason") << payload(999, "\xFF") << 0 << QByteArray() << 1002;
}

void TestClosing::parses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QByteArray, reason);
    QFETCH(int, violation);

    const ParsedClose parsed = parseClose(view(bytes));
    QCOMPARE(parsed.violation.has_value(), violation != 0);
    if (violation != 0) {
        QCOMPARE(int(parsed.violation->code), violation);
        QVERIFY(!parsed.violation->sentence.empty());
        QVERIFY(parsed.violation->sentence.size() <= maxCloseReason);
        return;
    }
    QCOMPARE(int(parsed.code), code);
    QVERIFY(parsed.reason == view(reason));
}

void TestClosing::codes_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("allowed");
    const auto row = [](int code, bool allowed, const char *why) {
        QTest::addRow("7.4 %d %s", code, why) << code << allowed;
    };
    for (const int code : {0, 1, 999})
        row(code, false, "unused range");
    for (const int code : {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014})
        row(code, true, "registered");
    row(1004, false, "reserved");
    for (const int code : {1005, 1006, 1015})
        row(code, false, "never on the wire");
    for (const int code : {1016, 1100, 2000, 2999})
        row(code, false, "unassigned");
    for (const int code : {3000, 3999, 4000, 4999})
        row(code, true, "for libraries and applications");
    for (const int code : {5000, 65535})
        row(code, false, "out of range");
}

void TestClosing::codes()
{
    QFETCH(int, code);
    QFETCH(bool, allowed);
    const ParsedClose parsed = parseClose(view(payload(code)));
    QCOMPARE(!parsed.violation, allowed);
    if (!allowed)
        QCOMPARE(parsed.violation->code, CloseCode::ProtocolError);
    QCOMPARE(closePayload(std::uint16_t(code), "why").size(), std::size_t(allowed ? 5 : 0));
}

void TestClosing::truncates_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<int>("size");
    const QByteArray euro("\xE2\x82\xAC");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("5.5 fits") << QByteArray(123, 'x') << 123;
    QTest::newRow("5.5 one too many") << QByteArray(124, 'x') << 123;
    QTest::newRow("5.5 ends on a letter") << QByteArray(euro.repeated(50)) << 123;
    QTest::newRow("5.5 within a letter of three, one over") << QByteArray("x" + euro.repeated(50)) << 121;
    QTest::newRow("5.5 within a letter of three, two over") << QByteArray("xx" + euro.repeated(50)) << 122;
    QTest::newRow("5.6 cut before what is not UTF-8") << QByteArray("ab\xFFzz") << 2;
}

void TestClosing::truncates()
{
    QFETCH(QByteArray, reason);
    QFETCH(int, size);
    const std::string_view cut = truncateReason(view(reason));
    QVERIFY(cut == view(reason).substr(0, std::size_t(size)));
    const std::string built = closePayload(CloseCode::GoingAway, view(reason));
    QCOMPARE(built.size(), std::size_t(size) + 2);
    QVERIFY(!parseClose(built).violation);
}

void TestClosing::buildsWhatItParses()
{
    const std::string built = closePayload(4321, "tsch\xC3\xBC\xC3\x9F");
    const ParsedClose parsed = parseClose(built);
    QCOMPARE(parsed.code, std::uint16_t(4321));
    QVERIFY(parsed.reason == "tsch\xC3\xBC\xC3\x9F");
    QVERIFY(closePayload(CloseCode::NoStatus).empty());
    QVERIFY(closePayload(CloseCode::Abnormal, "x").empty());
}

QTEST_APPLESS_MAIN(TestClosing)
#include "tst_closing.moc"
