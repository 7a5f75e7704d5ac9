// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QToolButton;
class QVBoxLayout;

namespace porthole {

class JsonTree;
class Strip;

/// Fixed-pitch text to read and copy from, with a line above it that says what is not as it was sent. It shows at most
/// a page of the bytes; a longer payload is turned over page by page.
class PayloadView : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype pageBytes = 64 * 1024;

    explicit PayloadView(const QString &name, QWidget *parent = nullptr);

    virtual void setPayload(const QByteArray &payload);
    virtual void clear();
    virtual QWidget *reader() const; ///< what is read, to be given the focus
    QPlainTextEdit *editor() const { return m_text; }
    QString remark() const;

protected:
    /// The text for one page; it may say something about it.
    virtual QString render(QByteArrayView page, qsizetype offset) = 0;
    const QByteArray &payload() const { return m_payload; }
    void say(const QString &text);
    void showInstead(QWidget *other, bool on); ///< of the text and its pages
    void changeEvent(QEvent *event) override;

private:
    void showPage(qsizetype page);
    qsizetype pageCount() const;

    QByteArray m_payload;
    Strip *m_strip;
    QPlainTextEdit *m_text;
    QVBoxLayout *m_column;
    QWidget *m_pager;
    QLabel *m_where;
    QToolButton *m_previous;
    QToolButton *m_next;
    qsizetype m_page = 0;
};

/// The payload as UTF-8 text.
class TextPayloadView final : public PayloadView
{
    Q_OBJECT

public:
    explicit TextPayloadView(QWidget *parent = nullptr);

protected:
    QString render(QByteArrayView page, qsizetype offset) override;
};

/// The payload as JSON that can be folded, or laid out and coloured as text; says where it is not JSON.
class JsonPayloadView final : public PayloadView
{
    Q_OBJECT

public:
    explicit JsonPayloadView(QWidget *parent = nullptr);

    void setPayload(const QByteArray &payload) override;
    void clear() override;
    QWidget *reader() const override;
    JsonTree *tree() const { return m_tree; }
    void setFolding(bool on); ///< as a tree, or as text

protected:
    QString render(QByteArrayView page, qsizetype offset) override;

private:
    void choose();

    JsonTree *m_tree;
    bool m_isJson = false;
    bool m_folds = true;
};

/// The payload as a hex dump.
class HexPayloadView final : public PayloadView
{
    Q_OBJECT

public:
    explicit HexPayloadView(QWidget *parent = nullptr);

protected:
    QString render(QByteArrayView page, qsizetype offset) override;
};

} // namespace porthole
