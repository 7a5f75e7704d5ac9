// SPDX-License-Identifier: MIT
#include "app/scripthandler.h"

#include "server/script/script.h"

namespace porthole {

bool ScriptHandler::isBuilt() { return true; }

ScriptHandler::ScriptHandler(Server &server, const Settings &settings)
    : m_script(std::make_unique<Script>(server, ScriptBudget{settings.handlerBudget, settings.handlerMaxBytes}))
{ }

ScriptHandler::~ScriptHandler() = default;

Result<> ScriptHandler::load(const QString &file) { return m_script->load(file); }

void ScriptHandler::tellStart() { m_script->tellStart(); }

void ScriptHandler::reload() { m_script->reload(); }

} // namespace porthole
