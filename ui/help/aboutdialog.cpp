// SPDX-License-Identifier: MIT
#include "ui/help/aboutdialog.h"

#include "ui/shared/icons.h"

#include <QCoreApplication>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace porthole {

static QString textOf(const QString &resource)
{
    QFile file(resource);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent), m_tabs(new QTabWidget)
{
    setWindowTitle(tr("About Porthole"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(programPage(), tr("&Program"));
    m_tabs->addTab(textPage(tr("Licences"), libraries() + textOf(QStringLiteral(":/LICENSE"))), tr("&Licences"));
    m_tabs->addTab(textPage(tr("Changes"), textOf(QStringLiteral(":/changes.md"))), tr("&Changes"));
    auto *closing = new QPushButton(tr("Close"));
    closing->setDefault(true);
    connect(closing, &QPushButton::clicked, this, &QDialog::accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_tabs, 1);
    column->addWidget(closing, 0, Qt::AlignTrailing);
    resize(fontMetrics().averageCharWidth() * 76, fontMetrics().height() * 28);
    closing->setFocus();
}

QWidget *AboutDialog::programPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setSpacing(8);
    column->addStretch(1);
    const auto add = [column](const QString &text) {
        auto *label = new QLabel(text);
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
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
    column->addStretch(2);
    return page;
}

QString AboutDialog::libraries()
{
    const QString row = QStringLiteral("* [%1](%2): %3\n");
    return tr("## Libraries") + QStringLiteral("\n\n")
        + row.arg(QStringLiteral("Qt ") + QLatin1String(qVersion()), QStringLiteral("https://www.qt.io"),
                  tr("LGPL version 3"))
        + row.arg(QStringLiteral("QCoro"), QStringLiteral("https://qcoro.dvratil.cz"), tr("MIT licence"))
        + row.arg(QStringLiteral("zlib"), QStringLiteral("https://zlib.net"), tr("zlib licence"))
        + row.arg(QStringLiteral("OpenSSL"), QStringLiteral("https://www.openssl.org"),
                  tr("Apache licence 2.0, where TLS is used"))
        + QStringLiteral("\n\n") + tr("## Porthole") + QStringLiteral("\n\n");
}

QWidget *AboutDialog::textPage(const QString &name, const QString &markdown)
{
    auto *view = new QTextBrowser;
    view->setAccessibleName(name);
    view->setOpenExternalLinks(true);
    view->setFrameShape(QFrame::NoFrame);
    view->document()->setDocumentMargin(12);
    view->setMarkdown(markdown);
    return view;
}

} // namespace porthole
