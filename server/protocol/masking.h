// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/frame.h"

#include <span>

namespace porthole::protocol {

/// Masks or unmasks in place (RFC 6455 5.3). The phase says how many bytes of the payload came before these; only its
/// remainder by four counts. A pure function.
void unmask(std::span<char> bytes, MaskingKey key, std::uint64_t phase = 0);

} // namespace porthole::protocol
