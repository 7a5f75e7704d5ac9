// SPDX-License-Identifier: MIT
#include "tests/support/rawclient.h"

#include "server/engine/socketcalls.h"
#include "server/protocol/framewriter.h"
#include "tests/support/certificates.h"

#include <QCoreApplication>
#include <QSslSocket>
#include <QtEndian>

namespace porthole::test {

namespace {

constexpr int patience = 10'000;

} // namespace

quint16 WireFrame::closeCode() const
{
    return payload.size() < 2 ? quint16(CloseCode::NoStatus) : qFromBigEndian<quint16>(payload.constData());
}

QByteArray WireAnswer::field(const QByteArray &name) const
{
    const qsizetype begin = head.indexOf("\r\n" + name + ": ");
    if (begin < 0)
        return {};
    const qsizetype value = begin + name.size() + 4;
    return head.mid(value, head.indexOf("\r\n", value) - value);
}

RawClient::RawClient(quint16 port)
{
    if (wantsTls()) {
        QSslConfiguration any = QSslConfiguration::defaultConfiguration();
        any.setPeerVerifyMode(QSslSocket::VerifyNone);
        connectTls(port, any, QStringLiteral("localhost"));
        return;
    }
    m_socket = std::make_unique<QTcpSocket>();
    m_socket->connectToHost(QStringLiteral("127.0.0.1"), port);
    m_socket->waitForConnected(patience);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

RawClient::RawClient(quint16 port, const QSslConfiguration &configuration, const QString &host)
{
    connectTls(port, configuration, host);
}

void RawClient::connectTls(quint16 port, const QSslConfiguration &configuration, const QString &host)
{
    auto tls = std::make_unique<QSslSocket>();
    tls->setSslConfiguration(configuration);
    tls->connectToHostEncrypted(QStringLiteral("127.0.0.1"), port, host);
    tls->waitForEncrypted(patience);
    tls->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket = std::move(tls);
}

QByteArray RawClient::handshake(const QByteArray &target, const QByteArray &more)
{
    return "GET " + target
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        + more + "\r\n";
}

QByteArray RawClient::frame(Opcode opcode, const QByteArray &payload, bool fin)
{
    return QByteArray::fromStdString(
        protocol::encodeMasked(opcode, payload.toStdString(), {'\x37', '\xfa', '\x21', '\x3d'}, {.fin = fin}));
}

QByteArray RawClient::closeFrame(quint16 code, const QByteArray &reason)
{
    QByteArray payload(2, '\0');
    qToBigEndian(code, payload.data());
    return frame(Opcode::Close, payload + reason);
}

void RawClient::write(const QByteArray &bytes)
{
    m_socket->write(bytes);
    while (m_socket->bytesToWrite() > 0 && m_socket->waitForBytesWritten(patience)) { }
}

QByteArray RawClient::readHead()
{
    while (!m_bytes.contains("\r\n\r\n")) {
        if (!more())
            return {};
    }
    const qsizetype size = m_bytes.indexOf("\r\n\r\n") + 4;
    const QByteArray head = m_bytes.first(size);
    m_bytes.remove(0, size);
    return head;
}

WireAnswer RawClient::readAnswer(bool toHead)
{
    WireAnswer answer;
    answer.head = readHead();
    const qsizetype size = toHead ? 0 : answer.field("Content-Length").toLongLong();
    if (size > 0 && waitForBytes(size)) {
        answer.body = m_bytes.first(size);
        m_bytes.remove(0, size);
    }
    return answer;
}

bool RawClient::open(const QByteArray &target, const QByteArray &more)
{
    write(handshake(target, more));
    return readHead().startsWith("HTTP/1.1 101 ");
}

std::optional<WireFrame> RawClient::readFrame()
{
    if (!waitForBytes(2))
        return {};
    const auto first = quint8(m_bytes[0]);
    quint64 length = quint8(m_bytes[1]);
    qsizetype head = 2;
    if (length >= 126) {
        head = length == 126 ? 4 : 10;
        if (!waitForBytes(head))
            return {};
        length = length == 126 ? qFromBigEndian<quint16>(m_bytes.constData() + 2)
                               : qFromBigEndian<quint64>(m_bytes.constData() + 2);
    }
    if (!waitForBytes(head + qsizetype(length)))
        return {};
    const WireFrame frame{Opcode(first & 0xF), (first & 0x80) != 0, m_bytes.mid(head, qsizetype(length)),
                          (first & 0x40) != 0};
    m_bytes.remove(0, head + qsizetype(length));
    return frame;
}

std::optional<QByteArray> RawClient::readToEnd()
{
    if (!waitForEnd())
        return {};
    return m_bytes;
}

bool RawClient::waitForEnd()
{
    while (more()) { }
    return m_socket->state() == QAbstractSocket::UnconnectedState;
}

void RawClient::finish()
{
    m_socket->flush();
    socketcalls::shutdownWrite(m_socket->socketDescriptor());
}

void RawClient::reset()
{
    socketcalls::resetOnClose(m_socket->socketDescriptor());
    m_socket->abort();
}

bool RawClient::waitForBytes(qsizetype count)
{
    while (m_bytes.size() < count) {
        if (!more())
            return false;
    }
    return true;
}

bool RawClient::more()
{
    if (m_socket->bytesAvailable() == 0 && wantsTls() && m_socket->readBufferSize() > 0) {
        // A QSslSocket that stopped because it was full starts again when it is read past its end.
        const qint64 most = m_socket->readBufferSize();
        m_socket->setReadBufferSize(0);
        m_socket->read(1);
        QCoreApplication::sendPostedEvents(m_socket.get());
        if (m_socket->bytesAvailable() == 0 && m_socket->state() != QAbstractSocket::UnconnectedState)
            m_socket->waitForReadyRead(patience);
        m_socket->setReadBufferSize(most);
    }
    if (m_socket->bytesAvailable() == 0 && m_socket->state() != QAbstractSocket::UnconnectedState)
        m_socket->waitForReadyRead(patience);
    const QByteArray got = m_socket->readAll();
    m_bytes += got;
    return !got.isEmpty();
}

} // namespace porthole::test
