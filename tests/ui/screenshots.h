// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/fakemonitor.h"
#include "ui/mainwindow.h"

#include <QRandomGenerator>

#include <memory>

namespace porthole {

// Writes pictures of the window in every state that matters, to be looked at; and checks that each has something in it.
class TestScreenshots final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void states_data();
    void states();
    void languages_data();
    void languages();
    void rightToLeft();

private:
    void firstStart();
    void failed();
    void busy();
    void detail();
    void closedClients();
    void refusedPush();
    void paused();
    void disconnectDialog();
    void about();
    void shortcuts();
    void hex();
    void filterError();
    void jsonTree();
    void exporting();
    void offers();
    void serverSettings();
    void limits();
    void windowSettings();
    void settingsPage(int page);
    void audit();
    void repeating();
    void activity();
    void console();
    void newHandler();
    void licences();
    void show(ThemeChoice theme, int scale);
    void play(int steps);
    void save(QWidget *widget);

    std::unique_ptr<FakeMonitor> m_monitor;
    std::unique_ptr<MainWindow> m_window;
    QList<ClientId> m_clients;
    QRandomGenerator m_random{7};
    qint64 m_milliseconds = 0;
};

} // namespace porthole
