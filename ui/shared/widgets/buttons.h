// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>

#include <functional>

class QAction;
class QPushButton;
class QToolButton;

namespace porthole {

/// A flat button that shows an icon and is named for those who do not see it.
QToolButton *toolButton(const QIcon &icon, const QString &name);
/// A flat button for an action; it shows its text beside the icon where asked.
QToolButton *toolButton(QAction *action, bool withText = false);
/// A flat button that puts text on the clipboard and says so for a moment.
QToolButton *copyButton(const QString &name, std::function<QString()> text);
/// The one button of a group that is filled.
QPushButton *primaryButton(const QString &text, const QIcon &icon = {});

} // namespace porthole
