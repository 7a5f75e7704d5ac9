// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;

namespace porthole {

/// A number with its name under it. Its width holds the widest value it is to show, so that nothing beside it moves.
class Figure final : public QWidget
{
    Q_OBJECT

public:
    Figure(const QString &caption, const QString &widest, QWidget *parent = nullptr);

    void setValue(const QString &value);
    void setCaption(const QString &caption);
    QString value() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyLook();

    QLabel *m_value;
    QLabel *m_caption;
    QString m_widest;
};

} // namespace porthole
