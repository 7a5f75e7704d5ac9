// SPDX-License-Identifier: MIT
#include "server/core/settings.h"

#include "server/core/settingtext.h"

#include <QDir>
#include <QHostAddress>
#include <QRegularExpression>
#include <QThread>

#include <algorithm>
#include <array>
#include <variant>

namespace porthole {

namespace {

using std::chrono::milliseconds;

// Those that are looked at when a server starts.
constexpr const char *fixedNames[] = {"host",        "port",         "workers",       "engine",
                                      "backlog",     "reusePort",    "socketMode",    "documentRoot",
                                      "taskWorkers", "taskQueueMax", "handlerBudget", "handlerMaxBytes"};

using Field = std::variant<bool *, int *, quint16 *, qint64 *, milliseconds *, QString *, QStringList *, FileMode *,
                           QueuePolicy *, EngineKind *, ClientCertificates *>;

struct Row
{
    const char *name;
    const char *description;
    Field (*field)(Settings &);
    qint64 least = 0; ///< of numbers, in bytes and milliseconds
    qint64 most = 0;
};

constexpr qint64 kibibyte = 1024;
constexpr qint64 gibibyte = kibibyte * kibibyte * kibibyte;
constexpr qint64 tebibyte = kibibyte * gibibyte;
constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;
constexpr qint64 million = 1'000'000;

template<auto Member>
Field field(Settings &settings)
{
    return &(settings.*Member);
}
template<auto Member>
Field tlsField(Settings &settings)
{
    return &(settings.tls.*Member);
}
template<auto Member>
Field compressionField(Settings &settings)
{
    return &(settings.compression.*Member);
}

constexpr Row rows[] = {
    {"host", "address to listen on", field<&Settings::host>},
    {"port", "port to listen on; 0 takes a free one", field<&Settings::port>, 0, 65'535},
    {"workers", "threads that serve clients; 0 is one per core", field<&Settings::workers>, 0, 1024},
    {"engine", "what speaks WebSocket: qt, native, or auto, which is native on Linux and qt elsewhere",
     field<&Settings::engine>},
    {"subprotocols", "subprotocols spoken here, best first", field<&Settings::subprotocols>},
    {"allowedOrigins", "origins of the pages that may connect; empty is all", field<&Settings::allowedOrigins>},
    {"documentRoot", "folder whose files are served over HTTP; empty is none", field<&Settings::documentRoot>},
    {"pingFrames", "pings are given to the handler too", field<&Settings::pingFrames>},
    {"pongFrames", "pongs are given to the handler too", field<&Settings::pongFrames>},
    {"closeFrames", "close frames are given to the handler too", field<&Settings::closeFrames>},
    {"messageMaxBytes", "longest message in and out", field<&Settings::messageMaxBytes>, 1, gibibyte},
    {"queueMaxBytes", "unsent bytes a client may have waiting", field<&Settings::queueMaxBytes>, 1, gibibyte},
    {"inboxMaxBytes", "received bytes a client may have waiting for its handler", field<&Settings::inboxMaxBytes>, 1,
     gibibyte},
    {"headMaxBytes", "longest head of a request", field<&Settings::headMaxBytes>, 256, kibibyte *kibibyte},
    {"bodyMaxBytes", "longest body of an HTTP request", field<&Settings::bodyMaxBytes>, 0, gibibyte},
    {"queuePolicy", "what a full queue means: close, dropNewest, dropOldest or block", field<&Settings::queuePolicy>},
    {"handshakeTimeout", "time from accept to open, and for each part of an HTTP request",
     field<&Settings::handshakeTimeout>, 1, hour},
    {"keepAliveTimeout", "time an HTTP connection may go without a request", field<&Settings::keepAliveTimeout>, 1,
     hour},
    {"closeTimeout", "time for the peer's close frame", field<&Settings::closeTimeout>, 1, hour},
    {"pingInterval", "time between pings; 0 sends none", field<&Settings::pingInterval>, 0, day},
    {"pongTimeout", "time for the answer to a ping", field<&Settings::pongTimeout>, 1, day},
    {"idleTimeout", "time a client may go without a message; 0 is for ever", field<&Settings::idleTimeout>, 0, day},
    {"taskWorkers", "threads for tasks; 0 is one per core", field<&Settings::taskWorkers>, 0, 1024},
    {"taskQueueMax", "tasks that may wait for a thread", field<&Settings::taskQueueMax>, 0, 10 * million},
    {"backlog", "connections the kernel keeps for us to accept", field<&Settings::backlog>, 1, 65'535},
    {"reusePort", "other programs may listen on the same port", field<&Settings::reusePort>},
    {"socketMode", "who may connect to a Unix socket, in octal", field<&Settings::socketMode>, 0, 0777},
    {"tcpNoDelay", "small messages go out at once", field<&Settings::tcpNoDelay>},
    {"tcpKeepAlive", "time without a byte before the kernel probes; 0 is never", field<&Settings::tcpKeepAlive>, 0,
     day},
    {"tcpUserTimeout", "time sent bytes may stay unacknowledged; 0 is the kernel's", field<&Settings::tcpUserTimeout>,
     0, day},
    {"maxClients", "connections at a time; 0 is no limit", field<&Settings::maxClients>, 0, 10 * million},
    {"maxClientsPerAddress", "connections of one address at a time; 0 is no limit",
     field<&Settings::maxClientsPerAddress>, 0, 10 * million},
    {"maxHandshakesPerSecond", "connections a second; 0 is no limit", field<&Settings::maxHandshakesPerSecond>, 0,
     10 * million},
    {"maxMessagesPerSecond", "messages a second from one client; 0 is no limit", field<&Settings::maxMessagesPerSecond>,
     0, 10 * million},
    {"maxBytesPerSecond", "bytes a second from one client; 0 is no limit", field<&Settings::maxBytesPerSecond>, 0,
     tebibyte},
    {"roomsPerClient", "rooms that one client can be in at a time", field<&Settings::roomsPerClient>, 1, million},
    {"tableMaxBytes", "bytes that the table of the workers may hold", field<&Settings::tableMaxBytes>, 0, tebibyte},
    {"handlerBudget", "a call into a script that takes longer is interrupted", field<&Settings::handlerBudget>, 1, day},
    {"handlerMaxBytes", "memory that a call into a script may take; 0 is no limit", field<&Settings::handlerMaxBytes>,
     0, tebibyte},
    {"queueTotalMaxBytes", "unsent bytes of all clients; 0 is no limit", field<&Settings::queueTotalMaxBytes>, 0,
     tebibyte},
    {"tlsCert", "file of the certificate for wss; empty is no TLS", tlsField<&TlsSettings::certificate>},
    {"tlsKey", "file of the certificate's private key", tlsField<&TlsSettings::key>},
    {"tlsPassphrase", "passphrase of the private key", tlsField<&TlsSettings::passphrase>},
    {"tlsMinimum", "oldest TLS version spoken: 1.2 or 1.3", tlsField<&TlsSettings::minimum>},
    {"tlsHosts", "more certificates, by host name: <host>=<certificate file>:<key file>",
     tlsField<&TlsSettings::hosts>},
    {"tlsClientCertificates", "whether clients show certificates: none, optional or required",
     tlsField<&TlsSettings::clientCertificates>},
    {"tlsClientAuthorities", "file of the certificates that those of clients are checked with",
     tlsField<&TlsSettings::clientAuthorities>},
    {"compression", "compress messages for clients that can (permessage-deflate); needs engine native",
     compressionField<&CompressionSettings::on>},
    {"compressionMinSize", "shorter messages are not compressed", compressionField<&CompressionSettings::minSize>, 0,
     gibibyte},
    {"compressionLevel", "1, fast, to 9, small", compressionField<&CompressionSettings::level>, 1, 9},
    {"compressionMemoryLevel", "memory of a compressor, 1 to 9: 512 * 2^level bytes",
     compressionField<&CompressionSettings::memoryLevel>, 1, 9},
    {"compressionWindowBits", "window we compress with, 8 to 15: 4 * 2^bits bytes of memory",
     compressionField<&CompressionSettings::windowBits>, 8, 15},
    {"compressionClientWindowBits", "window asked of clients, 8 to 15: 2^bits bytes of memory",
     compressionField<&CompressionSettings::clientWindowBits>, 8, 15},
    {"compressionServerContext", "our messages refer to earlier ones; costs a compressor a client, 262 KiB by default",
     compressionField<&CompressionSettings::serverContext>},
    {"compressionClientContext", "clients' messages refer to earlier ones; costs 39 KiB a client by default",
     compressionField<&CompressionSettings::clientContext>},
    {"compressionIdleTimeout", "time after which an unused compressor is given back",
     compressionField<&CompressionSettings::idleTimeout>, 1, day},
};

constexpr std::array policies{"close", "dropNewest", "dropOldest", "block"};
constexpr std::array wishes{"none", "optional", "required"};

const Row *rowOf(const QString &name)
{
    const auto *found = std::find_if(std::begin(rows), std::end(rows),
                                     [&name](const Row &row) { return name == QLatin1String(row.name); });
    return found == std::end(rows) ? nullptr : found;
}

/// What the field holds; fields are only read through it.
Field readable(const Row &row, const Settings &settings) { return row.field(const_cast<Settings &>(settings)); }

// A path of a Unix socket has to fit into sockaddr_un.
bool isAddress(const QString &host)
{
    constexpr qsizetype longest = 107;
    if (const QLatin1String scheme("unix:"); host.startsWith(scheme)) {
        const QByteArray path = host.mid(scheme.size()).toUtf8();
        return path.startsWith('/') && path.size() <= longest && !path.contains('\0');
    }
    return host == QLatin1String("localhost") || !QHostAddress(host).isNull();
}

bool isOriginPattern(const QString &pattern)
{
    static const QRegularExpression form(QStringLiteral(
        R"(^(\*|null|([A-Za-z][A-Za-z0-9+.-]*://)?(\*\.)?([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?)$)"));
    return form.match(pattern).hasMatch();
}

/// What is allowed for a text, when it is not; empty otherwise.
QString mistakeIn(const Row &row, const QString &text)
{
    const QLatin1String name(row.name);
    if (name == QLatin1String("host") && !isAddress(text))
        return QStringLiteral(
            "give an IPv4 or IPv6 address, such as 127.0.0.1 or ::1, or unix: and an absolute path of "
            "at most 107 bytes");
    if (name == QLatin1String("documentRoot") && !text.isEmpty() && !QDir(text).exists())
        return QStringLiteral("give a folder that exists");
    if (name == QLatin1String("tlsMinimum") && text != QLatin1String("1.2") && text != QLatin1String("1.3"))
        return QStringLiteral("choose 1.2 or 1.3");
    return {};
}

QString mistakeIn(const Row &row, const QStringList &list)
{
    if (QLatin1String(row.name) == QLatin1String("allowedOrigins")
        && !std::all_of(list.begin(), list.end(), isOriginPattern))
        return QStringLiteral("give origins such as https://example.org, https://*.example.org, example.org or *");
    static const QRegularExpression host(QStringLiteral(R"(^(\*\.)?[A-Za-z0-9._-]+=[^:]+:[^:]+$)"));
    if (QLatin1String(row.name) == QLatin1String("tlsHosts")
        && !std::all_of(list.begin(), list.end(), [](const QString &item) { return host.match(item).hasMatch(); }))
        return QStringLiteral("give <host>=<certificate file>:<key file>, such as *.example.org=cert.pem:key.pem");
    return {};
}

// What each kind of field is read from, shown as, and allowed to be.

std::optional<qint64> parsed(const QString &text, const milliseconds *) { return millisecondsFromText(text); }
std::optional<qint64> parsed(const QString &text, const qint64 *) { return bytesFromText(text); }
std::optional<qint64> parsed(const QString &text, const FileMode *)
{
    bool good = false;
    const qint64 bits = text.toLongLong(&good, 8);
    return good ? std::optional(bits) : std::nullopt;
}
template<typename Integer>
std::optional<qint64> parsed(const QString &text, const Integer *)
{
    bool good = false;
    const qint64 number = text.toLongLong(&good);
    return good ? std::optional(number) : std::nullopt;
}

QString shown(qint64 number, const milliseconds *) { return millisecondsToText(number); }
QString shown(qint64 number, const qint64 *) { return bytesToText(number); }
QString shown(qint64 number, const FileMode *) { return QLatin1Char('0') + QString::number(number, 8); }
template<typename Integer>
QString shown(qint64 number, const Integer *)
{
    return QString::number(number);
}

qint64 number(const milliseconds *field) { return field->count(); }
qint64 number(const FileMode *field) { return field->bits; }
template<typename Integer>
qint64 number(const Integer *field)
{
    return *field;
}

void assign(qint64 number, milliseconds *field) { *field = milliseconds(number); }
void assign(qint64 number, FileMode *field) { field->bits = int(number); }
template<typename Integer>
void assign(qint64 number, Integer *field)
{
    *field = Integer(number);
}

template<typename Number>
QString allowed(const Row &row, const Number *field)
{
    const QString from = shown(row.least, field);
    const QString to = shown(row.most, field);
    if constexpr (std::is_same_v<Number, milliseconds>)
        return QStringLiteral("give a time from %1 to %2, such as 500ms, 10s or 5min").arg(from, to);
    else if constexpr (std::is_same_v<Number, qint64>)
        return QStringLiteral("give a number of bytes from %1 to %2, such as 65536, 64KiB or 1MiB").arg(from, to);
    else
        return QStringLiteral("give a number from %1 to %2").arg(from, to);
}

Error notAllowed(const Row &row, const QString &value, const QString &allowed)
{
    return {QStringLiteral("%1 is %2; %3.").arg(QLatin1String(row.name), value, allowed)};
}

QString quoted(const QString &value) { return QLatin1Char('"') + value + QLatin1Char('"'); }

/// Sets a field from text.
struct Setter
{
    const Row &row;
    const QString &text;

    Result<> operator()(bool *field) const
    {
        const auto value = boolFromText(text);
        if (!value)
            return notAllowed(row, quoted(text), QStringLiteral("choose yes or no"));
        *field = *value;
        return {};
    }
    Result<> operator()(QString *field) const
    {
        if (const QString mistake = mistakeIn(row, text); !mistake.isEmpty())
            return notAllowed(row, quoted(text), mistake);
        *field = text;
        return {};
    }
    Result<> operator()(QStringList *field) const
    {
        QStringList list;
        for (const QString &item : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
            list.append(item.trimmed());
        if (const QString mistake = mistakeIn(row, list); !mistake.isEmpty())
            return notAllowed(row, quoted(text), mistake);
        *field = list;
        return {};
    }
    Result<> operator()(QueuePolicy *field) const
    {
        const auto *found = std::find_if(policies.begin(), policies.end(),
                                         [this](const char *name) { return text == QLatin1String(name); });
        if (found == policies.end())
            return notAllowed(row, quoted(text),
                              QStringLiteral("choose one of close, dropNewest, dropOldest and block"));
        *field = QueuePolicy(found - policies.begin());
        return {};
    }
    Result<> operator()(ClientCertificates *field) const
    {
        const auto *found = std::find_if(wishes.begin(), wishes.end(),
                                         [this](const char *name) { return text == QLatin1String(name); });
        if (found == wishes.end())
            return notAllowed(row, quoted(text), QStringLiteral("choose one of none, optional and required"));
        *field = ClientCertificates(found - wishes.begin());
        return {};
    }
    Result<> operator()(EngineKind *field) const
    {
        const Result<EngineKind> kind = engineFromString(text);
        if (!kind)
            return kind.error();
        *field = kind.value();
        return {};
    }
    template<typename Number>
    Result<> operator()(Number *field) const
    {
        const auto value = parsed(text, field);
        if (!value || *value < row.least || *value > row.most)
            return notAllowed(row, quoted(text), allowed(row, field));
        assign(*value, field);
        return {};
    }
};

struct Getter
{
    QString operator()(const bool *field) const { return *field ? QStringLiteral("yes") : QStringLiteral("no"); }
    QString operator()(const QString *field) const { return *field; }
    QString operator()(const QStringList *field) const { return field->join(QLatin1Char(',')); }
    QString operator()(const QueuePolicy *field) const { return QLatin1String(policies.at(size_t(*field))); }
    QString operator()(const EngineKind *field) const { return toString(*field); }
    QString operator()(const ClientCertificates *field) const { return QLatin1String(wishes.at(size_t(*field))); }
    template<typename Number>
    QString operator()(const Number *field) const
    {
        return shown(number(field), field);
    }
};

struct Checker
{
    const Row &row;

    Result<> operator()(const QString *field) const
    {
        const QString mistake = mistakeIn(row, *field);
        return mistake.isEmpty() ? Result<>() : notAllowed(row, quoted(*field), mistake);
    }
    Result<> operator()(const QStringList *field) const
    {
        const QString mistake = mistakeIn(row, *field);
        return mistake.isEmpty() ? Result<>() : notAllowed(row, quoted(field->join(QLatin1Char(','))), mistake);
    }
    Result<> operator()(const bool *) const { return {}; }
    Result<> operator()(const QueuePolicy *) const { return {}; }
    Result<> operator()(const EngineKind *field) const
    {
        return isBuilt(*field)
            ? Result<>()
            : notAllowed(row, toString(*field), QStringLiteral("this build has the engine native alone"));
    }
    Result<> operator()(const ClientCertificates *) const { return {}; }
    template<typename Number>
    Result<> operator()(const Number *field) const
    {
        const qint64 value = number(field);
        if (value < row.least || value > row.most)
            return notAllowed(row, shown(value, field), allowed(row, field));
        return {};
    }
};

} // namespace

int Settings::taskWorkerCount() const
{
    return taskWorkers > 0 ? taskWorkers : std::max(1, QThread::idealThreadCount());
}

int Settings::workerCount() const { return workers > 0 ? workers : std::max(1, QThread::idealThreadCount()); }

Result<> Settings::check() const
{
    for (const Row &row : rows) {
        if (const Result<> good = std::visit(Checker{row}, readable(row, *this)); !good)
            return good;
    }
    if (compression.on && resolved(engine) == EngineKind::Qt)
        return Error{
            QStringLiteral("compression is yes, but the engine qt cannot compress; choose the engine native.")};
    return {};
}

QStringList Settings::names()
{
    QStringList names;
    for (const Row &row : rows)
        names.append(QLatin1String(row.name));
    return names;
}

QString Settings::description(const QString &name)
{
    const Row *row = rowOf(name);
    return row ? QLatin1String(row->description) : QString();
}

bool Settings::isLive(const QString &name)
{
    return std::none_of(std::begin(fixedNames), std::end(fixedNames),
                        [&name](const char *fixed) { return name == QLatin1String(fixed); });
}

QStringList Settings::fixedDifferences(const Settings &other) const
{
    QStringList names;
    for (const char *fixed : fixedNames) {
        const QString name = QLatin1String(fixed);
        const bool same =
            name == QLatin1String("workers") ? workerCount() == other.workerCount() : value(name) == other.value(name);
        if (!same)
            names.append(name);
    }
    return names;
}

Result<> Settings::set(const QString &name, const QString &value)
{
    const Row *row = rowOf(name);
    if (!row)
        return Error{
            QStringLiteral("There is no setting \"%1\"; there are %2.").arg(name, names().join(QStringLiteral(", ")))};
    return std::visit(Setter{*row, value}, row->field(*this));
}

QString Settings::value(const QString &name) const
{
    const Row *row = rowOf(name);
    return row ? std::visit(Getter(), readable(*row, *this)) : QString();
}

} // namespace porthole
