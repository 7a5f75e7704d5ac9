// SPDX-License-Identifier: MIT
#include "server/loop/vectorregisters.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#endif

namespace porthole {

#if defined(__x86_64__) && defined(__GNUC__)

namespace {

const bool hasThem = __builtin_cpu_supports("avx");

[[gnu::target("avx")]] void zeroUpperHalves() { _mm256_zeroupper(); }

} // namespace

void releaseVectorRegisters()
{
    if (hasThem)
        zeroUpperHalves();
}

#else

void releaseVectorRegisters() { }

#endif

} // namespace porthole
