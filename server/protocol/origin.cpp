// SPDX-License-Identifier: MIT
#include "server/protocol/origin.h"

#include "server/protocol/httptext.h"

#include <algorithm>

namespace porthole::protocol {

namespace {

struct Origin
{
    std::string_view scheme; ///< empty when there is none
    std::string_view name;
    std::string_view port; ///< with its colon; empty when there is none
};

Origin split(std::string_view text)
{
    Origin origin;
    if (const std::size_t end = text.find("://"); end != std::string_view::npos) {
        origin.scheme = text.substr(0, end);
        text.remove_prefix(end + 3);
    }
    const std::size_t bracket = text.starts_with('[') ? std::min(text.find(']'), text.size()) : 0;
    const std::size_t colon = std::min(text.find(':', bracket), text.size());
    origin.name = text.substr(0, colon);
    origin.port = text.substr(colon);
    return origin;
}

bool holdsName(std::string_view pattern, std::string_view name)
{
    if (!pattern.starts_with("*."))
        return sameText(pattern, name);
    const std::string_view end = pattern.substr(1);
    return name.size() > end.size() && sameText(name.substr(name.size() - end.size()), end);
}

bool holds(std::string_view pattern, std::string_view origin)
{
    if (pattern == "*" || sameText(pattern, origin))
        return true;
    const Origin wanted = split(pattern);
    const Origin given = split(origin);
    if (given.scheme.empty() || !holdsName(wanted.name, given.name))
        return false;
    if (wanted.scheme.empty())
        return wanted.port.empty() || wanted.port == given.port;
    return sameText(wanted.scheme, given.scheme) && wanted.port == given.port;
}

} // namespace

bool originAllowed(std::span<const std::string> patterns, std::string_view origin)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [origin](const auto &pattern) { return holds(pattern, origin); });
}

} // namespace porthole::protocol
