// SPDX-License-Identifier: MIT
#include "ui/filter/filteramount.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace porthole {

namespace {

struct Unit
{
    const char *name;
    double factor;
};

constexpr double kibi = 1024;
constexpr double kilo = 1000;
constexpr std::array<Unit, 4> counts{{{"", 1}, {"k", kilo}, {"m", kilo *kilo}, {"g", kilo *kilo *kilo}}};
constexpr std::array<Unit, 11> sizes{{{"", 1},
                                      {"b", 1},
                                      {"k", kibi},
                                      {"kib", kibi},
                                      {"kb", kilo},
                                      {"m", kibi *kibi},
                                      {"mib", kibi *kibi},
                                      {"mb", kilo *kilo},
                                      {"g", kibi *kibi *kibi},
                                      {"gib", kibi *kibi *kibi},
                                      {"gb", kilo *kilo *kilo}}};
constexpr std::array<Unit, 6> spans{
    {{"us", 1}, {"ms", 1e3}, {"s", 1e6}, {"min", 60e6}, {"h", 3600e6}, {"d", 24 * 3600e6}}};

template<size_t size>
std::optional<double> parse(QStringView text, const std::array<Unit, size> &units)
{
    const auto *end = std::find_if_not(text.begin(), text.end(), [](QChar c) {
        return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('.') || c == QLatin1Char('-');
    });
    bool isNumber = false;
    const double number = text.first(end - text.begin()).toDouble(&isNumber);
    const QStringView unit = text.sliced(end - text.begin());
    for (const Unit &each : units) {
        if (isNumber && unit.compare(QLatin1String(each.name), Qt::CaseInsensitive) == 0)
            return number * each.factor;
    }
    return std::nullopt;
}

struct TimeFormat
{
    const char *format;
    qint64 precision;
};
constexpr std::array<TimeFormat, 5> times{
    {{"H:mm:ss.zzz", 1'000}, {"H:mm:ss.z", 1'000}, {"H:mm:ss", 1'000'000}, {"H:mm", 60'000'000}, {"H:m", 60'000'000}}};

std::optional<TimePoint> parseOfDay(const QString &text)
{
    for (const TimeFormat &each : times) {
        const QTime time = QTime::fromString(text, QLatin1String(each.format));
        if (time.isValid())
            return TimePoint{time.msecsSinceStartOfDay() * 1000LL, each.precision, true};
    }
    return std::nullopt;
}

} // namespace

std::optional<double> parseCount(QStringView text) { return parse(text, counts); }

std::optional<double> parseSize(QStringView text) { return parse(text, sizes); }

std::optional<double> parseSpan(QStringView text) { return parse(text, spans); }

std::optional<TimePoint> parseTime(QStringView text, qint64 now)
{
    if (text.startsWith(QLatin1Char('-'))) {
        const auto span = parseSpan(text);
        return span ? std::optional(TimePoint{now + qint64(*span)}) : std::nullopt;
    }
    static constexpr qsizetype dateLength = 10;
    const QDate date = QDate::fromString(text.first(std::min(text.size(), dateLength)).toString(), Qt::ISODate);
    if (!date.isValid())
        return parseOfDay(text.toString());
    if (text.size() == dateLength)
        return TimePoint{date.startOfDay().toMSecsSinceEpoch() * 1000, 24 * 3600 * 1'000'000LL};
    const auto rest = parseOfDay(text.sliced(dateLength + 1).toString());
    if (!rest || (text[dateLength] != QLatin1Char(' ') && text[dateLength] != QLatin1Char('T')))
        return std::nullopt;
    const QDateTime moment(date, QTime::fromMSecsSinceStartOfDay(int(rest->micros / 1000)));
    return TimePoint{moment.toMSecsSinceEpoch() * 1000, rest->precision};
}

qint64 timeOfDay(qint64 micros)
{
    static constexpr qint64 quarter = 15 * 60 * 1'000'000LL;
    static constexpr qint64 day = 24 * 3600 * 1'000'000LL;
    thread_local qint64 knownQuarter = -1;
    thread_local qint64 offset = 0;
    if (micros / quarter != knownQuarter) { // offsets of time zones change at quarters of an hour only
        knownQuarter = micros / quarter;
        offset = QDateTime::fromMSecsSinceEpoch(micros / 1000).offsetFromUtc() * 1'000'000LL;
    }
    return ((micros + offset) % day + day) % day;
}

} // namespace porthole
