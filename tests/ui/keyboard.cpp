// SPDX-License-Identifier: MIT
#include "tests/ui/keyboard.h"

#include <QLineEdit>
#include <QPointer>

namespace porthole::test {

/// What has the focus; after a dialog the window is given it back, as a window manager does.
QWidget *Keyboard::target() const
{
    if (!QApplication::activeModalWidget() && QApplication::activeWindow() != &m_window) {
        m_window.activateWindow();
        if (!QTest::qWaitForWindowActive(&m_window))
            qWarning("the window is not active");
    }
    QWidget *focus = QApplication::focusWidget();
    return focus ? focus : &m_window;
}

void Keyboard::press(int key, Qt::KeyboardModifiers modifiers) const
{
    const QPointer<QWidget> to(target());
    QTest::keyPress(to, Qt::Key(key), modifiers);
    if (to) // a dialog may be gone with the key that accepted it
        QTest::keyRelease(to, Qt::Key(key), modifiers);
}

void Keyboard::type(const QString &text) const { QTest::keyClicks(target(), text); }

bool Keyboard::waitForDialog() const
{
    return QTest::qWaitFor([this] {
        const QWidget *focus = QApplication::focusWidget();
        return QApplication::activeModalWidget() && focus && focus->window() != &m_window;
    });
}

void Keyboard::walkCombo(int to) const
{
    press(Qt::Key_Home);
    for (int step = 0; step < to; ++step)
        press(Qt::Key_Down);
}

void Keyboard::find(const QString &filter) const
{
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_A, Qt::ControlModifier);
    type(filter);
    press(Qt::Key_Escape); // the offers of names, not the text
    if (qobject_cast<QLineEdit *>(QApplication::focusWidget())->text().isEmpty())
        type(filter);
    press(Qt::Key_Return);
}

void Keyboard::compose(ComposeBar::Target target, DraftKind kind, const QString &text) const
{
    press(Qt::Key_4, Qt::ControlModifier);
    press(Qt::Key_Tab, Qt::ShiftModifier);
    walkCombo(int(kind));
    press(Qt::Key_Tab, Qt::ShiftModifier);
    if (QApplication::focusWidget()->accessibleName() == ComposeBar::tr("Room"))
        press(Qt::Key_Tab, Qt::ShiftModifier);
    walkCombo(target);
    press(Qt::Key_4, Qt::ControlModifier);
    press(Qt::Key_A, Qt::ControlModifier);
    type(text);
}

} // namespace porthole::test
