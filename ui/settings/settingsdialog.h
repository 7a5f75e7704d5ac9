// SPDX-License-Identifier: MIT
#pragma once

#include "ui/operate/operations.h"
#include "ui/settings/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace porthole {

class ServerForm;
class Strip;

/// The settings of the server and of the window. It says what a change costs, and stays with the reason when the
/// server cannot be changed so. Threads: the GUI's. Lifetime: operations and monitor outlive it.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(Operations &operations, const Monitor &monitor, const Preferences &preferences, int clients,
                   QWidget *parent = nullptr);

    ServerSetup setup() const;
    Preferences preferences() const;
    QTabWidget *tabs() const { return m_tabs; }
    QString notice() const; ///< what a change costs, or why it was refused

Q_SIGNALS:
    void preferencesChosen(const porthole::Preferences &preferences);

private:
    QWidget *page(QWidget *content, const QString &remark);
    QWidget *windowPage(const Preferences &preferences);
    void layOut();
    void check();
    bool isLive(const ServerSetup &setup) const;
    void apply();
    void finish(quint64 id, const ActionResult &result);

    Operations &m_operations;
    const Monitor &m_monitor;
    int m_clients;
    Operations::Id m_change = 0;
    QTabWidget *m_tabs;
    ServerForm *m_place;
    ServerForm *m_limits;
    QComboBox *m_language;
    QComboBox *m_theme;
    QSpinBox *m_textScale;
    QSpinBox *m_rows;
    QSpinBox *m_megabytes;
    QCheckBox *m_readOnly;
    QCheckBox *m_notify;
    Strip *m_strip;
    QPushButton *m_apply;
};

} // namespace porthole
