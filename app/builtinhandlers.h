// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace porthole {

class Server;

/// The names of the handlers that come with the program, the default first.
QStringList builtinHandlers();

/// Gives the server the handlers of that name, which is one of builtinHandlers(). The server outlives its handlers.
///   hello      every second ["hello", unix seconds] to each client, and once for each message
///   echo       each message back to its sender: same opcode, same bytes
///   broadcast  each message to all the others
void installBuiltinHandler(Server &server, const QString &name);

} // namespace porthole
