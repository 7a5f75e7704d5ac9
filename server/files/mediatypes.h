// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace porthole {

/// The Content-Type of a file by the end of its name, as web pages use them; text is taken for UTF-8, and what is not
/// known is application/octet-stream. A pure function.
QByteArray mediaTypeOf(const QString &fileName);

} // namespace porthole
