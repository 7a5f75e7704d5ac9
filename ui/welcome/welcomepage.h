// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace porthole {

/// What the centre shows while there is nothing to show: how to connect, or why nobody can.
class WelcomePage final : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void setState(const ServerState &state);
    /// The lines that can be copied, as they read for this address.
    static QStringList recipes(const QString &url);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRecipe(const QString &sign, const QString &title);
    void applyLook();

    ServerState m_state;
    QLabel *m_sign;
    QLabel *m_title;
    QLabel *m_text;
    QWidget *m_recipes;
    QVBoxLayout *m_column;
    QList<QLabel *> m_lines;
    QList<QLabel *> m_names;
    QList<std::pair<QLabel *, QString>> m_signs;
};

} // namespace porthole
