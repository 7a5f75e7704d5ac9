// SPDX-License-Identifier: MIT
#include "app/commandline.h"

#include "app/builtinhandlers.h"
#include "app/scripthandler.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace porthole {

namespace {

struct Flags
{
    QCommandLineOption nogui{QStringLiteral("nogui"), QStringLiteral("Serve without a window.")};
    QCommandLineOption listen{QStringLiteral("listen"),
                              QStringLiteral("Listen at <url>, instead of --host and --port: ws://<address>:<port>, "
                                             "wss://<address>:<port> or unix:/<path>; may be given several times."),
                              QStringLiteral("url")};
    QCommandLineOption verbose{{QStringLiteral("v"), QStringLiteral("verbose")},
                               QStringLiteral("Log every client that comes and goes, as --log-level debug does.")};
    QCommandLineOption logFile{QStringLiteral("log-file"),
                               QStringLiteral("Log to this file instead of stderr; SIGHUP opens it anew."),
                               QStringLiteral("path")};
    QCommandLineOption logLevel{QStringLiteral("log-level"),
                                QStringLiteral("The least that is logged: debug, info, warning or error (info)."),
                                QStringLiteral("level")};
    QCommandLineOption logRotation{
        QStringLiteral("log-rotation"),
        QStringLiteral("When the log file is put aside: none, hourly, daily or monthly (none)."),
        QStringLiteral("when")};
    QCommandLineOption logDateFormat{QStringLiteral("log-date-format"),
                                     QStringLiteral("How the log writes times (%1).").arg(LogOptions().dateFormat),
                                     QStringLiteral("format")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Print this and end.")};
    QCommandLineOption version{QStringLiteral("version"), QStringLiteral("Print the version and end.")};
};

Error wrong(const QString &sentence) { return {sentence + QStringLiteral(" See porthole --help.")}; }

/// maxClients is --max-clients.
QString optionName(const QString &setting)
{
    QString option;
    for (const QChar letter : setting) {
        if (letter.isUpper())
            option += QLatin1Char('-');
        option += letter.toLower();
    }
    return option;
}

QString sentenceOf(const QString &setting)
{
    QString description = Settings::description(setting);
    description[0] = description[0].toUpper();
    const QString standard = Settings().value(setting);
    return description + (standard.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(standard)) + QLatin1Char('.');
}

/// What is said of scripts, in a build that has them.
QString whenScripts(const QString &words) { return ScriptHandler::isBuilt() ? words : QString(); }

QString handlerSentence()
{
    return QStringLiteral("What the server does: one of %1 (hello)%2.")
        .arg(builtinHandlers().join(QStringLiteral(", ")),
             whenScripts(
                 QStringLiteral(", or a JavaScript file, .js or .mjs, that is loaded again whenever it is saved")));
}

void addSettings(QCommandLineParser &parser)
{
    for (const QString &setting : Settings::names()) {
        const QString value = setting == QLatin1String("port") ? setting : QStringLiteral("value");
        parser.addOption({optionName(setting), sentenceOf(setting), value});
    }
}

Result<> readSettings(const QCommandLineParser &parser, Settings &settings)
{
    for (const QString &setting : Settings::names()) {
        const QString option = optionName(setting);
        if (!parser.isSet(option))
            continue;
        if (const auto done = settings.set(setting, parser.value(option)); !done)
            return wrong(QStringLiteral("--%1%2").arg(option, done.error().message.mid(setting.size())));
    }
    if (const auto checked = settings.check(); !checked)
        return wrong(QStringLiteral("The setting %1").arg(checked.error().message));
    return {};
}

Result<> readListeners(const QCommandLineParser &parser, const Flags &flags, Options &options)
{
    const QStringList urls = parser.values(flags.listen);
    if (urls.isEmpty())
        return {};
    if (parser.isSet(QStringLiteral("host")) || parser.isSet(QStringLiteral("port")))
        return wrong(QStringLiteral("--listen says where to listen; leave out --host and --port."));
    for (const QString &url : urls) {
        const auto listener = Listener::fromUrl(url, options.settings.tls);
        if (!listener)
            return wrong(QStringLiteral("--listen: %1").arg(listener.error().message));
        options.listeners.push_back(listener.value());
    }
    const Listener &first = options.listeners.front();
    options.settings.host = first.host;
    options.settings.port = first.port;
    options.settings.tls = first.tls;
    options.listeners.erase(options.listeners.begin());
    return {};
}

Result<LogOptions> readLog(const QCommandLineParser &parser, const Flags &flags)
{
    LogOptions log;
    log.file = parser.value(flags.logFile);
    if (parser.isSet(flags.verbose))
        log.level = QStringLiteral("debug");
    if (parser.isSet(flags.logLevel))
        log.level = parser.value(flags.logLevel);
    if (parser.isSet(flags.logDateFormat))
        log.dateFormat = parser.value(flags.logDateFormat);
    if (parser.isSet(flags.logRotation)) {
        const auto rotation = logRotationFromString(parser.value(flags.logRotation));
        if (!rotation)
            return wrong(QStringLiteral("--log-rotation %1").arg(rotation.error().message));
        log.rotation = rotation.value();
    }
    if (log.rotation != LogRotation::None && log.file.isEmpty())
        return wrong(QStringLiteral("--log-rotation is for a log file; name one with --log-file."));
    if (const auto checked = log.check(); !checked)
        return wrong(checked.error().message);
    return log;
}

Result<QString> readHandler(const QStringList &names)
{
    if (names.size() > 1)
        return wrong(QStringLiteral("One handler is served at a time, and %1 are named.").arg(names.size()));
    if (names.isEmpty())
        return Options().handler;
    if (!builtinHandlers().contains(names.constFirst()) && scriptOf(names.constFirst()).isEmpty())
        return wrong(QStringLiteral("There is no handler \"%1\"; choose one of %2%3.")
                         .arg(names.constFirst(), builtinHandlers().join(QStringLiteral(", ")),
                              whenScripts(QStringLiteral(", or name a file that ends in .js"))));
    return names.constFirst();
}

} // namespace

Result<Options> parseCommandLine(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("porthole"));
    QCoreApplication::setOrganizationName(QStringLiteral("Porthole"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PORTHOLE_VERSION));
    const Flags flags;
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("A WebSocket server with a window on it."));
    parser.addOptions({flags.nogui, flags.listen, flags.verbose, flags.logFile, flags.logLevel, flags.logRotation,
                       flags.logDateFormat, flags.help, flags.version});
    addSettings(parser);
    parser.addPositionalArgument(QStringLiteral("handler"), handlerSentence(), QStringLiteral("[handler]"));
    QStringList arguments;
    for (int index = 0; index < argc; ++index)
        arguments.append(QString::fromLocal8Bit(argv[index]));
    if (!parser.parse(arguments))
        return wrong(parser.errorText());

    Options options;
    if (parser.isSet(flags.help)) {
        const QCoreApplication application(argc, argv);
        options.print = parser.helpText();
        return options;
    }
    if (parser.isSet(flags.version)) {
        options.print = QStringLiteral("porthole %1\n").arg(QCoreApplication::applicationVersion());
        return options;
    }
    options.gui = !parser.isSet(flags.nogui);
    const Result<LogOptions> log = readLog(parser, flags);
    if (!log)
        return log.error();
    options.log = log.value();
    if (const auto read = readSettings(parser, options.settings); !read)
        return read.error();
    if (const auto read = readListeners(parser, flags, options); !read)
        return read.error();
    const Result<QString> handler = readHandler(parser.positionalArguments());
    if (!handler)
        return handler.error();
    options.handler = handler.value();
    return options;
}

} // namespace porthole
