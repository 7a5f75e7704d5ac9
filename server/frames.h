// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/codes.h"
#include "server/core/result.h"

#include <QByteArray>
#include <QFlags>

// Frames by hand: RFC 6455 5.2. Pure functions, safe on any thread and with any bytes.
namespace porthole {

/// The bits of a frame's first two bytes.
enum class FrameFlag : quint8 {
    Fin = 0x1,  ///< the last fragment of a message
    Rsv1 = 0x4, ///< compressed, where permessage-deflate was agreed on (RFC 7692 6)
    Rsv2 = 0x8,
    Rsv3 = 0x10,
    Mask = 0x20, ///< as a client sends it (RFC 6455 5.3)
};
Q_DECLARE_FLAGS(FrameFlags, FrameFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(FrameFlags)

/// One frame, unmasked.
struct UnpackedFrame
{
    Opcode opcode = Opcode::Text;
    FrameFlags flags = FrameFlag::Fin;
    QByteArray payload;
    qsizetype size = 0; ///< of the whole frame, in bytes
};

/// Whether a close frame may say this: an Error for a code other than 1000-1003, 1007-1014, 3000-4999 (RFC 6455 7.4) or
/// a reason of more than 123 bytes of UTF-8.
Result<> checkClose(quint16 code, const QString &reason);

/// What a close frame says (RFC 6455 5.5.1).
struct CloseFrame
{
    quint16 code = quint16(CloseCode::NoStatus); ///< 1005 stands for a frame without a code
    QString reason;

    /// Reads a payload. An Error for one byte alone, a code that may not be on the wire, or a reason that is no UTF-8.
    static Result<CloseFrame> fromPayload(QByteArrayView payload);
    /// Empty for 1005 without a reason; an Error for what checkClose() refuses.
    Result<QByteArray> payload() const;
};

/// The bytes of a frame; masked with a random key when the flags say so. An Error for a control frame that is a
/// fragment or longer than 125 bytes (RFC 6455 5.5).
Result<QByteArray> pack(Opcode opcode, QByteArrayView payload, FrameFlags flags = FrameFlag::Fin);

/// The frame at the front of the bytes. An Error when it is not whole or breaks a rule of RFC 6455 5.2 or 5.5: a
/// reserved opcode, a length that is not in its shortest form or has the top bit set, a long or fragmented control
/// frame.
Result<UnpackedFrame> unpack(QByteArrayView bytes);

} // namespace porthole
