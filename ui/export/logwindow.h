// SPDX-License-Identifier: MIT
#pragma once

#include "ui/export/openjob.h"
#include "ui/feed.h"

#include <QMainWindow>

namespace porthole {

class DetailPane;
class MessagesPane;
class Strip;

/// A log that was exported and is opened again: the same rows, with the same filter, detail and export.
/// Threads: the GUI's; the file is read on another. Errors: said in the window.
class LogWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit LogWindow(const QString &file, QWidget *parent = nullptr);
    /// Asks for a file and opens it in a window of its own.
    static void ask(QWidget *parent);

    MessagesPane *messagesPane() const { return m_messages; }
    Feed &feed() { return m_feed; }
    QString said() const; ///< what the strip says

Q_SIGNALS:
    void opened(); ///< or failed; said() tells

private:
    void layOut();
    void buildMenus();
    void take(const OpenedLog &log);

    QString m_file;
    Feed m_feed;
    MessagesPane *m_messages;
    DetailPane *m_detail;
    Strip *m_strip;
    OpenJob m_job;
};

} // namespace porthole
