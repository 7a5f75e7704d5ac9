// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace porthole::test {

/// In milliseconds: who has to be answered while others are busy, attack or fail is answered within it. A sanitizer is
/// slow.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr qint64 inTime = 1000;
#else
inline constexpr qint64 inTime = 100;
#endif

} // namespace porthole::test
