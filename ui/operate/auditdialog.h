// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

namespace porthole {

class Audit;

/// The list of what was done by hand: what, to whom, when and with which result. Rows can be copied.
class AuditDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AuditDialog(Audit &audit, QWidget *parent = nullptr);
};

} // namespace porthole
