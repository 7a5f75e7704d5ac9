// SPDX-License-Identifier: MIT
// A server of echoes with the dashboard on it, watched from within while another process loads it: how long the GUI
// thread was held up, how often it painted, what it kept in memory. Prints where it listens, then, when its standard
// input ends, one line of JSON.
//
//   bench_window [--window yes|no] [--workers 1] [--engine qt|native]
//
// Without the window nobody watches the server, so that what the window costs is the difference.
#include "server/core/clock.h"
#include "server/monitor/local/localmonitor.h"
#include "server/server.h"
#include "ui/clients/clientspane.h"
#include "ui/mainwindow.h"
#include "ui/messages/logview.h"
#include "ui/messages/messagespane.h"
#include "ui/shared/widgets/filteredit.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSemaphore>
#include <QSocketNotifier>
#include <QStandardPaths>
#include <QTableView>
#include <QThread>
#include <QTimer>

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <deque>
#include <functional>
#include <thread>

using namespace porthole;

namespace {

double millisecondsOf(const QElapsedTimer &clock) { return double(clock.nsecsElapsed()) / 1e6; }

/// An application that knows how long it worked on each event. What an event sets off within it counts to it.
class Application final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0 || QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        QElapsedTimer clock;
        clock.start();
        ++m_depth;
        const bool result = QApplication::notify(receiver, event);
        --m_depth;
        longest = std::max(longest, millisecondsOf(clock));
        busy += millisecondsOf(clock);
        return result;
    }

    double longest = 0; ///< milliseconds
    double busy = 0;

private:
    int m_depth = 0;
};

/// Asks the GUI thread for an answer every few milliseconds, as a person's key would, and counts what is painted.
class Watch final : public QObject
{
public:
    explicit Watch(QWidget *painted)
    {
        if (painted)
            painted->installEventFilter(this);
        reset();
        m_thread = std::thread([this] { ask(); });
    }
    ~Watch() override
    {
        m_ends = true;
        m_answered.release();
        m_thread.join();
    }

    std::function<void()> onPaint;

    void reset()
    {
        m_slowest = 0;
        m_paints = 0;
        m_since.start();
    }
    double slowestAnswer() const { return m_slowest; }
    double paintsPerSecond() const { return m_paints / millisecondsOf(m_since) * 1000; }
    double milliseconds() const { return millisecondsOf(m_since); }

private:
    void ask()
    {
        while (!m_ends) {
            QElapsedTimer clock;
            clock.start();
            QMetaObject::invokeMethod(
                this,
                [this, clock] {
                    m_slowest = std::max(m_slowest, millisecondsOf(clock));
                    m_answered.release();
                },
                Qt::QueuedConnection);
            m_answered.acquire();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        ++m_paints;
        if (onPaint)
            onPaint();
        return false;
    }

    std::thread m_thread;
    std::atomic<bool> m_ends = false;
    QSemaphore m_answered;
    QElapsedTimer m_since;
    double m_slowest = 0;
    int m_paints = 0;
};

/// Mebibytes of memory that the process has now.
double residentMemory()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

class Bench final : public QObject
{
public:
    Bench(Application &application, const QCommandLineParser &options)
        : m_application(application), m_server(settingsOf(options)),
          m_hasWindow(options.value(QStringLiteral("window")) != QLatin1String("no"))
    {
        m_server.onOpen([this](const Request &) { ++m_opened; });
        m_server.onMessage([this](const Frame &frame) { m_server.push(frame.client, frame.opcode, frame.view()); });
    }
    ~Bench() override { m_monitor.detach(); }

    bool start()
    {
        if (const auto started = m_server.start(); !started) {
            std::fprintf(stderr, "bench_window: %ls\n", qUtf16Printable(started.error().message));
            return false;
        }
        if (m_hasWindow)
            open();
        m_watch = std::make_unique<Watch>(m_window ? m_window->messagesPane()->table()->viewport() : nullptr);
        m_watch->onPaint = [this] { compareRows(); };
        connect(&m_input, &QSocketNotifier::activated, this, &Bench::read);
        std::printf("listening on %s\n", qUtf8Printable(m_server.url().toString()));
        std::fflush(stdout);
        return true;
    }

private:
    static Settings settingsOf(const QCommandLineParser &options)
    {
        Settings settings;
        settings.port = 0;
        settings.workers = options.value(QStringLiteral("workers")).toInt();
        if (const auto engine = engineFromString(options.value(QStringLiteral("engine"))))
            settings.engine = engine.value();
        return settings;
    }

    void open()
    {
        m_monitor.attach(&m_server.monitorSource());
        m_window = std::make_unique<MainWindow>(m_monitor);
        m_window->resize(1280, 800);
        m_window->show();
        connect(&m_counting, &QTimer::timeout, this, &Bench::compareCounts);
        m_clock.start();
        m_counting.start(20);
    }

