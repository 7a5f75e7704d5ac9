// SPDX-License-Identifier: MIT
#include "ui/detail/payloadview.h"

#include "ui/detail/hexdump.h"
#include "ui/detail/jsonhighlighter.h"
#include "ui/detail/jsontree.h"
#include "ui/shared/format.h"
#include "ui/shared/icons.h"
#include "ui/shared/jsontext.h"
#include "ui/shared/theme.h"
#include "ui/shared/widgets/buttons.h"
#include "ui/shared/widgets/strip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStringDecoder>
#include <QToolButton>

#include <algorithm>

namespace porthole {

PayloadView::PayloadView(const QString &name, QWidget *parent)
    : QWidget(parent), m_strip(new Strip), m_text(new QPlainTextEdit), m_column(new QVBoxLayout(this)),
      m_pager(new QWidget), m_where(new QLabel),
      m_previous(toolButton(icon(QStringLiteral("chevron-left")), tr("Page before"))),
      m_next(toolButton(icon(QStringLiteral("chevron-right")), tr("Next page")))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_strip);
    m_column->addWidget(m_text, 1);
    m_column->addWidget(m_pager);
    auto *row = new QHBoxLayout(m_pager);
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(m_where, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    m_pager->hide();

    m_text->setAccessibleName(name);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setFont(Theme::fixedFont());
    m_text->document()->setDocumentMargin(10);
    connect(m_previous, &QToolButton::clicked, this, [this] { showPage(m_page - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { showPage(m_page + 1); });
}

void PayloadView::setPayload(const QByteArray &payload)
{
    m_payload = payload;
    showPage(0);
}

void PayloadView::clear()
{
    m_payload.clear();
    m_text->clear();
    m_pager->hide();
    say({});
}

QString PayloadView::remark() const { return m_strip->text(); }

QWidget *PayloadView::reader() const { return m_text; }

void PayloadView::showInstead(QWidget *other, bool on)
{
    if (m_column->indexOf(other) < 0)
        m_column->addWidget(other, 1);
    other->setVisible(on);
    m_text->setVisible(!on);
    m_pager->setVisible(!on && pageCount() > 1);
}

void PayloadView::say(const QString &text) { m_strip->say(Strip::Kind::Note, text); }

qsizetype PayloadView::pageCount() const
{
    return std::max<qsizetype>(1, (m_payload.size() + pageBytes - 1) / pageBytes);
}

void PayloadView::showPage(qsizetype page)
{
    m_page = std::clamp<qsizetype>(page, 0, pageCount() - 1);
    const qsizetype from = m_page * pageBytes;
    const qsizetype size = std::min(pageBytes, m_payload.size() - from);
    say({});
    m_text->setPlainText(render(QByteArrayView(m_payload).sliced(from, size), from));
    m_pager->setVisible(pageCount() > 1);
    m_previous->setEnabled(m_page > 0);
    m_next->setEnabled(m_page + 1 < pageCount());
    m_where->setText(tr("Bytes %1 to %2 of %3; Copy takes all of it")
                         .arg(Format::count(quint64(from)), Format::count(quint64(from + size - 1)),
                              Format::count(quint64(m_payload.size()))));
}

void PayloadView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_text->setFont(Theme::fixedFont());
        if (auto *tree = findChild<JsonTree *>())
            tree->setFont(Theme::fixedFont());
    }
    if (event->type() == QEvent::PaletteChange) {
        if (auto *highlighter = m_text->document()->findChild<QSyntaxHighlighter *>())
            highlighter->rehighlight();
    }
}

TextPayloadView::TextPayloadView(QWidget *parent) : PayloadView(tr("Payload as text"), parent)
{
    editor()->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    editor()->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
}

/// The start of the UTF-8 sequence at or after `at`.
static qsizetype nextCharacter(QByteArrayView bytes, qsizetype at)
{
    const qsizetype last = std::min(bytes.size(), at + 3);
    while (at > 0 && at < last && (uchar(bytes[at]) & 0xC0) == 0x80)
        ++at;
    return at;
}

static QString printable(QByteArrayView bytes)
{
    QString text;
    text.reserve(bytes.size());
    for (const char c : bytes)
        text.append(c >= 0x20 && c < 0x7F ? QLatin1Char(c) : QChar(0xB7));
    return text;
}

QString TextPayloadView::render(QByteArrayView page, qsizetype offset)
{
    const QByteArrayView whole(payload());
    const qsizetype from = nextCharacter(whole, offset);
    const QByteArrayView bytes = whole.sliced(from, nextCharacter(whole, offset + page.size()) - from);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (!decoder.hasError())
        return text;
    say(tr("This is not UTF-8 text: only ASCII is shown. Hex shows the bytes."));
    return printable(bytes);
}

JsonPayloadView::JsonPayloadView(QWidget *parent)
    : PayloadView(tr("Payload as JSON"), parent), m_tree(new JsonTree(this))
{
    editor()->setLineWrapMode(QPlainTextEdit::NoWrap);
    new JsonHighlighter(editor()->document());
    m_tree->hide();
}

void JsonPayloadView::setPayload(const QByteArray &payload)
{
    PayloadView::setPayload(payload);
    m_isJson = !JsonText::check(payload);
    if (m_isJson)
        m_tree->setJson(payload);
    choose();
}

void JsonPayloadView::clear()
{
    PayloadView::clear();
    m_isJson = false;
    m_tree->setJson({});
    choose();
}

void JsonPayloadView::setFolding(bool on)
{
    m_folds = on;
    choose();
}

void JsonPayloadView::choose() { showInstead(m_tree, m_isJson && m_folds); }

QWidget *JsonPayloadView::reader() const { return m_isJson && m_folds ? m_tree : PayloadView::reader(); }

QString JsonPayloadView::render(QByteArrayView page, qsizetype offset)
{
    const JsonText::Problem problem = JsonText::check(payload());
    if (problem) {
        say(tr("Not JSON: at byte %1, %2.").arg(problem.offset).arg(problem.text));
        return QString::fromUtf8(page);
    }
    if (offset > 0)
        return QString::fromUtf8(page);
    return JsonText::pretty(page);
}

HexPayloadView::HexPayloadView(QWidget *parent) : PayloadView(tr("Payload as hex"), parent)
{
    editor()->setLineWrapMode(QPlainTextEdit::NoWrap);
}

QString HexPayloadView::render(QByteArrayView page, qsizetype offset) { return hexDump(page, offset); }

} // namespace porthole
