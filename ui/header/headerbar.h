// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace porthole {

class Feed;
class Figure;
class Sparkline;
class StateLight;

/// What a person looks at first: the address, whether it runs, who serves, and how much goes on.
/// Threads: the GUI's. Lifetime: the feed outlives it.
class HeaderBar final : public QWidget
{
    Q_OBJECT

public:
    /// `controls` go between the address and the figures.
    HeaderBar(Feed &feed, QWidget *controls, QWidget *parent = nullptr);

    void setState(const ServerState &state);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void applyLook();

    Feed &m_feed;
    ServerState m_state;
    StateLight *m_light;
    QLabel *m_address;
    QToolButton *m_copy;
    QLabel *m_about;
    Figure *m_clients;
    Figure *m_in;
    Figure *m_out;
    Sparkline *m_spark;
};

} // namespace porthole
