// SPDX-License-Identifier: MIT
#include "server/protocol/session.h"

#include "server/protocol/framewriter.h"

#include <algorithm>

namespace porthole::protocol {

Session::Session(SessionContext &context, const std::optional<DeflateParameters> &deflate)
    : m_context(&context), m_parser(deflate.has_value()), m_assembler(context, deflate.value_or(DeflateParameters())),
      m_deflates(deflate.has_value()), m_keepsContext(deflate && deflate->serverContextTakeover),
      m_windowBits(deflate ? deflate->serverWindowBits : 0)
{ }

void Session::receive(std::span<char> bytes, std::string &out, SessionEvents &events)
{
    FramePiece piece;
    char *end = bytes.data();
    while (listens() && !bytes.empty()) {
        WholeMessage message;
        if (isOpen() && m_parser.takeMessage(bytes, end, message)) {
            takeMessage(message, out, events);
            continue;
        }
        switch (m_parser.next(bytes, piece)) {
        case FrameParser::Step::NeedMore: return;
        case FrameParser::Step::Fault: return fail({CloseCode::ProtocolError, sentence(m_parser.fault())}, out, events);
        case FrameParser::Step::Piece: takePiece(piece, out, events);
        }
        end = bytes.data(); // what was told may be in use
    }
}

void Session::takeMessage(const WholeMessage &message, std::string &out, SessionEvents &events)
{
    ++m_context->framesIn;
    if (const Violation *violation = m_assembler.check(message))
        return fail(*violation, out, events);
    events.message(message.opcode, {message.payload.data(), message.payload.size()});
}

void Session::takePiece(const FramePiece &piece, std::string &out, SessionEvents &events)
{
    m_context->framesIn += piece.ends;
    if (isControl(m_parser.header().opcode))
        takeControl(piece, out, events);
    else if (isOpen())
        assembled(m_assembler.add(m_parser.header(), piece), out, events);
    else
        m_assembler.release();
}

void Session::assembled(const Violation *violation, std::string &out, SessionEvents &events)
{
    if (violation)
        return fail(*violation, out, events);
    if (!m_assembler.complete())
        return;
    events.message(m_assembler.opcode(), m_assembler.message());
    m_assembler.release();
}

std::span<char> Session::space()
{
    if (!isOpen() || isControl(m_parser.header().opcode))
        return {};
    return m_assembler.space(m_parser.remaining());
}

void Session::receivedAt(std::span<char> front, std::string &out, SessionEvents &events)
{
    const FramePiece piece = m_parser.take(front);
    m_context->framesIn += piece.ends;
    if (isOpen())
        assembled(m_assembler.addInPlace(m_parser.header(), piece), out, events);
}

void Session::takeControl(const FramePiece &piece, std::string &out, SessionEvents &events)
{
    const Opcode opcode = m_parser.header().opcode;
    if (piece.begins && piece.ends)
        return control(opcode, {piece.bytes.data(), piece.bytes.size()}, out, events);
    if (piece.begins)
        m_control.clear();
    m_control.append(piece.bytes.data(), piece.bytes.size());
    if (piece.ends)
        control(opcode, std::exchange(m_control, {}), out, events);
}

void Session::control(Opcode opcode, std::string_view payload, std::string &out, SessionEvents &events)
{
    if (opcode == Opcode::Close)
        return peerClosed(payload, out, events);
    if (opcode == Opcode::Pong)
        return events.pong(payload);
    answer(Opcode::Pong, payload, out);
    events.ping(payload);
}

void Session::answer(Opcode opcode, std::string_view payload, std::string &out)
{
    appendFrame(out, opcode, payload);
    ++m_context->framesOut;
}

void Session::peerClosed(std::string_view payload, std::string &out, SessionEvents &events)
{
    const ParsedClose parsed = parseClose(payload);
    if (parsed.violation)
        return fail(*parsed.violation, out, events);
    if (isOpen())
        answer(Opcode::Close, closePayload(parsed.code), out);
    m_phase = Phase::Closed;
    events.closed(parsed.code, parsed.reason);
}

void Session::fail(const Violation &violation, std::string &out, SessionEvents &events)
{
    if (isOpen())
        answer(Opcode::Close, closePayload(violation.code, violation.sentence), out);
    m_phase = Phase::Failed;
    m_assembler.release();
    events.failed(violation);
}

bool Session::send(Opcode opcode, std::string_view payload, std::string &out, Fate fate)
{
    if (!isOpen())
        return false;
    if (compresses(payload.size()))
        sendCompressed(opcode, payload, out, fate);
    else
        appendFrame(out, opcode, payload);
    return true;
}

bool Session::sendHead(Opcode opcode, std::uint64_t size, std::string &out)
{
    if (!isOpen() || compresses(size))
        return false;
    char head[maxServerHeaderSize];
    out.append(head, writeHeader(head, opcode, size));
    return true;
}

void Session::sendCompressed(Opcode opcode, std::string_view payload, std::string &out, Fate fate)
{
    if (!m_keepsContext || fate == Fate::MayBeDropped) {
        forgetContext();
        out += encodeCompressed(*m_context, opcode, payload, m_windowBits);
        return;
    }
    if (!m_deflater)
        m_deflater = m_context->deflate.takeDeflater(m_windowBits);
    std::string &compressed = m_context->scratch;
    compressed.clear();
    m_deflater->compress(payload, true, compressed);
    appendFrame(out, opcode, compressed, {.rsv1 = true});
}

bool Session::sendControl(Opcode opcode, std::string_view payload, std::string &out)
{
    if (!isOpen())
        return false;
    appendFrame(out, opcode, payload.substr(0, maxControlPayload));
    return true;
}

bool Session::close(std::uint16_t code, std::string_view reason, std::string &out)
{
    if (!isOpen())
        return false;
    appendFrame(out, Opcode::Close, closePayload(code, reason));
    m_phase = Phase::Closing;
    return true;
}

std::string encodeCompressed(SessionContext &context, Opcode opcode, std::string_view payload, int windowBits)
{
    if (payload.size() < context.deflate.settings().minSize)
        return encode(opcode, payload);
    std::string &compressed = context.scratch;
    compressed.clear();
    auto deflater = context.deflate.takeDeflater(windowBits);
    deflater->compress(payload, false, compressed);
    context.deflate.give(std::move(deflater));
    return compressed.size() < payload.size() ? encode(opcode, compressed, {.rsv1 = true}) : encode(opcode, payload);
}

} // namespace porthole::protocol
