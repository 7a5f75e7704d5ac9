// SPDX-License-Identifier: MIT
#include "ui/detail/secrets.h"

#include <QByteArray>
#include <QStringList>

#include <algorithm>
#include <array>

namespace porthole {

namespace {

constexpr std::array<const char *, 5> secretHeaders{"authorization", "proxy-authorization", "cookie", "x-api-key",
                                                    "x-auth-key"};
constexpr std::array<const char *, 2> secretEndings{"-token", "-secret"};
constexpr std::array<const char *, 16> secretNames{
    "token", "access_token", "id_token", "refresh_token", "auth",      "authorization", "api_key", "apikey",
    "key",   "secret",       "password", "sig",           "signature", "session",       "ticket",  "jwt"};

template<size_t size>
bool isOneOf(QByteArrayView name, const std::array<const char *, size> &names)
{
    return std::any_of(names.begin(), names.end(), [name](const char *each) {
        return name.compare(QByteArrayView(each), Qt::CaseInsensitive) == 0;
    });
}

bool isSecretPart(const QString &part)
{
    const qsizetype equals = part.indexOf(QLatin1Char('='));
    return equals >= 0 && equals + 1 < part.size() && isOneOf(part.left(equals).toUtf8(), secretNames);
}

} // namespace

bool isSecretHeader(QByteArrayView name)
{
    const auto ends = [name](const char *ending) {
        const QByteArrayView end(ending);
        return name.size() >= end.size() && name.last(end.size()).compare(end, Qt::CaseInsensitive) == 0;
    };
    return isOneOf(name, secretHeaders) || std::any_of(secretEndings.begin(), secretEndings.end(), ends);
}

QString secretMask() { return QString(12, QChar(0x2022)); }

QString maskedPath(const QString &path)
{
    const qsizetype mark = path.indexOf(QLatin1Char('?'));
    if (mark < 0)
        return path;
    QStringList parts = path.mid(mark + 1).split(QLatin1Char('&'));
    for (QString &part : parts) {
        if (isSecretPart(part))
            part = part.section(QLatin1Char('='), 0, 0) + QLatin1Char('=') + secretMask();
    }
    return path.left(mark + 1) + parts.join(QLatin1Char('&'));
}

bool hasSecrets(const QString &path) { return maskedPath(path) != path; }

} // namespace porthole
