// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/widgets/tableview.h"

#include <optional>

class QToolButton;

namespace porthole {

class MessagesModel;

/// The table of messages. It follows the newest row while it is scrolled to the end, and stands still otherwise, also
/// when rows leave at the front. After another filter the rows that were selected are selected again and the current
/// one is in sight, also when filters in between did not show it.
class LogView final : public TableView
{
    Q_OBJECT

public:
    explicit LogView(MessagesModel &messages, QWidget *parent = nullptr);

    bool isFollowing() const { return m_following; }
    void jumpToNewest();
    QList<int> selectedRows() const;       ///< rising
    QString selectedText() const override; ///< the whole payloads, each on its line; binary as hex

Q_SIGNALS:
    void followingChanged(bool following);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void scrolled();
    void keepInPlace(int removed);
    void rememberPlace();
    void restorePlace();
    void restoreSelection();
    void restoreScroll();
    void setFollowing(bool following);
    void placeJumpButton();

    MessagesModel &m_messages;
    QToolButton *m_jump;
    QList<quint64> m_kept; ///< sequences that were selected before another filter, rising
    std::optional<quint64> m_keptCurrent;
    std::optional<quint64> m_hidden; ///< was current until a filter hid it
    std::optional<quint64> m_keptTop;
    bool m_refiltering = false;
    bool m_following = true;
    bool m_moving = false;
};

} // namespace porthole
