// SPDX-License-Identifier: MIT
#include "server/protocol/session.h"
#include "tests/server/protocol/frames.h"
#include "tests/server/protocol/transcript.h"

#include <QTest>

#include <random>

using namespace porthole;
using namespace porthole::protocol;
using namespace porthole::tests;

namespace {

/// Random frames of a client, most of them good, then a few bytes changed. The same seed gives the same bytes.
class Stream final
{
public:
    Stream(unsigned seed, bool deflate) : m_random(seed), m_deflate(deflate) { }

    QByteArray bytes()
    {
        QByteArray all;
        for (unsigned count = upTo(8); count > 0; --count)
            all += nextFrame();
        for (unsigned changes = upTo(2); changes > 0 && !all.isEmpty(); --changes)
            all[qsizetype(upTo(unsigned(all.size() - 1)))] = char(m_random());
        return all;
    }

private:
    unsigned upTo(unsigned most) { return unsigned(m_random() % (most + 1)); }

    QByteArray nextFrame()
    {
        static constexpr Opcode opcodes[] = {Opcode::Text, Opcode::Text, Opcode::Text,         Opcode::Binary,
                                             Opcode::Ping, Opcode::Pong, Opcode::Continuation, Opcode::Close};
        const Opcode opcode = opcodes[upTo(7)];
        const bool compress = m_deflate && !isControl(opcode) && upTo(1) == 0;
        std::string payload = nextPayload(opcode);
        if (compress)
            m_deflater.compress(std::exchange(payload, {}), true, payload);
        return frame(opcode, tests::bytes(payload),
                     {.fin = isControl(opcode) || upTo(3) != 0, .rsv1 = compress && opcode != Opcode::Continuation});
    }

    std::string nextPayload(Opcode opcode)
    {
        if (opcode == Opcode::Close)
            return closePayload(std::uint16_t(1000 + upTo(20)));
        std::string payload(upTo(upTo(9) == 0 ? 1500 : 60), char('a' + upTo(25)));
        return upTo(3) == 0 ? payload + "\xE2\x82\xAC" : payload;
    }

    std::mt19937 m_random;
    Deflater m_deflater{15, 6, 8};
    bool m_deflate;
};

} // namespace

class TestSessionCuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyCutSaysTheSame_data();
    void anyCutSaysTheSame();
};

void TestSessionCuts::anyCutSaysTheSame_data()
{
    QTest::addColumn<bool>("deflate");
    QTest::newRow("without deflate") << false;
    QTest::newRow("7692 with deflate") << true;
}

void TestSessionCuts::anyCutSaysTheSame()
{
    QFETCH(bool, deflate);
    const auto parameters = deflate ? std::optional(DeflateParameters()) : std::nullopt;
    SessionContext context(2000);
    int failed = 0;
    for (unsigned seed = 1; seed <= 1000; ++seed) {
        const QByteArray in = Stream(seed, deflate).bytes();
        const Outcome expected = run(context, parameters, whole(view(in)));
        failed += expected.phase == Session::Phase::Failed;
        for (const Pieces &pieces : allCuts(view(in), 2)) {
            QVERIFY2(run(context, parameters, pieces) == expected, qPrintable(QString::number(seed)));
            QVERIFY2(run(context, parameters, pieces, Reading::InPlace) == expected, qPrintable(QString::number(seed)));
        }
    }
    QVERIFY2(failed > 200 && failed < 900, qPrintable(QString::number(failed))); // else the streams would prove little
}

QTEST_APPLESS_MAIN(TestSessionCuts)
#include "tst_sessioncuts.moc"
