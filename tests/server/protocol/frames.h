// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/closing.h"
#include "server/protocol/framewriter.h"

#include <QByteArray>

// A client's frames for the tables of the tests.
namespace porthole::tests {

inline constexpr std::size_t limit = 100'000; // longest message

inline QByteArray bytes(std::string_view text) { return {text.data(), qsizetype(text.size())}; }
inline std::string_view view(const QByteArray &text) { return {text.constData(), std::size_t(text.size())}; }
inline QByteArray hex(const char *digits) { return QByteArray::fromHex(digits); }

inline QByteArray frame(Opcode opcode, const QByteArray &payload, protocol::FrameBits bits = {})
{
    return bytes(protocol::encodeMasked(opcode, view(payload), {'\x37', '\xfa', '\x21', '\x3d'}, bits));
}
inline QByteArray text(const QByteArray &payload) { return frame(Opcode::Text, payload); }
inline QByteArray first(const QByteArray &payload) { return frame(Opcode::Text, payload, {.fin = false}); }
inline QByteArray next(const QByteArray &payload) { return frame(Opcode::Continuation, payload, {.fin = false}); }
inline QByteArray last(const QByteArray &payload) { return frame(Opcode::Continuation, payload); }
inline QByteArray closing(int code, const QByteArray &reason = {})
{
    return frame(Opcode::Close, bytes(protocol::closePayload(std::uint16_t(code), view(reason))));
}

} // namespace porthole::tests
