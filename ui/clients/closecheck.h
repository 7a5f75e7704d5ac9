// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace porthole {

/// Whether a close frame can carry what was typed (RFC 6455 5.5 and 7.4).
class CloseCheck final
{
    Q_DECLARE_TR_FUNCTIONS(porthole::CloseCheck)

public:
    static std::optional<quint16> code(const QString &text); ///< only one that may be sent
    static QString codeProblem(const QString &text);         ///< one sentence; empty when it is good
    static QString reasonProblem(const QString &reason);     ///< one sentence; empty when it is good
    static qsizetype reasonBytes(const QString &reason);     ///< of UTF-8
};

} // namespace porthole
