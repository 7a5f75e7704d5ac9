// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace porthole {

/// A field to filter a list with: a glass, a cross that empties it, Escape too. It speaks a moment after the last key.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    /// `name` is what it filters, for the placeholder and for those who do not see it.
    explicit SearchField(const QString &name, QWidget *parent = nullptr);

Q_SIGNALS:
    void searched(const QString &text);
    void left(); ///< Down or Return: on to the list

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void flush();

    QTimer m_delay;
};

} // namespace porthole
