// SPDX-License-Identifier: MIT
#include "server/protocol/clienthello.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace porthole::protocol {

namespace {

constexpr unsigned handshakeRecord = 22;
constexpr unsigned clientHelloMessage = 1;
constexpr unsigned serverNameExtension = 0;
constexpr unsigned hostName = 0;
constexpr std::size_t recordHead = 5;
constexpr std::size_t maxRecord = 16 * 1024;
constexpr std::size_t maxHostName = 255;

/// Takes numbers and pieces off the front of bytes; after the first that does not fit all are empty and ok() is false.
class Reader
{
public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes) { }

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_bytes.empty(); }
    std::string_view rest() const { return m_bytes; }

    std::string_view take(std::size_t count)
    {
        if (count > m_bytes.size()) {
            m_ok = false;
            m_bytes = {};
            return {};
        }
        const std::string_view taken = m_bytes.substr(0, count);
        m_bytes.remove_prefix(count);
        return taken;
    }
    std::size_t number(std::size_t bytes)
    {
        std::size_t value = 0;
        for (const char byte : take(bytes))
            value = value << 8 | std::uint8_t(byte);
        return value;
    }
    /// A piece with its length in front of it, in that many bytes.
    Reader piece(std::size_t lengthBytes)
    {
        Reader inner(take(number(lengthBytes)));
        inner.m_ok = m_ok;
        return inner;
    }

private:
    std::string_view m_bytes;
    bool m_ok = true;
};

struct Message
{
    ClientHello::State state = ClientHello::State::Incomplete;
    std::string body;
};

/// The ClientHello's body, put together from its records.
Message messageIn(std::string_view bytes)
{
    std::string message;
    while (bytes.size() >= recordHead) {
        Reader head(bytes.substr(0, recordHead));
        const std::size_t type = head.number(1);
        const std::size_t major = head.number(1);
        head.number(1);
        const std::size_t length = head.number(2);
        if (type != handshakeRecord || major != 3 || length == 0 || length > maxRecord)
            return {ClientHello::State::Unreadable, {}};
        message += bytes.substr(recordHead, length);
        bytes.remove_prefix(std::min(bytes.size(), recordHead + length));
        if (message.size() < 4)
            continue;
        Reader start(message);
        if (start.number(1) != clientHelloMessage)
            return {ClientHello::State::Unreadable, {}};
        const std::size_t size = start.number(3);
        if (size > maxClientHello)
            return {ClientHello::State::Unreadable, {}};
        if (message.size() >= 4 + size)
            return {ClientHello::State::Whole, message.substr(4, size)};
    }
    const bool isTls = bytes.empty() || std::uint8_t(bytes.front()) == handshakeRecord;
    return {isTls ? ClientHello::State::Incomplete : ClientHello::State::Unreadable, {}};
}

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char &letter : result) {
        if (letter >= 'A' && letter <= 'Z')
            letter = char(letter - 'A' + 'a');
    }
    return result;
}

bool isHostName(std::string_view text)
{
    const auto good = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')
            || letter == '-' || letter == '.' || letter == '_';
    };
    for (const char letter : text) {
        if (!good(letter))
            return false;
    }
    return !text.empty() && text.size() <= maxHostName;
}

std::optional<std::string> nameIn(Reader extension)
{
    Reader names = extension.piece(2);
    while (names.ok() && !names.atEnd()) {
        const std::size_t type = names.number(1);
        const Reader name = names.piece(2);
        if (!names.ok() || !name.ok())
            return {};
        if (type != hostName)
            continue;
        return isHostName(name.rest()) ? std::optional(lower(name.rest())) : std::nullopt;
    }
    return {};
}

std::optional<std::string> serverNameIn(std::string_view body)
{
    Reader hello(body);
    hello.take(2 + 32); // legacy_version, random
    hello.piece(1);     // legacy_session_id
    hello.piece(2);     // cipher_suites
    hello.piece(1);     // legacy_compression_methods
    if (!hello.ok())
        return {};
    if (hello.atEnd())
        return std::string();
    Reader extensions = hello.piece(2);
    while (extensions.ok() && !extensions.atEnd()) {
        const std::size_t type = extensions.number(2);
        const Reader extension = extensions.piece(2);
        if (extensions.ok() && type == serverNameExtension)
            return nameIn(extension);
    }
    return extensions.ok() ? std::optional(std::string()) : std::nullopt;
}

} // namespace

ClientHello readClientHello(std::string_view bytes)
{
    const bool tooLong = bytes.size() > maxClientHello;
    const Message message = messageIn(bytes.substr(0, maxClientHello));
    if (message.state == ClientHello::State::Incomplete)
        return {tooLong ? ClientHello::State::Unreadable : message.state, {}};
    if (message.state == ClientHello::State::Unreadable)
        return {message.state, {}};
    const auto name = serverNameIn(message.body);
    return {name ? ClientHello::State::Whole : ClientHello::State::Unreadable, name.value_or(std::string())};
}

} // namespace porthole::protocol
