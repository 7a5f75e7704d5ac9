// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QSslConfiguration;

namespace porthole {

/// Why a server cannot begin TLS with this certificate and key, in the words of the TLS library; empty when it can. Qt
/// tells whether a key is that of a certificate in no other way.
/// Threads: any. Errors: none.
QString tlsFault(const QSslConfiguration &configuration);

} // namespace porthole
