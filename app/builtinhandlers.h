// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace porthole {

class Server;

/// The names of the handlers that come with the program, the default first.
///   hello      every second ["hello", unix seconds] to each client, and once for each message
///   echo       each message back to its sender: same opcode, same bytes
///   broadcast  each message to all the others
///   chat, ticker, game   in JavaScript: see resources/handlers
QStringList builtinHandlers();

/// The script of a handler: the file itself when it is one, that of a built-in one in JavaScript, or else empty.
QString scriptOf(const QString &handler);
/// The folder in the resources with the page of a built-in handler, or of the one that a script's first comment names
/// in a line "// Page: chat"; empty when there is none.
QString pageOf(const QString &handler);

/// Gives the server the handlers of that name, which is one of builtinHandlers() in C++. The server outlives them.
void installBuiltinHandler(Server &server, const QString &name);

} // namespace porthole
