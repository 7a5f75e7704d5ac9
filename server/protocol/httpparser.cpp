// SPDX-License-Identifier: MIT
#include "server/protocol/httpparser.h"

#include "server/protocol/httptext.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace porthole::protocol {

namespace {

constexpr std::size_t usualFields = 16;

} // namespace

std::optional<std::string_view> RequestHead::value(std::string_view name) const
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field &f) { return sameText(f.name, name); });
    return found == fields.end() ? std::nullopt : std::optional(found->value);
}

std::size_t RequestHead::count(std::string_view name) const
{
    return static_cast<std::size_t>(
        std::count_if(fields.begin(), fields.end(), [&](const Field &f) { return sameText(f.name, name); }));
}

bool RequestHead::hasToken(std::string_view name, std::string_view token) const
{
    return std::any_of(fields.begin(), fields.end(),
                       [&](const Field &f) { return sameText(f.name, name) && containsToken(f.value, token); });
}

HeadParser::State HeadParser::parse(std::string_view bytes)
{
    while (m_state == State::Incomplete && m_scanned < bytes.size()) {
        if (skipPlain(bytes))
            continue;
        if (m_scanned < m_limits.bytes)
            step(bytes);
        else if (m_method.size == 0)
            fail(414, "The request line is too long.");
        else
            fail(431, "The header fields are too long.");
        if (m_ended && m_state == State::Incomplete)
            finish(bytes);
    }
    return m_state;
}

// Most bytes neither end a line nor break a rule by themselves.
bool HeadParser::skipPlain(std::string_view bytes)
{
    if (m_afterCr || m_scanned >= m_limits.bytes)
        return false;
    const std::size_t plain = plainLength(bytes.substr(0, m_limits.bytes).substr(m_scanned));
    m_scanned += plain;
    return plain > 0;
}

void HeadParser::step(std::string_view bytes)
{
    const char c = bytes[m_scanned++];
    if (m_afterCr) {
        m_afterCr = false;
        if (c != '\n')
            return fail(400, "A carriage return must be followed by a line feed.");
        const std::size_t begin = m_lineBegin;
        m_lineBegin = m_scanned;
        // Two bytes end the line; the offsets that are kept count from the start of the request.
        return endLine(bytes.substr(0, m_scanned - 2).substr(begin));
    }
    if (c == '\r')
        m_afterCr = true;
    else if (c == '\n')
        fail(400, "A line feed must follow a carriage return.");
    else
        fail(400, "The head has a control character.");
}

void HeadParser::endLine(std::string_view line)
{
    if (m_method.size == 0) {
        if (!line.empty())
            return readRequestLine(line);
        if (m_afterBlankLine)
            return fail(400, "The request line is missing.");
        m_afterBlankLine = true;
    } else if (line.empty()) {
        m_ended = true;
    } else if (m_fields.size() == m_limits.fields) {
        fail(431, "There are too many header fields.");
    } else {
        readField(line);
    }
}

void HeadParser::readRequestLine(std::string_view line)
{
    const std::size_t begin = m_lineBegin - 2 - line.size();
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == last || !isToken(line.substr(0, first)))
        return fail(400, "The request line must be a method, a target and a version.");
    const std::string_view target = line.substr(first + 1, last - first - 1);
    if (target.empty()
        || !std::all_of(target.begin(), target.end(), [](char c) { return c > ' ' && c < 0x7F && c != '#'; }))
        return fail(400, "The target of the request has a character that must be percent-encoded.");
    m_fields.reserve(usualFields);
    m_method = {begin, first};
    m_target = {begin + first + 1, target.size()};
    readVersion(line.substr(last + 1));
}

void HeadParser::readVersion(std::string_view version)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (version.size() != 8 || !version.starts_with("HTTP/") || !isDigit(version[5]) || version[6] != '.'
        || !isDigit(version[7]))
        return fail(400, "The version of the request must be HTTP/1.1.");
    if (version[5] != '1')
        return fail(505, "Only HTTP/1.0 and HTTP/1.1 are spoken here.");
    m_head.minorVersion = version[7] - '0';
}

void HeadParser::readField(std::string_view line)
{
    const std::size_t begin = m_lineBegin - 2 - line.size();
    if (line.front() == ' ' || line.front() == '\t')
        return fail(400, "A header field must not be folded or begin with white space.");
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return fail(400, "A header field has no colon.");
    if (!isToken(line.substr(0, colon)))
        return fail(400, "The name of a header field is empty or has a character that is not allowed.");
    const std::string_view value = trimmed(line.substr(colon + 1));
    const auto offset = static_cast<std::size_t>(value.data() - line.data());
    m_fields.push_back({{begin, colon}, {begin + offset, value.size()}});
}

