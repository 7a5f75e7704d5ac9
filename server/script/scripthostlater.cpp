// SPDX-License-Identifier: MIT
#include "server/core/text.h"
#include "server/script/json.h"
#include "server/script/scriptengine.h"
#include "server/script/scripthost.h"
#include "server/server.h"

#include <QElapsedTimer>
#include <QJSEngine>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QRandomGenerator>
#include <QStringDecoder>
#include <QUuid>

// What is answered later, timers, the table, and what JavaScript lacks.
namespace porthole {

namespace {

using std::chrono::milliseconds;

constexpr qint64 mostFetched = 64 * 1024 * 1024;

milliseconds time(double milliseconds_) { return milliseconds(qint64(milliseconds_)); }

QString sentence(const Result<> &result) { return result ? QString() : result.error().message; }

Table::Value tableValueOf(const QJsonValue &value)
{
    return value.isString() ? Table::Value(value.toString()) : Table::Value(value.toDouble());
}

QString headOf(const QNetworkReply &reply)
{
    QJsonArray headers;
    for (const auto &[name, value] : reply.rawHeaderPairs())
        headers.append(QJsonArray{QString::fromLatin1(name), QString::fromUtf8(value)});
    return jsonText(QJsonObject{
        {QStringLiteral("url"), reply.url().toString()},
        {QStringLiteral("status"), reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()},
        {QStringLiteral("statusText"), reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString()},
        {QStringLiteral("headers"), headers}});
}

} // namespace

template<typename T>
void ScriptHost::answer(double promise, Wait<T> wait, std::function<QJSValue(const T &)> shown)
{
    const auto waiting = [](QPointer<ScriptHost> host, double number, Wait<T> open,
                            std::function<QJSValue(const T &)> form) -> QCoro::Task<> {
        const T value = co_await open;
        if (host)
            host->m_engine.answer(number, true, form(value));
    };
    waiting(this, promise, std::move(wait), std::move(shown));
}

void ScriptHost::pushWaitText(double promise, double client, const QString &text)
{
    answer<PushResult>(promise, m_server.pushWait(clientOf(client), Message(text)),
                       [](const PushResult &result) { return QJSValue(int(result)); });
}

void ScriptHost::pushWaitBytes(double promise, double client, const QByteArray &bytes)
{
    answer<PushResult>(promise, m_server.pushWait(clientOf(client), Message::binary(bytes)),
                       [](const PushResult &result) { return QJSValue(int(result)); });
}

void ScriptHost::drained(double promise, double client)
{
    answer<bool>(promise, m_server.drained(clientOf(client)), [](const bool &done) { return QJSValue(done); });
}

void ScriptHost::sleep(double promise, double client, double delay)
{
    answer<bool>(promise, client > 0 ? m_server.sleep(clientOf(client), time(delay)) : m_server.sleep(time(delay)),
                 [](const bool &done) { return QJSValue(done); });
}

void ScriptHost::stats(double promise)
{
    answer<Stats>(promise, m_server.stats(), [](const Stats &stats) { return QJSValue(jsonText(stats.toJson())); });
}

void ScriptHost::task(double promise, const QString &json)
{
    const bool started = m_server.task([work = m_engine.taskWork(), json] { return work(json); },
                                       [host = QPointer<ScriptHost>(this), promise](const TaskResult<QString> &result) {
                                           if (!host)
                                               return;
                                           try {
                                               host->m_engine.answer(promise, true, result.value());
                                           } catch (const std::exception &failure) {
                                               host->m_engine.answer(promise, false, QString::fromUtf8(failure.what()));
                                           }
                                       });
    if (!started)
        m_engine.answer(promise, false, QStringLiteral("the task was not run: too many wait already"));
}

void ScriptHost::fetch(double promise, const QString &url, const QString &head, const QByteArray &body)
{
    const QUrl target(url, QUrl::StrictMode);
    if (target.scheme() != QLatin1String("http") && target.scheme() != QLatin1String("https"))
        return m_engine.answerLater(promise, QStringLiteral("fetch: \"%1\" is no http or https URL").arg(url));
    const QJsonObject given = parsedJson(head).toObject();
    QNetworkRequest request(target);
    request.setTransferTimeout(given[QStringLiteral("timeout")].toInt());
    for (const QJsonValue field : given[QStringLiteral("headers")].toArray())
        request.setRawHeader(field[0].toString().toUtf8(), field[1].toString().toUtf8());
    if (!m_network)
        m_network = std::make_unique<QNetworkAccessManager>();
    QNetworkReply *reply =
        m_network->sendCustomRequest(request, given[QStringLiteral("method")].toString().toLatin1(), body);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > mostFetched)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, promise] {
        reply->deleteLater();
        const bool isAnswered = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid()
            && reply->error() != QNetworkReply::OperationCanceledError;
        if (isAnswered)
            m_engine.answer(promise, true, m_engine.pair(headOf(*reply), reply->readAll()));
        else
            m_engine.answer(promise, false, QStringLiteral("fetch: %1").arg(reply->errorString()));
    });
}

