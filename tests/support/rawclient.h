// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/codes.h"

#include <QByteArray>
#include <QSslConfiguration>
#include <QTcpSocket>

#include <memory>
#include <optional>

namespace porthole::test {

struct WireFrame
{
    Opcode opcode = Opcode::Text;
    bool fin = true;
    QByteArray payload;
    bool rsv1 = false; ///< compressed

    quint16 closeCode() const; ///< 1005 when the payload has none
    QByteArray closeReason() const { return payload.mid(2); }
};

/// An answer of HTTP, its body by Content-Length.
struct WireAnswer
{
    QByteArray head; ///< empty when the stream ended first
    QByteArray body;

    int status() const { return head.mid(9, 3).toInt(); }
    QByteArray field(const QByteArray &name) const; ///< of the first field of that name, spelt as it is written
};

/// A client that writes and reads bytes, right or wrong. Waits with the socket, for at most ten seconds.
class RawClient final
{
public:
    /// Over TLS when the process wants it, see certificates.h; it takes any certificate.
    explicit RawClient(quint16 port);
    /// Over TLS, naming that host.
    RawClient(quint16 port, const QSslConfiguration &configuration, const QString &host);
    /// To a Unix socket.
    explicit RawClient(const QString &path);

    static QByteArray handshake(const QByteArray &target = "/", const QByteArray &more = {});
    static QByteArray frame(Opcode opcode, const QByteArray &payload, bool fin = true);
    static QByteArray closeFrame(quint16 code, const QByteArray &reason = {});

    void write(const QByteArray &bytes);
    /// The head of the answer, blank line included; what comes behind it stays.
    QByteArray readHead();
    /// The head of the answer and as many bytes as it says; none for HEAD.
    WireAnswer readAnswer(bool toHead = false);
    /// Opens a WebSocket; false when the answer is not 101.
    bool open(const QByteArray &target = "/", const QByteArray &more = {});
    /// Nothing when the stream ends first.
    std::optional<WireFrame> readFrame();
    /// All until the peer closes; nothing when it does not.
    std::optional<QByteArray> readToEnd();
    /// True once the peer has ended the connection, whatever it sent before.
    bool waitForEnd();

    void finish(); ///< sends FIN
    void reset();  ///< sends RST
    QTcpSocket &socket() { return *m_socket; }

private:
    void connectTls(quint16 port, const QSslConfiguration &configuration, const QString &host);
    bool waitForBytes(qsizetype count);
    bool more();

    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_bytes;
};

} // namespace porthole::test
