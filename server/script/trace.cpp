// SPDX-License-Identifier: MIT
#include "server/script/trace.h"

#include <QRegularExpression>

namespace porthole {

namespace {

QString sentenceOf(const QString &what, const QList<Place> &places)
{
    constexpr qsizetype most = 10;
    if (places.isEmpty())
        return what;
    QString sentence = places.constFirst().text() + QStringLiteral(": ") + what;
    for (const Place &place : places.mid(0, most)) {
        if (!place.function.isEmpty() || places.size() > 1)
            sentence +=
                QStringLiteral(", in %1 (%2)")
                    .arg(place.function.isEmpty() ? QStringLiteral("a function") : place.function, place.text());
    }
    return places.size() > most ? sentence + QStringLiteral(" and more") : sentence;
}

} // namespace

QList<Place> placesIn(const QStringList &stack, const Bundle &bundle)
{
    // Of an Error: name@file:///chat.js:12. Of what is thrown: name:12:-1:file:///chat.js.
    static const QRegularExpression ofError(QStringLiteral("^(.*?)@(.*):(\\d+)$"));
    static const QRegularExpression ofThrown(QStringLiteral("^(.*?):(-?\\d+):-?\\d+:(.*)$"));
    QList<Place> places;
    for (const QString &frame : stack) {
        const QRegularExpressionMatch thrown = ofThrown.match(frame);
        const QRegularExpressionMatch error = thrown.hasMatch() ? QRegularExpressionMatch() : ofError.match(frame);
        const QString file = bundle.nameOf(thrown.hasMatch() ? thrown.captured(3) : error.captured(2));
        if (file.isEmpty())
            continue;
        QString function = thrown.hasMatch() ? thrown.captured(1) : error.captured(1);
        if (function == QLatin1String("%entry"))
            function.clear();
        places.append({function, file, qAbs((thrown.hasMatch() ? thrown.captured(2) : error.captured(3)).toInt())});
    }
    return places;
}

ScriptError::ScriptError(const QString &what, const QList<Place> &places) : ScriptError(sentenceOf(what, places)) { }

} // namespace porthole
