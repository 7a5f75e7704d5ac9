// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/widgets/rowdelegate.h"

namespace porthole {

class ConsoleModel;

/// Paints the lines of a console: the text in a fixed font, warnings and errors in their colours.
class ConsoleDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    ConsoleDelegate(TableView *view, const ConsoleModel &model);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const ConsoleModel &m_model;
    QFont m_fixed;
};

} // namespace porthole
