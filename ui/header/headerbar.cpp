// SPDX-License-Identifier: MIT
#include "ui/header/headerbar.h"

#include "ui/feed.h"
#include "ui/header/figure.h"
#include "ui/header/sparkline.h"
#include "ui/header/statelight.h"
#include "ui/shared/colours.h"
#include "ui/shared/format.h"
#include "ui/shared/widgets/buttons.h"
#include "ui/shared/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace porthole {

static constexpr int sparkSeconds = 60;

HeaderBar::HeaderBar(Feed &feed, QWidget *controls, QWidget *parent)
    : QWidget(parent), m_feed(feed), m_light(new StateLight), m_address(new ElidedLabel),
      m_copy(copyButton(tr("Copy the address"), [this] { return m_state.url; })), m_about(new ElidedLabel),
      m_clients(new Figure(tr("clients"), QStringLiteral("88,888"))),
      m_in(new Figure(tr("in/s"), QStringLiteral("888k"))), m_out(new Figure(tr("out/s"), QStringLiteral("888k"))),
      m_spark(new Sparkline(sparkSeconds))
{
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    auto *first = new QHBoxLayout;
    first->setSpacing(4);
    first->addWidget(m_address);
    first->addWidget(m_copy);
    first->addStretch(1);
    names->addLayout(first);
    names->addWidget(m_about);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 0, 4, 0);
    row->setSpacing(24);
    auto *state = new QHBoxLayout;
    state->setSpacing(12);
    state->addWidget(m_light, 0, Qt::AlignVCenter);
    state->addLayout(names, 1);
    row->addLayout(state, 1);
    row->addWidget(controls, 0, Qt::AlignVCenter);
    for (Figure *figure : {m_clients, m_in, m_out})
        row->addWidget(figure);
    row->addWidget(m_spark);
    m_spark->setAccessibleName(tr("Messages a second over the last minute"));
    m_spark->setToolTip(tr("Messages a second, in and out, over the last minute"));
    connect(&m_feed, &Feed::refreshed, this, &HeaderBar::refresh);
    applyLook();
    refresh();
}

static QString phaseName(ServerPhase phase)
{
    switch (phase) {
    case ServerPhase::Running: return HeaderBar::tr("Running");
    case ServerPhase::Stopping: return HeaderBar::tr("Stopping");
    case ServerPhase::Failed: return HeaderBar::tr("Failed");
    case ServerPhase::Stopped: break;
    }
    return HeaderBar::tr("Stopped");
}

void HeaderBar::setState(const ServerState &state)
{
    m_state = state;
    m_light->setPhase(state.phase);
    m_copy->setVisible(!state.url.isEmpty());
    m_address->setText(state.url.isEmpty() ? tr("Not listening") : state.url);
    QStringList parts{phaseName(state.phase)};
    if (!state.engine.isEmpty())
        parts.append(tr("engine %1").arg(state.engine));
    m_about->setText(parts.join(QStringLiteral(" · ")));
}

void HeaderBar::refresh()
{
    m_clients->setValue(Format::count(m_feed.totals().clients));
    m_in->setValue(Format::compact(m_feed.inRate()));
    m_out->setValue(Format::compact(m_feed.outRate()));
    m_spark->setValues(m_feed.history());
}

void HeaderBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        applyLook();
}

void HeaderBar::applyLook()
{
    QFont big = font();
    big.setPointSizeF(font().pointSizeF() * 1.25);
    big.setWeight(QFont::DemiBold);
    m_address->setFont(big);
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, colours(palette()).muted);
    m_about->setPalette(quiet);
}

} // namespace porthole
