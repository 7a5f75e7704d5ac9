// SPDX-License-Identifier: MIT
#include "ui/header/figure.h"

#include "ui/shared/colours.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace porthole {

Figure::Figure(const QString &caption, const QString &widest, QWidget *parent)
    : QWidget(parent), m_value(new QLabel(QStringLiteral("0"))), m_caption(new QLabel(caption)), m_widest(widest)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QLabel *label : {m_value, m_caption}) {
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        column->addWidget(label);
    }
    applyLook();
}

void Figure::setValue(const QString &value)
{
    m_value->setText(value);
    setAccessibleName(value + QLatin1Char(' ') + m_caption->text());
}

void Figure::setCaption(const QString &caption) { m_caption->setText(caption); }

QString Figure::value() const { return m_value->text(); }

void Figure::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        applyLook();
}

void Figure::applyLook()
{
    QFont big = font();
    big.setPointSizeF(font().pointSizeF() * 1.25);
    big.setWeight(QFont::DemiBold);
    m_value->setFont(big);
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, colours(palette()).muted);
    m_caption->setPalette(quiet);
    m_value->setMinimumWidth(std::max(QFontMetrics(big).horizontalAdvance(m_widest), m_caption->sizeHint().width()));
}

} // namespace porthole
