// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace porthole {

/// A small curve of the last values, newest at the right; its scale is the largest value in sight.
class Sparkline final : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(int capacity, QWidget *parent = nullptr);

    void setValues(const QList<double> &values);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPolygonF curve() const;

    QList<double> m_values;
    int m_capacity;
};

} // namespace porthole
