// SPDX-License-Identifier: MIT
#pragma once

#include "server/protocol/extensions.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct z_stream_s;

// The compression of messages: RFC 7692 7.2, over zlib's raw deflate.
namespace porthole::protocol {

/// Compresses whole messages.
/// Threads: one at a time. Lifetime: its memory is zlib's, see DeflateSettings. Errors: std::bad_alloc;
/// std::invalid_argument for parameters that zlib has no meaning for.
class Deflater final
{
public:
    /// Window bits 8 to 15. zlib has no raw deflate with 8; with 9 its matches reach back 250 bytes at most (512 less
    /// the 262 it looks ahead), which a window of 256 holds, so 9 serves both.
    Deflater(int windowBits, int level, int memoryLevel);
    ~Deflater();
    Deflater(const Deflater &) = delete;
    Deflater &operator=(const Deflater &) = delete;

    /// Appends the compressed message, without the four bytes that RFC 7692 7.2.1 cuts off. With the context kept, the
    /// next message may refer to this one, which must then really be sent.
    void compress(std::string_view message, bool keepContext, std::string &out);
    int windowBits() const { return m_windowBits; }

private:
    std::unique_ptr<z_stream_s> m_stream;
    int m_windowBits;
};

/// Inflates messages that come in pieces, and says the same however they are cut. A message may refer as far back into
/// those before it as the window bits say, and within itself as far as the format can: zlib alone would find a distance
/// beyond a smaller window only where the bytes happen to be out of its reach.
/// Threads: one at a time. Lifetime: zlib's memory, 7 KiB and the widest window, which is taken when first needed;
/// between messages that refer to each other 2^bits bytes when the window is a smaller one. Errors: std::bad_alloc.
class Inflater final
{
public:
    enum class Step : std::uint8_t {
        NeedInput, ///< all input was taken and all it says was written
        NeedRoom,  ///< all room is used; there may be more to write
        Corrupt,   ///< what was written is good, what follows is not; only reset() helps
    };

    Inflater();
    ~Inflater();
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    /// Inflates from the front of in to the front of room; both shrink by what was used.
    Step run(std::string_view &in, std::span<char> &room);
    /// After the last byte of a message: the bytes that its sender cut off (RFC 7692 7.2.2) and that run() needs as
    /// input.
    std::string_view tail() const;
    /// After the tail: whether the message really ended there.
    bool atBoundary() const;
    /// Forgets the message and all that came before it.
    void reset();
    /// Forgets the message, but for the 2^windowBits bytes (8 to 15) that the next one may refer to.
    void rest(int windowBits);

private:
    void begin();

    std::unique_ptr<z_stream_s> m_stream; // none while it rests
    std::string m_window;                 // what the next message may refer to, while it rests
    bool m_started = false;               // the message has had input
    bool m_streamEnded = false;           // a final block was seen (RFC 7692 7.2.3.4)
};

/// Compressors and decompressors that are no client's own: taken for one message, given back after it.
/// Threads: one. Errors: std::bad_alloc.
class DeflatePool final
{
public:
    explicit DeflatePool(const DeflateSettings &settings) : m_settings(settings) { }

    std::unique_ptr<Deflater> takeDeflater(int windowBits);
    std::unique_ptr<Inflater> takeInflater();
    void give(std::unique_ptr<Deflater> deflater);
    void give(std::unique_ptr<Inflater> inflater);
    void trim(); ///< keeps none: for when compression has not been used for a while
    std::size_t kept() const { return m_deflaters.size() + m_inflaters.size(); }
    const DeflateSettings &settings() const { return m_settings; }
    void setSettings(const DeflateSettings &settings); ///< those that work on a message, or a client's own, go on

private:
    DeflateSettings m_settings;
    std::vector<std::unique_ptr<Deflater>> m_deflaters;
    std::vector<std::unique_ptr<Inflater>> m_inflaters;
};

} // namespace porthole::protocol
