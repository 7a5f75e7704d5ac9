// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

namespace porthole {

/// Name, version and licence of the program, and the version of Qt it runs on.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace porthole
