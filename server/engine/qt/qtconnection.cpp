// SPDX-License-Identifier: MIT
#include "server/engine/qt/qtconnection.h"

#include "server/core/text.h"
#include "server/engine/qt/feedsocket.h"
#include "server/engine/qt/qtengine.h"
#include "server/protocol/framewriter.h"

#include <QTimer>
#include <QWebSocket>

namespace porthole {

namespace {

bool isCloseFrame(QByteArrayView frame) { return !frame.isEmpty() && (frame[0] & 0xF) == char(Opcode::Close); }

} // namespace

QtConnection::QtConnection(QtEngine &engine, const Endpoint &endpoint, ConnectionEvents &events)
    : StreamConnection(engine, endpoint, events), m_qt(engine), m_scanner(*this)
{ }

QtConnection::~QtConnection()
{
    m_qt.forgetUpgrade(m_marker);
    if (m_feed)
        m_feed->mute();
    if (m_web)
        m_web->disconnect();
    m_web.reset();
    delete m_feed;
}

void QtConnection::begin(const Agreement &agreement)
{
    m_feed = new FeedSocket([this](QByteArrayView frame) { webWrites(frame); });
    m_feed->feed(m_qt.upgradeHead(*this, agreement.key));
    m_qt.upgrade(m_feed);
}

void QtConnection::upgraded(QWebSocket *web)
{
    m_web.reset(web);
    m_marker = 0;
    connectWeb();
    opened();
}

void QtConnection::connectWeb()
{
    const quint64 most = quint64(settings().messageMaxBytes);
    m_scanner.setMessageMaxBytes(most);
    m_web->setMaxAllowedIncomingFrameSize(most);
    m_web->setMaxAllowedIncomingMessageSize(most);
    QObject::connect(m_web.get(), &QWebSocket::binaryMessageReceived, m_web.get(), [this](const QByteArray &message) {
        if (m_webClosed || m_kinds.empty())
            return; // what it makes of the bytes behind a fault
        m_inbox.push_back({m_kinds.front(), message});
        m_kinds.pop_front();
    });
    QObject::connect(m_web.get(), &QWebSocket::pong, m_web.get(), [this](quint64, const QByteArray &payload) {
        m_inbox.push_back({Opcode::Pong, payload});
    });
    QObject::connect(m_web.get(), &QWebSocket::aboutToClose, m_web.get(), [this] { webCloses(); });
}

// Handlers run once QWebSocket is done with these bytes: it does not bear to lose its connection within a signal, as an
// event loop in a handler may make it.
void QtConnection::take(std::span<char> bytes, std::string &out)
{
    const std::uint64_t before = m_scanner.frames();
    const std::size_t good = m_scanner.feed(bytes);
    engine().counted().framesIn += m_scanner.frames() - before;
    if (!isOpen()) {
        if (m_peerClose)
            peerClosed(0, {});
        return;
    }
    if (good > 0) {
        m_out = &out;
        m_feed->feed({bytes.data(), qsizetype(good)});
        m_out = nullptr;
        deliver();
    }
    if (isPaused())
        paused(true);
    if (m_ignores || !isOpen())
        return;
    if (m_webClosed)
        fail(CloseCode(m_web->closeCode()), m_web->closeReason(), out);
    else if (m_fault)
        fail(m_fault->code, text(m_fault->sentence), out);
    else if (m_peerClose)
        answerClose(out);
}

void QtConnection::deliver()
{
    for (const Incoming &next : std::exchange(m_inbox, {}))
        isControl(next.opcode) ? controlled(next.opcode, next.payload) : received(next.opcode, next.payload);
}

void QtConnection::answerClose(std::string &out)
{
    const protocol::ParsedClose parsed =
        protocol::parseClose({m_peerClose->constData(), std::size_t(m_peerClose->size())});
    if (parsed.violation)
        return fail(parsed.violation->code, text(parsed.violation->sentence), out);
    ++engine().counted().framesOut;
    protocol::appendFrame(out, Opcode::Close, protocol::closePayload(parsed.code, parsed.reason));
    peerClosed(parsed.code, text(parsed.reason));
}

void QtConnection::fail(CloseCode code, const QString &reason, std::string &out)
{
    ++engine().counted().framesOut;
    protocol::appendFrame(out, Opcode::Close, protocol::closePayload(code, reason.toStdString()));
    peerFailed(code, reason);
}

void QtConnection::close(quint16 code, std::string_view reason, std::string &out)
{
    protocol::appendFrame(out, Opcode::Close, protocol::closePayload(code, reason));
}

// QWebSocket closes when the rest of a frame does not come for 5 s (row 8), also when it is us who do not read it.
void QtConnection::paused(bool on)
{
    const auto timer = m_web ? m_web->findChild<QTimer *>() : nullptr;
    if (timer && on && timer->isActive()) {
        timer->stop();
        m_stallHeld = true;
    } else if (timer && !on && std::exchange(m_stallHeld, false)) {
        timer->start();
    }
}

// Pongs go out as they are, head and payload one after the other. Close frames, with which QWebSocket ends what it
// finds wrong, do not: the replies to the messages before them go first.
void QtConnection::webWrites(QByteArrayView frame)
{
    if (!m_web || (m_pongRest == 0 && isCloseFrame(frame)) || !isOpen())
        return;
    if (m_pongRest == 0)
        beginPong(frame);
    else
        m_pongRest -= frame.size();
    if (m_out)
        m_out->append(frame.data(), std::size_t(frame.size()));
    else
        writeFrames(frame);
}

// The answer is the one sign of when QWebSocket came to a ping.
void QtConnection::beginPong(QByteArrayView frame)
{
    constexpr qsizetype head = 2;
    constexpr quint8 length = 0x7F;
    m_pongRest = frame.size() < head ? 0 : head + (quint8(frame[1]) & length) - frame.size();
    ++engine().counted().framesOut;
    if (m_pings.empty())
        return;
    m_inbox.push_back({Opcode::Ping, std::move(m_pings.front())});
    m_pings.pop_front();
}

// Outside of take() it is QWebSocket's timer: a frame did not come on for five seconds.
void QtConnection::webCloses()
{
    m_webClosed = true;
    if (m_out || m_ignores || !isOpen())
        return;
    corked({}, [this](std::string &out) { fail(CloseCode(m_web->closeCode()), m_web->closeReason(), out); });
}

void QtConnection::sawClose(std::string_view payload)
{
    m_peerClose = QByteArray(payload.data(), qsizetype(payload.size()));
}

void QtConnection::sawPing(std::string_view payload)
{
    m_pings.emplace_back(payload.data(), qsizetype(payload.size()));
}

void QtConnection::sawMessage(Opcode opcode) { m_kinds.push_back(opcode); }
void QtConnection::sawFault(const protocol::Violation &violation) { m_fault = violation; }

} // namespace porthole
