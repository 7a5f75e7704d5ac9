// SPDX-License-Identifier: MIT
#include "ui/help/aboutdialog.h"

#include "ui/shared/icons.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace porthole {

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("About Porthole"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(40, 32, 40, 24);
    column->setSpacing(8);
    const auto add = [column](const QString &text) {
        auto *label = new QLabel(text);
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
        return label;
    };
    const int side = fontMetrics().height() * 6;
    add({})->setPixmap(applicationIcon().pixmap({side, side}, devicePixelRatioF()));
    QLabel *name = add(tr("Porthole %1").arg(QCoreApplication::applicationVersion()));
    QFont big = font();
    big.setPointSizeF(font().pointSizeF() * 1.5);
    big.setWeight(QFont::DemiBold);
    name->setFont(big);
    add(tr("A WebSocket server with a window on it"));
    column->addSpacing(8);
    add(tr("Free software under the MIT licence"))->setForegroundRole(QPalette::PlaceholderText);
    add(tr("Qt %1, used under the LGPL version 3").arg(QLatin1String(qVersion())))
        ->setForegroundRole(QPalette::PlaceholderText);
    column->addSpacing(16);
    auto *closing = new QPushButton(tr("Close"));
    closing->setDefault(true);
    column->addWidget(closing, 0, Qt::AlignHCenter);
    connect(closing, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace porthole
