// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/settings.h"

#include <QSslConfiguration>

#include <memory>
#include <vector>

namespace porthole {

/// The certificates of a listener, read and checked, each as what a QSslSocket takes.
/// Threads: does not change once made; any may read. Lifetime: shared by those who use it. Errors: load() names the
/// file and says what to do about it.
class TlsContext final
{
    Q_DISABLE_COPY_MOVE(TlsContext)

public:
    static Result<std::shared_ptr<const TlsContext>> load(const TlsSettings &settings);

    /// For the host that the client asks for, in lower case; the first certificate when none is for it.
    const QSslConfiguration &configurationFor(const QString &host) const;
    bool hasHosts() const { return !m_hosts.empty(); }
    /// A client without a certificate is let in although it was asked for one.
    bool allowsNoCertificate() const { return m_allowsNoCertificate; }

private:
    struct Host
    {
        QString pattern;
        QSslConfiguration configuration;
    };

    TlsContext() = default;

    QSslConfiguration m_first;
    std::vector<Host> m_hosts;
    bool m_allowsNoCertificate = false;
};

} // namespace porthole
