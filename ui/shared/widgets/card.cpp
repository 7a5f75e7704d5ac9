// SPDX-License-Identifier: MIT
#include "ui/shared/widgets/card.h"

#include "ui/shared/colours.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace porthole {

Card::Card(QWidget *parent) : QFrame(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(1, 1, 1, 5);
    m_column->setSpacing(0);
}

QHBoxLayout *Card::addRow()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 8, 8, 8);
    row->setSpacing(8);
    m_column->addLayout(row);
    return row;
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours(palette()).border);
    painter.setBrush(palette().base());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace porthole
