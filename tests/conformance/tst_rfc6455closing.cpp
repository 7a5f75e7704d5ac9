// SPDX-License-Identifier: MIT
#include "tests/conformance/wire.h"
#include "tests/server/protocol/frames.h"

#include <QTest>

using namespace porthole;
using namespace porthole::test;
using namespace porthole::tests;

/// RFC 6455 sections 5.5.1 and 7, closing.
class TestRfc6455Closing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start()); }
    void codes_data();
    void codes() { holdToRow(m_server.port()); }
    void bodies_data();
    void bodies() { holdToRow(m_server.port()); }
    void afterwards_data();
    void afterwards() { holdToRow(m_server.port()); }

private:
    EchoServer m_server;
};

void TestRfc6455Closing::codes_data()
{
    conformanceColumns();
    for (const int code :
         {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3001, 3999, 4000, 4001, 4999}) {
        const QByteArray digits = QByteArray::number(code);
        conformanceRow("7.4 code " + digits, closing(code), "close(" + digits + ") end");
        conformanceRow("7.4 code " + digits + " with a reason", closing(code, "because"), "close(" + digits + ") end");
    }
    for (const int code : {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 1999, 2000, 2999, 5000, 32'768, 65'535}) {
        const QByteArray payload = QByteArray(1, char(code >> 8)) + char(code & 0xFF);
        conformanceRow("7.4 code " + QByteArray::number(code) + " may not be sent", frame(Opcode::Close, payload),
                       "close(1002) end");
    }
}

void TestRfc6455Closing::bodies_data()
{
    conformanceColumns();
    const QByteArray code = hex("03e8");
    conformanceRow("5.5.1 without a body", frame(Opcode::Close, ""), "close() end");
    conformanceRow("5.5.1 of one byte", frame(Opcode::Close, hex("03")), "close(1002) end");
    conformanceRow("5.5.1 the longest reason", frame(Opcode::Close, code + QByteArray(123, 'r')), "close(1000) end");
    conformanceRow("5.5.1 reason in UTF-8", frame(Opcode::Close, code + "gr\xc3\xbc\xc3\x9f"), "close(1000) end");
    conformanceRow("5.5.1 reason that is not UTF-8", frame(Opcode::Close, code + hex("ff")), "close(1007) end");
    conformanceRow("5.5.1 reason that ends within a letter", frame(Opcode::Close, code + hex("e282")),
                   "close(1007) end");
    conformanceRow("5.5.1 reason with a surrogate", frame(Opcode::Close, code + hex("eda080")), "close(1007) end");
}

void TestRfc6455Closing::afterwards_data()
{
    conformanceColumns();
    const QByteArray close = closing(1000);
    conformanceRow("5.5.1 text after a close", close + tests::text("ignored"), "close(1000) end");
    conformanceRow("5.5.1 ping after a close", close + frame(Opcode::Ping, "ignored"), "close(1000) end");
    conformanceRow("5.5.1 a second close", close + closing(1001), "close(1000) end");
    conformanceRow("5.5.1 rubbish after a close", close + hex("ffffffffffffffffffff"), "close(1000) end");
    conformanceRow("5.5.1 256 KiB after a close", close + frame(Opcode::Binary, QByteArray(262'144, 'x')),
                   "close(1000) end");
    conformanceRow("7.1.1 messages before a close are answered", tests::text("a") + tests::text("b") + close,
                   "text(a) text(b) close(1000) end");
    conformanceRow("7.1.1 pings before a close are answered", frame(Opcode::Ping, "a") + close,
                   "pong(a) close(1000) end");
    conformanceRow("7.1.7 256 KiB after a protocol error",
                   last("wrong") + frame(Opcode::Binary, QByteArray(262'144, 'x')), "close(1002) end");
}

QTEST_GUILESS_MAIN(TestRfc6455Closing)
#include "tst_rfc6455closing.moc"
