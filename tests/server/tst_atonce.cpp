// SPDX-License-Identifier: MIT
#include "tests/support/certificates.h"
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSemaphore>
#include <QTest>

using namespace porthole;
using namespace porthole::test;

/// What several clients have sent before any of them is read: it is read in a row, handled in a row, and answered in a
/// row.
class TestAtOnce final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachHearsItsOwn();
    void deeds_data();
    void deeds();
    void withTheHandshake();
    void noEchoIsDroppedThatHasBegun();
    void echoes_data();
    void echoes();
    void aHandlerThatSpinsALoopHoldsNobodyUp();
};

namespace {

QByteArray text(const QByteArray &payload) { return RawClient::frame(Opcode::Text, payload); }

/// What the client is sent until its own "end" comes back, or to its end: `a b close(4001)`, `a cut`.
QByteArray heard(RawClient &client)
{
    QByteArrayList words;
    for (;;) {
        const auto frame = client.readFrame();
        if (!frame)
            words.append("cut");
        else if (frame->opcode == Opcode::Close)
            words.append("close(" + QByteArray::number(frame->closeCode()) + ")");
        else if (frame->payload != "end")
            words.append(frame->payload);
        if (!frame || frame->opcode == Opcode::Close || frame->payload == "end")
            return words.join(' ');
    }
}

/// A server that echoes, and clients numbered from 1. The first holds its only worker while the others write.
class Crowd
{
public:
    explicit Crowd(int count, const std::function<bool(const Frame &)> &handle = {}) : m_server(testSettings())
    {
        m_server.whenMessage = [this, handle](const Frame &frame) {
            if (frame.data() == "hold") {
                m_held.release();
                m_go.acquire();
            } else if (!handle || !handle(frame)) {
                m_server.server().push(frame.client, frame.opcode, frame.view());
            }
        };
        m_isGood = m_server.start();
        for (int number = 1; m_isGood && number <= count; ++number) {
            m_clients.push_back(std::make_unique<RawClient>(m_server.port()));
            m_isGood = m_clients.back()->open()
                && QTest::qWaitFor([&] { return m_server.lines(QStringLiteral("open")).size() == number; }, 10'000);
        }
    }
    ~Crowd() { m_go.release(1000); }

    quint16 port() const { return m_server.port(); }
    bool isGood() const { return m_isGood; }
    Server &server() { return m_server.server(); }
    RawClient &client(int number) { return *m_clients[size_t(number - 1)]; }

    void hold()
    {
        client(1).write(text("hold"));
        m_held.acquire();
    }
    void letGo() { m_go.release(); }

private:
    QSemaphore m_held;
    QSemaphore m_go;
    RecordedServer m_server;
    std::vector<std::unique_ptr<RawClient>> m_clients;
    bool m_isGood = false;
};

} // namespace

/// More of them than are read in one row, and some whose messages are not whole, or longer than a row.
void TestAtOnce::eachHearsItsOwn()
{
    constexpr int count = 100;
    const QByteArray longest(100'000, 'l');
    Crowd crowd(count);
    QVERIFY(crowd.isGood());
    crowd.hold();
    const auto word = [&](int number) { return number % 7 ? QByteArray::number(number) : longest; };
    QByteArrayList rests;
    for (int number = 2; number <= count; ++number) {
        const QByteArray frames = text(word(number)) + text("second") + text("end");
        const qsizetype part = number % 5 ? frames.size() : frames.size() - 6;
        crowd.client(number).write(frames.first(part));
        rests.append(frames.sliced(part));
    }
    crowd.letGo();
    for (int number = 2; number <= count; ++number)
        crowd.client(number).write(rests.at(number - 2));
    for (int number = 2; number <= count; ++number)
        QCOMPARE(heard(crowd.client(number)), word(number) + " second");
}

/// What client 2 does to 3 while a message of 3 waits to be told.
void TestAtOnce::deeds_data()
{
    QTest::addColumn<std::function<void(Server &)>>("deed");
    QTest::addColumn<QByteArray>("heard");

    const auto row = [](const char *name, const std::function<void(Server &)> &deed, const char *heard) {
        QTest::newRow(name) << deed << QByteArray(heard);
    };
    row(
        "nothing", [](Server &) {}, "a");
    row(
        "push", [](Server &server) { server.push({3}, QStringLiteral("p")); }, "p a");
    row(
        "broadcast", [](Server &server) { server.broadcast(QStringLiteral("b")); }, "b a");
    row(
        "disconnect", [](Server &server) { server.disconnect({3}, 4001); }, "close(4001)");
    row(
        "close", [](Server &server) { server.close({3}); }, "cut");
    row(
        "push and disconnect",
        [](Server &server) {
            server.push({3}, QStringLiteral("p"));
            server.disconnect({3}, 4001);
        },
        "p close(4001)");
    row(
        "pause and resume",
        [](Server &server) {
            server.pause({3});
            server.after(std::chrono::milliseconds(1), [&server] { server.resume({3}); });
        },
        "a");
}

void TestAtOnce::deeds()
{
    QFETCH(std::function<void(Server &)>, deed);
    QFETCH(QByteArray, heard);
    Crowd *whole = nullptr;
    Crowd crowd(4, [&](const Frame &frame) {
        if (frame.data() == "do")
            deed(whole->server());
        return frame.data() == "do";
    });
    whole = &crowd;
    QVERIFY(crowd.isGood());
    crowd.hold();
    crowd.client(2).write(text("do") + text("end"));
    crowd.client(3).write(text("a") + text("end"));
    crowd.client(4).write(text("a") + text("end"));
    crowd.letGo();
    QCOMPARE(::heard(crowd.client(3)), heard);
    const QByteArray others = QByteArray(QTest::currentDataTag()) == "broadcast" ? "b" : "";
    QCOMPARE(::heard(crowd.client(2)), others);
    QCOMPARE(::heard(crowd.client(4)), others.isEmpty() ? QByteArray("a") : others + " a");
}

/// The message is long enough to be written from where it was read, and what came behind a handshake is kept elsewhere.
void TestAtOnce::withTheHandshake()
{
    if (wantsTls())
        QSKIP("a client of TLS waits for the worker before it can send its handshake");
    const auto word = [](int number) { return QByteArray(5000, char('a' + number)); };
    Crowd crowd(1);
    QVERIFY(crowd.isGood());
    crowd.hold();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int number = 0; number < 20; ++number) {
        clients.push_back(std::make_unique<RawClient>(crowd.port()));
        clients.back()->write(RawClient::handshake() + text(word(number)) + text("end"));
    }
    QCoreApplication::processEvents(); // where the server accepts them
    crowd.letGo();
    for (int number = 0; number < 20; ++number) {
        QVERIFY(clients[size_t(number)]->readHead().startsWith("HTTP/1.1 101"));
        QCOMPARE(heard(*clients[size_t(number)]), word(number));
    }
}

/// A client that does not read for a while misses messages, but no part of one: not even where that part looks like a
/// whole frame.
void TestAtOnce::noEchoIsDroppedThatHasBegun()
{
    constexpr int count = 1500;
    Settings settings = testSettings();
    settings.queuePolicy = QueuePolicy::DropOldest;
    settings.queueMaxBytes = 1024 * 1024;
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    client.socket().setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 64 * 1024);
    client.socket().setReadBufferSize(1);
    constexpr char filler = '\x82';
    const auto word = [](int number) { return QByteArray::number(number).rightJustified(5000, filler); };
    for (int number = 0; number < count; ++number)
        client.write(RawClient::frame(Opcode::Binary, word(number)));
    QTRY_COMPARE_WITH_TIMEOUT(server.lines(QStringLiteral("message")).size(), count, 10'000);
    client.socket().setReadBufferSize(0);
    for (int last = -1; last < count - 1;) {
        const auto frame = client.readFrame();
        QVERIFY(frame && frame->payload.size() == 5000);
        const int number = frame->payload.mid(frame->payload.lastIndexOf(filler) + 1).toInt();
        QVERIFY(number > last);
        QCOMPARE(frame->payload, word(number));
        last = number;
    }
}

/// Of messages that come with one packet some are echoed, some twice, some in part, some answered with other words.
void TestAtOnce::echoes_data()
{
    QTest::addColumn<QByteArrayList>("messages"); ///< the first letter says what to do with it
    QTest::addColumn<QByteArrayList>("heard");

    const QByteArray medium = "e" + QByteArray(1000, 'm');
    const QByteArray large = "e" + QByteArray(70'000, 'l');
    QTest::newRow("one") << QByteArrayList{"e1"} << QByteArrayList{"e1"};
    QTest::newRow("a row") << QByteArrayList{"e1", medium, "e", "e4"} << QByteArrayList{"e1", medium, "e", "e4"};
    QTest::newRow("some of them") << QByteArrayList{"e1", "-", "e3", "-", medium} << QByteArrayList{"e1", "e3", medium};
    QTest::newRow("twice") << QByteArrayList{"e1", "t2", "e3"} << QByteArrayList{"e1", "t2", "t2", "e3"};
    QTest::newRow("the front") << QByteArrayList{"e1", "f234", "e5"} << QByteArrayList{"e1", "f2", "e5"};
    QTest::newRow("the back") << QByteArrayList{"e1", "b234", "e5"} << QByteArrayList{"e1", "34", "e5"};
    QTest::newRow("the back, then all") << QByteArrayList{"B234", "e5"} << QByteArrayList{"34", "B234", "e5"};
    QTest::newRow("other words") << QByteArrayList{"e1", "o", "e2"} << QByteArrayList{"e1", "other", "e2"};
    QTest::newRow("a long one among them")
        << QByteArrayList{"e1", large, medium, "t2", large} << QByteArrayList{"e1", large, medium, "t2", "t2", large};
}

void TestAtOnce::echoes()
{
    QFETCH(QByteArrayList, messages);
    QFETCH(QByteArrayList, heard);
    RecordedServer server(testSettings());
    server.whenMessage = [&](const Frame &frame) {
        const auto push = [&](QByteArrayView payload) { server.server().push(frame.client, Opcode::Text, payload); };
        switch (const QByteArrayView all = frame.view(); all.front()) {
        case 'e': return push(all);
        case 't': return push(all), push(all);
        case 'f': return push(all.first(2));
        case 'b': return push(all.last(2));
        case 'B': return push(all.last(2)), push(all);
        case 'o': return push("other");
        default: return;
        }
    };
    QVERIFY(server.start());
    RawClient client(server.port());
    QVERIFY(client.open());
    QByteArray frames;
    for (const QByteArray &message : messages)
        frames += text(message);
    for (int time = 0; time < 3; ++time) {
        client.write(frames);
        for (const QByteArray &word : heard) {
            const auto frame = client.readFrame();
            QVERIFY(frame.has_value());
            QCOMPARE(frame->payload, word);
        }
    }
}

/// The answer to 2 is there, and 4 is served, while the handler of 3 waits for what 2 says next.
void TestAtOnce::aHandlerThatSpinsALoopHoldsNobodyUp()
{
    bool isOver = false;
    Crowd crowd(4, [&](const Frame &frame) {
        if (frame.data() == "over")
            isOver = true;
        if (frame.data() != "spin")
            return false;
        while (!isOver)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return false;
    });
    QVERIFY(crowd.isGood());
    crowd.hold();
    crowd.client(2).write(text("a") + text("end"));
    crowd.client(3).write(text("spin") + text("end"));
    crowd.client(4).write(text("b") + text("end"));
    crowd.letGo();
    QCOMPARE(heard(crowd.client(2)), QByteArray("a"));
    QCOMPARE(heard(crowd.client(4)), QByteArray("b"));
    crowd.client(2).write(text("over"));
    QCOMPARE(heard(crowd.client(3)), QByteArray("spin"));
}

QTEST_GUILESS_MAIN(TestAtOnce)
#include "tst_atonce.moc"
