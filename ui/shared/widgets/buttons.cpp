// SPDX-License-Identifier: MIT
#include "ui/shared/widgets/buttons.h"

#include "ui/shared/icons.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>

#include <chrono>

using namespace std::chrono_literals;

namespace porthole {

QToolButton *toolButton(const QIcon &icon, const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(icon);
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QToolButton *toolButton(QAction *action, bool withText)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text().remove(QLatin1Char('&')));
    button->setFocusPolicy(Qt::TabFocus);
    if (withText)
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

QToolButton *copyButton(const QString &name, std::function<QString()> text)
{
    auto *button = toolButton(icon(QStringLiteral("copy"), Tint::Muted), name);
    QObject::connect(button, &QToolButton::clicked, button, [button, text = std::move(text)] {
        QApplication::clipboard()->setText(text());
        button->setIcon(icon(QStringLiteral("check"), Tint::Good));
        const QString said = QCoreApplication::translate("porthole::Buttons", "Copied");
        QToolTip::showText(button->mapToGlobal(QPoint(0, button->height() / 2)), said, button);
        QTimer::singleShot(1500ms, button, [button] { button->setIcon(icon(QStringLiteral("copy"), Tint::Muted)); });
    });
    return button;
}

QPushButton *primaryButton(const QString &text, const QIcon &icon)
{
    auto *button = new QPushButton(icon, text);
    button->setProperty("primary", true);
    return button;
}

} // namespace porthole
