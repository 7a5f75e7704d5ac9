// SPDX-License-Identifier: MIT
#include "ui/shared/format.h"

namespace porthole {

QString Format::cause(Cause cause)
{
    switch (cause) {
    case Cause::PeerClose: return tr("peer close");
    case Cause::ServerClose: return tr("server close");
    case Cause::Kicked: return tr("kicked by operator");
    case Cause::Aborted: return tr("aborted");
    case Cause::Shutdown: return tr("shutdown");
    case Cause::ProtocolError: return tr("protocol error");
    case Cause::BadUtf8: return tr("bad UTF-8");
    case Cause::TooBig: return tr("too big");
    case Cause::StalledFrame: return tr("stalled frame");
    case Cause::SlowConsumer: return tr("slow consumer");
    case Cause::NoPong: return tr("no pong");
    case Cause::Idle: return tr("idle");
    case Cause::HandshakeTimeout: return tr("handshake timeout");
    case Cause::BadHandshake: return tr("bad handshake");
    case Cause::NotAnUpgrade: return tr("not an upgrade");
    case Cause::Rejected: return tr("rejected");
    case Cause::Limit: return tr("limit");
    case Cause::TooManyClients: return tr("too many clients");
    case Cause::TooManyOfAddress: return tr("too many clients of an address");
    case Cause::TooManyHandshakes: return tr("too many handshakes");
    case Cause::TlsHandshake: return tr("TLS handshake");
    case Cause::QueuesFull: return tr("queues full");
    case Cause::HandlerError: return tr("handler error");
    case Cause::Reset: return tr("reset");
    case Cause::EndOfStream: return tr("end of stream");
    }
    return tr("unknown");
}

QString Format::codeName(quint16 code)
{
    switch (CloseCode(code)) {
    case CloseCode::Normal: return tr("normal closure");
    case CloseCode::GoingAway: return tr("going away");
    case CloseCode::ProtocolError: return tr("protocol error");
    case CloseCode::UnsupportedData: return tr("unsupported data");
    case CloseCode::NoStatus: return tr("no code given");
    case CloseCode::Abnormal: return tr("no close frame");
    case CloseCode::InvalidPayload: return tr("invalid payload");
    case CloseCode::PolicyViolation: return tr("policy violation");
    case CloseCode::MessageTooBig: return tr("message too big");
    case CloseCode::MandatoryExtension: return tr("mandatory extension");
    case CloseCode::InternalError: return tr("internal error");
    case CloseCode::ServiceRestart: return tr("service restart");
    case CloseCode::TryAgainLater: return tr("try again later");
    case CloseCode::BadGateway: return tr("bad gateway");
    case CloseCode::TlsHandshake: return tr("TLS handshake failed");
    case CloseCode::SlowConsumer: return tr("slow consumer");
    case CloseCode::NoPong: return tr("no pong");
    }
    return {};
}

} // namespace porthole
