// SPDX-License-Identifier: MIT
#include "ui/detail/secrets.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace porthole {

bool isSecretHeader(QByteArrayView name)
{
    static constexpr std::array<const char *, 6> secret{"authorization", "proxy-authorization", "cookie",
                                                        "x-api-key",     "x-auth-token",        "x-csrf-token"};
    return std::any_of(secret.begin(), secret.end(), [name](const char *each) {
        return name.compare(QByteArrayView(each), Qt::CaseInsensitive) == 0;
    });
}

} // namespace porthole
