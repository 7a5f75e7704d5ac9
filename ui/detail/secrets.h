// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace porthole {

/// Whether a header field carries something that lets whoever reads it act as the client.
bool isSecretHeader(QByteArrayView name);

} // namespace porthole
