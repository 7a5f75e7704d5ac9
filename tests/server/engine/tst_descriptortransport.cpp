// SPDX-License-Identifier: MIT
#include "server/engine/descriptortransport.h"

#include <QTest>

#include <sys/socket.h>

using namespace porthole;

/// How much of what is there is read at a time.
class TestDescriptorTransport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
};

namespace {

constexpr qsizetype kibi = 1024;

/// Writes down in KiB what arrives, in brackets what arrives in its place.
class Receiver final : public TransportEvents
{
public:
    QByteArrayList arrivals;
    QByteArray longMessage;

    bool wants() override { return true; }
    void arrived(std::span<char> bytes) override { arrivals.append(sizeOf(bytes)); }
    std::span<char> place() override { return {longMessage.data(), size_t(longMessage.size())}; }
    void arrivedInPlace(std::span<char> front) override
    {
        arrivals.append("(" + sizeOf(front) + ")");
        longMessage.chop(qsizetype(front.size()));
    }
    void moved() override { }
    void lost(Cause) override { arrivals.append("lost"); }
    void unsecured(const QString &) override { }
    void hungUp() override { }

private:
    static QByteArray sizeOf(std::span<char> bytes) { return QByteArray::number(qsizetype(bytes.size()) / kibi); }
};

class NoRow final : public ReadAhead::Row
{
public:
    void rowBegins() override { }
    void rowEnds() override { }
    void rowInterrupted() override { }
};

/// A transport on a loop of its own, and its peer.
struct Pair
{
    NoRow row;
    ReadBuffers buffers;
    ReadAhead ahead{row, buffers};
    EpollDispatcher dispatcher;
    Receiver receiver;
    std::unique_ptr<DescriptorTransport> transport;
    int peer = -1;

    Pair()
    {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
            qFatal("no pair of sockets");
        peer = ends[1];
        ahead.enable();
        transport = std::make_unique<DescriptorTransport>(dispatcher, ahead, ends[0], receiver);
    }
    ~Pair() { ::close(peer); }
    Q_DISABLE_COPY_MOVE(Pair)

    bool send(qsizetype size) const
    {
        const QByteArray bytes(size, 'x');
        return ::send(peer, bytes.data(), size_t(size), MSG_DONTWAIT) == size;
    }
    void takeAll()
    {
        while (dispatcher.processEvents(QEventLoop::AllEvents))
            ahead.tell();
    }
};

} // namespace

void TestDescriptorTransport::reads_data()
{
    QTest::addColumn<qsizetype>("answered"); ///< KiB, in one call, before it
    QTest::addColumn<qsizetype>("expected"); ///< KiB of a long message
    QTest::addColumn<qsizetype>("sent");     ///< KiB
    QTest::addColumn<QByteArray>("arrivals");

    QTest::newRow("little: at once") << qsizetype(0) << qsizetype(0) << qsizetype(10) << QByteArray("10");
    QTest::newRow("a flood: a part, then what is there")
        << qsizetype(0) << qsizetype(0) << qsizetype(160) << QByteArray("96 64");
    QTest::newRow("answered shortly: the same")
        << qsizetype(1) << qsizetype(0) << qsizetype(160) << QByteArray("96 64");
    QTest::newRow("answered at length: at once")
        << qsizetype(16) << qsizetype(0) << qsizetype(160) << QByteArray("160");
    QTest::newRow("a long message: a part, then its rest and what follows")
        << qsizetype(0) << qsizetype(120) << qsizetype(160) << QByteArray("(96) (24) 40");
    QTest::newRow("the rest of a message, and no more than a part")
        << qsizetype(0) << qsizetype(40) << qsizetype(160) << QByteArray("(40) 56 64");
}

void TestDescriptorTransport::reads()
{
    QFETCH(qsizetype, answered);
    QFETCH(qsizetype, expected);
    QFETCH(qsizetype, sent);
    QFETCH(QByteArray, arrivals);
    Pair pair;
    const QByteArray answer(answered * kibi, 'a');
    const QByteArrayView piece(answer);
    QCOMPARE(pair.transport->write({&piece, 1}), answer.size());
    pair.receiver.longMessage = QByteArray(expected * kibi, '\0');
    QVERIFY(pair.send(sent * kibi));
    pair.takeAll();
    QCOMPARE(pair.receiver.arrivals.join(' '), arrivals);
}

QTEST_GUILESS_MAIN(TestDescriptorTransport)

#include "tst_descriptortransport.moc"
