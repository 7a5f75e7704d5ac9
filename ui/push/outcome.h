// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <QCoreApplication>

namespace porthole {

enum class OperationKind;

/// What became of an action, in words.
class Outcome final
{
    Q_DECLARE_TR_FUNCTIONS(porthole::Outcome)

public:
    enum class Grade { Good, Partly, Bad };

    static QString of(OperationKind kind, const ActionResult &result);
    static QString ofPush(const ActionResult &result);
    static QString ofPing(const ActionResult &result);
    static QString ofDisconnect(const ActionResult &result);
    static Grade grade(OperationKind kind, const ActionResult &result);
    static Grade grade(const ActionResult &result); ///< of a push
};

} // namespace porthole
