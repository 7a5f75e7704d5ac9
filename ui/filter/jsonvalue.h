// SPDX-License-Identifier: MIT
#pragma once

#include "ui/filter/filtervalue.h"

namespace porthole {

/// The text of a JSON string that stands in its quotes; empty when it is none.
QString jsonString(QByteArrayView quoted);
/// What the bytes of a JSON value say. An object or an array stays as it was written; what is no value is nothing.
FilterValue jsonValue(QByteArrayView json);

} // namespace porthole
