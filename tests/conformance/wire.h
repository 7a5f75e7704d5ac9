// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include <QByteArray>

#include <functional>

namespace porthole::test {

/// How the bytes of a row reach the server.
enum class Writing {
    Whole,    ///< with one write
    Dribbled, ///< a byte a write; of long rows the first and the last few hundred
};

/// A frame of a client from its parts, right or wrong: first byte, second byte (mask bit and length), what follows
/// of the length, the key 37 fa 21 3d when the mask bit is set, and the masked payload.
QByteArray rawFrame(quint8 first, quint8 second, const QByteArray &length, const QByteArray &payload);

/// Adds the row twice, once for each writing.
void conformanceRow(const QByteArray &rule, const QByteArray &in, const QByteArray &out);
/// The columns that conformanceRow() fills.
void conformanceColumns();
/// Holds the server at the port to the current row.
void holdToRow(quint16 port);

/// An echo server for all rows of a suite.
class EchoServer final
{
public:
    explicit EchoServer(const Settings &settings = echoSettings());
    static Settings echoSettings(); ///< messages of at most 256 KiB, no pings, quick to cut

    quint16 port() const { return m_server.port(); }
    /// It logs nothing: QTest cannot take a message of another thread while it goes from one row to the next.
    bool start();

private:
    RecordedServer m_server;
};

/// Opens a WebSocket, writes the bytes, then a close frame of its own, and reads until the end, see readRow().
QByteArray conversation(quint16 port, const QByteArray &in, Writing writing, const QByteArray &more = {});
/// What comes back until the stream ends, a word a frame: `text(hello)`, `pong()`, `close(1002)`, and `end`; the close
/// that conversation() asked for is left out. Payloads over 40 bytes are told as their size and digest. Frames that are
/// fragmented or have RSV1 set are told so, unless `decode` has changed them.
QByteArray readRow(RawClient &client, const std::function<void(WireFrame &)> &decode = {});
constexpr quint16 endOfRow = 4321; ///< the code of that close
QByteArray wordOf(const WireFrame &frame);
QByteArray shortly(const QByteArray &payload);
void write(RawClient &client, const QByteArray &bytes, Writing writing);

} // namespace porthole::test

Q_DECLARE_METATYPE(porthole::test::Writing)
