// SPDX-License-Identifier: MIT
#include "ui/shared/widgets/panetitle.h"

#include "ui/shared/colours.h"
#include "ui/shared/icons.h"
#include "ui/shared/widgets/buttons.h"
#include "ui/shared/widgets/elidedlabel.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace porthole {

PaneTitle::PaneTitle(const QString &title, QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_title(new QLabel(title)), m_remark(new ElidedLabel)
{
    m_row->setContentsMargins(4, 0, 0, 4);
    m_row->setSpacing(4);
    m_row->addWidget(m_title);
    m_row->addSpacing(4);
    m_row->addWidget(m_remark, 1);
    applyLook();
}

void PaneTitle::setRemark(const QString &text) { m_remark->setText(text); }

QString PaneTitle::remark() const { return m_remark->text(); }

void PaneTitle::addSwitch(QWidget *tabs) { m_row->insertWidget(1, tabs); }

void PaneTitle::addControl(QWidget *control) { m_row->addWidget(control); }

void PaneTitle::serve(QDockWidget *dock)
{
    const QString name = dock->windowTitle();
    auto *detach = toolButton(icon(QStringLiteral("float"), Tint::Muted), tr("Detach %1").arg(name));
    auto *hide = toolButton(icon(QStringLiteral("close"), Tint::Muted), tr("Hide %1").arg(name));
    connect(detach, &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
    connect(hide, &QToolButton::clicked, dock, &QDockWidget::close);
    addControl(detach);
    addControl(hide);
    dock->setTitleBarWidget(this);
}

void PaneTitle::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyLook();
}

void PaneTitle::applyLook()
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, colours(palette()).muted);
    m_remark->setPalette(quiet);
    setMinimumHeight(fontMetrics().height() + 14);
}

} // namespace porthole
