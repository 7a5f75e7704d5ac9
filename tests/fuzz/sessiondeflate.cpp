// SPDX-License-Identifier: MIT
#include "server/protocol/session.h"
#include "tests/fuzz/sessionrules.h"

using namespace porthole;

// The first byte chooses takeover and window bits; the rest is what the client sends.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    static protocol::SessionContext context(1000);
    const protocol::DeflateParameters parameters{.serverContextTakeover = true,
                                                 .clientContextTakeover = (data[0] & 1) != 0,
                                                 .serverWindowBits = 15,
                                                 .clientWindowBits = static_cast<std::uint8_t>(8 + (data[0] >> 1) % 8)};
    fuzz::checkSession(context, parameters, fuzz::view(data, size).substr(1));
    return 0;
}
