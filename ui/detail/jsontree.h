// SPDX-License-Identifier: MIT
#pragma once

#include "ui/detail/jsontreemodel.h"

#include <QTreeView>

namespace porthole {

/// JSON that can be folded. Copying takes the bytes of the value as they came; the menu offers its path for a filter.
class JsonTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit JsonTree(QWidget *parent = nullptr);

    /// The text must have passed JsonText::check().
    void setJson(const QByteArray &utf8);
    void copyValue() const;

Q_SIGNALS:
    void filterWanted(const QString &expression); ///< that finds messages with the same value in the same place

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;

private:
    QString expression() const;

    JsonTreeModel m_model;
};

} // namespace porthole
