// SPDX-License-Identifier: MIT
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include "server/rooms.h"

#include <QTest>

#include <thread>

using namespace porthole;
using namespace porthole::test;

/// Rooms: who is in them, and who hears what is published there.
class TestRooms final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roomIsThereWhileSomebodyIsInIt();
    void joinRefuses_data();
    void joinRefuses();
    void publishReachesMembersButOne_data();
    void publishReachesMembersButOne();
    void publishFromAnotherThread();
    void publishRefuses();
    void joinFromOpenAndPublishAtOnce();
    void leavingClientIsOutOfAllItsRooms();
    void roomsAreStillKnownInClose();
    void handshakingClientIsNoMemberYet();
    void roomsPerClientIsALimit();
    void joinsAndLeavesFromManyThreads();
};

namespace {

Settings workers(int count)
{
    Settings settings = testSettings();
    settings.workers = count;
    return settings;
}

const QString lobby = QStringLiteral("lobby");

/// A server with so many clients, their ids in the order opened.
struct Party
{
    explicit Party(int count, const Settings &settings) : recorded(settings)
    {
        if (!recorded.start())
            return;
        for (int index = 0; index < count; ++index) {
            clients.push_back(std::make_unique<RawClient>(recorded.port()));
            if (clients.back()->open())
                ids.append(openedAs(index));
        }
    }

