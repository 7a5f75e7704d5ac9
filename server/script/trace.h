// SPDX-License-Identifier: MIT
#pragma once

#include "server/script/bundle.h"

#include <QList>

#include <stdexcept>

namespace porthole {

/// Where in a script something happened.
struct Place
{
    QString function;
    QString file; ///< as Bundle::nameOf() has it
    int line = 0;

    QString text() const { return QStringLiteral("%1:%2").arg(file).arg(line); }
};

/// What the engine calls a stack, in either of its two forms: the places that are the script's, innermost first.
QList<Place> placesIn(const QStringList &stack, const Bundle &bundle);

/// What went wrong in a script: chat.js:12: TypeError: ..., in say (chat.js:12), in hear (chat.js:30).
class ScriptError final : public std::runtime_error
{
public:
    explicit ScriptError(const QString &sentence) : std::runtime_error(sentence.toStdString()) { }
    ScriptError(const QString &what, const QList<Place> &places);

    QString sentence() const { return QString::fromUtf8(what()); }
};

} // namespace porthole
