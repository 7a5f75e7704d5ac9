// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractEventDispatcher>

#include <memory>

namespace porthole {

/// The event dispatcher for a worker thread; nullptr where Qt's own is the best there is.
/// Hand it to QThread::setEventDispatcher() before the thread starts; the thread then owns it and deletes it when it
/// ends. Threads: any. Errors: nullptr too when the system has no descriptors left, and Qt's own dispatcher serves
/// instead.
std::unique_ptr<QAbstractEventDispatcher> makeEventDispatcher();

} // namespace porthole
