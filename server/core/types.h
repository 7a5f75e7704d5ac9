// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/codes.h"

#include <QByteArray>
#include <QDebug>
#include <QHashFunctions>
#include <QHostAddress>
#include <QList>
#include <QString>

#include <chrono>
#include <compare>
#include <optional>

// The values that travel between engine, worker, handler and monitor. All are safe to copy to another thread.
namespace porthole {

/// Names one client for ever: grows, is never reused, and carries its worker (value % workers). 0 names nobody.
struct ClientId
{
    quint64 value = 0;

    explicit operator bool() const { return value != 0; }
    friend auto operator<=>(const ClientId &, const ClientId &) = default;
    friend size_t qHash(ClientId id, size_t seed = 0) { return ::qHash(id.value, seed); }
};
QDebug operator<<(QDebug debug, ClientId id); ///< prints #12

/// Names one timer; carries its worker like ClientId. 0 names none.
struct TimerId
{
    quint64 value = 0;

    explicit operator bool() const { return value != 0; }
    friend auto operator<=>(const TimerId &, const TimerId &) = default;
    friend size_t qHash(TimerId id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

/// One of the timers of a server.
struct TimerInfo
{
    TimerId id;
    ClientId client;                    ///< whose it is; 0 for nobody's
    std::chrono::milliseconds interval; ///< 0 runs once
    std::chrono::milliseconds next;     ///< from now; 0 when it is due
    quint64 rounds = 0;                 ///< how often it has run, or waited for its turn
};

struct Header
{
    QByteArray name;  ///< as the peer wrote it
    QByteArray value; ///< without the white space around it
};

/// The header fields of a request in the order they came, in one piece of memory: there is one for each client.
/// Names and values hold no NUL (RFC 9110 5.5); what stands behind one is dropped.
/// Threads: a value, implicitly shared.
class Headers final
{
public:
    Headers() = default;
    explicit Headers(const QList<Header> &fields);

    /// Takes them from anything whose items have a name and a value.
    template<typename Fields>
    static Headers of(const Fields &fields);

    QList<Header> fields() const;
    /// The first field of that name, ASCII letters without regard to case; empty when there is none.
    QByteArray value(QByteArrayView name) const;

private:
    /// Behind the text, without what stands behind a NUL in it.
    static char *put(char *to, QByteArrayView text);
    template<typename Visit>
    void forEach(Visit visit) const;

    QByteArray m_text; ///< name, NUL, value, NUL, and so on
};

template<typename Fields>
Headers Headers::of(const Fields &fields)
{
    Headers headers;
    qsizetype bytes = 0;
    for (const auto &field : fields)
        bytes += qsizetype(std::size(field.name)) + qsizetype(std::size(field.value)) + 2;
    headers.m_text = QByteArray(bytes, Qt::Uninitialized); // resize() would take more, and each client keeps it
    char *to = headers.m_text.data();
    for (const auto &field : fields)
        to = put(put(to, field.name), field.value);
    headers.m_text.truncate(to - headers.m_text.constData());
    return headers;
}

/// A null address. All share it: to make one takes memory.
const QHostAddress &noAddress();

/// What a client asks for: the opening handshake of a WebSocket (RFC 6455 4.1), or what is common to it and any request
/// of HTTP.
struct Request
{
    ClientId client;
    QByteArray method;
    QByteArray target; ///< as sent: path and query
    QString path;      ///< decoded, without the query
    QString query;     ///< still percent-encoded, without the question mark
    Headers headers;
    QString subprotocol; ///< the one agreed on; empty when none
    QHostAddress peerAddress = noAddress();
    quint16 peerPort = 0;
    bool secure = false;         ///< came over TLS
    QString listener;            ///< Listener::name of where it came in
    QByteArray certificate = {}; ///< the client's, in PEM; empty when it showed none

    /// The first cookie of that name (RFC 6265 4.2), without the quotes around it; empty when there is none.
    QByteArray cookie(QByteArrayView name) const;
    /// All of them, in the order they came.
    QList<Header> cookies() const;
    /// The first value of that name in the query, decoded, a plus as a space; empty when there is none.
    QString queryValue(const QString &name) const;
};

/// One complete message of a client. A plain handler's borrows its bytes: they are gone when the handler returns. A
/// coroutine's owns them.
struct Frame
{
    ClientId client;
    Opcode opcode = Opcode::Text;
    QByteArrayView bytes;
    std::optional<QByteArray> owner = {}; ///< of the bytes; none when they are borrowed

    QByteArrayView view() const { return bytes; }                            ///< borrowed
    QByteArray data() const { return owner ? *owner : bytes.toByteArray(); } ///< to keep
    QString text() const { return QString::fromUtf8(bytes); }                ///< a copy to keep
    Frame owned() const { return of(client, opcode, data()); }               ///< one to keep
    /// A frame that owns its bytes.
    static Frame of(ClientId client, Opcode opcode, const QByteArray &bytes) { return {client, opcode, bytes, bytes}; }
};

/// How a connection ended.
struct Closed
{
    ClientId client;
    quint16 code =
        quint16(CloseCode::Abnormal); ///< of the close frame that began it; 1005 and 1006 as in RFC 6455 7.1.5
    QString reason;
    bool clean = false; ///< both close frames were exchanged
    Initiator initiator = Initiator::Network;
    Cause cause = Cause::EndOfStream;
    int systemError = 0; ///< errno of the socket, such as ECONNRESET; 0 when the connection was whole to its end
};

/// What became of a push. Sent and Queued are success.
enum class PushResult : quint8 {
    Sent,           ///< the kernel has all of it
    Queued,         ///< waits in the client's queue, or in its worker's mailbox when pushed from another thread
    UnknownClient,  ///< no such client, or it left
    NotEstablished, ///< its handshake is not done, or its closing handshake has begun
    BacklogFull,    ///< its queue would pass queueMaxBytes; nothing was queued
    TooBig,         ///< longer than messageMaxBytes; nothing was queued
    NotAllowed,     ///< no such frame may come now (RFC 6455 5.4, 5.5); nothing was queued
};
inline constexpr std::size_t pushResultCount = std::size_t(PushResult::NotAllowed) + 1;
constexpr bool accepted(PushResult result) { return result == PushResult::Sent || result == PushResult::Queued; }
std::string_view name(PushResult result);

} // namespace porthole

Q_DECLARE_METATYPE(porthole::ClientId)
