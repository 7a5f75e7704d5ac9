// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace porthole {

/// A label of one line that gives way: it shrinks, ends in an ellipsis and shows the whole text as a tool tip then.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace porthole
