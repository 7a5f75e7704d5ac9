// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/widgets/tableview.h"

class QToolButton;

namespace porthole {

/// A table whose rows come at the end and leave at the front. It follows the newest row while it is scrolled to the
/// end, and stands still otherwise, also when rows leave; a button then leads back.
class TailView : public TableView
{
    Q_OBJECT

public:
    explicit TailView(const QString &name, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override; ///< once
    bool isFollowing() const { return m_following; }
    void jumpToNewest();

Q_SIGNALS:
    void followingChanged(bool following);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

    /// While on, scrolling is not the user's.
    void setRearranging(bool on) { m_rearranging = on; }
    void scrolled();

private:
    void keepInPlace(int removed);
    void setFollowing(bool following);
    void placeJumpButton();

    QToolButton *m_jump;
    bool m_rearranging = false;
    bool m_following = true;
    bool m_moving = false;
};

} // namespace porthole
