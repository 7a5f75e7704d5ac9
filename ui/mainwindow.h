// SPDX-License-Identifier: MIT
#pragma once

#include "ui/feed.h"
#include "ui/operate/faultwatch.h"
#include "ui/operate/operations.h"
#include "ui/push/delivery.h"
#include "ui/settings/preferences.h"
#include "ui/shared/theme.h"

#include <QMainWindow>

class QDockWidget;
class QStackedWidget;

namespace porthole {

class ActivityPane;
class ClientsPane;
class ComposeBar;
class ConsolePane;
class DetailPane;
class HeaderBar;
class MessagesPane;
class ServerPanel;
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
    ActivityPane *activityPane() const { return m_activity; }
    ConsolePane *consolePane() const { return m_console; }
    ComposeBar *composeBar() const { return m_compose; }
    ServerPanel *serverPanel() const { return m_server; }
    StatusLine *statusLine() const { return m_status; }
    Theme &theme() { return m_theme; }
    Operations &operations() { return m_operations; }
    bool isWelcoming() const;

    void resetLayout();
    void showSettings();
    void showAudit();
    void newHandler();  ///< from a template; served and opened in an editor
    void editHandler(); ///< in the user's editor
    Preferences preferences() const;
    void setPreferences(const Preferences &preferences);
    /// Builds all that has texts again, in the language of the application, with the same in it.
    void retranslate();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makePanes();
    void build();
    void connectSources();
    void layOut();
    void orderTabs();
    QDockWidget *addDock(Qt::DockWidgetArea area, const QString &name, QWidget *pane, class PaneTitle *title);
    void connectPanes();
    void setState(const ServerState &given);
    void showFault(const QString &refused); ///< why a change was refused, or else why it does not run
    void refresh();
    void showWelcome(bool welcome);
    void filterBySpan(qint64 begin, qint64 end);
    void askToDisconnect(const QList<ClientId> &ids);
    void operationFinished(quint64 id, const ActionResult &result);
    void applyDefaultSizes();
    void showConsoleAtFirst();
    void showInFront(QDockWidget *dock);
    void raiseDetail();
    void allowHandlerActions();
    void restoreLayout();
    void restorePanes();
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
    Preferences m_preferences;
    Monitor &m_monitor;
    Feed m_feed;
    Operations m_operations;
    Delivery m_delivery{m_operations};
    FaultWatch m_faults;
    QMainWindow *m_panes = nullptr;
    ServerPanel *m_server = nullptr;
    HeaderBar *m_header = nullptr;
    Strip *m_fault = nullptr;
    QStackedWidget *m_centre = nullptr;
    WelcomePage *m_welcome = nullptr;
    ClientsPane *m_clients = nullptr;
    MessagesPane *m_messages = nullptr;
    DetailPane *m_detail = nullptr;
    ActivityPane *m_activity = nullptr;
    ConsolePane *m_console = nullptr;
    ComposeBar *m_compose = nullptr;
    StatusLine *m_status = nullptr;
    QDockWidget *m_clientsDock = nullptr;
    QDockWidget *m_detailDock = nullptr;
    QDockWidget *m_activityDock = nullptr;
    QDockWidget *m_consoleDock = nullptr;
    QAction *m_welcomeAction = nullptr;
    QAction *m_composeAction = nullptr;
    QAction *m_newHandlerAction = nullptr;
    QAction *m_editHandlerAction = nullptr;
    QByteArray m_firstLayout;
    QByteArray m_savedPanes; ///< until they are shown
    QString m_url;
    QString m_spanFilter; ///< filter of the messages with the span that was chosen, and without it
    QString m_filterUnspanned;
    bool m_sawClient = false;
    bool m_sized = false; ///< the panes have been given their sizes
};

} // namespace porthole
