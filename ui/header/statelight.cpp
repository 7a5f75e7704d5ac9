// SPDX-License-Identifier: MIT
#include "ui/header/statelight.h"

#include "ui/shared/colours.h"

#include <QPainter>

namespace porthole {

StateLight::StateLight(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

void StateLight::setPhase(ServerPhase phase)
{
    m_phase = phase;
    update();
}

QSize StateLight::sizeHint() const { return {fontMetrics().height(), fontMetrics().height()}; }

static QColor colourOf(ServerPhase phase, const Colours &set)
{
    switch (phase) {
    case ServerPhase::Running: return set.good;
    case ServerPhase::Stopping: return set.warn;
    case ServerPhase::Failed: return set.bad;
    case ServerPhase::Stopped: break;
    }
    return set.muted;
}

void StateLight::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QColor colour = colourOf(m_phase, colours(palette()));
    const QPointF centre = QRectF(rect()).center();
    const double radius = std::min(width(), height()) / 2.0;
    painter.setBrush(faded(colour, 0.22));
    painter.drawEllipse(centre, radius - 0.5, radius - 0.5);
    painter.setBrush(colour);
    painter.drawEllipse(centre, radius * 0.52, radius * 0.52);
}

} // namespace porthole
