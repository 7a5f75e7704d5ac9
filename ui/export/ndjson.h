// SPDX-License-Identifier: MIT
#pragma once

#include "ui/messages/logrow.h"

#include <QCoreApplication>

#include <optional>

namespace porthole {

/// A row of the log as one line of JSON, and back. Nothing is lost: times keep their microseconds, and a payload that
/// is no UTF-8 text goes as Base64. Threads: any.
class Ndjson final
{
    Q_DECLARE_TR_FUNCTIONS(porthole::Ndjson)

public:
    static QByteArray line(const LogRow &row); ///< with the line end
    /// `problem` is one sentence when the line is no such row.
    static std::optional<LogRow> row(QByteArrayView line, QString &problem);
};

/// 2026-01-31T12:00:01.123456Z.
QByteArray isoTime(qint64 micros);
std::optional<qint64> fromIsoTime(const QString &text);
/// A JSON string with its quotes; the bytes must be UTF-8.
QByteArray quotedJson(QByteArrayView utf8);
bool isUtf8(QByteArrayView bytes);

} // namespace porthole
