// SPDX-License-Identifier: MIT
// Holds nothing: what is compiled with it is precompiled.h.
