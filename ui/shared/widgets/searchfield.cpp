// SPDX-License-Identifier: MIT
#include "ui/shared/widgets/searchfield.h"

#include "ui/shared/icons.h"

#include <QAction>
#include <QKeyEvent>

namespace porthole {

SearchField::SearchField(const QString &name, QWidget *parent) : QLineEdit(parent)
{
    setPlaceholderText(name);
    setAccessibleName(name);
    addAction(icon(QStringLiteral("search"), Tint::Muted), LeadingPosition);
    auto *clearing = new QAction(icon(QStringLiteral("close"), Tint::Muted), tr("Clear the filter"), this);
    connect(clearing, &QAction::triggered, this, [this] {
        clear();
        flush();
    });
    m_delay.setSingleShot(true);
    m_delay.setInterval(120);
    connect(&m_delay, &QTimer::timeout, this, &SearchField::flush);
    connect(this, &QLineEdit::textChanged, this, [this, clearing](const QString &text) {
        if (text.isEmpty())
            removeAction(clearing);
        else
            addAction(clearing, TrailingPosition);
        m_delay.start();
    });
}

void SearchField::flush()
{
    m_delay.stop();
    Q_EMIT searched(text());
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        flush();
    } else if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        flush();
        Q_EMIT left();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace porthole
