// SPDX-License-Identifier: MIT
#include "app/descriptorlimit.h"

#include "server/core/logging.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

namespace porthole {

namespace {

// Linux makes room for more descriptors as they come, and with threads around each time takes ten milliseconds in which
// nothing is accepted. 64 Ki of them are half a mebibyte of the kernel's.
void reserveDescriptors(rlim_t limit)
{
    constexpr rlim_t most = 65'536;
    if (const int last = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, int(std::min(limit, most)) - 1); last >= 0)
        ::close(last);
}

} // namespace

void raiseDescriptorLimit()
{
    constexpr rlim_t enough = 10'100;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0)
        ::getrlimit(RLIMIT_NOFILE, &limit);
    reserveDescriptors(limit.rlim_cur);
    if (limit.rlim_cur < enough)
        qCWarning(lcServer,
                  "this process may open %llu descriptors, and each client takes one: raise the hard limit "
                  "(ulimit -Hn, or LimitNOFILE of the service) to serve 10,000 clients",
                  static_cast<unsigned long long>(limit.rlim_cur));
}

} // namespace porthole
