// SPDX-License-Identifier: MIT
#include "app/builtinhandlers.h"
#include "app/scripthandler.h"

#include <QFileInfo>

namespace porthole {

class Script
{ };

bool ScriptHandler::isBuilt() { return false; }

ScriptHandler::ScriptHandler(Server &, const Settings &) { }

ScriptHandler::~ScriptHandler() = default;

Result<> ScriptHandler::load(const QString &file)
{
    return Error{QStringLiteral("%1 is in JavaScript, which this build cannot run; choose one of %2.")
                     .arg(QFileInfo(file).fileName(), builtinHandlers().join(QStringLiteral(", ")))};
}

void ScriptHandler::tellStart() { }

void ScriptHandler::reload() { }

} // namespace porthole
