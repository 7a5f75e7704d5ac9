// SPDX-License-Identifier: MIT
#pragma once

namespace porthole {

/// Raises the soft limit on open descriptors to the hard one, and warns when even that is low: each client takes one.
void raiseDescriptorLimit();

} // namespace porthole
