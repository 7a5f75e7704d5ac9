// SPDX-License-Identifier: MIT
#include "ui/shared/serversentences.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <vector>

namespace porthole {

namespace {

constexpr char context[] = "porthole::ServerSentences";

// The general ones last. What stands for %1 and so on may be a sentence itself.
constexpr const char *forms[] = {
    QT_TRANSLATE_NOOP("porthole::ServerSentences",
                      "Port %1 on %2 is taken: end the program that has it, or choose another port, or 0 for a free "
                      "one."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences",
                      "%1 is not an address of this machine: choose one that is, 127.0.0.1 for this machine alone or "
                      "0.0.0.0 for every network."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences",
                      "Port %1 on %2 may not be used by this account: choose one above 1023."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences",
                      "The file %1 is in use: end the program that listens on it, or choose another path."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "Cannot listen on %1: %2."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "There is no handler \"%1\"."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "The server is stopping; try again when it has stopped."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "The server does not run."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "The server does not run; start it with these settings instead."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "Start the server again to change %1."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences",
                      "compression is yes, but the engine qt cannot compress; choose the engine native."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "There is no file for the %1; give one."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "There is no certificate in %1; give a file in PEM."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "The certificate in %1 expired on %2; get a new one."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences",
                      "The certificate in %1 is not valid before %2; see whether this machine's clock is right."),
    QT_TRANSLATE_NOOP(
        "porthole::ServerSentences",
        "There is no private key in %1 that can be read; give a file in PEM, and its passphrase if it has "
        "one."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences",
                      "The private key in %1 is not that of the certificate in %2 (%3); give the pair."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "%1 needs a certificate; give tlsCert and tlsKey."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "The %1 cannot be read from %2: %3."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "A handler of client #%1 threw: %2."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "A handler threw: %1."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "A connection was turned away: %1."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "%1 connections were turned away: %2."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "%1 was loaded again, in %2 ms"),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "The script was not loaded again, and what ran goes on: %1"),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "give a folder that exists"),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "choose yes or no"),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "choose 1.2 or 1.3"),
    QT_TRANSLATE_NOOP("porthole::ServerSentences",
                      "give a number of bytes from %1 to %2, such as 65536, 64KiB or 1MiB"),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "give a time from %1 to %2, such as 500ms, 10s or 5min"),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "give a number from %1 to %2"),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "choose one of %1"),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "The setting %1 is %2; %3."),
    QT_TRANSLATE_NOOP("porthole::ServerSentences", "%1 is %2; %3."),
};

struct Form
{
    const char *text;
    QRegularExpression expression;
};

QRegularExpression expressionOf(const char *form)
{
    QString pattern = QRegularExpression::escape(QString::fromLatin1(form));
    static const QRegularExpression place(QStringLiteral("\\\\%\\d"));
    pattern.replace(place, QStringLiteral("(.+?)"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

const std::vector<Form> &all()
{
    static const std::vector<Form> known = [] {
        std::vector<Form> list;
        for (const char *form : forms)
            list.push_back({form, expressionOf(form)});
        return list;
    }();
    return known;
}

/// Puts what was named where the language wants it; what is named may have percent signs of its own.
QString filled(const QString &form, const QStringList &named)
{
    QString text;
    for (qsizetype at = 0; at < form.size(); ++at) {
        const int number = form[at] == QLatin1Char('%') && at + 1 < form.size() ? form[at + 1].digitValue() : -1;
        if (number > 0 && number < named.size())
            text += named[number], ++at;
        else
            text += form[at];
    }
    return text;
}

} // namespace

QString ServerSentences::translated(const QString &sentence)
{
    for (const Form &form : all()) {
        const QRegularExpressionMatch match = form.expression.match(sentence);
        if (!match.hasMatch())
            continue;
        QStringList named = match.capturedTexts();
        for (qsizetype at = 1; at < named.size(); ++at)
            named[at] = translated(named[at]);
        return filled(QCoreApplication::translate(context, form.text), named);
    }
    return sentence;
}

} // namespace porthole
