// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <functional>

namespace porthole {

/// A handler in JavaScript to begin with.
struct HandlerTemplate
{
    QString name;        ///< chat
    QString description; ///< what its first comment says
    QString text;        ///< all of it
};

/// Handlers as files of the user: templates for them, and the way into an editor.
/// Threads: the GUI's. Errors: a sentence that says what to do; empty when all went well.
class HandlerFiles final
{
    Q_DECLARE_TR_FUNCTIONS(porthole::HandlerFiles)

public:
    using Opener = std::function<bool(const QString &file)>;

    static QList<HandlerTemplate> templates();  ///< the built-in handlers, the simplest first
    static bool isFile(const QString &handler); ///< and not the name of a built-in one
    /// Writes a new file; one that is there already is written over, so ask first.
    static QString write(const QString &file, const QString &text);
    /// Opens it in the user's editor.
    static QString open(const QString &file);
    /// What open() opens with instead of the desktop's choice; nullptr for that again.
    static void setOpener(Opener opener);
};

} // namespace porthole
