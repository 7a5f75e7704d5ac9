// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QTabWidget;

namespace porthole {

/// Name, version and licence of the program; the libraries it is made with and their licences; what changed.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);

    QTabWidget *tabs() const { return m_tabs; }

private:
    QWidget *programPage();
    QWidget *textPage(const QString &name, const QString &markdown);
    static QString libraries();

    QTabWidget *m_tabs;
};

} // namespace porthole
