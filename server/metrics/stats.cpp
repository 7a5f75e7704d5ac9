// SPDX-License-Identifier: MIT
#include "server/metrics/stats.h"

#include "server/core/text.h"

#include <QJsonArray>

#include <algorithm>

namespace porthole {

void LoopLag::add(double late)
{
    constexpr double weight = 0.1;
    now = std::max(0.0, late);
    max = std::max(max, now);
    mean = (1 - weight) * mean + weight * now;
}

namespace {

struct Counter
{
    const char *name; ///< in JSON
    quint64 Counts::*value;
};

constexpr Counter counters[] = {
    {"clients", &Counts::clients},
    {"connections", &Counts::connections},
    {"accepted", &Counts::accepted},
    {"opened", &Counts::opened},
    {"closed", &Counts::closed},
    {"refused", &Counts::refused},
    {"requests", &Counts::requests},
    {"messagesIn", &Counts::messagesIn},
    {"messagesOut", &Counts::messagesOut},
    {"bytesIn", &Counts::bytesIn},
    {"bytesOut", &Counts::bytesOut},
    {"framesIn", &Counts::framesIn},
    {"framesOut", &Counts::framesOut},
    {"wireBytesIn", &Counts::wireBytesIn},
    {"wireBytesOut", &Counts::wireBytesOut},
    {"handlersRun", &Counts::handlersRun},
    {"handlerErrors", &Counts::handlerErrors},
    {"coroutines", &Counts::coroutines},
    {"timers", &Counts::timers},
};

QJsonObject json(const Counts &counts)
{
    QJsonObject object;
    for (const Counter &counter : counters)
        object[QLatin1String(counter.name)] = double(counts.*counter.value);
    object[QStringLiteral("queuedBytes")] = double(counts.queuedBytes);
    QJsonObject causes;
    for (std::size_t cause = 0; cause < causeCount; ++cause) {
        if (counts.causes[cause] > 0)
            causes[text(name(Cause(cause)))] = double(counts.causes[cause]);
    }
    object[QStringLiteral("causes")] = causes;
    QJsonObject codes;
    for (const auto &[code, count] : counts.closeCodes)
        codes[QString::number(code)] = double(count);
    object[QStringLiteral("closeCodes")] = codes;
    return object;
}

QJsonObject json(const LoopLag &lag)
{
    return {{QStringLiteral("now"), lag.now}, {QStringLiteral("max"), lag.max}, {QStringLiteral("mean"), lag.mean}};
}

} // namespace

Counts &Counts::operator+=(const Counts &other)
{
    for (const Counter &counter : counters)
        this->*counter.value += other.*counter.value;
    queuedBytes += other.queuedBytes;
    for (std::size_t cause = 0; cause < causeCount; ++cause)
        causes[cause] += other.causes[cause];
    for (const auto &[code, count] : other.closeCodes)
        closeCodes[code] += count;
    return *this;
}

Counts Stats::total() const
{
    Counts all;
    for (const WorkerStats &worker : workers)
        all += worker.counts;
    return all;
}

QJsonObject Stats::toJson() const
{
    constexpr double second = 1e6;
    QJsonObject object = json(total());
    object[QStringLiteral("version")] = version;
    object[QStringLiteral("engine")] = engine;
    object[QStringLiteral("time")] = double(time) / second;
    object[QStringLiteral("startedAt")] = double(startedAt) / second;
    object[QStringLiteral("uptime")] = uptime();
    object[QStringLiteral("reloads")] = double(reloads);
    object[QStringLiteral("reloadedAt")] = double(reloadedAt) / second;
    object[QStringLiteral("maxClients")] = maxClients;
    object[QStringLiteral("taskWorkers")] = taskWorkers;
    object[QStringLiteral("tasks")] = QJsonObject{{QStringLiteral("running"), tasks.running},
                                                  {QStringLiteral("waiting"), tasks.waiting},
                                                  {QStringLiteral("finished"), double(tasks.finished)},
                                                  {QStringLiteral("refused"), double(tasks.refused)},
                                                  {QStringLiteral("late"), double(tasks.late)}};
    QJsonArray list;
    for (const WorkerStats &worker : workers) {
        QJsonObject row = json(worker.counts);
        row[QStringLiteral("worker")] = worker.worker;
        row[QStringLiteral("loopLag")] = json(worker.lag);
        list.append(row);
    }
    object[QStringLiteral("workers")] = list;
    return object;
}

} // namespace porthole
