// SPDX-License-Identifier: MIT
#pragma once

#include "ui/mainwindow.h"
#include "ui/push/composebar.h"

#include <QApplication>
#include <QTest>

namespace porthole::test {

/// An operator who has a window and no mouse: keys go wherever the focus is.
/// Threads: the GUI's. Lifetime: the window outlives it. Errors: a control that Tab does not reach fails the test.
class Keyboard final
{
public:
    explicit Keyboard(MainWindow &window) : m_window(window) { }

    void press(int key, Qt::KeyboardModifiers modifiers = {}) const;
    void type(const QString &text) const;
    bool waitForDialog() const;             ///< and for the focus to be in it
    void walkCombo(int to) const;           ///< from the first entry of the combo box that has the focus
    void find(const QString &filter) const; ///< clients that fit
    void compose(ComposeBar::Target target, DraftKind kind, const QString &text) const;

    /// Tab until such a control has the focus.
    template<typename Control>
    void tabTo(const QString &name = {}) const
    {
        for (int step = 0; step < 40; ++step) {
            const auto *at = qobject_cast<Control *>(QApplication::focusWidget());
            if (at && (name.isEmpty() || at->objectName() == name))
                return;
            press(Qt::Key_Tab);
        }
        QFAIL("Tab does not reach it");
    }

private:
    QWidget *target() const;

    MainWindow &m_window;
};

} // namespace porthole::test
