// SPDX-License-Identifier: MIT
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
    return Error{QStringLiteral("%1 is in JavaScript, which this build cannot run; choose one of hello, echo and "
                                "broadcast.")
                     .arg(QFileInfo(file).fileName())};
}

void ScriptHandler::tellStart() { }

void ScriptHandler::reload() { }

} // namespace porthole
