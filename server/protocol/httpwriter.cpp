// SPDX-License-Identifier: MIT
#include "server/protocol/httpwriter.h"

#include "server/protocol/httptext.h"

#include <algorithm>

namespace porthole::protocol {

namespace {

struct Phrase
{
    int status;
    std::string_view words;
};

constexpr Phrase phrases[] = {
    {100, "Continue"},
    {101, "Switching Protocols"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {205, "Reset Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {426, "Upgrade Required"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
};

bool isWritable(const Field &field)
{
    return isToken(field.name) && isFieldValue(field.value) && !sameText(field.name, "Content-Length")
        && !sameText(field.name, "Transfer-Encoding");
}

void append(std::string &out, std::string_view name, std::string_view value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

/// More than a response of these needs.
std::size_t roomFor(std::span<const Field> fields, std::string_view body)
{
    constexpr std::size_t ownLines = 128;
    std::size_t size = ownLines + body.size();
    for (const Field &field : fields)
        size += field.name.size() + field.value.size() + 4;
    return size;
}

} // namespace

std::string_view reasonPhrase(int status)
{
    const auto *const found =
        std::find_if(std::begin(phrases), std::end(phrases), [status](const Phrase &p) { return p.status == status; });
    return found == std::end(phrases) ? "Unknown" : found->words;
}

std::optional<std::string> writeResponse(int status, std::span<const Field> fields, std::string_view body,
                                         ResponseOptions options)
{
    if (status < 100 || status > 999 || !std::all_of(fields.begin(), fields.end(), isWritable))
        return {};
    const std::uint64_t length = options.length.value_or(body.size());
    if (!hasBody(status) || options.withoutBody)
        body = {};
    std::string response;
    response.reserve(roomFor(fields, body));
    response.append("HTTP/1.1 ").append(std::to_string(status)).append(" ");
    response.append(reasonPhrase(status)).append("\r\n");
    for (const Field &field : fields)
        append(response, field.name, field.value);
    if (hasBody(status))
        append(response, "Content-Length", std::to_string(length));
    if (options.close || options.keepAlive)
        append(response, "Connection", options.close ? "close" : "keep-alive");
    response.append("\r\n").append(body);
    return response;
}

} // namespace porthole::protocol
