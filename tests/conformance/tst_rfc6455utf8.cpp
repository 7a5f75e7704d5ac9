// SPDX-License-Identifier: MIT
#include "tests/conformance/wire.h"
#include "tests/server/protocol/frames.h"

#include <QTest>

using namespace porthole;
using namespace porthole::test;
using namespace porthole::tests;

namespace {

struct Sequence
{
    const char *name;
    const char *digits;
};

constexpr Sequence valid[] = {
    {"U+0000", "00"},
    {"U+007F", "7f"},
    {"U+0080", "c280"},
    {"U+07FF", "dfbf"},
    {"U+0800", "e0a080"},
    {"U+D7FF", "ed9fbf"},
    {"U+E000", "ee8080"},
    {"U+FFFD", "efbfbd"},
    {"U+FFFE, no character but valid", "efbfbe"},
    {"U+FFFF, no character but valid", "efbfbf"},
    {"U+10000", "f0908080"},
    {"U+3FFFF", "f0bfbfbf"},
    {"U+100000", "f4808080"},
    {"U+10FFFF", "f48fbfbf"},
    {"U+FEFF, a byte order mark", "efbbbf"},
    {"Greek", "cebae1bdb9cf83cebcceb5"},
    {"a wave", "f09f8c8a"},
};

constexpr Sequence invalid[] = {
    {"a continuation alone, 80", "80"},
    {"a continuation alone, BF", "bf"},
    {"a letter cut short by another, 2 bytes", "c241"},
    {"a letter cut short by another, 3 bytes", "e28241"},
    {"a letter cut short by another, 4 bytes", "f0908041"},
    {"C0 80, overlong", "c080"},
    {"C1 BF, overlong", "c1bf"},
    {"E0 80 80, overlong", "e08080"},
    {"E0 9F BF, overlong", "e09fbf"},
    {"F0 80 80 80, overlong", "f0808080"},
    {"F0 8F BF BF, overlong", "f08fbfbf"},
    {"surrogate D800", "eda080"},
    {"surrogate DBFF", "edafbf"},
    {"surrogate DC00", "edb080"},
    {"surrogate DFFF", "edbfbf"},
    {"a pair of surrogates", "eda080edb080"},
    {"U+110000", "f4908080"},
    {"F5", "f5808080"},
    {"five bytes", "f888808080"},
    {"six bytes", "fc8480808080"},
    {"FE", "fe"},
    {"FF", "ff"},
};

} // namespace

/// RFC 6455 8.1: text is UTF-8, and what is not is found at the first bad byte.
class TestRfc6455Utf8 final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start()); }
    void sequences_data();
    void sequences() { holdToRow(m_server.port()); }
    void fragments_data();
    void fragments() { holdToRow(m_server.port()); }
    void found_data();
    void found();

private:
    EchoServer m_server;
};

void TestRfc6455Utf8::sequences_data()
{
    conformanceColumns();
    const QByteArray padding(61, 'a'); // past every fast path for ASCII
    for (const auto &[name, digits] : valid) {
        const QByteArray letter = hex(digits);
        conformanceRow(QByteArray("8.1 ") + name, tests::text(letter), "text(" + letter + ")");
        conformanceRow(QByteArray("8.1 among others, ") + name, tests::text(padding + letter + padding),
                       "text(" + shortly(padding + letter + padding) + ")");
    }
    for (const auto &[name, digits] : invalid) {
        const QByteArray letter = hex(digits);
        conformanceRow(QByteArray("8.1 ") + name, tests::text(letter), "close(1007) end");
        conformanceRow(QByteArray("8.1 among others, ") + name, tests::text(padding + letter + padding),
                       "close(1007) end");
        conformanceRow(QByteArray("5.6 binary may hold ") + name, frame(Opcode::Binary, letter),
                       "binary(" + letter + ")");
    }
    for (const char *digits : {"c2", "e2", "e282", "f0", "f090", "f09080"})
        conformanceRow(QByteArray("8.1 ends within a letter, ") + digits, tests::text("a" + hex(digits)),
                       "close(1007) end");
    conformanceRow("8.1 a good message before", tests::text("good") + tests::text(hex("ff")) + tests::text("ignored"),
                   "text(good) close(1007) end");
}

void TestRfc6455Utf8::fragments_data()
{
    conformanceColumns();
    const QByteArray wave = hex("f09f8c8a");
    for (int cut = 1; cut < 4; ++cut)
        conformanceRow("8.1 a letter in two fragments, cut after " + QByteArray::number(cut),
                       first("a" + wave.first(cut)) + last(wave.mid(cut) + "b"), "text(a" + wave + "b)");
    conformanceRow("8.1 a letter in four fragments, with pings between",
                   first(wave.first(1)) + frame(Opcode::Ping, "1") + next(wave.mid(1, 1)) + next("")
                       + next(wave.mid(2, 1)) + last(wave.mid(3)),
                   "pong(1) text(" + wave + ")");
    conformanceRow("8.1 fragments that end within a letter", first("a") + last(wave.first(3)), "close(1007) end");
    conformanceRow("8.1 bad across a cut", first(hex("e2")) + last("a"), "close(1007) end");
    conformanceRow("8.1 a surrogate across a cut", first(hex("ed")) + last(hex("a080")), "close(1007) end");
    conformanceRow("8.1 the next message begins anew", tests::text(wave) + tests::text(wave),
                   "text(" + wave + ") text(" + wave + ")");
}

/// The rest of the frame, or of the message, never comes: the close must not wait for it.
void TestRfc6455Utf8::found_data()
{
    QTest::addColumn<QByteArray>("in");

    const QByteArray big = tests::text(QByteArray(50'000, 'a') + hex("ff") + QByteArray(50'000, 'a'));
    QTest::newRow("8.1 in a fragment, the last not sent") << first("a" + hex("ff"));
    QTest::newRow("8.1 in the second fragment, the last not sent") << first("a") + next(hex("c080"));
    QTest::newRow("8.1 in a frame, its end not sent") << tests::text("good" + hex("ff") + "rest").first(11);
    QTest::newRow("8.1 in a long frame, its end not sent") << big.first(60'000);
    QTest::newRow("8.1 overlong at its second byte") << tests::text(hex("f0808080")).first(8);
    QTest::newRow("8.1 in a whole message") << tests::text(hex("ff"));
}

void TestRfc6455Utf8::found()
{
    QFETCH(const QByteArray, in);
    for (const Writing writing : {Writing::Whole, Writing::Dribbled}) {
        RawClient client(m_server.port());
        QVERIFY(client.open());
        write(client, in, writing);
        const auto frame = client.readFrame();
        QVERIFY(frame);
        QCOMPARE(wordOf(*frame), QByteArray("close(1007)"));
        client.finish();
        QVERIFY(client.waitForEnd());
    }
}

QTEST_GUILESS_MAIN(TestRfc6455Utf8)
#include "tst_rfc6455utf8.moc"
