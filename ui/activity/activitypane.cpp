// SPDX-License-Identifier: MIT
#include "ui/activity/activitypane.h"

#include "ui/activity/chart.h"
#include "ui/feed.h"
#include "ui/shared/colours.h"
#include "ui/shared/format.h"
#include "ui/shared/icons.h"
#include "ui/shared/widgets/buttons.h"
#include "ui/shared/widgets/card.h"
#include "ui/shared/widgets/panetitle.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLocale>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

namespace porthole {

static constexpr QLatin1String rangeKey("activity/minutes");
static constexpr qint64 minute = 60'000'000;

enum Which { Connections, Messages, Bytes, Queued, Lag, Closes };

ActivityPane::ActivityPane(Feed &feed, QWidget *parent)
    : QWidget(parent), m_feed(feed), m_title(new PaneTitle(tr("Activity"))), m_range(new QComboBox),
      m_clear(toolButton(icon(QStringLiteral("close"), Tint::Muted), tr("Let go of the chosen time"))),
      m_grid(new QGridLayout)
{
    auto *card = new Card;
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    m_grid->setContentsMargins(8, 4, 8, 4);
    m_grid->setSpacing(8);
    card->column()->addLayout(m_grid, 1);
    m_range->addItem(tr("Last minute"), 1);
    m_range->addItem(tr("Last 5 minutes"), 5);
    m_range->addItem(tr("Last 10 minutes"), 10);
    m_range->addItem(tr("Last 2 hours"), 120);
    m_range->setAccessibleName(tr("Time that is shown"));
    m_title->addControl(m_clear);
    m_title->addControl(m_range);
    m_clear->hide();
    makeCharts();
    arrange();
    applyColours();
    setMinutes(QSettings().value(rangeKey, 5).toInt());
    connect(m_range, &QComboBox::currentIndexChanged, this, [this] {
        QSettings().setValue(rangeKey, m_range->currentData());
        refresh();
    });
    connect(m_clear, &QToolButton::clicked, this, &ActivityPane::clearSpan);
    connect(&m_feed, &Feed::refreshed, this, &ActivityPane::refresh);
}

Chart *ActivityPane::add(const QString &title, const std::function<QString(double)> &unit)
{
    auto *chart = new Chart(m_feed.activity(), title, unit);
    m_charts.append(chart);
    connect(chart, &Chart::pointed, this, [this](qint64 time) {
        for (Chart *each : std::as_const(m_charts))
            each->setPointed(time);
    });
    connect(chart, &Chart::marking, this, [this](qint64 begin, qint64 end) {
        for (Chart *each : std::as_const(m_charts))
            each->setMarked(begin, end);
    });
    connect(chart, &Chart::marked, this, &ActivityPane::choose);
    return chart;
}

void ActivityPane::makeCharts()
{
    const auto count = [](double value) { return Format::compact(value); };
    const auto bytes = [](double value) { return Format::bytes(qint64(value)); };
    const auto rate = [](double value) { return tr("%1/s").arg(Format::bytes(qint64(value))); };
    const auto lag = [](double value) { return tr("%1 ms").arg(QLocale().toString(value, 'f', value < 10 ? 1 : 0)); };
    add(tr("Connections"), count);
    add(tr("Messages a second"), count);
    add(tr("Bytes a second"), rate)->setBinary(true);
    add(tr("Queued"), bytes)->setBinary(true);
    add(tr("Loop lag"), lag);
    add(tr("Closes by cause"), count)->setBars(true);
}

/// Colours that can be told apart, from a palette's own accents on.
static QColor shade(const Colours &set, int index)
{
    const QList<QColor> base{set.accent,     set.out,  set.good,       set.bad,
                             set.jsonString, set.warn, set.jsonNumber, set.muted};
    QColor colour = base[index % base.size()];
    return index < base.size() ? colour : colour.lighter(100 + 25 * (index / int(base.size())));
}

void ActivityPane::applyColours()
{
    const Colours &set = colours(palette());
    m_charts[Connections]->setLines({{{}, set.accent, [](const Sample &each) { return each.clients; }}});
    m_charts[Messages]->setLines({{tr("in"), set.in, [](const Sample &each) { return each.messagesIn; }},
                                  {tr("out"), set.out, [](const Sample &each) { return each.messagesOut; }}});
    m_charts[Bytes]->setLines({{tr("in"), set.in, [](const Sample &each) { return each.bytesIn; }},
                               {tr("out"), set.out, [](const Sample &each) { return each.bytesOut; }}});
    m_charts[Queued]->setLines({{{}, set.warn, [](const Sample &each) { return each.queuedBytes; }}});
    QList<Chart::Line> workers;
    m_workers = m_feed.activity().workers();
    for (int worker = 0; worker < m_workers; ++worker)
        workers.append({QStringLiteral("#%1").arg(worker), shade(set, worker), [worker](const Sample &each) {
                            return worker < each.loopLags.size() ? each.loopLags[worker] : 0.0;
                        }});
    m_charts[Lag]->setLines(workers);
    QList<Chart::Line> causes;
    for (size_t cause = 0; cause < causeCount; ++cause)
        causes.append({Format::cause(Cause(cause)), shade(set, int(cause)),
                       [cause](const Sample &each) { return each.closes[cause]; }});
    m_charts[Closes]->setLines(causes);
}

void ActivityPane::arrange()
{
    const int least = fontMetrics().height() * 15;
    const int fits = std::max(1, width() / least);
    const int columns = fits >= 6 ? 6 : fits >= 3 ? 3 : fits >= 2 ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int at = 0; at < m_charts.size(); ++at)
        m_grid->addWidget(m_charts[at], at / columns, at % columns);
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void ActivityPane::setMinutes(int minutes)
{
    m_range->setCurrentIndex(std::max(0, m_range->findData(minutes)));
    refresh();
}

void ActivityPane::refresh()
{
    if (!isVisible())
        return;
    if (m_workers != m_feed.activity().workers())
        applyColours();
    const qint64 end = m_feed.activity().isEmpty() ? Format::now() : m_feed.activity().end();
    for (Chart *chart : std::as_const(m_charts))
        chart->setSpan(end - m_range->currentData().toInt() * minute, end);
}

QString ActivityPane::nameOfSpan(qint64 begin, qint64 end) const
{
    return QStringLiteral("%1 – %2").arg(Format::timeOfDay(begin), Format::timeOfDay(end));
}

void ActivityPane::choose(qint64 begin, qint64 end)
{
    for (Chart *chart : std::as_const(m_charts))
        chart->setMarked(begin, end);
    m_clear->setVisible(end > begin);
    m_title->setRemark(end > begin ? nameOfSpan(begin, end) : QString());
    Q_EMIT spanChosen(begin, end);
}

void ActivityPane::clearSpan() { choose(0, 0); }

void ActivityPane::focusCharts() { m_charts.front()->setFocus(Qt::ShortcutFocusReason); }

void ActivityPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ActivityPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    arrange();
    refresh();
}

void ActivityPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

} // namespace porthole