    /// How long ago the server had as few clients as the window shows now: what the window is behind.
    void compareCounts()
    {
        const double now = millisecondsOf(m_clock);
        m_counts.push_back({now, m_opened});
        const qint64 shown = qint64(m_window->feed().totals().clients);
        while (m_counts.front().second <= shown && m_counts.size() > 1)
            m_counts.pop_front();
        if (m_counts.front().second > shown)
            m_behind = std::max(m_behind, now - m_counts.front().first);
    }

    /// How old the oldest of the rows is that are painted for the first time.
    void compareRows()
    {
        const MessageLog &log = m_window->feed().messages().log();
        if (log.end() == m_painted)
            return;
        const quint64 first = std::max(std::exchange(m_painted, log.end()), log.begin());
        m_rowBehind = std::max(m_rowBehind, double(microsecondsSinceEpoch() - log.at(first).time) / 1000);
    }

    double sortTime()
    {
        QTableView *table = m_window->clientsPane()->table();
        QElapsedTimer clock;
        clock.start();
        table->sortByColumn(0, Qt::DescendingOrder);
        table->sortByColumn(0, Qt::AscendingOrder);
        return millisecondsOf(clock) / 2;
    }

    /// A line asks for the figures since the last one; the end of the input ends the program.
    void read()
    {
        char line[64];
        const ssize_t size = ::read(STDIN_FILENO, line, sizeof line);
        if (size <= 0) {
            m_server.onShutdown([] { QCoreApplication::quit(); });
            m_watch.reset();
            m_counting.stop();
            m_window.reset();
            m_server.stop();
            return m_input.setEnabled(false);
        }
        report();
        m_watch->reset();
        m_application.longest = m_application.busy = 0;
    }

    void report()
    {
        QJsonObject figures{{QStringLiteral("longest_block_ms"), m_application.longest},
                            {QStringLiteral("slowest_answer_ms"), m_watch->slowestAnswer()},
                            {QStringLiteral("busy_share"), m_application.busy / m_watch->milliseconds()},
                            {QStringLiteral("paints_per_second"), m_watch->paintsPerSecond()},
                            {QStringLiteral("resident_mib"), residentMemory()}};
        if (m_window) {
            const MessageLog &log = m_window->feed().messages().log();
            figures.insert(QStringLiteral("clients"), qint64(m_window->feed().clients().total()));
            figures.insert(QStringLiteral("count_behind_ms"), std::exchange(m_behind, 0));
            figures.insert(QStringLiteral("row_behind_ms"), std::exchange(m_rowBehind, 0));
            figures.insert(QStringLiteral("sort_ms"), sortTime());
            figures.insert(QStringLiteral("rows"), log.size());
            figures.insert(QStringLiteral("rows_cap"), log.caps().rows);
            figures.insert(QStringLiteral("log_mib"), double(log.bytes()) / (1024 * 1024));
            figures.insert(QStringLiteral("log_mib_cap"), double(log.caps().bytes) / (1024 * 1024));
            figures.insert(QStringLiteral("skipped"), qint64(m_window->feed().totals().skipped));
            figures.insert(QStringLiteral("refilter"), refilter());
        }
        std::printf("%s\n", QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }

    QJsonObject refilter()
    {
        QJsonObject results;
        for (const char *text : {"dir == in && size > 10", "text =~ \"a.*b\"", "json.type == \"join\"", ""}) {
            MessagesModel &model = m_window->feed().messages();
            QElapsedTimer clock;
            clock.start();
            m_window->messagesPane()->filter()->apply(QString::fromLatin1(text));
            double longest = millisecondsOf(clock);
            while (model.isScanning()) {
                QElapsedTimer turn;
                turn.start();
                QCoreApplication::processEvents();
                longest = std::max(longest, millisecondsOf(turn));
            }
            results.insert(QString::fromLatin1(*text ? text : "cleared"),
                           QJsonObject{{QStringLiteral("ms"), millisecondsOf(clock)},
                                       {QStringLiteral("longest_block_ms"), longest}});
        }
        return results;
    }

    Application &m_application;
    LocalMonitor m_monitor;
    Server m_server;
    bool m_hasWindow;
    std::atomic<qint64> m_opened = 0;
    QTimer m_counting;
    QElapsedTimer m_clock;
    std::deque<std::pair<double, qint64>> m_counts; ///< of the server, and when
    double m_behind = 0;                            ///< milliseconds
    quint64 m_painted = 0;                          ///< rows before this one
    double m_rowBehind = 0;                         ///< milliseconds
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Watch> m_watch;
    QSocketNotifier m_input{STDIN_FILENO, QSocketNotifier::Read};
};

} // namespace

int main(int argc, char *argv[])
{
    Application application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-bench"));
    QCommandLineParser options;
    options.addOption({QStringLiteral("window"), QString(), QStringLiteral("yes"), QStringLiteral("yes")});
    options.addOption({QStringLiteral("workers"), QString(), QStringLiteral("count"), QStringLiteral("1")});
    options.addOption({QStringLiteral("engine"), QString(), QStringLiteral("name"), QStringLiteral("native")});
    options.process(application);
    Bench bench(application, options);
    return bench.start() ? QApplication::exec() : 1;
}
