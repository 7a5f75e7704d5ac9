// SPDX-License-Identifier: MIT
#include "app/descriptorlimit.h"

#include "server/core/logging.h"

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace porthole {

void raiseDescriptorLimit()
{
#ifdef Q_OS_UNIX
    constexpr rlim_t enough = 10'100;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0)
        ::getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < enough)
        qCWarning(lcServer,
                  "this process may open %llu descriptors, and each client takes one: raise the hard limit "
                  "(ulimit -Hn, or LimitNOFILE of the service) to serve 10,000 clients",
                  static_cast<unsigned long long>(limit.rlim_cur));
#endif
}

} // namespace porthole
