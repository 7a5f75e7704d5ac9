// SPDX-License-Identifier: MIT
#include "app/logsetup.h"

#include <QLoggingCategory>

#include <cstdio>

namespace porthole {

namespace {

/// Never destroyed: other threads may log to the very end.
LogFile *logFile = nullptr;

const QStringList &levels()
{
    static const QStringList names{QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning"),
                                   QStringLiteral("error")};
    return names;
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    QByteArray line = qFormatLogMessage(type, context, message).toUtf8();
    line.replace('\n', ' ').replace('\r', ' ').append('\n');
    if (!logFile || !logFile->write(line))
        std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
}

/// Categories are quiet below their own level anyway; debug of ours alone is asked for by name.
QString rulesFor(const QString &level)
{
    // Qt's JavaScript compiler warns of functions that are used above their place, which is no mistake.
    const QString always = QStringLiteral("qt.qml.compiler.warning=false\n");
    switch (levels().indexOf(level)) {
    case 0: return always + QStringLiteral("porthole.*.debug=true");
    case 2: return always + QStringLiteral("*.debug=false\n*.info=false");
    case 3: return always + QStringLiteral("*.debug=false\n*.info=false\n*.warning=false");
    default: return always;
    }
}

} // namespace

Result<> LogOptions::check() const
{
    if (!levels().contains(level))
        return Error{
            QStringLiteral("--log-level is \"%1\"; choose one of %2.").arg(level, levels().join(QStringLiteral(", ")))};
    if (dateFormat.trimmed().isEmpty() || dateFormat.contains(QLatin1Char('}')))
        return Error{
            QStringLiteral("--log-date-format is \"%1\"; give one such as yyyy-MM-dd HH:mm:ss.zzz.").arg(dateFormat)};
    return {};
}

Result<> setUpLogging(const LogOptions &options)
{
    if (!options.file.isEmpty()) {
        auto file = std::make_unique<LogFile>(options.file, options.rotation);
        if (const auto opened = file->open(); !opened)
            return opened;
        logFile = file.release();
    }
    qSetMessagePattern(QStringLiteral("%{time %1} %{type} %{category}: %{message}").arg(options.dateFormat));
    qInstallMessageHandler(writeLine);
    QLoggingCategory::setFilterRules(rulesFor(options.level));
    return {};
}

void reopenLog()
{
    if (!logFile)
        return;
    if (const auto opened = logFile->reopen(); !opened)
        std::fprintf(stderr, "porthole: %s\n", qUtf8Printable(opened.error().message));
}

} // namespace porthole
