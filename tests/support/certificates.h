// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/settings.h"

#include <QTemporaryDir>

namespace porthole::test {

/// Certificates that live as long as it does, made by the openssl command.
class Certificates final
{
public:
    struct Pair
    {
        QString certificate; ///< file
        QString key;         ///< file
    };

    Certificates();

    bool isGood() const { return m_good; } ///< false when there is no openssl
    QString path(const QString &name) const { return m_folder.filePath(name); }
    const Pair &authority() const { return m_authority; }
    /// Signed by the authority, valid from now on for that many days, for the host of that name.
    Pair make(const QString &host, int days = 2);
    /// The same key under a passphrase.
    QString lock(const Pair &pair, const QString &passphrase);
    QString write(const QString &name, const QByteArray &content);

    /// One for localhost and 127.0.0.1, made once a process.
    static TlsSettings local();

private:
    bool run(const QStringList &arguments);

    QTemporaryDir m_folder;
    Pair m_authority;
    int m_count = 0;
    bool m_good = true;
};

/// Whether this process is to run its tests over TLS.
bool wantsTls();

} // namespace porthole::test
