// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace porthole {

class Feed;

/// The last line of the window: where the server listens, how it feels, and what somebody should read.
/// Threads: the GUI's. Lifetime: the feed outlives it.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(Feed &feed, QWidget *parent = nullptr);

    void setState(const ServerState &state);
    void setReadOnly(bool on);
    QString text() const;
    void announce(const QString &text); ///< instead of the rest, for a few seconds

private:
    void refresh();
    void refreshNotices();
    void showNotices();

    Feed &m_feed;
    ServerState m_state;
    QLabel *m_text;
    QToolButton *m_notices;
    QTimer m_announcing;
    bool m_readOnly = false;
};

} // namespace porthole
