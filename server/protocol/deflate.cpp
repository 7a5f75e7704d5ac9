// SPDX-License-Identifier: MIT
#include "server/protocol/deflate.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <new>
#include <stdexcept>

namespace porthole::protocol {

namespace {

constexpr std::string_view cutTail("\0\0\xff\xff", 4);
constexpr std::size_t mostKept = 4;
constexpr int rawBits = -1; // zlib's sign for a raw stream
constexpr int smallestZlibWindow = 9;
constexpr int widestWindow = 15;

void check(int result)
{
    if (result == Z_MEM_ERROR)
        throw std::bad_alloc();
    if (result != Z_OK)
        throw std::invalid_argument("zlib refuses these parameters");
}

uInt clamped(std::size_t size)
{
    return static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
}

// zlib's interface is not const-correct; it does not write to its input.
Bytef *input(std::string_view bytes) { return reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data())); }

} // namespace

Deflater::Deflater(int windowBits, int level, int memoryLevel)
    : m_stream(std::make_unique<z_stream>()), m_windowBits(windowBits)
{
    check(deflateInit2(m_stream.get(), level, Z_DEFLATED, rawBits * std::max(windowBits, smallestZlibWindow),
                       memoryLevel, Z_DEFAULT_STRATEGY));
}

Deflater::~Deflater() { deflateEnd(m_stream.get()); }

void Deflater::compress(std::string_view message, bool keepContext, std::string &out)
{
    if (message.empty()) {
        out += '\0'; // RFC 7692 7.2.3.6; zlib itself would flush nothing a second time
        return;
    }
    std::array<char, 16384> chunk;
    while (!message.empty() || m_stream->avail_out == 0) {
        m_stream->next_in = input(message);
        m_stream->avail_in = clamped(message.size());
        const uInt offered = m_stream->avail_in;
        const bool last = offered == message.size();
        m_stream->next_out = reinterpret_cast<Bytef *>(chunk.data());
        m_stream->avail_out = chunk.size();
        deflate(m_stream.get(), last ? Z_SYNC_FLUSH : Z_NO_FLUSH);
        message.remove_prefix(offered - m_stream->avail_in);
        out.append(chunk.data(), chunk.size() - m_stream->avail_out);
    }
    out.resize(out.size() - cutTail.size());
    if (!keepContext)
        deflateReset(m_stream.get());
}

Inflater::Inflater() { begin(); }

Inflater::~Inflater() { inflateEnd(m_stream.get()); }

void Inflater::begin()
{
    m_stream = std::make_unique<z_stream>();
    check(inflateInit2(m_stream.get(), rawBits * widestWindow));
    if (!m_window.empty())
        check(inflateSetDictionary(m_stream.get(), input(m_window), clamped(m_window.size())));
    m_window = {};
}

Inflater::Step Inflater::run(std::string_view &in, std::span<char> &room)
{
    if (!m_stream)
        begin();
    m_started = m_started || !in.empty();
    while (true) {
        if (m_streamEnded && !in.empty()) {
            inflateResetKeep(m_stream.get()); // a new stream, the same window
            m_streamEnded = false;
        }
        m_stream->next_in = input(in);
        m_stream->avail_in = clamped(in.size());
        m_stream->next_out = reinterpret_cast<Bytef *>(room.data());
        m_stream->avail_out = clamped(room.size());
        const uInt offeredIn = m_stream->avail_in;
        const uInt offeredOut = m_stream->avail_out;
        const int result = m_streamEnded ? Z_BUF_ERROR : inflate(m_stream.get(), Z_SYNC_FLUSH);
        in.remove_prefix(offeredIn - m_stream->avail_in);
        room = room.subspan(offeredOut - m_stream->avail_out);
        m_streamEnded = m_streamEnded || result == Z_STREAM_END;
        if (result == Z_MEM_ERROR)
            throw std::bad_alloc();
        if (result != Z_OK && result != Z_BUF_ERROR && result != Z_STREAM_END)
            return Step::Corrupt;
        if (in.empty() && (result != Z_OK || !room.empty()))
            return Step::NeedInput;
        if (room.empty())
            return Step::NeedRoom;
    }
}

std::string_view Inflater::tail() const { return m_started && !m_streamEnded ? cutTail : std::string_view(); }

bool Inflater::atBoundary() const
{
    // data_type: 128 is set between blocks; its low six bits count the bits of input not used yet.
    return !m_started || m_streamEnded || (m_stream->data_type & (128 | 63)) == 128;
}

void Inflater::reset()
{
    m_started = false;
    m_streamEnded = false;
    m_window = {};
    if (m_stream)
        inflateReset(m_stream.get());
}

// A client that is silent keeps no more than the window that it was allowed.
void Inflater::rest(int windowBits)
{
    m_started = false;
    if (!m_stream || windowBits == widestWindow)
        return;
    std::array<char, std::size_t(1) << widestWindow> all;
    uInt size = 0;
    check(inflateGetDictionary(m_stream.get(), reinterpret_cast<Bytef *>(all.data()), &size));
    const std::size_t kept = std::min<std::size_t>(size, std::size_t(1) << windowBits);
    m_window.assign(all.data() + size - kept, kept);
    inflateEnd(m_stream.get());
    m_stream.reset();
    m_streamEnded = false;
}

std::unique_ptr<Deflater> DeflatePool::takeDeflater(int windowBits)
{
    const auto found = std::find_if(m_deflaters.begin(), m_deflaters.end(),
                                    [=](const auto &deflater) { return deflater->windowBits() == windowBits; });
    if (found == m_deflaters.end())
        return std::make_unique<Deflater>(windowBits, m_settings.level, m_settings.memoryLevel);
    std::unique_ptr<Deflater> deflater = std::move(*found);
    m_deflaters.erase(found);
    return deflater;
}

std::unique_ptr<Inflater> DeflatePool::takeInflater()
{
    if (m_inflaters.empty())
        return std::make_unique<Inflater>();
    std::unique_ptr<Inflater> inflater = std::move(m_inflaters.back());
    m_inflaters.pop_back();
    return inflater;
}

void DeflatePool::give(std::unique_ptr<Deflater> deflater)
{
    if (m_deflaters.size() < mostKept)
        m_deflaters.push_back(std::move(deflater));
}

void DeflatePool::give(std::unique_ptr<Inflater> inflater)
{
    inflater->reset();
    if (m_inflaters.size() < mostKept)
        m_inflaters.push_back(std::move(inflater));
}

void DeflatePool::setSettings(const DeflateSettings &settings)
{
    if (settings.level != m_settings.level || settings.memoryLevel != m_settings.memoryLevel)
        m_deflaters.clear();
    m_settings = settings;
}

void DeflatePool::trim()
{
    m_deflaters.clear();
    m_inflaters.clear();
}

} // namespace porthole::protocol
