// SPDX-License-Identifier: MIT
#include "ui/shared/widgets/strip.h"

#include "ui/shared/colours.h"
#include "ui/shared/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>

namespace porthole {

Strip::Strip(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this)), m_icon(new QLabel), m_text(new QLabel)
{
    m_row->setContentsMargins(10, 6, 8, 6);
    m_row->setSpacing(8);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_text, 1);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void Strip::say(Kind kind, const QString &text)
{
    m_kind = kind;
    m_text->setText(text);
    applyLook();
    setVisible(!text.isEmpty());
}

QString Strip::text() const { return m_text->text(); }

void Strip::addControl(QWidget *control) { m_row->addWidget(control); }

void Strip::setRounded(bool rounded)
{
    m_rounded = rounded;
    update();
}

void Strip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyLook();
}

void Strip::applyLook()
{
    const bool note = m_kind == Kind::Note;
    const Tint tint = note ? Tint::Muted : m_kind == Kind::Warning ? Tint::Warn : Tint::Bad;
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    const QIcon sign = icon(note ? QStringLiteral("info") : QStringLiteral("warning"), tint);
    m_icon->setPixmap(sign.pixmap({side, side}, devicePixelRatioF()));
    update();
}

void Strip::paintEvent(QPaintEvent *)
{
    const Colours &set = colours(palette());
    QPainter painter(this);
    const QColor fill = m_kind == Kind::Note ? palette().color(QPalette::AlternateBase)
        : m_kind == Kind::Warning            ? set.warnTint
                                             : set.badTint;
    const double radius = m_rounded ? 6 : 0;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect(), radius, radius);
}

} // namespace porthole
