// SPDX-License-Identifier: MIT
#include "ui/header/statusline.h"

#include "ui/feed.h"
#include "ui/header/noticesdialog.h"
#include "ui/shared/format.h"
#include "ui/shared/icons.h"
#include "ui/shared/widgets/buttons.h"
#include "ui/shared/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace porthole {

StatusLine::StatusLine(Feed &feed, QWidget *parent)
    : QWidget(parent), m_feed(feed), m_text(new ElidedLabel),
      m_notices(toolButton(icon(QStringLiteral("warning"), Tint::Warn), QString()))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 8, 0);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_text, 1);
    row->addWidget(m_notices);
    m_announcing.setSingleShot(true);
    connect(&m_announcing, &QTimer::timeout, this, &StatusLine::refresh);
    QSizePolicy keepsItsRoom = m_notices->sizePolicy();
    keepsItsRoom.setRetainSizeWhenHidden(true);
    m_notices->setSizePolicy(keepsItsRoom);
    m_notices->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_notices, &QToolButton::clicked, this, &StatusLine::showNotices);
    connect(&m_feed, &Feed::refreshed, this, &StatusLine::refresh);
    connect(&m_feed, &Feed::noticed, this, &StatusLine::refreshNotices);
    refresh();
    refreshNotices();
}

void StatusLine::setState(const ServerState &state)
{
    m_state = state;
    refresh();
}

void StatusLine::setReadOnly(bool on)
{
    m_readOnly = on;
    refresh();
}

QString StatusLine::text() const { return m_text->text(); }

void StatusLine::announce(const QString &text)
{
    m_text->setText(text);
    m_announcing.start(6000);
}

void StatusLine::refresh()
{
    if (m_announcing.isActive())
        return;
    QStringList parts;
    if (m_state.phase == ServerPhase::Running) {
        const QString address = m_state.url.section(QStringLiteral("://"), 1);
        parts = {tr("Listening on %1").arg(address), tr("%Ln worker(s)", nullptr, m_state.workers),
                 tr("loop lag %1 ms").arg(QLocale().toString(m_feed.totals().loopLag, 'f', 1)),
                 tr("%1 skipped").arg(Format::count(m_feed.totals().skipped))};
        if (m_feed.totals().refused > 0)
            parts.append(tr("%1 refused").arg(Format::count(m_feed.totals().refused)));
    } else {
        parts = {m_state.error.isEmpty() ? tr("The server does not run.") : m_state.error};
    }
    if (m_readOnly)
        parts.prepend(tr("Read-only"));
    m_text->setText(parts.join(QStringLiteral("  ·  ")));
}

void StatusLine::refreshNotices()
{
    const auto count = m_feed.notices().size();
    const QString text = tr("%Ln notice(s)", nullptr, int(count));
    m_notices->setText(text);
    m_notices->setAccessibleName(text);
    m_notices->setToolTip(count ? m_feed.notices().back().text : QString());
    m_notices->setVisible(count > 0);
}

void StatusLine::showNotices()
{
    auto *dialog = new NoticesDialog(m_feed, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace porthole
