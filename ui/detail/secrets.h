// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

namespace porthole {

/// Whether a header field carries something that lets whoever reads it act as the client.
bool isSecretHeader(QByteArrayView name);
/// The path of a request with the values in its query masked that let whoever reads them act as the client.
QString maskedPath(const QString &path);
bool hasSecrets(const QString &path);
/// What stands in the place of a secret.
QString secretMask();

} // namespace porthole
