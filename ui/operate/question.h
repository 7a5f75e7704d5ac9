// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace porthole {

/// Asks before something that cannot be taken back; `yes` runs when it is wanted. Returns at once.
void ask(QWidget *parent, const QString &title, const QString &text, const QString &button, std::function<void()> yes);

} // namespace porthole
