// SPDX-License-Identifier: MIT
#include "server/engine/httpside.h"

#include "server/core/text.h"
#include "server/engine/compression.h"
#include "server/protocol/httpdate.h"
#include "server/protocol/httptext.h"
#include "server/protocol/httpwriter.h"
#include "server/protocol/origin.h"

#include <QDateTime>

#include <algorithm>

namespace porthole {

namespace {

constexpr std::string_view servedMethods[] = {"GET", "HEAD", "POST", "OPTIONS"};
constexpr std::string_view otherMethods[] = {"PUT", "DELETE", "PATCH", "TRACE", "CONNECT"};

std::string_view view(const QByteArray &bytes) { return {bytes.constData(), size_t(bytes.size())}; }
QByteArray copy(std::string_view text) { return {text.data(), qsizetype(text.size())}; }

std::vector<std::string> utf8List(const QStringList &list)
{
    std::vector<std::string> result;
    for (const QString &item : list)
        result.push_back(item.toStdString());
    return result;
}

/// Most requests need no memory for it.
QByteArray methodOf(std::string_view method) { return method == "GET" ? QByteArrayLiteral("GET") : copy(method); }

QString decodedPath(std::string_view path)
{
    if (path == "/")
        return QStringLiteral("/");
    const auto decoded = protocol::percentDecoded(path);
    return text(decoded ? *decoded : path);
}

template<typename Methods>
bool has(const Methods &methods, std::string_view method)
{
    return std::find(std::begin(methods), std::end(methods), method) != std::end(methods);
}

/// What is wrong with a request that is no handshake, before its body is read.
std::optional<protocol::Refusal> faultOf(const protocol::RequestHead &head)
{
    static constexpr protocol::Field allow{"Allow", "GET, HEAD, POST, OPTIONS"};
    if (has(otherMethods, head.method))
        return protocol::Refusal{405, "This method is not served here.", {allow}};
    if (!has(servedMethods, head.method))
        return protocol::Refusal{501, "This method is not known here.", {allow}};
    if (head.count("Expect") != 0 && !protocol::sameText(*head.value("Expect"), "100-continue"))
        return protocol::Refusal{417, "The only expectation met here is 100-continue.", {}};
    return {};
}

/// The user's fields but for Connection, which says whether the connection is kept.
bool takeFields(const QList<Header> &headers, std::vector<protocol::Field> &fields)
{
    bool close = false;
    for (const Header &header : headers) {
        if (protocol::sameText(view(header.name), "Connection"))
            close = close || protocol::containsToken(view(header.value), "close");
        else
            fields.push_back({view(header.name), view(header.value)});
    }
    return close;
}

void addDate(std::vector<protocol::Field> &fields, std::string &storage)
{
    const auto isDate = [](const protocol::Field &field) { return protocol::sameText(field.name, "Date"); };
    if (std::any_of(fields.begin(), fields.end(), isDate))
        return;
    storage = protocol::httpDate(QDateTime::currentSecsSinceEpoch());
    fields.push_back({"Date", storage});
}

std::optional<protocol::DeflateAgreement> agreement(const std::string &offers, const CompressionSettings &settings)
{
    if (!settings.on)
        return {};
    const auto parsed = protocol::parseExtensions(offers);
    return parsed ? protocol::negotiateDeflate(*parsed, deflateSettings(settings)) : std::nullopt;
}

HttpReply unwritable() { return HttpReply::text(QStringLiteral("The server could not write its answer."), 500); }

} // namespace

HttpSide::HttpSide(const Settings &settings) : m_settings(settings), m_parser({.bytes = size_t(settings.headMaxBytes)})
{ }

HttpSide::Step HttpSide::next()
{
    if (m_phase == Phase::Body)
        return readBody();
    switch (m_parser.parse(view(m_bytes))) {
    case protocol::HeadParser::State::Incomplete: return Step::NeedMore;
    case protocol::HeadParser::State::Failed:
        return refuse(Cause::BadHandshake, {m_parser.fault().status, m_parser.fault().sentence, {}});
    case protocol::HeadParser::State::Complete: return begin();
    }
    Q_UNREACHABLE();
}

void HttpSide::timeOut() { refuse(Cause::HandshakeTimeout, {408, "The request was not complete in time.", {}}); }

HttpSide::Step HttpSide::begin()
{
    const protocol::RequestHead &head = m_parser.head();
    readRequest(head);
    const protocol::Judgement judgement = protocol::judge(head);
    if (const auto *bad = std::get_if<protocol::Refusal>(&judgement))
        return refuse(Cause::BadHandshake, *bad);
    const auto *good = std::get_if<protocol::Upgrade>(&judgement);
    const Step step = good ? beginHandshake(*good) : beginRequest(head);
    if (step == Step::Refuse)
        return step;
    if (qsizetype(head.size) == m_bytes.size())
        m_bytes.clear();
    else
        m_bytes.remove(0, qsizetype(head.size));
    m_parser = protocol::HeadParser({.bytes = size_t(m_settings.headMaxBytes)});
    if (good)
        return step;
    m_phase = Phase::Body;
    const bool waits = m_continues && m_bytes.isEmpty() && m_body.state() == protocol::BodyParser::State::Incomplete;
    return waits ? Step::Continue : readBody();
}

HttpSide::Step HttpSide::beginHandshake(const protocol::Upgrade &upgrade)
{
    if (upgrade.origin && !m_settings.allowedOrigins.isEmpty()
        && !protocol::originAllowed(utf8List(m_settings.allowedOrigins), *upgrade.origin))
        return refuse(Cause::Rejected, {403, "Pages of this origin may not connect.", {}});
    m_subprotocol = text(protocol::chooseSubprotocol(utf8List(m_settings.subprotocols), upgrade.subprotocols));
    m_request->subprotocol = m_subprotocol;
    m_key = copy(upgrade.key);
    m_deflate = agreement(upgrade.extensions, m_settings.compression);
    return Step::Handshake;
}

HttpSide::Step HttpSide::beginRequest(const protocol::RequestHead &head)
{
    if (const auto fault = faultOf(head))
        return refuse(Cause::NotAnUpgrade, *fault);
    m_continues = head.minorVersion > 0 && head.count("Expect") != 0;
    m_body = protocol::BodyParser(head, std::uint64_t(m_settings.bodyMaxBytes));
    if (m_body.state() == protocol::BodyParser::State::Failed)
        return refuse(Cause::TooBig, {m_body.fault().status, m_body.fault().sentence, {}});
    return Step::Request;
}

HttpSide::Step HttpSide::readBody()
{
    m_bytes.remove(0, qsizetype(m_body.feed(view(m_bytes))));
    switch (m_body.state()) {
    case protocol::BodyParser::State::Incomplete: return Step::NeedMore;
    case protocol::BodyParser::State::Failed:
        return refuse(m_body.fault().status == 413 ? Cause::TooBig : Cause::BadHandshake,
                      {m_body.fault().status, m_body.fault().sentence, {}});
    case protocol::BodyParser::State::Complete: break;
    }
    m_request->body = QByteArray::fromStdString(m_body.takeBody());
    m_phase = Phase::Head;
    return Step::Request;
}

void HttpSide::readRequest(const protocol::RequestHead &head)
{
    HttpRequest &request = m_request.emplace();
    request.method = methodOf(head.method);
    request.target = head.target == "/" ? QByteArrayLiteral("/") : copy(head.target);
    request.path = decodedPath(head.path);
    request.query = text(head.query);
    request.headers = Headers::of(head.fields);
    m_head = head.method == "HEAD";
    m_isHttp10 = head.minorVersion == 0;
    m_close = m_isHttp10 ? !head.hasToken("Connection", "keep-alive") : head.hasToken("Connection", "close");
}

HttpRequest HttpSide::takeRequest()
{
    HttpRequest request = std::move(*m_request);
    m_request.reset();
    return request;
}

HttpSide::Step HttpSide::refuse(Cause cause, const protocol::Refusal &refusal)
{
    HttpReply said = HttpReply::text(text(refusal.sentence), refusal.status);
    for (const protocol::Field &field : refusal.fields)
        said.headers.append({copy(field.name), copy(field.value)});
    if (m_phase == Phase::Head && m_parser.state() != protocol::HeadParser::State::Complete)
        m_head = false;
    m_refusal = reply(said, true);
    m_reason = text(refusal.sentence);
    m_cause = cause;
    m_bytes.clear();
    return Step::Refuse;
}

HttpSide::Answer HttpSide::upgrade(const Upgrade &upgrade) const
{
    std::vector<protocol::Field> fields;
    takeFields(upgrade.reply().headers, fields);
    const std::string subprotocol = upgrade.subprotocol().value_or(m_subprotocol).toStdString();
    const std::string_view extensions = m_deflate ? std::string_view(m_deflate->response) : std::string_view();
    const auto written = protocol::writeUpgradeResponse(view(m_key), subprotocol, extensions, fields);
    if (written)
        return {QByteArray::fromStdString(*written), false};
    return HttpSide(m_settings).reply(unwritable(), true);
}

HttpSide::Answer HttpSide::reply(const HttpReply &reply, bool close)
{
    std::vector<protocol::Field> fields;
    std::string date;
    close = takeFields(reply.headers, fields) || close || m_close;
    addDate(fields, date);
    const bool bodiless = !protocol::hasBody(reply.status) || reply.status == 205;
    const qint64 size = reply.device ? reply.deviceBytes : reply.body.size();
    const protocol::ResponseOptions options{.close = close,
                                            .keepAlive = m_isHttp10 && !close,
                                            .withoutBody = m_head,
                                            .length = bodiless ? 0 : std::uint64_t(size)};
    const std::string_view body = bodiless || reply.device ? std::string_view() : view(reply.body);
    if (const auto written = protocol::writeResponse(reply.status, fields, body, options))
        return {QByteArray::fromStdString(*written), close};
    return this->reply(unwritable(), true);
}

} // namespace porthole
