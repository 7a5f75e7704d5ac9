// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QMenuBar;
class QTreeWidget;

namespace porthole {

/// Every key of the window, read from its menus, and those that only work where the focus is.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QMenuBar &menus, QWidget *parent = nullptr);

private:
    void addMenus(const QMenuBar &menus);
    void addLocalKeys();

    QTreeWidget *m_list;
};

} // namespace porthole
