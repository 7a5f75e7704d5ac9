// SPDX-License-Identifier: MIT
#pragma once

#include "ui/feed.h"
#include "ui/operate/operations.h"
#include "ui/shared/theme.h"

#include <QMainWindow>

class QDockWidget;
class QStackedWidget;

namespace porthole {

class ClientsPane;
class ComposeBar;
class DetailPane;
class HeaderBar;
class MessagesPane;
class StatusLine;
class Strip;
class WelcomePage;

/// The window: puts the panes together and carries what one of them asks for to another or to the monitor.
/// Threads: the GUI's. Lifetime: the monitor outlives it. It watches the monitor for as long as it lives, and remembers
/// its geometry, panes and columns in QSettings.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Monitor &monitor, QWidget *parent = nullptr);
    MainWindow(Monitor &monitor, Feed::Clock clock, QWidget *parent = nullptr);
    ~MainWindow() override;

    Feed &feed() { return m_feed; }
    ClientsPane *clientsPane() const { return m_clients; }
    MessagesPane *messagesPane() const { return m_messages; }
    DetailPane *detailPane() const { return m_detail; }
    ComposeBar *composeBar() const { return m_compose; }
    StatusLine *statusLine() const { return m_status; }
    Theme &theme() { return m_theme; }
    Operations &operations() { return m_operations; }
    bool isWelcoming() const;

    void resetLayout();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    QDockWidget *addDock(Qt::DockWidgetArea area, const QString &name, QWidget *pane, class PaneTitle *title);
    void connectPanes();
    void setState(const ServerState &state);
    void refresh();
    void showWelcome(bool welcome);
    void askToDisconnect(const QList<ClientId> &ids);
    void operationFinished(quint64 id, const ActionResult &result);
    void applyDefaultSizes();
    void restoreLayout();
    void saveLayout() const;
    void cyclePanes(int step);
    void focusPane(int pane);

    void buildMenus();
    void buildServerMenu();
    void buildViewMenu();
    void buildThemeMenu(QMenu *view);
    void buildTextSizeMenu(QMenu *view);
    void buildGoMenu();
    void buildHelpMenu();

    Theme m_theme;
    Monitor &m_monitor;
    Feed m_feed;
    Operations m_operations;
    QMainWindow *m_panes;
    HeaderBar *m_header;
    Strip *m_fault;
    QStackedWidget *m_centre;
    WelcomePage *m_welcome;
    ClientsPane *m_clients;
    MessagesPane *m_messages;
    DetailPane *m_detail;
    ComposeBar *m_compose;
    StatusLine *m_status;
    QDockWidget *m_clientsDock = nullptr;
    QDockWidget *m_detailDock = nullptr;
    QAction *m_welcomeAction = nullptr;
    QAction *m_composeAction = nullptr;
    QByteArray m_firstLayout;
    QString m_url;
    bool m_sawClient = false;
    bool m_sized = false; ///< the panes have been given their sizes
};

} // namespace porthole
