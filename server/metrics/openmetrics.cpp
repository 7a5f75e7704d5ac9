// SPDX-License-Identifier: MIT
#include "server/metrics/stats.h"

// Stats as OpenMetrics text, version 1.0.0: a line a sample, families one after the other, `# EOF` last.
namespace porthole {

namespace {

enum class Kind : quint8 { Counter, Gauge };

struct Family
{
    const char *name; ///< without the prefix, and without the _total of counters
    const char *help;
    Kind kind;
    quint64 Counts::*value;
};

constexpr Family families[] = {
    {"clients", "WebSockets that are connected.", Kind::Gauge, &Counts::clients},
    {"connections", "Connections, those that are no WebSocket yet included.", Kind::Gauge, &Counts::connections},
    {"accepted", "Connections accepted.", Kind::Counter, &Counts::accepted},
    {"opened", "WebSockets opened.", Kind::Counter, &Counts::opened},
    {"refused", "Connections that ended and never became a WebSocket.", Kind::Counter, &Counts::refused},
    {"requests", "HTTP requests that asked for no WebSocket.", Kind::Counter, &Counts::requests},
    {"messages_in", "Messages received.", Kind::Counter, &Counts::messagesIn},
    {"messages_out", "Messages pushed.", Kind::Counter, &Counts::messagesOut},
    {"message_in_bytes", "Payload of messages received.", Kind::Counter, &Counts::bytesIn},
    {"message_out_bytes", "Payload of messages pushed.", Kind::Counter, &Counts::bytesOut},
    {"frames_in", "Frames received.", Kind::Counter, &Counts::framesIn},
    {"frames_out", "Frames written.", Kind::Counter, &Counts::framesOut},
    {"wire_in_bytes", "Bytes received, HTTP included, beneath TLS.", Kind::Counter, &Counts::wireBytesIn},
    {"wire_out_bytes", "Bytes written, HTTP included, beneath TLS.", Kind::Counter, &Counts::wireBytesOut},
    {"handlers_run", "Calls of handlers.", Kind::Counter, &Counts::handlersRun},
    {"handler_errors", "Handlers that threw.", Kind::Counter, &Counts::handlerErrors},
    {"coroutines", "Handlers that wait for something.", Kind::Gauge, &Counts::coroutines},
    {"timers", "Timers of handlers.", Kind::Gauge, &Counts::timers},
};

class Text final
{
public:
    void family(const char *name, const char *help, Kind kind)
    {
        m_name = QByteArray("porthole_") + name;
        m_isCounter = kind == Kind::Counter;
        m_text += "# TYPE " + m_name + (m_isCounter ? " counter\n" : " gauge\n");
        m_text += "# HELP " + m_name + ' ' + help + '\n';
    }
    void sample(const QByteArray &labels, const QByteArray &value)
    {
        m_text += m_name + (m_isCounter ? "_total" : "") + (labels.isEmpty() ? labels : '{' + labels + '}') + ' '
            + value + '\n';
    }
    QByteArray end() const { return m_text + "# EOF\n"; }

private:
    QByteArray m_text;
    QByteArray m_name;
    bool m_isCounter = false;
};

QByteArray label(const char *name, const QByteArray &value) { return name + ("=\"" + value + '"'); }

void writeWorkers(const Stats &stats, Text &text)
{
    const auto of = [](const WorkerStats &worker) { return label("worker", QByteArray::number(worker.worker)); };
    for (const Family &family : families) {
        text.family(family.name, family.help, family.kind);
        for (const WorkerStats &worker : stats.workers)
            text.sample(of(worker), QByteArray::number(worker.counts.*family.value));
    }
    text.family("queued_bytes", "Pushed and not yet with the kernel.", Kind::Gauge);
    for (const WorkerStats &worker : stats.workers)
        text.sample(of(worker), QByteArray::number(worker.counts.queuedBytes));
    constexpr double second = 1000;
    text.family("loop_lag_seconds", "How late the event loop is: now, at most, and the running mean.", Kind::Gauge);
    for (const WorkerStats &worker : stats.workers) {
        text.sample(of(worker) + ',' + label("of", "now"), QByteArray::number(worker.lag.now / second));
        text.sample(of(worker) + ',' + label("of", "max"), QByteArray::number(worker.lag.max / second));
        text.sample(of(worker) + ',' + label("of", "mean"), QByteArray::number(worker.lag.mean / second));
    }
}

void writeEnds(const Counts &total, Text &text)
{
    text.family("closed", "WebSockets that ended, by cause.", Kind::Counter);
    for (std::size_t cause = 0; cause < causeCount; ++cause) {
        const std::string_view called = name(Cause(cause));
        text.sample(label("cause", QByteArray(called.data(), qsizetype(called.size()))),
                    QByteArray::number(total.causes[cause]));
    }
    text.family("close_codes", "WebSockets that ended, by close code.", Kind::Counter);
    for (const auto &[code, count] : total.closeCodes)
        text.sample(label("code", QByteArray::number(code)), QByteArray::number(count));
}

void writeTasks(const Stats &stats, Text &text)
{
    text.family("tasks_running", "Tasks that run.", Kind::Gauge);
    text.sample({}, QByteArray::number(stats.tasks.running));
    text.family("tasks_waiting", "Tasks that wait for a thread.", Kind::Gauge);
    text.sample({}, QByteArray::number(stats.tasks.waiting));
    text.family("tasks_finished", "Tasks that came to their end.", Kind::Counter);
    text.sample({}, QByteArray::number(stats.tasks.finished));
    text.family("tasks_refused", "Tasks that were not run, since too many waited.", Kind::Counter);
    text.sample({}, QByteArray::number(stats.tasks.refused));
}

} // namespace

QByteArray Stats::toOpenMetrics() const
{
    Text text;
    text.family("uptime_seconds", "Time since the server was started.", Kind::Gauge);
    text.sample({}, QByteArray::number(uptime()));
    text.family("reloads", "Reloads of settings and certificates.", Kind::Counter);
    text.sample({}, QByteArray::number(reloads));
    text.family("max_clients", "The setting maxClients; 0 is no limit.", Kind::Gauge);
    text.sample({}, QByteArray::number(maxClients));
    writeWorkers(*this, text);
    writeEnds(total(), text);
    writeTasks(*this, text);
    return text.end();
}

} // namespace porthole
