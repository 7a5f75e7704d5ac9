// SPDX-License-Identifier: MIT
#include "ui/header/noticesdialog.h"

#include "ui/feed.h"
#include "ui/shared/format.h"
#include "ui/shared/serversentences.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace porthole {

NoticesDialog::NoticesDialog(Feed &feed, QWidget *parent) : QDialog(parent), m_feed(feed), m_list(new QListWidget)
{
    setWindowTitle(tr("Notices"));
    m_list->setAccessibleName(tr("Notices"));
    m_list->setWordWrap(true);
    m_list->setAlternatingRowColors(true);
    auto *clearing = new QPushButton(tr("Clear"));
    auto *closing = new QPushButton(tr("Close"));
    closing->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(clearing);
    buttons->addStretch(1);
    buttons->addWidget(closing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 20);
    connect(clearing, &QPushButton::clicked, &m_feed, &Feed::clearNotices);
    connect(closing, &QPushButton::clicked, this, &QDialog::accept);
    connect(&m_feed, &Feed::noticed, this, &NoticesDialog::fill);
    fill();
}

void NoticesDialog::fill()
{
    m_list->clear();
    const QList<Notice> &notices = m_feed.notices();
    for (auto each = notices.crbegin(); each != notices.crend(); ++each)
        m_list->addItem(
            QStringLiteral("%1   %2").arg(Format::time(each->time), ServerSentences::translated(each->text)));
}

} // namespace porthole
