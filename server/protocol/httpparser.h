// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

// The head of an HTTP/1.x request: RFC 9112 2 to 6.
namespace porthole::protocol {

struct Field
{
    std::string_view name;  ///< as the peer wrote it
    std::string_view value; ///< without the white space around it
};

/// A whole, well-formed head. Borrows everything from the bytes that were parsed.
struct RequestHead
{
    std::string_view method;
    std::string_view target;         ///< as sent
    std::string_view path;           ///< still percent-encoded; of an absolute-form target too (RFC 9112 3.2.2)
    std::string_view query;          ///< still percent-encoded, without the question mark
    std::string_view host;           ///< of an absolute-form target, or else of the Host field
    int minorVersion = 1;            ///< the x of HTTP/1.x
    bool chunked = false;            ///< a body in chunks follows (RFC 9112 7.1)
    std::uint64_t contentLength = 0; ///< of the body that follows, in bytes
    std::size_t size = 0;            ///< of the head, in bytes: the body or the first frame begins there
    std::vector<Field> fields;       ///< in the order they came

    std::optional<std::string_view> value(std::string_view name) const; ///< of the first field of that name
    std::size_t count(std::string_view name) const;                     ///< how many fields have that name
    /// Whether a field of that name lists the token: `Connection: keep-alive, Upgrade`.
    bool hasToken(std::string_view name, std::string_view token) const;
};

/// What a request is answered with when it cannot be served.
struct HttpFault
{
    int status = 400;
    std::string_view sentence; ///< a literal for a person
};

struct HeadLimits
{
    std::size_t bytes = std::size_t(16) * 1024; ///< longest head; 414 within the request line, 431 after it
    std::size_t fields = 100;                   ///< most fields; 431
};

/// Parses one head that comes in pieces and refuses all that RFC 9112 lets a strict server refuse: bare CR or LF,
/// folded lines, white space before a colon, control characters, a missing, doubled or malformed Host, lengths that
/// contradict each other.
/// Threads: a value. Lifetime: keeps no bytes, only how far it has looked. Errors: see fault().
class HeadParser final
{
public:
    enum class State : std::uint8_t { Incomplete, Complete, Failed };

    explicit HeadParser(HeadLimits limits = {}) : m_limits(limits) { }

    /// Give it all bytes of the request so far each time, those of before and what came since; they may have moved.
    /// Only what is new is looked at. Does nothing once it is complete or has failed.
    State parse(std::string_view bytes);

    State state() const { return m_state; }
    const RequestHead &head() const { return m_head; } ///< once Complete; borrows the bytes of that call of parse()
    const HttpFault &fault() const { return m_fault; } ///< once Failed

private:
    struct Piece
    {
        std::size_t begin = 0;
        std::size_t size = 0;
    };
    struct FieldPieces
    {
        Piece name;
        Piece value;
    };

    bool skipPlain(std::string_view bytes);
    void step(std::string_view bytes);
    void endLine(std::string_view line);
    void readRequestLine(std::string_view line);
    void readVersion(std::string_view version);
    void readField(std::string_view line);
    void finish(std::string_view bytes);
    void readTarget();
    void readAbsoluteTarget(std::size_t schemeEnd);
    void readHost();
    void readContentLength();
    void readTransferEncoding();
    void fail(int status, std::string_view sentence);

    HeadLimits m_limits;
    State m_state = State::Incomplete;
    HttpFault m_fault;
    RequestHead m_head;
    std::vector<FieldPieces> m_fields;
    Piece m_method;
    Piece m_target;
    std::size_t m_scanned = 0;
    std::size_t m_lineBegin = 0;
    bool m_afterCr = false;
    bool m_afterBlankLine = false;
    bool m_ended = false;
};

} // namespace porthole::protocol
