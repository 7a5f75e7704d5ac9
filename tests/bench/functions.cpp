// SPDX-License-Identifier: MIT
#include "server/monitor/local/tap.h"
#include "server/protocol/deflate.h"
#include "server/protocol/frameparser.h"
#include "server/protocol/framewriter.h"
#include "server/protocol/masking.h"
#include "server/protocol/session.h"
#include "server/protocol/utf8.h"

#include <benchmark/benchmark.h>

#include <cstring>

using namespace porthole;
using namespace porthole::protocol;

// The functions that see every byte, in bytes a second beside memcpy, which is as fast as bytes can be moved here.
namespace {

constexpr MaskingKey key{'\x37', '\xfa', '\x21', '\x3d'};

std::string ascii(std::int64_t size) { return std::string(std::size_t(size), 'a'); }

std::string repeated(std::string_view piece, std::int64_t size)
{
    std::string text;
    while (std::int64_t(text.size() + piece.size()) <= size)
        text += piece;
    return text.append(std::size_t(size) - text.size(), 'a');
}

std::string json(std::int64_t size)
{
    return repeated(R"({"symbol":"PORT","price":12.75,"volume":4200,"time":1700000000},)", size);
}

void countBytes(benchmark::State &state, std::size_t size)
{
    state.SetBytesProcessed(std::int64_t(state.iterations()) * std::int64_t(size));
}

void copy(benchmark::State &state)
{
    const std::string from = ascii(state.range(0));
    std::string to = from;
    for (auto _ : state) {
        std::memcpy(to.data(), from.data(), from.size());
        benchmark::DoNotOptimize(to.data());
        benchmark::ClobberMemory();
    }
    countBytes(state, from.size());
}

void unmasking(benchmark::State &state)
{
    std::string bytes = ascii(state.range(0));
    for (auto _ : state) {
        unmask(bytes, key);
        benchmark::ClobberMemory();
    }
    countBytes(state, bytes.size());
}

void utf8(benchmark::State &state, const std::string &text)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(isValidUtf8(text));
    countBytes(state, text.size());
}

void utf8Ascii(benchmark::State &state) { utf8(state, ascii(state.range(0))); }
void utf8Latin(benchmark::State &state) { utf8(state, repeated("Gr\xc3\xbc\xc3\x9f Gott, ", state.range(0))); }
void utf8Chinese(benchmark::State &state) { utf8(state, repeated("\xe4\xb8\x96\xe7\x95\x8c", state.range(0))); }

/// As many frames of that payload as fill a read of 64 KiB, at least one.
std::string readOf(std::int64_t size, Opcode opcode)
{
    const std::string frame = encodeMasked(opcode, ascii(size), key);
    std::string read = frame;
    while (read.size() + frame.size() <= 64 * 1024)
        read += frame;
    return read;
}

void parsing(benchmark::State &state)
{
    const std::string read = readOf(state.range(0), Opcode::Binary);
    std::string bytes = read;
    FrameParser parser;
    for (auto _ : state) {
        std::memcpy(bytes.data(), read.data(), read.size());
        std::span<char> rest(bytes);
        FramePiece piece;
        while (parser.next(rest, piece) == FrameParser::Step::Piece)
            benchmark::DoNotOptimize(piece.bytes.data());
    }
    countBytes(state, read.size());
}

struct Ignore final : SessionEvents
{
    void message(Opcode, std::string_view payload) override { benchmark::DoNotOptimize(payload.data()); }
    void ping(std::string_view) override { }
    void pong(std::string_view) override { }
    void closed(std::uint16_t, std::string_view) override { }
    void failed(const Violation &) override { }
};

/// Parsing, unmasking, UTF-8 and assembling: what a read costs before a handler sees its messages.
void receiving(benchmark::State &state)
{
    const std::string read = readOf(state.range(0), Opcode::Text);
    std::string bytes = read;
    SessionContext context(std::size_t(16) << 20);
    Session session(context, std::nullopt);
    Ignore events;
    std::string out;
    for (auto _ : state) {
        std::memcpy(bytes.data(), read.data(), read.size());
        session.receive(bytes, out, events);
    }
    countBytes(state, read.size());
}

void encoding(benchmark::State &state)
{
    const std::string payload = ascii(state.range(0));
    std::string out;
    for (auto _ : state) {
        out.clear();
        appendFrame(out, Opcode::Text, payload);
        benchmark::DoNotOptimize(out.data());
    }
    countBytes(state, payload.size());
}

void deflating(benchmark::State &state)
{
    const std::string text = json(state.range(0));
    Deflater deflater(15, 1, 8);
    std::string out;
    for (auto _ : state) {
        out.clear();
        deflater.compress(text, false, out);
    }
    countBytes(state, text.size());
}

void inflating(benchmark::State &state)
{
    const std::string text = json(state.range(0));
    std::string compressed;
    Deflater(15, 1, 8).compress(text, false, compressed);
    Inflater inflater;
    std::string memory(text.size() + 64, '\0');
    for (auto _ : state) {
        std::string_view in = compressed;
        std::span<char> room(memory);
        inflater.run(in, room);
        in = inflater.tail();
        inflater.run(in, room);
        inflater.reset();
    }
    countBytes(state, text.size());
}

/// What a worker does for the dashboard at each echo while nobody watches: at the message, at its row in the table, and
/// the same for what goes out.
void unwatched(benchmark::State &state)
{
    Tap tap;
    for (auto _ : state) {
        for (int look = 0; look < 4; ++look) {
            benchmark::DoNotOptimize(tap);
            if (tap.isOn())
                tap.message(Direction::In, {1}, Opcode::Text, QByteArrayView());
            benchmark::ClobberMemory();
        }
    }
}

BENCHMARK(unwatched);
BENCHMARK(copy)->Arg(20)->Arg(1024)->Arg(16 * 1024)->Arg(1024 * 1024);
BENCHMARK(unmasking)->Arg(20)->Arg(1024)->Arg(16 * 1024)->Arg(1024 * 1024);
BENCHMARK(utf8Ascii)->Arg(20)->Arg(1024)->Arg(16 * 1024);
BENCHMARK(utf8Latin)->Arg(1024)->Arg(16 * 1024);
BENCHMARK(utf8Chinese)->Arg(1024)->Arg(16 * 1024);
BENCHMARK(parsing)->Arg(20)->Arg(1024)->Arg(16 * 1024);
BENCHMARK(receiving)->Arg(20)->Arg(1024)->Arg(16 * 1024);
BENCHMARK(encoding)->Arg(20)->Arg(1024)->Arg(16 * 1024);
BENCHMARK(deflating)->Arg(1024)->Arg(16 * 1024);
BENCHMARK(inflating)->Arg(1024)->Arg(16 * 1024);

} // namespace

BENCHMARK_MAIN();
