// SPDX-License-Identifier: MIT
#include "ui/shared/widgets/filteredit.h"

#include "ui/filter/filtercompletion.h"
#include "ui/shared/colours.h"
#include "ui/shared/format.h"
#include "ui/shared/icons.h"

#include <QAction>
#include <QCompleter>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTreeView>

#include <algorithm>

namespace porthole {

static constexpr int quiet = 120;    // milliseconds after the last key until it is read
static constexpr int patience = 450; // and on top of that until what is unfinished is called wrong

namespace {

/// Gives the offers some air.
class OfferDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(8, 8);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state.setFlag(QStyle::State_HasFocus, false);
    }
};

} // namespace

FilterEdit::FilterEdit(const QString &name, FilterFields fields, QWidget *parent)
    : QLineEdit(parent), m_fields(std::move(fields)), m_completer(new QCompleter(this)),
      m_offers(new QStandardItemModel(0, 2, m_completer)),
      m_sign(new QAction(icon(QStringLiteral("search"), Tint::Muted), QString(), this)),
      m_clearing(new QAction(icon(QStringLiteral("close"), Tint::Muted), tr("Clear the filter"), this))
{
    setPlaceholderText(name);
    setAccessibleName(name);
    setUpActions();
    setUpCompleter();
    m_delay.setSingleShot(true);
    m_delay.setInterval(quiet);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_delay, &QTimer::timeout, this, &FilterEdit::read);
    connect(&m_patience, &QTimer::timeout, this, &FilterEdit::showError);
    connect(this, &QLineEdit::textChanged, this, &FilterEdit::typed);
    connect(this, &QLineEdit::textEdited, this, &FilterEdit::offer);
}

void FilterEdit::setUpActions()
{
    addAction(m_sign, LeadingPosition);
    connect(m_clearing, &QAction::triggered, this, [this] { apply({}); });
}

void FilterEdit::setUpCompleter()
{
    auto *popup = new QTreeView;
    m_completer->setModel(m_offers);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setPopup(popup);
    m_completer->setWidget(this);
    popup->setItemDelegate(new OfferDelegate(popup));
    popup->setAccessibleName(tr("Fields to filter by"));
    popup->setHeaderHidden(true);
    popup->setRootIsDecorated(false);
    popup->setUniformRowHeights(true);
    popup->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &FilterEdit::take);
}

void FilterEdit::typed()
{
    if (text().isEmpty())
        removeAction(m_clearing);
    else
        addAction(m_clearing, TrailingPosition);
    m_patience.stop();
    m_delay.start();
    update();
}

void FilterEdit::apply(const QString &text)
{
    setText(text);
    flush();
}

void FilterEdit::flush()
{
    read();
    if (m_found)
        showError();
}

void FilterEdit::read()
{
    m_delay.stop();
    const Filter::Parsed parsed = Filter::parse(text(), m_fields, Format::now());
    m_found = parsed.error;
    if (m_found) {
        m_patience.start();
        return;
    }
    m_patience.stop();
    showError();
    m_filter = parsed.filter;
    Q_EMIT filtered(m_filter);
}

void FilterEdit::showError()
{
    m_patience.stop();
    const bool changed = m_error.text != m_found.text;
    m_error = m_found;
    update();
    if (!changed)
        return;
    m_sign->setIcon(m_error ? icon(QStringLiteral("warning"), Tint::Bad) : icon(QStringLiteral("search"), Tint::Muted));
    setAccessibleDescription(m_error.text);
    setToolTip(m_error.text);
    Q_EMIT errorChanged(m_error.text);
}

bool FilterEdit::isOffering() const { return m_completer->popup()->isVisible(); }

void FilterEdit::offer()
{
    const FilterCompletion completion = FilterCompletion::at(text(), cursorPosition(), m_fields);
    if (completion.offers.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_offersFrom = completion.from;
    m_offers->removeRows(0, m_offers->rowCount());
    for (const FilterCompletion::Offer &offer : completion.offers) {
        auto *description = new QStandardItem(offer.description);
        description->setForeground(colours(palette()).muted);
        m_offers->appendRow({new QStandardItem(offer.text), description});
    }
    QRect place = rect();
    place.setLeft(std::clamp(xOf(m_offersFrom), 0, width()));
    QHeaderView *columns = static_cast<QTreeView *>(m_completer->popup())->header();
    columns->resizeSections(QHeaderView::ResizeToContents);
    place.setWidth(std::max(columns->length() + fontMetrics().height(), fontMetrics().averageCharWidth() * 24));
    m_completer->complete(place);
}

void FilterEdit::take(const QModelIndex &offered)
{
    const QString name = offered.siblingAtColumn(0).data().toString();
    const qsizetype from = std::min(m_offersFrom, text().size());
    setSelection(int(from), int(std::max<qsizetype>(0, cursorPosition() - from)));
    insert(name.endsWith(QLatin1Char('.')) ? name : name + QLatin1Char(' '));
}

int FilterEdit::xOf(qsizetype position) const
{
    const auto advance = [this](qsizetype length) { return fontMetrics().horizontalAdvance(text().left(length)); };
    return cursorRect().center().x() + advance(position) - advance(cursorPosition());
}

void FilterEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_error || m_delay.isActive())
        return;
    const int from = xOf(m_error.at);
    const int wanted = xOf(std::min(m_error.at + m_error.length, text().size()));
    const int to = std::max(wanted, from + fontMetrics().averageCharWidth());
    QPainter painter(this);
    painter.setClipRect(rect().adjusted(fontMetrics().height(), 0, -fontMetrics().height(), 0));
    painter.fillRect(from, cursorRect().bottom(), to - from, 2, colours(palette()).bad);
}

bool FilterEdit::focusNextPrevChild(bool next)
{
    if (!isOffering())
        return QLineEdit::focusNextPrevChild(next);
    const QModelIndex chosen = m_completer->popup()->currentIndex();
    const QModelIndex offered = chosen.isValid() ? chosen : m_completer->completionModel()->index(0, 0);
    m_completer->popup()->hide();
    take(offered);
    offer();
    return true;
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool isReturn = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (isOffering() && (key == Qt::Key_Escape || (isReturn && m_completer->popup()->currentIndex().isValid()))) {
        event->ignore(); // the list of offers takes it
    } else if (key == Qt::Key_Escape && !text().isEmpty()) {
        apply({});
    } else if (key == Qt::Key_Down || isReturn) {
        m_completer->popup()->hide();
        flush();
        if (!m_error)
            Q_EMIT left();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace porthole
