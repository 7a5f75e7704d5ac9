// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace porthole {

/// SIGINT and SIGTERM as a Qt signal, and SIGHUP as another. The second of the former ends the process at once, with
/// status 128 + its number. Threads: make one, on the main thread. Lifetime: the signals get their default again when
/// it goes. Elsewhere than on Unix it does nothing.
class UnixSignals final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UnixSignals)

public:
    UnixSignals();
    ~UnixSignals() override;

Q_SIGNALS:
    void asked();       ///< to end: SIGINT, SIGTERM; once
    void reloadAsked(); ///< SIGHUP

private:
    void readSignals();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace porthole