    ClientId openedAs(int index)
    {
        const bool opened =
            QTest::qWaitFor([&] { return recorded.lines(QStringLiteral("open")).size() > index; }, 20'000);
        return opened ? recorded.lastOpened() : ClientId();
    }

    QByteArray next(int client) { return clients[size_t(client)]->readFrame().value_or(WireFrame()).payload; }

    RecordedServer recorded;
    std::vector<std::unique_ptr<RawClient>> clients;
    QList<ClientId> ids;
};

} // namespace

void TestRooms::roomIsThereWhileSomebodyIsInIt()
{
    Rooms rooms;
    const QString other = QStringLiteral("other");
    QVERIFY(!rooms.contains(lobby));
    QVERIFY(rooms.join({1}, lobby, 2) && rooms.join({2}, lobby, 2) && rooms.join({1}, other, 2));
    QVERIFY2(rooms.join({1}, lobby, 1), "it is there already");
    QCOMPARE(rooms.of({1}), QStringList({lobby, other}));
    QCOMPARE(rooms.members(lobby), std::set<ClientId>({{1}, {2}}));
    QVERIFY(rooms.leave({1}, lobby));
    QVERIFY(!rooms.leave({1}, lobby));
    QVERIFY(rooms.contains(lobby));
    rooms.leaveAll({2});
    QVERIFY(!rooms.contains(lobby));
    QVERIFY(rooms.members(lobby).empty());
    QVERIFY(!rooms.join({1}, lobby, 1));
    QVERIFY2(!rooms.join({3}, lobby, 0), "no place at all");
    QVERIFY(rooms.of({3}).isEmpty());
}

void TestRooms::joinRefuses_data()
{
    QTest::addColumn<QString>("room");
    QTest::addColumn<bool>("known");
    QTest::addColumn<QString>("error");
    QTest::addRow("an empty name") << QString() << true << QStringLiteral("A room needs a name.");
    QTest::addRow("255 bytes") << QString(255, QLatin1Char('x')) << true << QString();
    QTest::addRow("256 bytes") << QString(256, QLatin1Char('x')) << true
                               << QStringLiteral("The name of a room is longer than 255 bytes.");
    QTest::addRow("bytes, not letters") << QString(128, QChar(0xFC)) << true
                                        << QStringLiteral("The name of a room is longer than 255 bytes.");
    QTest::addRow("a stranger") << lobby << false << QStringLiteral("There is no client #4711.");
}

void TestRooms::joinRefuses()
{
    QFETCH(QString, room);
    QFETCH(bool, known);
    QFETCH(QString, error);
    Party party(1, workers(1));
    Server &server = party.recorded.server();
    const Result<> joined = server.join(known ? party.ids.value(0) : ClientId{4711}, room);
    QCOMPARE(joined ? QString() : joined.error().message, error);
    QCOMPARE(server.members(room).size(), error.isEmpty() ? 1 : 0);
}

void TestRooms::publishReachesMembersButOne_data()
{
    QTest::addColumn<int>("threads");
    QTest::addRow("one worker") << 1;
    QTest::addRow("three workers") << 3;
}

void TestRooms::publishReachesMembersButOne()
{
    QFETCH(int, threads);
    Party party(4, workers(threads));
    Server &server = party.recorded.server();
    QCOMPARE(party.ids.size(), 4);
    for (const int index : {2, 0, 1})
        QVERIFY(server.join(party.ids[index], lobby));
    QCOMPARE(server.members(lobby), party.ids.mid(0, 3));
    QCOMPARE(server.rooms(party.ids[0]), QStringList{lobby});
    QCOMPARE(server.rooms(party.ids[3]), QStringList());
    QCOMPARE(server.clientInfo(party.ids[0])->rooms, QStringList{lobby});

    QVERIFY(accepted(server.publish(lobby, QStringLiteral("all"))));
    QVERIFY(accepted(server.publish(lobby, QStringLiteral("but one"), party.ids[1])));
    QVERIFY(server.leave(party.ids[0], lobby));
    QVERIFY2(!server.leave(party.ids[0], lobby), "it is not in it any more");
    QVERIFY(accepted(server.publish(lobby, QStringLiteral("after"))));
    QVERIFY(accepted(server.broadcast(QStringLiteral("end"))));
    const QList<QByteArrayList> heard{
        {"all", "but one", "end"}, {"all", "after", "end"}, {"all", "but one", "after", "end"}, {"end"}};
    for (int client = 0; client < 4; ++client) {
        for (const QByteArray &message : heard[client])
            QCOMPARE(party.next(client), message);
    }
}

void TestRooms::publishFromAnotherThread()
{
    Party party(2, workers(2));
    Server &server = party.recorded.server();
    for (const ClientId id : party.ids)
        QVERIFY(server.join(id, lobby));
    PushResult result = PushResult::NotAllowed;
    std::thread([&] { result = server.publish(lobby, Message::binary("bytes")); }).join();
    QCOMPARE(result, PushResult::Queued);
    QCOMPARE(party.next(0), QByteArray("bytes"));
    QCOMPARE(party.next(1), QByteArray("bytes"));
}

void TestRooms::publishRefuses()
{
    Settings settings = workers(1);
    settings.messageMaxBytes = 10;
    Party party(1, settings);
    Server &server = party.recorded.server();
    QVERIFY(server.join(party.ids.value(0), lobby));
    QCOMPARE(server.publish(lobby, QString(11, QLatin1Char('x'))), PushResult::TooBig);
    QCOMPARE(server.publish(lobby, Message(Opcode::Close, {})), PushResult::NotAllowed);
    QCOMPARE(server.publish(QStringLiteral("nobody is here"), QStringLiteral("x")), PushResult::Sent);
}

void TestRooms::joinFromOpenAndPublishAtOnce()
{
    RecordedServer recorded(workers(2));
    recorded.whenOpen = [&recorded](const Request &request) {
        recorded.server().join(request.client, lobby);
        recorded.server().publish(lobby, QStringLiteral("welcome"));
    };
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    QCOMPARE(client.readFrame().value_or(WireFrame()).payload, QByteArray("welcome"));
}

void TestRooms::leavingClientIsOutOfAllItsRooms()
{
    Party party(2, workers(2));
    Server &server = party.recorded.server();
    const QString other = QStringLiteral("other");
    for (const ClientId id : party.ids)
        QVERIFY(server.join(id, lobby) && server.join(id, other));
    party.clients[0]->reset();
    QTRY_VERIFY(!server.exists(party.ids[0]));
    QCOMPARE(server.members(lobby), party.ids.mid(1));
    QCOMPARE(server.members(other), party.ids.mid(1));
    QVERIFY(server.rooms(party.ids[0]).isEmpty());
    QVERIFY2(!server.join(party.ids[0], lobby), "it is gone");
}

void TestRooms::roomsAreStillKnownInClose()
{
    RecordedServer recorded(workers(1));
    recorded.whenOpen = [&recorded](const Request &request) { recorded.server().join(request.client, lobby); };
    recorded.whenClose = [&recorded](const Closed &closed) {
        const Server &server = recorded.server();
        recorded.write(QStringLiteral("rooms %1 of %2 members")
                           .arg(server.rooms(closed.client).join(QLatin1Char(',')))
                           .arg(server.members(lobby).size()));
    };
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    client.write(RawClient::closeFrame(1000));
    QTRY_COMPARE(recorded.lines(QStringLiteral("rooms")), QStringList{QStringLiteral("lobby of 0 members")});
}

void TestRooms::handshakingClientIsNoMemberYet()
{
    RecordedServer recorded(workers(1));
    Server &server = recorded.server();
    server.onHandshake([&](const Request &request) {
        server.join(request.client, lobby);
        recorded.write(QStringLiteral("members %1").arg(server.members(lobby).size()));
        return Upgrade::accept();
    });
    QVERIFY(recorded.start());
    RawClient client(recorded.port());
    QVERIFY(client.open());
    QCOMPARE(recorded.lines(QStringLiteral("members")), QStringList{QStringLiteral("0")});
    QTRY_COMPARE(server.members(lobby).size(), 1);
}

void TestRooms::roomsPerClientIsALimit()
{
    Settings settings = workers(1);
    settings.roomsPerClient = 2;
    Party party(1, settings);
    Server &server = party.recorded.server();
    const ClientId id = party.ids.value(0);
    QVERIFY(server.join(id, QStringLiteral("one")) && server.join(id, QStringLiteral("two")));
    QVERIFY2(server.join(id, QStringLiteral("one")), "again");
    const Result<> third = server.join(id, QStringLiteral("three"));
    QVERIFY(!third);
    QCOMPARE(third.error().message, QStringLiteral("Client #%1 is in 2 rooms, and may not be in more.").arg(id.value));
    settings.roomsPerClient = 3;
    settings.port = server.settings().port;
    QVERIFY(server.reload(settings));
    QVERIFY(server.join(id, QStringLiteral("three")));
}

void TestRooms::joinsAndLeavesFromManyThreads()
{
    Party party(4, workers(2));
    Server &server = party.recorded.server();
    std::vector<std::thread> threads;
    for (const ClientId id : party.ids)
        threads.emplace_back([&server, id] {
            for (int round = 0; round < 500; ++round) {
                (void)server.join(id, QStringLiteral("room %1").arg(round % 7));
                (void)server.members(QStringLiteral("room 3"));
                server.leave(id, QStringLiteral("room %1").arg(round % 5));
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    for (const ClientId id : party.ids) {
        for (const QString &room : server.rooms(id))
            QVERIFY(server.members(room).contains(id));
    }
    QCOMPARE(server.members(QStringLiteral("room 6")), party.ids);
}

QTEST_GUILESS_MAIN(TestRooms)
#include "tst_rooms.moc"
