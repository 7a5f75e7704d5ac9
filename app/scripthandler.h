// SPDX-License-Identifier: MIT
#pragma once

#include "server/server.h"

#include <memory>

namespace porthole {

class Script;

/// A handler in JavaScript, in a build that has them: see Script. In another load() says that there are none.
/// Threads, lifetime, errors: as Script.
class ScriptHandler final
{
    Q_DISABLE_COPY_MOVE(ScriptHandler)

public:
    static bool isBuilt();

    explicit ScriptHandler(Server &server, const Settings &settings);
    ~ScriptHandler();

    Result<> load(const QString &file);
    void tellStart();
    void reload();

private:
    std::unique_ptr<Script> m_script;
};

} // namespace porthole
