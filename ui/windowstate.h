// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

class QWidget;

namespace porthole {

/// What stands in the controls below a widget: texts, choices, selected rows and where is scrolled to, in the order of
/// the controls. For a window that is built again of the same controls, in another language.
/// Threads: the GUI's. A value; it keeps no pointer.
class WindowState final
{
public:
    static WindowState of(QWidget *window);
    void restore(QWidget *window) const; ///< controls that are not there are passed over

private:
    struct Table
    {
        QList<int> selected;
        int current = -1;
        int scroll = 0;
    };

    QList<QString> m_lines;
    QList<QString> m_editors;
    QList<int> m_boxes;
    QList<int> m_numbers;
    QList<int> m_tabs;
    QList<bool> m_buttons;
    QList<Table> m_tables;
};

} // namespace porthole
