// SPDX-License-Identifier: MIT
#include "ui/welcome/welcomepage.h"

#include "ui/shared/colours.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"
#include "ui/shared/widgets/buttons.h"
#include "ui/shared/widgets/card.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace porthole {

static QLabel *centred()
{
    auto *label = new QLabel;
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent), m_sign(centred()), m_title(centred()), m_text(centred()), m_recipes(new QWidget),
      m_column(new QVBoxLayout(m_recipes))
{
    auto *page = new QWidget;
    auto *inner = new QVBoxLayout(page);
    inner->setContentsMargins(32, 24, 32, 24);
    inner->setSpacing(8);
    inner->addStretch(2);
    inner->addWidget(m_sign);
    inner->addSpacing(8);
    inner->addWidget(m_title);
    inner->addWidget(m_text);
    inner->addSpacing(16);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_recipes, 100);
    middle->addStretch(1);
    inner->addLayout(middle);
    inner->addStretch(3);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    addRecipe(QStringLiteral("link"), tr("The address to connect to"));
    addRecipe(QStringLiteral("browser"), tr("In the console of a browser"));
    addRecipe(QStringLiteral("terminal"), tr("In a terminal, with Node.js"));
    addRecipe(QStringLiteral("terminal"), tr("In a terminal, with Python and its websockets package"));

    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    page->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto *card = new Card;
    card->column()->addWidget(scroll);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    applyLook();
}

void WelcomePage::addRecipe(const QString &sign, const QString &title)
{
    const auto at = m_lines.size();
    auto *name = new QLabel(title);
    auto *line = new QLabel;
    auto *picture = new QLabel;
    line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    line->setFocusPolicy(Qt::NoFocus);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(name);
    texts->addWidget(line);
    auto *box = new Card;
    QHBoxLayout *row = box->addRow();
    row->setContentsMargins(16, 10, 10, 10);
    row->setSpacing(16);
    row->addWidget(picture);
    row->addLayout(texts, 1);
    row->addWidget(copyButton(tr("Copy: %1").arg(title), [this, at] { return m_lines[at]->text(); }));
    m_column->addWidget(box);
    m_lines.append(line);
    m_names.append(name);
    m_signs.append({picture, sign});
}

QStringList WelcomePage::recipes(const QString &url)
{
    return {url, QStringLiteral("const ws = new WebSocket(\"%1\"); ws.onmessage = e => console.log(e.data)").arg(url),
            QStringLiteral("npx wscat -c %1").arg(url), QStringLiteral("python3 -m websockets %1").arg(url)};
}

void WelcomePage::setState(const ServerState &state)
{
    m_state = state;
    const bool running = state.phase == ServerPhase::Running;
    switch (state.phase) {
    case ServerPhase::Running:
        m_title->setText(tr("Ready for the first client"));
        m_text->setText(tr("Connect to the address below. Clients and their messages appear here as they come."));
        break;
    case ServerPhase::Failed:
        m_title->setText(tr("The server could not start"));
        m_text->setText(state.error);
        break;
    case ServerPhase::Stopping:
        m_title->setText(tr("The server is stopping"));
        m_text->setText(tr("It waits for its clients to say goodbye."));
        break;
    case ServerPhase::Stopped:
        m_title->setText(tr("The server does not run"));
        m_text->setText(state.error.isEmpty() ? tr("No client can connect.") : state.error);
        break;
    }
    m_recipes->setVisible(running);
    const QStringList lines = recipes(state.url);
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        m_lines[i]->setText(lines[i]);
    applyLook();
}

void WelcomePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        applyLook();
}

void WelcomePage::applyLook()
{
    const int unit = fontMetrics().height();
    m_recipes->setMaximumWidth(fontMetrics().averageCharWidth() * 116);
    const bool failed = m_state.phase == ServerPhase::Failed;
    const QIcon sign = failed ? icon(QStringLiteral("warning"), Tint::Bad) : applicationIcon();
    m_sign->setPixmap(sign.pixmap(QSize(unit, unit) * (failed ? 4 : 5), devicePixelRatioF()));
    QFont big = font();
    big.setPointSizeF(font().pointSizeF() * 1.5);
    big.setWeight(QFont::DemiBold);
    m_title->setFont(big);
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, colours(palette()).muted);
    for (QLabel *name : std::as_const(m_names))
        name->setPalette(quiet);
    m_text->setPalette(quiet);
    for (QLabel *line : std::as_const(m_lines))
        line->setFont(Theme::fixedFont());
    for (const auto &[label, name] : std::as_const(m_signs))
        label->setPixmap(icon(name, Tint::Accent).pixmap(QSize(unit, unit) * 5 / 4, devicePixelRatioF()));
}

} // namespace porthole
