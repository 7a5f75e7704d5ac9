// SPDX-License-Identifier: MIT
#include "server/engine/tlscontext.h"

#include "server/engine/tlsprobe.h"

#include <QDateTime>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace porthole {

namespace {

Result<QByteArray> contentOf(const QString &path, const QString &what)
{
    if (path.isEmpty())
        return Error{QStringLiteral("There is no file for the %1; give one.").arg(what)};
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    return Error{QStringLiteral("The %1 cannot be read from %2: %3.").arg(what, path, file.errorString())};
}

Result<QList<QSslCertificate>> certificatesIn(const QString &path, const QString &what)
{
    const auto content = contentOf(path, what);
    if (!content)
        return content.error();
    const QList<QSslCertificate> found = QSslCertificate::fromData(content.value(), QSsl::Pem);
    if (found.isEmpty())
        return Error{QStringLiteral("There is no certificate in %1; give a file in PEM.").arg(path)};
    return found;
}

Result<> checkDates(const QSslCertificate &certificate, const QString &path)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (certificate.expiryDate() < now)
        return Error{QStringLiteral("The certificate in %1 expired on %2; get a new one.")
                         .arg(path, certificate.expiryDate().toString(Qt::ISODate))};
    if (certificate.effectiveDate() > now)
        return Error{QStringLiteral("The certificate in %1 is not valid before %2; see whether this machine's clock is "
                                    "right.")
                         .arg(path, certificate.effectiveDate().toString(Qt::ISODate))};
    return {};
}

Result<QSslKey> keyIn(const QString &path, const QString &passphrase)
{
    const auto content = contentOf(path, QStringLiteral("private key"));
    if (!content)
        return content.error();
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        const QSslKey key(content.value(), algorithm, QSsl::Pem, QSsl::PrivateKey, passphrase.toUtf8());
        if (!key.isNull())
            return key;
    }
    return Error{QStringLiteral("There is no private key in %1 that can be read; give a file in PEM, and its "
                                "passphrase if it has one.")
                     .arg(path)};
}

Result<QSslConfiguration> withPair(QSslConfiguration configuration, const QString &certificate, const QString &keyFile,
                                   const QString &passphrase)
{
    const auto chain = certificatesIn(certificate, QStringLiteral("certificate"));
    if (!chain)
        return chain.error();
    if (const auto checked = checkDates(chain.value().constFirst(), certificate); !checked)
        return checked.error();
    const auto key = keyIn(keyFile, passphrase);
    if (!key)
        return key.error();
    configuration.setLocalCertificateChain(chain.value());
    configuration.setPrivateKey(key.value());
    if (const QString fault = tlsFault(configuration); !fault.isEmpty())
        return Error{QStringLiteral("The private key in %1 is not that of the certificate in %2 (%3); give the pair.")
                         .arg(keyFile, certificate, fault)};
    return configuration;
}

Result<QSslConfiguration> common(const TlsSettings &settings)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(settings.minimum == QLatin1String("1.3") ? QSsl::TlsV1_3OrLater : QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(settings.clientCertificates == ClientCertificates::None ? QSslSocket::VerifyNone
                                                                                            : QSslSocket::VerifyPeer);
    configuration.setCaCertificates({});
    if (settings.clientCertificates == ClientCertificates::None)
        return configuration;
    const auto authorities = certificatesIn(settings.clientAuthorities, QStringLiteral("clients' authority"));
    if (!authorities)
        return authorities.error();
    configuration.setCaCertificates(authorities.value());
    return configuration;
}

bool covers(const QString &pattern, const QString &host)
{
    if (!pattern.startsWith(QLatin1String("*.")))
        return pattern == host;
    const qsizetype dot = host.indexOf(QLatin1Char('.'));
    return dot > 0 && QStringView(host).mid(dot) == QStringView(pattern).mid(1);
}

} // namespace

Result<std::shared_ptr<const TlsContext>> TlsContext::load(const TlsSettings &settings)
{
    if (!QSslSocket::supportsSsl())
        return Error{QStringLiteral("Qt finds no TLS library here; install OpenSSL, or serve without a certificate.")};
    const auto base = common(settings);
    if (!base)
        return base.error();
    const auto first = withPair(base.value(), settings.certificate, settings.key, settings.passphrase);
    if (!first)
        return first.error();
    const std::shared_ptr<TlsContext> context(new TlsContext);
    context->m_first = first.value();
    context->m_allowsNoCertificate = settings.clientCertificates == ClientCertificates::Optional;
    for (const QString &item : settings.hosts) {
        const qsizetype equals = item.indexOf(QLatin1Char('='));
        const QStringList files = item.mid(equals + 1).split(QLatin1Char(':'));
        const auto pair = withPair(base.value(), files.value(0), files.value(1), settings.passphrase);
        if (!pair)
            return pair.error();
        context->m_hosts.push_back({item.left(equals).toLower(), pair.value()});
    }
    return std::shared_ptr<const TlsContext>(context);
}

const QSslConfiguration &TlsContext::configurationFor(const QString &host) const
{
    for (const Host &candidate : m_hosts) {
        if (covers(candidate.pattern, host))
            return candidate.configuration;
    }
    return m_first;
}

} // namespace porthole
