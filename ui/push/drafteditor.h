// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace porthole {

/// The editor of a draft. It is as high as its text, from one line to a few; it marks the place of a mistake; Up on the
/// first line and Down on the last one, or with Alt anywhere, ask for the draft before and after; a file that is
/// dropped on it is told of.
class DraftEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr int mostLines = 8;

    explicit DraftEditor(QWidget *parent = nullptr);

    void markProblem(qsizetype position); ///< -1 takes the mark away

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sendWanted();
    void olderWanted();
    void newerWanted();
    void fileDropped(const QString &path);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int heightFor(int lines) const;
    int textLines() const;
    void fit();
};

} // namespace porthole