void HeadParser::finish(std::string_view bytes)
{
    const auto view = [bytes](Piece piece) { return bytes.substr(piece.begin, piece.size); };
    m_head.method = view(m_method);
    m_head.target = view(m_target);
    m_head.size = m_scanned;
    m_head.fields.reserve(m_fields.size());
    for (const FieldPieces &field : m_fields)
        m_head.fields.push_back({view(field.name), view(field.value)});
    readHost();
    readTarget();
    readTransferEncoding();
    readContentLength();
    if (m_state == State::Incomplete)
        m_state = State::Complete;
}

void HeadParser::readHost()
{
    const std::size_t count = m_head.count("Host");
    if (count > 1)
        return fail(400, "There is more than one Host field.");
    if (count == 0 && m_head.minorVersion > 0)
        return fail(400, "The Host field is missing.");
    m_head.host = m_head.value("Host").value_or(std::string_view());
    if (!isHost(m_head.host))
        fail(400, "The Host field is not a name or address with an optional port.");
}

void HeadParser::readTarget()
{
    const std::string_view target = m_head.target;
    const std::size_t schemeEnd = target.find("://");
    if (m_head.method == "CONNECT") {
        if (!isHost(target) || target.find(':') == std::string_view::npos)
            fail(400, "The target of CONNECT must be a host and a port.");
        m_head.host = target;
    } else if (target.front() == '/' || (target == "*" && m_head.method == "OPTIONS")) {
        const PathAndQuery parts = splitTarget(target);
        m_head.path = parts.path;
        m_head.query = parts.query;
    } else if (schemeEnd != std::string_view::npos) {
        readAbsoluteTarget(schemeEnd);
    } else {
        fail(400, "The target of the request must begin with a slash or be a whole address.");
    }
}

void HeadParser::readAbsoluteTarget(std::size_t schemeEnd)
{
    static constexpr std::array<std::string_view, 4> schemes{"http", "https", "ws", "wss"};
    const std::string_view scheme = m_head.target.substr(0, schemeEnd);
    const std::string_view rest = m_head.target.substr(schemeEnd + 3);
    if (std::none_of(schemes.begin(), schemes.end(), [scheme](std::string_view s) { return sameText(s, scheme); }))
        return fail(400, "The target of the request has a scheme that is not spoken here.");
    const std::size_t hostEnd = std::min(rest.find_first_of("/?"), rest.size());
    m_head.host = rest.substr(0, hostEnd);
    if (m_head.host.empty() || !isHost(m_head.host))
        return fail(400, "The target of the request has no valid host.");
    const PathAndQuery parts = splitTarget(rest.substr(hostEnd));
    m_head.path = parts.path.empty() ? std::string_view("/") : parts.path;
    m_head.query = parts.query;
}

void HeadParser::readTransferEncoding()
{
    if (m_head.count("Transfer-Encoding") == 0)
        return;
    if (m_head.minorVersion == 0)
        return fail(400, "HTTP/1.0 has no Transfer-Encoding.");
    if (m_head.count("Content-Length") != 0)
        return fail(400, "Content-Length and Transfer-Encoding exclude each other.");
    if (m_head.count("Transfer-Encoding") > 1 || !sameText(*m_head.value("Transfer-Encoding"), "chunked"))
        return fail(501, "The only Transfer-Encoding understood here is chunked.");
    m_head.chunked = true;
}

void HeadParser::readContentLength()
{
    const auto first = m_head.value("Content-Length");
    if (!first)
        return;
    for (const Field &field : m_head.fields) {
        if (sameText(field.name, "Content-Length") && field.value != *first)
            return fail(400, "There are two different Content-Length fields.");
    }
    const char *const end = first->data() + first->size();
    const auto [stop, error] = std::from_chars(first->data(), end, m_head.contentLength);
    if (first->empty() || error != std::errc() || stop != end)
        fail(400, "Content-Length is not a number.");
}

void HeadParser::fail(int status, std::string_view sentence)
{
    if (m_state == State::Failed)
        return;
    m_state = State::Failed;
    m_fault = {status, sentence};
}

} // namespace porthole::protocol
