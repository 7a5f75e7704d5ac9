// SPDX-License-Identifier: MIT
#include "server/core/listener.h"

#include <QUrl>

namespace porthole {

namespace {

const QLatin1String unixScheme("unix:");

} // namespace

Result<Listener> Listener::fromUrl(const QString &text, const TlsSettings &tls)
{
    const Error refusal{QStringLiteral("\"%1\" cannot be listened on; give ws://<address>:<port>, such as "
                                       "ws://127.0.0.1:9502 or wss://[::1]:9503, or unix:/<path>.")
                            .arg(text)};
    Listener listener;
    if (text.startsWith(unixScheme)) {
        listener.host = text;
        return listener.check() ? Result<Listener>(listener) : refusal;
    }
    const QStringList schemes{QStringLiteral("ws"), QStringLiteral("wss")};
    const QUrl url(text, QUrl::StrictMode);
    const bool bare = (url.path().isEmpty() || url.path() == QLatin1String("/")) && !url.hasQuery()
        && !url.hasFragment() && url.userInfo().isEmpty();
    if (!url.isValid() || !schemes.contains(url.scheme()) || url.host().isEmpty() || !bare)
        return refusal;
    listener.host = url.host();
    listener.port = quint16(url.port(listener.port));
    if (!listener.check())
        return refusal;
    if (url.scheme() == QLatin1String("wss")) {
        if (!tls.isOn())
            return Error{QStringLiteral("%1 needs a certificate; give tlsCert and tlsKey.").arg(text)};
        listener.tls = tls;
    }
    return listener;
}

bool Listener::isUnixSocket() const { return host.startsWith(unixScheme); }

QString Listener::path() const { return isUnixSocket() ? host.mid(unixScheme.size()) : QString(); }

QString Listener::url() const
{
    if (isUnixSocket())
        return host;
    QUrl url;
    url.setScheme(tls.isOn() ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setHost(host);
    url.setPort(port);
    return url.toString();
}

Result<> Listener::check() const
{
    Settings checked = settings.value_or(Settings());
    checked.host = host;
    checked.port = port;
    checked.tls = tls;
    if (const auto good = checked.check(); !good)
        return Error{QStringLiteral("The listener %1 cannot be: %2").arg(url(), good.error().message)};
    return {};
}

} // namespace porthole