double ScriptHost::startTimer(int number, double client, double delay, bool repeats)
{
    if (m_engine.worker() < 0)
        return 0;
    const auto fire = [host = QPointer<ScriptHost>(this), number]() -> std::optional<QCoro::Task<>> {
        return host ? host->m_engine.fire(number) : std::nullopt;
    };
    const ClientId id = clientOf(client);
    const milliseconds wait = std::max(time(delay), milliseconds(repeats ? 1 : 0));
    const TimerId timer = client > 0 ? repeats ? m_server.tick(id, wait, fire) : m_server.after(id, wait, fire)
        : repeats ? m_server.tick(wait, fire)
                                     : m_server.after(wait, fire);
    return double(timer.value);
}

void ScriptHost::clearTimer(double timer) { m_server.clearTimer({quint64(timer)}); }

QString ScriptHost::tableSetText(const QString &key, const QString &value)
{
    return sentence(m_server.table().set(key, value));
}

QString ScriptHost::tableSetNumber(const QString &key, double value)
{
    return sentence(m_server.table().set(key, value));
}

QVariant ScriptHost::tableValue(const QString &key) const
{
    const auto value = m_server.table().value(key);
    return value ? std::visit([](const auto &held) { return QVariant(held); }, *value) : QVariant();
}

bool ScriptHost::tableContains(const QString &key) const { return m_server.table().contains(key); }
bool ScriptHost::tableRemove(const QString &key) { return m_server.table().remove(key); }

QVariant ScriptHost::tableIncrement(const QString &key, double by)
{
    const Result<double> sum = m_server.table().increment(key, by);
    return sum ? QVariant(sum.value()) : QVariant(sum.error().message);
}

QVariant ScriptHost::tableReplace(const QString &key, const QString &expected, const QString &value)
{
    std::optional<Table::Value> before;
    if (!expected.isEmpty())
        before = tableValueOf(parsedJson(expected)[0]);
    const Result<bool> done = m_server.table().replace(key, before, tableValueOf(parsedJson(value)[0]));
    return done ? QVariant(done.value()) : QVariant(done.error().message);
}

QStringList ScriptHost::tableKeys(const QString &prefix) const { return m_server.table().keys(prefix); }
double ScriptHost::tableSize() const { return double(m_server.table().size()); }
void ScriptHost::tableClear() { m_server.table().clear(); }

void ScriptHost::wake() { m_engine.wake(); }
void ScriptHost::settled(double promise, const QJSValue &value)
{
    m_engine.settled(quint64(promise), {value, {}, false});
}

void ScriptHost::failed(double promise, const QString &what, const QString &stack)
{
    m_engine.settled(quint64(promise), {{}, m_engine.errorOf(what, stack), false});
}

void ScriptHost::unhandled(const QString &what, const QString &stack)
{
    m_engine.report(m_engine.errorOf(what, stack).value_or(ScriptError(what)));
}

void ScriptHost::log(int level, const QString &text) { m_engine.log(ConsoleLevel(level), text, stack()); }
QString ScriptHost::stack() const { return m_engine.stack(); }

double ScriptHost::now() const
{
    static const QElapsedTimer since = [] {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }();
    constexpr double million = 1e6;
    return double(since.nsecsElapsed()) / million;
}

QByteArray ScriptHost::encode(const QString &text) const { return text.toUtf8(); }

QVariant ScriptHost::decode(const QByteArray &bytes, bool fatal) const
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder(bytes);
    return fatal && decoder.hasError() ? QVariant() : QVariant(text);
}

QString ScriptHost::randomUuid() const { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

QByteArray ScriptHost::randomBytes(int count) const
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(QRandomGenerator::system()->generate());
    return bytes;
}

QString ScriptHost::toBase64(const QString &text) const { return QString::fromLatin1(text.toLatin1().toBase64()); }
QString ScriptHost::fromBase64(const QString &text) const
{
    return QString::fromLatin1(QByteArray::fromBase64(text.toLatin1()));
}

} // namespace porthole
