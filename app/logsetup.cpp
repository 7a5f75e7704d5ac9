// SPDX-License-Identifier: MIT
#include "app/logsetup.h"

#include <QLoggingCategory>

#include <cstdio>

namespace porthole {

namespace {

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    QByteArray line = qFormatLogMessage(type, context, message).toUtf8();
    line.replace('\n', ' ').replace('\r', ' ').append('\n');
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
}

} // namespace

void setUpLogging(bool verbose)
{
    qSetMessagePattern(QStringLiteral("%{time yyyy-MM-dd HH:mm:ss.zzz} %{type} %{category}: %{message}"));
    qInstallMessageHandler(writeLine);
    if (verbose)
        QLoggingCategory::setFilterRules(QStringLiteral("porthole.*.debug=true"));
}

} // namespace porthole
