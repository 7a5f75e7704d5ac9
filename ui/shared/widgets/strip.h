// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace porthole {

/// A line across a pane that says something that matters now; hidden when there is nothing to say.
class Strip final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Note, Warning, Error };

    explicit Strip(QWidget *parent = nullptr);

    void say(Kind kind, const QString &text); ///< an empty text hides it
    QString text() const;
    void setRounded(bool rounded); ///< where it does not reach from edge to edge
    void addControl(QWidget *control);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyLook();

    QHBoxLayout *m_row;
    QLabel *m_icon;
    QLabel *m_text;
    Kind m_kind = Kind::Note;
    bool m_rounded = false;
};

} // namespace porthole
