// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/widgets/rowdelegate.h"

#include <QIcon>

namespace porthole {

class MessagesModel;

/// Paints a message: in and out in their colours with an arrow, time and size in second rank, the preview fixed-pitch.
class MessageDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    MessageDelegate(TableView *view, const MessagesModel &messages);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const MessagesModel &m_messages;
    QFont m_fixed;
    QIcon m_in;
    QIcon m_out;
};

} // namespace porthole
