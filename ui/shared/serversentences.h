// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace porthole {

/// What the server says in English, in the language of the window: its sentences are known by their form, and what they
/// name stays as it is. A sentence that is not known is shown as it came. Threads: the GUI's.
class ServerSentences final
{
public:
    static QString translated(const QString &sentence);
};

} // namespace porthole
