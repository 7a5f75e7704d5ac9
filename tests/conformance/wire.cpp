// SPDX-License-Identifier: MIT
#include "tests/conformance/wire.h"

#include "server/core/text.h"

#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QTest>

namespace porthole::test {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype dribbledEnds = 300;

} // namespace

QByteArray rawFrame(quint8 first, quint8 second, const QByteArray &length, const QByteArray &payload)
{
    QByteArray frame;
    frame.append(char(first)).append(char(second)).append(length);
    if ((second & 0x80) == 0)
        return frame + payload;
    constexpr char key[] = {'\x37', '\xfa', '\x21', '\x3d'};
    frame.append(key, 4);
    for (qsizetype at = 0; at < payload.size(); ++at)
        frame.append(char(payload[at] ^ key[at % 4]));
    return frame;
}

void conformanceColumns()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<Writing>("writing");
}

void conformanceRow(const QByteArray &rule, const QByteArray &in, const QByteArray &out)
{
    QTest::newRow(rule.constData()) << in << out << Writing::Whole;
    QTest::newRow((rule + ", dribbled").constData()) << in << out << Writing::Dribbled;
}

void holdToRow(quint16 port)
{
    QFETCH(const QByteArray, in);
    QFETCH(const QByteArray, out);
    QFETCH(const Writing, writing);
    QCOMPARE(conversation(port, in, writing), out);
}

Settings EchoServer::echoSettings()
{
    Settings settings = testSettings();
    settings.messageMaxBytes = 256 * 1024;
    settings.pingInterval = 0ms;
    settings.closeTimeout = 2s;
    settings.queueMaxBytes = 64 * 1024 * 1024;
    return settings;
}

EchoServer::EchoServer(const Settings &settings) : m_server(settings, true) { }

bool EchoServer::start()
{
    QLoggingCategory::setFilterRules(QStringLiteral("porthole.*=false"));
    return m_server.start();
}

QByteArray shortly(const QByteArray &payload)
{
    if (payload.size() <= 40)
        return payload;
    return QByteArray::number(payload.size()) + " bytes "
        + QCryptographicHash::hash(payload, QCryptographicHash::Md5).toHex().first(8);
}

QByteArray wordOf(const WireFrame &frame)
{
    const QByteArray marks = QByteArray(frame.rsv1 ? "compressed " : "") + (frame.fin ? "" : "unfinished ");
    if (frame.opcode == Opcode::Close)
        return marks + "close(" + (frame.payload.isEmpty() ? QByteArray() : QByteArray::number(frame.closeCode()))
            + ")";
    return marks + text(name(frame.opcode)).toUtf8() + "(" + shortly(frame.payload) + ")";
}

void write(RawClient &client, const QByteArray &bytes, Writing writing)
{
    if (writing == Writing::Whole) {
        client.write(bytes);
        return;
    }
    const bool isLong = bytes.size() > 2 * dribbledEnds;
    const qsizetype begin = isLong ? dribbledEnds : bytes.size();
    for (qsizetype at = 0; at < begin; ++at)
        client.write(bytes.mid(at, 1));
    if (!isLong)
        return;
    client.write(bytes.mid(begin, bytes.size() - 2 * dribbledEnds));
    for (qsizetype at = bytes.size() - dribbledEnds; at < bytes.size(); ++at)
        client.write(bytes.mid(at, 1));
}

QByteArray conversation(quint16 port, const QByteArray &in, Writing writing, const QByteArray &more)
{
    RawClient client(port);
    if (!client.open("/", more))
        return "not opened";
    write(client, in, writing);
    client.write(RawClient::closeFrame(endOfRow));
    return readRow(client);
}

QByteArray readRow(RawClient &client, const std::function<void(WireFrame &)> &decode)
{
    QByteArrayList words;
    bool closed = false;
    while (auto frame = client.readFrame()) {
        if (decode)
            decode(*frame);
        words.append(wordOf(*frame));
        if (frame->opcode == Opcode::Close && !std::exchange(closed, true))
            client.finish();
    }
    words.append(client.waitForEnd() ? "end" : "no end");
    const QByteArrayList asAsked{"close(" + QByteArray::number(endOfRow) + ")", "end"};
    if (words.last(std::min<qsizetype>(2, words.size())) == asAsked)
        words.resize(words.size() - 2);
    return words.join(' ');
}

} // namespace porthole::test
