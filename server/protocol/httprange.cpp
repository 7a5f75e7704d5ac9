// SPDX-License-Identifier: MIT
#include "server/protocol/httprange.h"

#include "server/protocol/httptext.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

namespace porthole::protocol {

namespace {

/// A number as large as it can be held: a position beyond that is beyond any size too.
std::optional<std::uint64_t> number(std::string_view text)
{
    std::uint64_t value = 0;
    const char *const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error == std::errc::result_out_of_range && stop == end)
        return std::numeric_limits<std::uint64_t>::max();
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

ByteRange part(std::uint64_t first, std::uint64_t last, std::uint64_t size)
{
    if (first >= size)
        return {ByteRange::Kind::Unsatisfiable};
    return {ByteRange::Kind::Part, first, std::min(last, size - 1) - first + 1};
}

ByteRange suffix(std::uint64_t count, std::uint64_t size)
{
    if (count == 0 || size == 0)
        return {ByteRange::Kind::Unsatisfiable};
    const std::uint64_t first = size - std::min(count, size);
    return {ByteRange::Kind::Part, first, size - first};
}

} // namespace

ByteRange parseRange(std::string_view field, std::uint64_t size)
{
    const std::size_t equals = field.find('=');
    if (equals == std::string_view::npos || !sameText(field.substr(0, equals), "bytes"))
        return {};
    const std::string_view range = trimmed(field.substr(equals + 1));
    const std::size_t dash = range.find('-');
    if (dash == std::string_view::npos)
        return {};
    const auto first = number(range.substr(0, dash));
    const auto last = number(range.substr(dash + 1));
    if (dash == 0)
        return last ? suffix(*last, size) : ByteRange();
    if (!first || (dash + 1 < range.size() && !last) || (last && *last < *first))
        return {};
    return part(*first, last.value_or(std::numeric_limits<std::uint64_t>::max()), size);
}

} // namespace porthole::protocol
