// SPDX-License-Identifier: MIT
#pragma once

#include "ui/operate/operations.h"

#include <QWidget>

class QActionGroup;
class QMenu;
class QPushButton;
class QToolButton;

namespace porthole {

/// Starts and stops the server and chooses its handler; asks first when clients would be closed by it.
/// Threads: the GUI's. Lifetime: operations and monitor outlive it.
class ServerPanel final : public QWidget
{
    Q_OBJECT

public:
    ServerPanel(Operations &operations, const Monitor &monitor, QWidget *parent = nullptr);

    void setState(const ServerState &state);
    void setClientCount(int clients) { m_clients = clients; }
    QList<QAction *> menuActions() const; ///< start or stop, start anew, the handlers
    /// Serves with this setup, after a question where clients are closed for it.
    void serve(const ServerSetup &setup);
    /// Whether this setup can be had without closing clients.
    bool isLive(const ServerSetup &setup) const;

private:
    void startOrStop();
    void startAnew();
    void chooseHandler(const QString &name);
    void fillHandlers();
    void refresh();
    void askFirst(const QString &text, const QString &button, std::function<void()> yes);

    Operations &m_operations;
    const Monitor &m_monitor;
    ServerState m_state;
    int m_clients = 0;
    QToolButton *m_handler;
    QPushButton *m_button;
    QMenu *m_handlers;
    QActionGroup *m_group = nullptr;
    QAction *m_startOrStop;
    QAction *m_startAnew;
};

} // namespace porthole
