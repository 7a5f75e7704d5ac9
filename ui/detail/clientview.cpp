// SPDX-License-Identifier: MIT
#include "ui/detail/clientview.h"

#include "ui/detail/secrets.h"
#include "ui/shared/format.h"
#include "ui/shared/icons.h"
#include "ui/shared/widgets/strip.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace porthole {

ClientView::ClientView(QWidget *parent)
    : QWidget(parent), m_strip(new Strip), m_list(new QTreeWidget), m_reveal(new QPushButton)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_list, 1);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(0);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setAccessibleName(tr("Client and its handshake"));
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_strip->addControl(m_reveal);
    setTabOrder(m_reveal, m_list);
    connect(m_reveal, &QPushButton::clicked, this, [this] {
        m_revealed = !m_revealed;
        fill(QList<Field>(m_fields));
    });
}

QList<ClientView::Field> ClientView::figures(const ClientRow &client) const
{
    const auto traffic = [](quint64 messages, quint64 bytes) {
        return tr("%Ln message(s), %1", nullptr, int(messages)).arg(Format::bytes(qint64(bytes)));
    };
    QList<Field> fields{{tr("Client"), Format::client(client.id)},
                        {tr("Peer"), client.peer},
                        {tr("Path"), client.path},
                        {tr("Connected since"), Format::dateTime(client.connectedAt)},
                        {tr("Received"), traffic(client.messagesIn, client.bytesIn)},
                        {tr("Sent"), traffic(client.messagesOut, client.bytesOut)},
                        {tr("Served by"), tr("worker %1, engine %2").arg(client.worker).arg(client.engine)}};
    if (!client.subprotocol.isEmpty())
        fields.insert(3, {tr("Subprotocol"), client.subprotocol});
    if (!client.compression.isEmpty())
        fields.append({tr("Compression"), client.compression});
    if (!client.rooms.isEmpty())
        fields.insert(3, {tr("Rooms"), client.rooms.join(QStringLiteral(", "))});
    if (!client.user.isEmpty())
        fields.insert(1, {tr("User"), client.user});
    if (client.rtt >= 0)
        fields.append({tr("From ping to pong"), Format::duration(client.rtt)});
    return fields;
}

void ClientView::change(ClientId id, const QList<Header> &headers)
{
    if (id != m_id)
        m_revealed = false;
    m_id = id;
    m_headers = headers;
}

void ClientView::showClient(const ClientRow &client)
{
    change(client.id, client.headers);
    fill(figures(client));
}

void ClientView::showClosed(const ClosedClient &client)
{
    const Closed &closed = client.row.closed;
    change(closed.client, client.last.headers);
    const QString name = Format::codeName(closed.code);
    QList<Field> fields = figures(client.last);
    QList<Field> ending{
        {tr("Closed"), Format::dateTime(client.row.time)},
        {tr("Closed by"), Format::initiator(closed.initiator)},
        {tr("Code"), name.isEmpty() ? QString::number(closed.code) : tr("%1, %2").arg(closed.code).arg(name)},
        {tr("Cause"), Format::cause(closed.cause)}};
    if (!closed.reason.isEmpty())
        ending.insert(3, {tr("Reason"), closed.reason});
    fill(fields.first(1) + ending + fields.sliced(1));
}

void ClientView::showNothing(const QString &why)
{
    change({}, {});
    fill({});
    m_reveal->hide();
    m_strip->say(Strip::Kind::Note, why);
}

QString ClientView::headerValue(const Header &header) const
{
    if (isSecretHeader(header.name) && !m_revealed)
        return secretMask();
    return QString::fromUtf8(header.value);
}

QString ClientView::text() const
{
    QStringList lines;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_list->topLevelItem(row);
        lines.append(QStringLiteral("%1: %2").arg(item->text(0), item->text(1)));
    }
    return lines.join(QLatin1Char('\n'));
}

void ClientView::fill(const QList<Field> &fields)
{
    m_fields = fields;
    QList<Field> rows = fields;
    for (Field &field : rows) {
        if (field.first == tr("Path") && !m_revealed)
            field.second = maskedPath(field.second);
    }
    for (const Header &header : std::as_const(m_headers))
        rows.append({QString::fromUtf8(header.name), headerValue(header)});
    while (m_list->topLevelItemCount() > rows.size())
        delete m_list->topLevelItem(m_list->topLevelItemCount() - 1);
    for (int row = 0; row < rows.size(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        if (!item)
            item = new QTreeWidgetItem(m_list);
        item->setText(0, rows[row].first);
        item->setText(1, rows[row].second);
        item->setToolTip(1, rows[row].second);
        item->setForeground(0, palette().placeholderText());
        item->setSizeHint(1, QSize(0, fontMetrics().height() + 8));
    }
    showSecrecy();
}

bool ClientView::holdsSecrets() const
{
    const auto isSecret = [](const Header &header) { return isSecretHeader(header.name); };
    return std::any_of(m_headers.begin(), m_headers.end(), isSecret)
        || std::any_of(m_fields.begin(), m_fields.end(),
                       [](const Field &field) { return field.first == tr("Path") && hasSecrets(field.second); });
}

void ClientView::showSecrecy()
{
    const bool secrets = holdsSecrets();
    m_reveal->setVisible(secrets);
    m_reveal->setText(m_revealed ? tr("Mask") : tr("Reveal"));
    m_reveal->setIcon(icon(m_revealed ? QStringLiteral("hide") : QStringLiteral("show")));
    m_strip->say(Strip::Kind::Note,
                 !secrets         ? QString()
                     : m_revealed ? tr("Secrets of the handshake are shown.")
                                  : tr("Secrets of the handshake are masked."));
}

} // namespace porthole
