// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QListWidget;

namespace porthole {

class Feed;

/// The last notices of the server, newest first. Lifetime: the feed outlives it.
class NoticesDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NoticesDialog(Feed &feed, QWidget *parent = nullptr);

private:
    void fill();

    Feed &m_feed;
    QListWidget *m_list;
};

} // namespace porthole
