// SPDX-License-Identifier: MIT
#include "ui/shared/format.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <chrono>

namespace porthole {

QString Format::count(quint64 value) { return QLocale().toString(qulonglong(value)); }

QString Format::compact(double value)
{
    static constexpr std::array<const char *, 5> steps{"", "k", "M", "G", "T"};
    size_t step = 0;
    while (value >= 999.5 && step + 1 < steps.size()) {
        value /= 1000;
        ++step;
    }
    const bool fraction = value > 0 && value < 9.95 && (step > 0 || value < 0.95);
    return QLocale().toString(value, 'f', fraction ? 1 : 0) + QLatin1String(steps[step]);
}

QString Format::bytes(qint64 size)
{
    if (size < 1024)
        return tr("%1 B").arg(size);
    static constexpr std::array<const char *, 4> units{"KiB", "MiB", "GiB", "TiB"};
    double value = double(size) / 1024;
    size_t unit = 0;
    while (value >= 1023.95 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    return QLocale().toString(value, 'f', 1) + QChar::Nbsp + QLatin1String(units[unit]);
}

QString Format::span(qint64 micros)
{
    const qint64 seconds = std::max<qint64>(0, micros) / 1'000'000;
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    if (seconds < 86400)
        return tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'));
    return tr("%1 d %2 h").arg(seconds / 86400).arg(seconds / 3600 % 24);
}

QString Format::duration(qint64 micros)
{
    if (micros < 1000)
        return tr("%1 µs").arg(micros);
    if (micros < 1'000'000)
        return tr("%1 ms").arg(QLocale().toString(double(micros) / 1e3, 'f', 3));
    if (micros < 60'000'000)
        return tr("%1 s").arg(QLocale().toString(double(micros) / 1e6, 'f', 3));
    return span(micros);
}

QString Format::age(qint64 micros)
{
    const qint64 seconds = std::max<qint64>(0, micros) / 1'000'000;
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min").arg(seconds / 60);
    return seconds < 86400 ? tr("%1 h").arg(seconds / 3600) : tr("%1 d").arg(seconds / 86400);
}

QString Format::timeOfDay(qint64 micros)
{
    return QDateTime::fromMSecsSinceEpoch(micros / 1000).toString(QStringLiteral("HH:mm:ss"));
}

QString Format::time(qint64 micros)
{
    return QDateTime::fromMSecsSinceEpoch(micros / 1000).toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString Format::dateTime(qint64 micros)
{
    return QDateTime::fromMSecsSinceEpoch(micros / 1000).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

QString Format::client(ClientId id) { return id ? QLatin1Char('#') + QString::number(id.value) : QString(); }

QString Format::opcode(Opcode opcode)
{
    switch (opcode) {
    case Opcode::Continuation: return tr("continuation");
    case Opcode::Text: return tr("text");
    case Opcode::Binary: return tr("binary");
    case Opcode::Close: return tr("close");
    case Opcode::Ping: return tr("ping");
    case Opcode::Pong: return tr("pong");
    }
    return tr("unknown");
}

QString Format::direction(Direction way) { return way == Direction::In ? tr("in") : tr("out"); }

QString Format::initiator(Initiator who)
{
    switch (who) {
    case Initiator::Client: return tr("client");
    case Initiator::Server: return tr("server");
    case Initiator::Network: return tr("network");
    }
    return tr("unknown");
}

QString Format::result(PushResult result)
{
    switch (result) {
    case PushResult::Sent: return tr("sent");
    case PushResult::Queued: return tr("queued");
    case PushResult::UnknownClient: return tr("client has left");
    case PushResult::NotEstablished: return tr("not open");
    case PushResult::BacklogFull: return tr("backlog full");
    case PushResult::TooBig: return tr("too big");
    case PushResult::NotAllowed: return tr("not allowed now");
    }
    return tr("unknown");
}

qint64 Format::now()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace porthole
