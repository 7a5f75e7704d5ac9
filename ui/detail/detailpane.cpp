// SPDX-License-Identifier: MIT
#include "ui/detail/detailpane.h"

#include "ui/detail/clientview.h"
#include "ui/detail/jsontree.h"
#include "ui/detail/payloadview.h"
#include "ui/feed.h"
#include "ui/messages/preview.h"
#include "ui/shared/format.h"
#include "ui/shared/icons.h"
#include "ui/shared/widgets/buttons.h"
#include "ui/shared/widgets/card.h"
#include "ui/shared/widgets/panetitle.h"

#include <QAction>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace porthole {

DetailPane::DetailPane(Feed &feed, QWidget *parent)
    : QWidget(parent), m_feed(feed), m_title(new PaneTitle(tr("Detail"))), m_stack(new QStackedWidget),
      m_tabs(new QTabWidget), m_json(new JsonPayloadView),
      m_payloads({new TextPayloadView, m_json, new HexPayloadView}), m_client(new ClientView),
      m_stale({false, false, false, false})
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
    setUpJson();
    m_title->addControl(copyButton(tr("Copy all of it"), [this] { return wholeText(); }));
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (m_message && !m_turning)
            m_messageTab = tab;
        fillTab(tab);
    });
    connect(&m_feed, &Feed::refreshed, this, &DetailPane::refresh);
}

void DetailPane::setUpJson()
{
    const QString key = QStringLiteral("detail/fold");
    auto *folding = new QAction(icon(QStringLiteral("tree")), tr("JSON as a tree that can be folded"), this);
    folding->setCheckable(true);
    connect(folding, &QAction::toggled, this, [this, key](bool on) {
        m_json->setFolding(on);
        QSettings().setValue(key, on);
    });
    folding->setChecked(QSettings().value(key, true).toBool());
    QToolButton *button = toolButton(folding);
    m_title->addControl(button);
    button->hide();
    connect(m_tabs, &QTabWidget::currentChanged, button, [button](int tab) { button->setVisible(tab == Json); });
    connect(m_json->tree(), &JsonTree::filterWanted, this, &DetailPane::filterWanted);
}

JsonTree *DetailPane::jsonTree() const { return m_json->tree(); }

QString DetailPane::wholeText() const
{
    if (!m_message)
        return m_id ? m_client->text() : QString();
    return plainText(*m_message);
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
    QStringList parts{Format::direction(m_message->direction),
                      m_message->refused ? Format::cause(*m_message->refused) : Format::opcode(m_message->opcode),
                      Format::bytes(m_message->size), Format::time(m_message->time)};
    if (m_message->client)
        parts.prepend(Format::client(m_message->client));
    if (const auto code = m_message->closeCode())
        parts.append(QStringLiteral("%1 %2").arg(*code).arg(Format::codeName(*code)).trimmed());
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
        page == m_client ? m_client->findChild<QAbstractScrollArea *>() : static_cast<PayloadView *>(page)->reader();
    if (m_stack->currentWidget() == m_tabs && target)
        target->setFocus(Qt::ShortcutFocusReason);
}

} // namespace porthole
