// SPDX-License-Identifier: MIT
#include "server/protocol/bodyparser.h"

#include "server/protocol/httptext.h"

#include <algorithm>
#include <charconv>

namespace porthole::protocol {

namespace {

constexpr std::size_t longestLine = 256;
constexpr std::size_t mostTrailerBytes = 4096;

} // namespace

BodyParser::BodyParser(const RequestHead &head, std::uint64_t most)
    : m_most(most), m_remaining(head.contentLength), m_chunked(head.chunked)
{
    if (m_remaining > m_most) {
        fail(413, "The body of the request is too long.");
        return;
    }
    m_state = m_chunked || m_remaining > 0 ? State::Incomplete : State::Complete;
    m_expect = m_chunked ? Expect::Line : Expect::Data;
}

std::size_t BodyParser::feed(std::string_view bytes)
{
    std::size_t taken = 0;
    while (m_state == State::Incomplete && taken < bytes.size()) {
        if (m_expect == Expect::Data)
            taken += takeData(bytes.substr(taken));
        else
            takeFraming(bytes[taken++]);
    }
    return taken;
}

std::size_t BodyParser::takeData(std::string_view bytes)
{
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), m_remaining));
    m_body.append(bytes.substr(0, size));
    m_remaining -= size;
    if (m_remaining == 0 && m_chunked)
        m_expect = Expect::DataEnd;
    else if (m_remaining == 0)
        m_state = State::Complete;
    return size;
}

void BodyParser::takeFraming(char c)
{
    if (m_expect == Expect::DataEnd && c == '\r') {
        m_expect = Expect::DataLineFeed;
    } else if (m_expect == Expect::DataLineFeed && c == '\n') {
        m_expect = Expect::Line;
    } else if (m_expect == Expect::LineFeed && c == '\n') {
        endLine();
    } else if (m_expect != Expect::Line) {
        fail(400, "A chunk of the body does not end where its size says.");
    } else if (c == '\r') {
        m_expect = Expect::LineFeed;
    } else if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F) {
        fail(400, "The framing of the body has a control character.");
    } else if (m_line.size() == longestLine) {
        fail(400, "The size of a chunk or a trailer is too long.");
    } else {
        m_line += c;
    }
}

void BodyParser::endLine()
{
    m_expect = Expect::Line;
    if (m_inTrailers)
        readTrailer();
    else
        readSize();
    m_line.clear();
}

void BodyParser::readSize()
{
    const char *const end = m_line.data() + m_line.size();
    const auto [stop, error] = std::from_chars(m_line.data(), end, m_remaining, 16);
    const std::string_view rest = trimmed({stop, static_cast<std::size_t>(end - stop)});
    if (error != std::errc() || (!rest.empty() && rest.front() != ';') || (rest.empty() && stop != end))
        return fail(400, "The size of a chunk is not a hexadecimal number.");
    if (m_remaining > m_most - m_body.size())
        return fail(413, "The body of the request is too long.");
    if (m_remaining == 0)
        m_inTrailers = true;
    else
        m_expect = Expect::Data;
}

void BodyParser::readTrailer()
{
    if (m_line.empty()) {
        m_state = State::Complete;
        return;
    }
    m_trailerBytes += m_line.size();
    if (m_trailerBytes > mostTrailerBytes)
        return fail(431, "The trailers of the body are too long.");
    const std::size_t colon = m_line.find(':');
    if (colon == std::string::npos || !isToken(std::string_view(m_line).substr(0, colon)))
        fail(400, "A trailer of the body is not a header field.");
}

void BodyParser::fail(int status, std::string_view sentence)
{
    m_state = State::Failed;
    m_fault = {status, sentence};
}

} // namespace porthole::protocol
