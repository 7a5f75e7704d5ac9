// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace porthole {

/// SIGINT and SIGTERM as a Qt signal, and SIGHUP as another. The second of the former ends the process at once, with
/// status 128 + its number. On Windows Ctrl+C, Ctrl+Break, the console's end and that of the session are the former.
/// Threads: make one, on the main thread. Lifetime: the signals get their default again when it goes. Errors: none.
class ProcessSignals final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProcessSignals)

public:
    ProcessSignals();
    ~ProcessSignals() override;

Q_SIGNALS:
    void asked();       ///< to end: SIGINT, SIGTERM, Ctrl+C; once
    void reloadAsked(); ///< SIGHUP; never on Windows

private:
    std::unique_ptr<QSocketNotifier> m_notifier; ///< nullptr on Windows
};

} // namespace porthole
