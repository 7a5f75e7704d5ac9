// SPDX-License-Identifier: MIT
#include "ui/operate/auditdialog.h"

#include "ui/operate/audit.h"
#include "ui/shared/widgets/card.h"
#include "ui/shared/widgets/tableview.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace porthole {

AuditDialog::AuditDialog(Audit &audit, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Actions by hand"));
    auto *table = new TableView(QStringLiteral("audit"));
    table->setAccessibleName(windowTitle());
    table->setPlaceholder(tr("Nothing was done by hand yet."));
    table->setModel(&audit);
    table->setColumns({QStringLiteral("8888-88-88 88:88:88.888"), QStringLiteral("disconnect"),
                       QStringLiteral("Shown by the filter (88)"), QStringLiteral("text, 42 B: something said to them"),
                       QStringLiteral("8888"), QStringLiteral("sent to 88, queued for 8")},
                      {true, true, true, true, true, true});
    auto *copying = new QPushButton(tr("&Copy"));
    auto *closing = new QPushButton(tr("Close"));
    copying->setAutoDefault(false);
    closing->setDefault(true);
    connect(closing, &QPushButton::clicked, this, &QDialog::accept);
    connect(copying, &QPushButton::clicked, this, [table] {
        if (!table->selectionModel()->hasSelection())
            table->selectAll();
        table->copySelection();
    });
    connect(&audit, &QAbstractItemModel::rowsInserted, table, &QAbstractItemView::scrollToBottom);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(copying);
    buttons->addStretch(1);
    buttons->addWidget(closing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    auto *card = new Card;
    card->column()->addWidget(table);
    column->addWidget(card, 1);
    column->addLayout(buttons);
    resize(std::max(fontMetrics().averageCharWidth() * 120, table->wantedWidth() + 56), fontMetrics().height() * 24);
    table->scrollToBottom();
}

} // namespace porthole
