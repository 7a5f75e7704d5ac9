// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <QCoreApplication>

namespace porthole {

/// What became of an action, in words.
class Outcome final
{
    Q_DECLARE_TR_FUNCTIONS(porthole::Outcome)

public:
    enum class Grade { Good, Partly, Bad };

    static QString ofPush(const ActionResult &result);
    static QString ofDisconnect(const ActionResult &result);
    static Grade grade(const ActionResult &result);
};

} // namespace porthole
