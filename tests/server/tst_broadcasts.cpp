// SPDX-License-Identifier: MIT
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include <QTest>

using namespace porthole;
using namespace porthole::test;

/// What handlers do while many messages of one client are read: it goes out together, and in the order it was done.
class TestBroadcasts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void order_data();
    void order();
    void nothingIsLostWhenTheKernelIsFull();
    void fragmentsAreNotCutIn();
};

namespace {

QByteArray text(const QByteArray &payload) { return RawClient::frame(Opcode::Text, payload); }

/// What the client is sent until the message "end", or its close: `a b close(4001)`.
QByteArray heard(RawClient &client)
{
    QByteArrayList words;
    while (const auto frame = client.readFrame()) {
        if (frame->payload == "end")
            break;
        words.append(frame->opcode == Opcode::Close ? "close(" + QByteArray::number(frame->closeCode()) + ")"
                                                    : frame->payload);
        if (frame->opcode == Opcode::Close)
            break;
    }
    return words.join(' ');
}

} // namespace

/// Client 1 says what is to be done, a letter a message, in one write; 1 and 2 listen.
///   b  broadcast    o  broadcast to the others    p  push to 2    s  push to 1    d  disconnect 2    l  a long
///   broadcast
void TestBroadcasts::order_data()
{
    QTest::addColumn<QByteArray>("deeds");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");

    const auto row = [](const char *deeds, const char *first, const char *second) {
        QTest::newRow(deeds) << QByteArray(deeds) << QByteArray(first) << QByteArray(second);
    };
    row("b", "b0", "b0");
    row("bbbb", "b0 b1 b2 b3", "b0 b1 b2 b3");
    row("oooo", "", "o0 o1 o2 o3");
    row("bobo", "b0 b2", "b0 o1 b2 o3");
    row("bpb", "b0 b2", "b0 p1 b2");
    row("pbp", "b1", "p0 b1 p2");
    row("opso", "s2", "o0 p1 o3");
    row("ssbs", "s0 s1 b2 s3", "b2");
    row("bbd", "b0 b1", "b0 b1 close(4001)");
    row("pod", "", "p0 o1 close(4001)");
    row("dbb", "b1 b2", "close(4001)");
    row("blb", "b0 long b2", "b0 long b2");
}

void TestBroadcasts::order()
{
    QFETCH(const QByteArray, deeds);
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    int number = 0;
    QByteArray longest(200'000, 'l');
    Settings settings = testSettings();
    settings.closeTimeout = std::chrono::milliseconds(200);
    RecordedServer server(settings);
    server.whenMessage = [&](const Frame &frame) {
        const QString what = frame.text();
        const Message message(what == QLatin1String("end") ? what : what + QString::number(number++));
        Server &all = server.server();
        if (what == QLatin1String("b") || what == QLatin1String("end"))
            all.broadcast(message);
        else if (what == QLatin1String("o"))
            all.broadcast(message, frame.client);
        else if (what == QLatin1String("p"))
            all.push({2}, message);
        else if (what == QLatin1String("s"))
            all.push(frame.client, message);
        else if (what == QLatin1String("d"))
            all.disconnect({2}, 4001);
        else
            all.broadcast(Message::text(longest));
    };
    QVERIFY(server.start());
    RawClient one(server.port());
    QVERIFY(one.open());
    RawClient two(server.port());
    QVERIFY(two.open());
    QTRY_COMPARE(server.lines(QStringLiteral("open")).size(), 2);

    QByteArray frames;
    for (const char deed : deeds)
        frames += text(QByteArray(1, deed));
    one.write(frames + text("end"));

    QCOMPARE(heard(one).replace(longest, "long"), first);
    QCOMPARE(heard(two).replace(longest, "long"), second);
}

/// A receiver that does not read for a while gets all of it, frame by frame.
void TestBroadcasts::nothingIsLostWhenTheKernelIsFull()
{
    constexpr int count = 3000;
    Settings settings = testSettings();
    settings.queueMaxBytes = 256LL * 1024 * 1024;
    RecordedServer server(settings);
    server.whenMessage = [&](const Frame &frame) {
        server.server().broadcast(Message::text(frame.data().repeated(2000)), frame.client);
    };
    QVERIFY(server.start());
    RawClient sender(server.port());
    QVERIFY(sender.open());
    RawClient slow(server.port());
    slow.socket().setReadBufferSize(64 * 1024);
    QVERIFY(slow.open());
    QTRY_COMPARE(server.lines(QStringLiteral("open")).size(), 2);

    QByteArray frames;
    for (int number = 0; number < count; ++number)
        frames += text(QByteArray::number(number));
    sender.write(frames);
    QTRY_COMPARE(server.lines(QStringLiteral("message")).size(), count);

    for (int number = 0; number < count; ++number) {
        const auto frame = slow.readFrame();
        QVERIFY(frame);
        QCOMPARE(frame->payload, QByteArray::number(number).repeated(2000));
    }
}

/// RFC 6455 5.4: nothing but control frames may come between the fragments of a message.
void TestBroadcasts::fragmentsAreNotCutIn()
{
    RecordedServer server(testSettings());
    server.whenMessage = [&](const Frame &frame) {
        if (frame.text() == QLatin1String("begin"))
            server.server().push({2}, Message::fragment(Opcode::Text, "he", false));
        else if (frame.text() == QLatin1String("finish"))
            server.server().push({2}, Message::fragment(Opcode::Continuation, "llo", true));
        else
            server.server().broadcast(Message::text(frame.data()));
    };
    QVERIFY(server.start());
    RawClient one(server.port());
    QVERIFY(one.open());
    RawClient two(server.port());
    QVERIFY(two.open());
    QTRY_COMPARE(server.lines(QStringLiteral("open")).size(), 2);
    one.write(text("a") + text("begin") + text("b") + text("finish") + text("c") + text("end"));
    QCOMPARE(heard(one), QByteArray("a b c"));
    QCOMPARE(heard(two), QByteArray("a he llo c"));
}

QTEST_GUILESS_MAIN(TestBroadcasts)
#include "tst_broadcasts.moc"
