// SPDX-License-Identifier: MIT
#pragma once

#include "ui/messages/logrow.h"

#include <QWidget>

#include <optional>

class QStackedWidget;
class QTabWidget;

namespace porthole {

class ClientView;
class Feed;
class JsonPayloadView;
class JsonTree;
class PaneTitle;
class PayloadView;

/// One message, or one client, in full. It keeps a copy of what it shows, so that it stays when the log moves on.
/// Threads: the GUI's. Lifetime: the feed outlives it.
class DetailPane final : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Text, Json, Hex, Client };

    explicit DetailPane(Feed &feed, QWidget *parent = nullptr);

    PaneTitle *title() const { return m_title; }
    void showMessage(const LogRow &message);
    void showClient(ClientId id); ///< and turns to the client's tab
    void focusView();
    QTabWidget *tabs() const { return m_tabs; }
    JsonTree *jsonTree() const;

Q_SIGNALS:
    void filterWanted(const QString &expression); ///< for the messages

private:
    void turnTo(int tab); ///< on our own account, not the user's
    void fillTab(int tab);
    void fillClient();
    void refresh();
    QString summary() const;
    QString wholeText() const;
    void setUpJson();

    Feed &m_feed;
    PaneTitle *m_title;
    QStackedWidget *m_stack;
    QTabWidget *m_tabs;
    JsonPayloadView *m_json;
    QList<PayloadView *> m_payloads;
    ClientView *m_client;
    std::optional<LogRow> m_message;
    ClientId m_id;
    QList<bool> m_stale;
    int m_messageTab = Text; ///< the user's choice
    bool m_turning = false;
    bool m_wasLive = false; ///< the client was connected when its tab was filled
};

} // namespace porthole
