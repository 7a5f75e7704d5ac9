// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/httpparser.h"

#include <string>

// The body of an HTTP/1.x request: RFC 9112 6 and 7.1.
namespace porthole::protocol {

/// Takes one body that comes in pieces, by its length or in chunks, and refuses all that a strict server may: bare CR
/// or LF, sizes that are no number or too large, chunk data without its CR LF, trailers that are no fields. Chunk
/// extensions and trailers are checked and dropped.
/// Threads: a value. Memory: the body, at most its limit. Errors: see fault().
class BodyParser final
{
public:
    enum class State : std::uint8_t { Incomplete, Complete, Failed };

    /// Of a request that has none: complete.
    BodyParser() = default;
    BodyParser(const RequestHead &head, std::uint64_t most);

    /// Takes what belongs to the body off the front; returns how many bytes that were.
    std::size_t feed(std::string_view bytes);

    State state() const { return m_state; }
    std::string takeBody() { return std::move(m_body); } ///< once Complete
    const HttpFault &fault() const { return m_fault; }   ///< once Failed; 413 when longer than its limit

private:
    enum class Expect : std::uint8_t { Data, Line, LineFeed, DataEnd, DataLineFeed };

    std::size_t takeData(std::string_view bytes);
    void takeFraming(char c);
    void endLine();
    void readSize();
    void readTrailer();
    void fail(int status, std::string_view sentence);

    std::string m_body;
    std::string m_line; ///< a chunk's size and extensions, or a trailer field
    HttpFault m_fault;
    std::uint64_t m_most = 0;
    std::uint64_t m_remaining = 0; ///< of the body or of this chunk
    std::size_t m_trailerBytes = 0;
    State m_state = State::Complete;
    Expect m_expect = Expect::Data;
    bool m_chunked = false;
    bool m_inTrailers = false;
};

} // namespace porthole::protocol
