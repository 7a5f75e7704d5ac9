// SPDX-License-Identifier: MIT
#include "ui/push/drafteditor.h"

#include "ui/shared/colours.h"
#include "ui/shared/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QUrl>

#include <algorithm>

namespace porthole {

DraftEditor::DraftEditor(QWidget *parent) : QPlainTextEdit(parent)
{
    setProperty("field", true);
    setFont(Theme::fixedFont());
    setTabChangesFocus(true);
    setFrameShape(QFrame::StyledPanel);
    setViewportMargins(5, 2, 5, 2);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(4);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &DraftEditor::fit);
}

int DraftEditor::textLines() const { return std::max(1, int(document()->size().height())); }

int DraftEditor::heightFor(int lines) const
{
    const QMargins around = viewportMargins();
    const int text = fontMetrics().lineSpacing() * lines + int(2 * document()->documentMargin());
    return std::max(text + around.top() + around.bottom() + 2 * frameWidth(),
                    parentWidget() ? parentWidget()->fontMetrics().height() + 14 : 0);
}

QSize DraftEditor::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, heightFor(std::clamp(textLines(), 1, mostLines))};
}

QSize DraftEditor::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 16, heightFor(1)}; }

void DraftEditor::markProblem(qsizetype position)
{
    QList<QTextEdit::ExtraSelection> marks;
    if (position >= 0 && !toPlainText().isEmpty()) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(int(std::min<qsizetype>(position, document()->characterCount() - 2)));
        mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(colours(palette()).bad);
        mark.format.setBackground(colours(palette()).badTint);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void DraftEditor::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() == Qt::AltModifier;
    const bool plain = event->modifiers() == Qt::NoModifier;
    const bool onFirst = textCursor().blockNumber() == 0;
    const bool onLast = textCursor().blockNumber() == document()->blockCount() - 1;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        Q_EMIT sendWanted();
    else if (event->key() == Qt::Key_Up && (alt || (plain && onFirst)))
        Q_EMIT olderWanted();
    else if (event->key() == Qt::Key_Down && (alt || (plain && onLast)))
        Q_EMIT newerWanted();
    else
        QPlainTextEdit::keyPressEvent(event);
}

static QString fileIn(const QMimeData *source)
{
    const QList<QUrl> urls = source->urls();
    return urls.size() == 1 ? urls.front().toLocalFile() : QString();
}

bool DraftEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return !fileIn(source).isEmpty() || QPlainTextEdit::canInsertFromMimeData(source);
}

void DraftEditor::insertFromMimeData(const QMimeData *source)
{
    if (const QString file = fileIn(source); !file.isEmpty())
        Q_EMIT fileDropped(file);
    else
        QPlainTextEdit::insertFromMimeData(source);
}

void DraftEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void DraftEditor::fit()
{
    const bool whole = textLines() <= mostLines;
    setVerticalScrollBarPolicy(whole ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    if (whole)
        verticalScrollBar()->setValue(0);
    updateGeometry();
}

void DraftEditor::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    update();
}

void DraftEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    update();
}

} // namespace porthole
