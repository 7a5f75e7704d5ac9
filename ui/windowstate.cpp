// SPDX-License-Identifier: MIT
#include "ui/windowstate.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>

namespace porthole {

/// Those that a person writes into, and not the inside of another control.
template<typename Control>
static QList<Control *> controls(QWidget *window)
{
    QList<Control *> found;
    for (Control *control : window->findChildren<Control *>()) {
        const QWidget *outer = control->parentWidget();
        if (!qobject_cast<const QAbstractSpinBox *>(outer) && !qobject_cast<const QComboBox *>(outer))
            found.append(control);
    }
    return found;
}

static QList<QPlainTextEdit *> editors(QWidget *window)
{
    QList<QPlainTextEdit *> found = controls<QPlainTextEdit>(window);
    found.removeIf([](const QPlainTextEdit *editor) { return editor->isReadOnly(); });
    return found;
}

static QList<QAbstractButton *> switches(QWidget *window)
{
    QList<QAbstractButton *> found = controls<QAbstractButton>(window);
    found.removeIf([](const QAbstractButton *button) { return !button->isCheckable(); });
    return found;
}

/// Does it for as many as there are of both.
template<typename Control, typename Value, typename Do>
static void forEach(const QList<Control *> &controls, const QList<Value> &values, Do work)
{
    for (qsizetype at = 0; at < std::min(controls.size(), values.size()); ++at)
        work(controls[at], values[at]);
}

WindowState WindowState::of(QWidget *window)
{
    WindowState state;
    for (const QLineEdit *line : controls<QLineEdit>(window))
        state.m_lines.append(line->text());
    for (const QPlainTextEdit *editor : editors(window))
        state.m_editors.append(editor->toPlainText());
    for (const QComboBox *box : controls<QComboBox>(window))
        state.m_boxes.append(box->currentIndex());
    for (const QSpinBox *number : controls<QSpinBox>(window))
        state.m_numbers.append(number->value());
    for (const QTabBar *tabs : controls<QTabBar>(window))
        state.m_tabs.append(tabs->currentIndex());
    for (const QAbstractButton *button : switches(window))
        state.m_buttons.append(button->isChecked());
    for (const QTableView *view : controls<QTableView>(window)) {
        Table table{{}, view->currentIndex().row(), view->verticalScrollBar()->value()};
        for (const QModelIndex &row : view->selectionModel()->selectedRows())
            table.selected.append(row.row());
        state.m_tables.append(table);
    }
    return state;
}

static void selectRows(QTableView *view, const QList<int> &rows, int current)
{
    const QModelIndex index = view->model()->index(current, 0);
    if (index.isValid())
        view->setCurrentIndex(index);
    view->clearSelection();
    for (const int row : rows)
        view->selectionModel()->select(view->model()->index(row, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void WindowState::restore(QWidget *window) const
{
    forEach(controls<QComboBox>(window), m_boxes, [](QComboBox *box, int index) { box->setCurrentIndex(index); });
    forEach(controls<QLineEdit>(window), m_lines, [](QLineEdit *line, const QString &text) { line->setText(text); });
    forEach(editors(window), m_editors, [](QPlainTextEdit *editor, const QString &text) {
        editor->setPlainText(text);
        editor->moveCursor(QTextCursor::End);
    });
    forEach(controls<QSpinBox>(window), m_numbers, [](QSpinBox *number, int value) { number->setValue(value); });
    forEach(controls<QTabBar>(window), m_tabs, [](QTabBar *tabs, int index) { tabs->setCurrentIndex(index); });
    forEach(switches(window), m_buttons, [](QAbstractButton *button, bool on) {
        if (button->isChecked() != on)
            button->click();
    });
    forEach(controls<QTableView>(window), m_tables, [](QTableView *view, const Table &table) {
        selectRows(view, table.selected, table.current);
        view->verticalScrollBar()->setValue(table.scroll);
    });
}

} // namespace porthole
