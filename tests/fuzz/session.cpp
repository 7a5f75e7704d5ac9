// SPDX-License-Identifier: MIT
#include "server/protocol/session.h"
#include "tests/fuzz/sessionrules.h"

using namespace porthole;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static protocol::SessionContext context(1000);
    fuzz::checkSession(context, {}, fuzz::view(data, size));
    return 0;
}
