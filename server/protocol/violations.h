// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/closing.h"

// What can be wrong with messages, beside the heads of their frames (HeaderFault).
namespace porthole::protocol {

inline constexpr Violation noStart{CloseCode::ProtocolError, "a continuation has no message to continue"};
inline constexpr Violation noEnd{CloseCode::ProtocolError, "a message began before the last one ended"};
inline constexpr Violation notUtf8{CloseCode::InvalidPayload, "a text message must be UTF-8"};
inline constexpr Violation notDeflate{CloseCode::InvalidPayload, "a compressed message cannot be inflated"};
inline constexpr Violation tooBig{CloseCode::MessageTooBig, "the message is longer than allowed"};

} // namespace porthole::protocol
