// SPDX-License-Identifier: MIT
#include "tests/support/certificates.h"

#include <QFile>
#include <QProcess>

namespace porthole::test {

namespace {

const QStringList newKey{QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                         QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes")};

} // namespace

Certificates::Certificates()
{
    m_authority = {path(QStringLiteral("authority.pem")), path(QStringLiteral("authority.key"))};
    run(QStringList{QStringLiteral("req"), QStringLiteral("-x509")} + newKey
        + QStringList{QStringLiteral("-keyout"), m_authority.key, QStringLiteral("-out"), m_authority.certificate,
                      QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                      QStringLiteral("/CN=Porthole's tests")});
}

Certificates::Pair Certificates::make(const QString &host, int days)
{
    const QString stem = QString::number(++m_count);
    const Pair pair{path(stem + QStringLiteral(".pem")), path(stem + QStringLiteral(".key"))};
    const QString request = path(stem + QStringLiteral(".req"));
    const QByteArray names = "subjectAltName=DNS:" + host.toUtf8() + ",IP:127.0.0.1\n";
    run(QStringList{QStringLiteral("req"), QStringLiteral("-new")} + newKey
        + QStringList{QStringLiteral("-keyout"), pair.key, QStringLiteral("-out"), request, QStringLiteral("-subj"),
                      QStringLiteral("/CN=") + host});
    run({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), request, QStringLiteral("-CA"),
         m_authority.certificate, QStringLiteral("-CAkey"), m_authority.key, QStringLiteral("-CAcreateserial"),
         QStringLiteral("-days"), QString::number(days), QStringLiteral("-out"), pair.certificate,
         QStringLiteral("-extfile"), write(stem + QStringLiteral(".ext"), names)});
    return pair;
}

QString Certificates::lock(const Pair &pair, const QString &passphrase)
{
    const QString locked = pair.key + QStringLiteral(".locked");
    run({QStringLiteral("ec"), QStringLiteral("-in"), pair.key, QStringLiteral("-aes256"), QStringLiteral("-passout"),
         QStringLiteral("pass:") + passphrase, QStringLiteral("-out"), locked});
    return locked;
}

QString Certificates::write(const QString &name, const QByteArray &content)
{
    QFile file(path(name));
    m_good = m_good && file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    return file.fileName();
}

bool Certificates::run(const QStringList &arguments)
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"), arguments);
    const bool done =
        openssl.waitForFinished() && openssl.exitStatus() == QProcess::NormalExit && openssl.exitCode() == 0;
    if (!done)
        qWarning("openssl %s: %s", qPrintable(arguments.join(QLatin1Char(' '))),
                 openssl.readAllStandardError().constData());
    m_good = m_good && done;
    return done;
}

TlsSettings Certificates::local()
{
    static Certificates certificates;
    static const Pair pair = certificates.make(QStringLiteral("localhost"));
    return {.certificate = pair.certificate, .key = pair.key};
}

bool wantsTls() { return qEnvironmentVariableIsSet("PORTHOLE_TEST_TLS"); }

} // namespace porthole::test
