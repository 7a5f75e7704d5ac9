// SPDX-License-Identifier: MIT
#include "server/frames.h"

#include "server/core/text.h"
#include "server/protocol/closing.h"
#include "server/protocol/frame.h"
#include "server/protocol/framewriter.h"
#include "server/protocol/masking.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <algorithm>

namespace porthole {

namespace {

constexpr quint8 maskBit = 0x80;
constexpr quint8 lengthBits = 0x7F;
constexpr quint8 twoByteLength = 126;
constexpr quint8 eightByteLength = 127;

quint8 byteAt(QByteArrayView bytes, qsizetype index) { return quint8(bytes[index]); }

quint8 firstByte(Opcode opcode, FrameFlags flags)
{
    return quint8((flags.testFlag(FrameFlag::Fin) ? 0x80 : 0) | (flags.testFlag(FrameFlag::Rsv1) ? 0x40 : 0)
                  | (flags.testFlag(FrameFlag::Rsv2) ? 0x20 : 0) | (flags.testFlag(FrameFlag::Rsv3) ? 0x10 : 0)
                  | quint8(opcode));
}

FrameFlags flagsOf(quint8 first, quint8 second)
{
    FrameFlags flags;
    flags.setFlag(FrameFlag::Fin, first & 0x80);
    flags.setFlag(FrameFlag::Rsv1, first & 0x40);
    flags.setFlag(FrameFlag::Rsv2, first & 0x20);
    flags.setFlag(FrameFlag::Rsv3, first & 0x10);
    flags.setFlag(FrameFlag::Mask, second & maskBit);
    return flags;
}

bool isKnown(quint8 opcode) { return opcode <= quint8(Opcode::Binary) || (opcode >= 0x8 && opcode <= 0xA); }

Result<> checkControl(Opcode opcode, quint64 size, bool fin)
{
    if (!isControl(opcode))
        return {};
    if (size > protocol::maxControlPayload)
        return Error{QStringLiteral("A %1 frame of %2 bytes is too long; a control frame holds at most %3.")
                         .arg(text(name(opcode)))
                         .arg(size)
                         .arg(protocol::maxControlPayload)};
    if (!fin)
        return Error{QStringLiteral("A %1 frame may not be a fragment; set its FIN bit.").arg(text(name(opcode)))};
    return {};
}

Error incomplete(qsizetype here, quint64 wanted)
{
    return {QStringLiteral("The frame is not whole: it takes %1 bytes, and %2 are here.").arg(wanted).arg(here)};
}

/// The length of the payload, and where what follows it begins.
struct Length
{
    quint64 payload = 0;
    qsizetype end = 2;
};

Result<Length> readLength(QByteArrayView bytes)
{
    const quint8 small = byteAt(bytes, 1) & lengthBits;
    if (small < twoByteLength)
        return Length{small, 2};
    const qsizetype end = small == twoByteLength ? 4 : 10;
    if (bytes.size() < end)
        return incomplete(bytes.size(), quint64(end));
    const quint64 length =
        small == twoByteLength ? qFromBigEndian<quint16>(bytes.data() + 2) : qFromBigEndian<quint64>(bytes.data() + 2);
    if (length >> 63)
        return Error{QStringLiteral("The length of the frame has its top bit set; it must be 0 (RFC 6455 5.2).")};
    if (length < (small == twoByteLength ? twoByteLength : 0x10000u))
        return Error{QStringLiteral("The length of the frame, %1, is not in its shortest form.").arg(length)};
    return Length{length, end};
}

void mask(QByteArray &payload, QByteArrayView key)
{
    protocol::MaskingKey bytes;
    std::copy(key.begin(), key.end(), bytes.begin());
    protocol::unmask({payload.data(), std::size_t(payload.size())}, bytes);
}

} // namespace

Result<> checkClose(quint16 code, const QString &reason)
{
    if (!isSendable(code))
        return Error{QStringLiteral("Close code %1 may not be sent; use 1000-1003, 1007-1014 or 3000-4999.").arg(code)};
    if (const qsizetype size = reason.toUtf8().size(); size > qsizetype(maxCloseReason))
        return Error{QStringLiteral("The close reason is %1 bytes of UTF-8; at most %2 fit into a close frame.")
                         .arg(size)
                         .arg(maxCloseReason)};
    return {};
}

Result<CloseFrame> CloseFrame::fromPayload(QByteArrayView payload)
{
    const auto parsed = protocol::parseClose({payload.data(), std::size_t(payload.size())});
    if (parsed.violation)
        return Error{text(parsed.violation->sentence)};
    return CloseFrame{parsed.code, text(parsed.reason)};
}

Result<QByteArray> CloseFrame::payload() const
{
    if (code == quint16(CloseCode::NoStatus) && reason.isEmpty())
        return QByteArray();
    if (const auto checked = checkClose(code, reason); !checked)
        return checked.error();
    return QByteArray::fromStdString(protocol::closePayload(code, reason.toStdString()));
}

Result<QByteArray> pack(Opcode opcode, QByteArrayView payload, FrameFlags flags)
{
    if (const auto checked = checkControl(opcode, quint64(payload.size()), flags.testFlag(FrameFlag::Fin)); !checked)
        return checked.error();
    char head[protocol::maxServerHeaderSize];
    const std::size_t size = protocol::writeHeader(head, opcode, std::uint64_t(payload.size()));
    head[0] = char(firstByte(opcode, flags));
    QByteArray frame(head, qsizetype(size));
    if (!flags.testFlag(FrameFlag::Mask))
        return frame.append(payload);
    const quint32 random = QRandomGenerator::global()->generate();
    const QByteArray key(reinterpret_cast<const char *>(&random), sizeof random);
    QByteArray masked = payload.toByteArray();
    mask(masked, key);
    frame[1] = char(quint8(frame[1]) | maskBit);
    return frame + key + masked;
}

Result<UnpackedFrame> unpack(QByteArrayView bytes)
{
    if (bytes.size() < 2)
        return incomplete(bytes.size(), 2);
    const quint8 first = byteAt(bytes, 0);
    if (const quint8 code = first & 0xF; !isKnown(code))
        return Error{QStringLiteral("Opcode %1 is reserved (RFC 6455 5.2).").arg(code)};
    const Result<Length> length = readLength(bytes);
    if (!length)
        return length.error();
    const auto opcode = Opcode(first & 0xF);
    const FrameFlags flags = flagsOf(first, byteAt(bytes, 1));
    const quint64 size = length.value().payload;
    if (const auto checked = checkControl(opcode, size, flags.testFlag(FrameFlag::Fin)); !checked)
        return checked.error();
    const bool masked = flags.testFlag(FrameFlag::Mask);
    const qsizetype begin = length.value().end + (masked ? 4 : 0);
    if (bytes.size() < begin || quint64(bytes.size() - begin) < size)
        return incomplete(bytes.size(), quint64(begin) + size);
    QByteArray payload = bytes.sliced(begin, qsizetype(size)).toByteArray();
    if (masked)
        mask(payload, bytes.sliced(begin - 4, 4));
    return UnpackedFrame{opcode, flags, payload, begin + qsizetype(size)};
}

} // namespace porthole
