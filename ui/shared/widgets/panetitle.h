// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QDockWidget;
class QHBoxLayout;
class QLabel;

namespace porthole {

/// The line above a pane: its name, a remark in second rank, and room for controls at the end.
/// As the title bar of a dock it is what the dock is dragged by.
class PaneTitle final : public QWidget
{
    Q_OBJECT

public:
    explicit PaneTitle(const QString &title, QWidget *parent = nullptr);

    void setRemark(const QString &text);
    QString remark() const;
    void addSwitch(QWidget *tabs); ///< right after the name
    void addControl(QWidget *control);
    /// Becomes the title bar of this dock and gets its buttons.
    void serve(QDockWidget *dock);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyLook();

    QHBoxLayout *m_row;
    QLabel *m_title;
    QLabel *m_remark;
};

} // namespace porthole
