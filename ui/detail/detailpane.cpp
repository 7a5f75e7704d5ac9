// SPDX-License-Identifier: MIT
#include "ui/detail/detailpane.h"

#include "ui/detail/clientview.h"
#include "ui/detail/payloadview.h"
#include "ui/feed.h"
#include "ui/shared/format.h"
#include "ui/shared/icons.h"
#include "ui/shared/widgets/buttons.h"
#include "ui/shared/widgets/card.h"
#include "ui/shared/widgets/panetitle.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace porthole {

DetailPane::DetailPane(Feed &feed, QWidget *parent)
    : QWidget(parent), m_feed(feed), m_title(new PaneTitle(tr("Detail"))), m_stack(new QStackedWidget),
      m_tabs(new QTabWidget), m_payloads({new TextPayloadView, new JsonPayloadView, new HexPayloadView}),
      m_client(new ClientView), m_stale({false, false, false, false})
{
    auto *card = new Card;
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    card->column()->addWidget(m_stack);
    auto *nothing = new QLabel(tr("Choose a message or a client to see all of it."));
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setWordWrap(true);
    nothing->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(nothing);
    m_stack->addWidget(m_tabs);

    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_payloads[Text], tr("Text"));
    m_tabs->addTab(m_payloads[Json], tr("JSON"));
    m_tabs->addTab(m_payloads[Hex], tr("Hex"));
    m_tabs->addTab(m_client, tr("Client"));
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->tabBar()->setAccessibleName(tr("How the message is shown"));
    m_title->addControl(copyButton(tr("Copy all of it"), [this] { return wholeText(); }));
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (m_message && !m_turning)
            m_messageTab = tab;
        fillTab(tab);
    });
    connect(&m_feed, &Feed::refreshed, this, &DetailPane::refresh);
}

QString DetailPane::wholeText() const
{
    if (!m_message)
        return m_id ? m_client->text() : QString();
    return m_message->opcode == Opcode::Text ? QString::fromUtf8(m_message->payload)
                                             : QString::fromLatin1(m_message->payload.toHex(' '));
}

void DetailPane::showMessage(const LogRow &message)
{
    m_message = message;
    m_id = message.client;
    m_stale.fill(true);
    for (int tab = Text; tab <= Hex; ++tab)
        m_tabs->setTabEnabled(tab, true);
    m_stack->setCurrentWidget(m_tabs);
    const bool asBytes = message.opcode != Opcode::Text && m_messageTab == Text;
    turnTo(asBytes ? Hex : m_messageTab);
    m_title->setRemark(summary());
    fillTab(m_tabs->currentIndex());
}

void DetailPane::showClient(ClientId id)
{
    m_message.reset();
    m_id = id;
    m_stale.fill(true);
    m_stack->setCurrentWidget(m_tabs);
    turnTo(Client);
    for (int tab = Text; tab <= Hex; ++tab) {
        m_payloads[tab]->clear();
        m_tabs->setTabEnabled(tab, false);
    }
    m_title->setRemark(Format::client(id));
    fillTab(Client);
}

void DetailPane::turnTo(int tab)
{
    const QScopedValueRollback guard(m_turning, true);
    m_tabs->setCurrentIndex(tab);
}

QString DetailPane::summary() const
{
    QStringList parts{Format::client(m_message->client), Format::direction(m_message->direction),
                      Format::opcode(m_message->opcode), Format::bytes(m_message->size), Format::time(m_message->time)};
    if (m_message->payload.size() < m_message->size)
        parts.append(tr("only the first %1 were kept").arg(Format::bytes(m_message->payload.size())));
    return parts.join(QStringLiteral(" · "));
}

void DetailPane::fillTab(int tab)
{
    if (tab < 0 || !m_stale[tab])
        return;
    m_stale[tab] = false;
    if (tab == Client)
        fillClient();
    else if (m_message)
        m_payloads[tab]->setPayload(m_message->payload);
}

void DetailPane::fillClient()
{
    const ClientRow *client = m_feed.clients().find(m_id);
    m_wasLive = client != nullptr;
    if (client)
        m_client->showClient(*client);
    else if (const ClosedClient *closed = m_feed.closed().find(m_id))
        m_client->showClosed(*closed);
    else
        m_client->showNothing(tr("%1 has left; nothing more is known of it.").arg(Format::client(m_id)));
}

void DetailPane::refresh()
{
    if (!m_id || !m_wasLive)
        return;
    m_stale[Client] = true;
    if (m_tabs->currentIndex() == Client)
        fillTab(Client);
}

void DetailPane::focusView()
{
    QWidget *page = m_tabs->currentWidget();
    QWidget *target =
        page == m_client ? m_client->findChild<QAbstractScrollArea *>() : page->findChild<QPlainTextEdit *>();
    if (m_stack->currentWidget() == m_tabs && target)
        target->setFocus(Qt::ShortcutFocusReason);
}

} // namespace porthole
