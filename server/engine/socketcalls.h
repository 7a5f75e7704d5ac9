// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/transport.h"

#include <QAbstractSocket>

#include <system_error>

// The system calls of sockets. Descriptors are not owned.
namespace porthole::socketcalls {

/// What one read gave.
struct Got
{
    qint64 bytes = 0;
    bool isOver = false;              ///< nothing will come any more; bytes is 0
    Cause cause = Cause::EndOfStream; ///< when it is over: or Reset
    int error = 0;                    ///< then the system's; 0 for an end of stream
};

// For a socket that Qt knows nothing of; on Windows there is none.

/// Writes both pieces with one call and without waiting; returns the bytes the kernel took, 0 when it takes none now
/// or the connection is broken (the read side tells which).
qint64 write(qintptr descriptor, QByteArrayView head, QByteArrayView payload);

/// Writes the pieces, at most Transport::maxPieces, with one call and without waiting; otherwise as above.
[[gnu::hot]] qint64 write(qintptr descriptor, Transport::Pieces pieces);

/// Writes without waiting what shutdownWrite() follows at once; returns the bytes the kernel took. Where the system
/// can, they wait for our FIN to be sent with it.
qint64 writeLast(qintptr descriptor, QByteArrayView bytes);

/// Reads with one call and without waiting: to the first place, and what does not fit there to the second.
/// The first may be empty.
Got read(qintptr descriptor, std::span<char> first, std::span<char> second);

int pendingError(qintptr descriptor); ///< what the connection broke of, as errno; 0 when nothing waits to be told

// For all.

[[gnu::hot]] Got read(qintptr descriptor, std::span<char> place); ///< without waiting

qintptr duplicate(qintptr descriptor);  ///< -1 when there are no descriptors left
void shutdownWrite(qintptr descriptor); ///< our FIN
void resetOnClose(qintptr descriptor);  ///< the coming close sends RST
bool wasReset(qintptr descriptor);      ///< the peer's end came as RST, not as FIN; false where it cannot be known
void close(qintptr descriptor);
/// What Qt's word for the end of a connection that broke means; it does not keep the system's own.
std::errc reasonOf(QAbstractSocket::SocketError error);

} // namespace porthole::socketcalls
