// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/widgets/tailview.h"

#include <optional>

namespace porthole {

class MessagesModel;

/// The table of messages. After another filter the rows that were selected are selected again and the current one is in
/// sight, also when filters in between did not show it.
class LogView final : public TailView
{
    Q_OBJECT

public:
    explicit LogView(MessagesModel &messages, QWidget *parent = nullptr);

    QList<int> selectedRows() const;       ///< rising
    QString selectedText() const override; ///< the whole payloads, each on its line; binary as hex

private:
    void rememberPlace();
    void restorePlace();
    void restoreSelection();
    void restoreScroll();

    MessagesModel &m_messages;
    QList<quint64> m_kept; ///< sequences that were selected before another filter, rising
    std::optional<quint64> m_keptCurrent;
    std::optional<quint64> m_hidden; ///< was current until a filter hid it
    std::optional<quint64> m_keptTop;
};

} // namespace porthole
