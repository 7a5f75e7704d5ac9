// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace porthole {

/// A pane's sheet: rounded, one hairline around it, its contents above each other without a gap.
class Card final : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    QVBoxLayout *column() const { return m_column; }
    QHBoxLayout *addRow(); ///< a row of controls with margins

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_column;
};

} // namespace porthole
