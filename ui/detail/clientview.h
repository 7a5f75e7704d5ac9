// SPDX-License-Identifier: MIT
#pragma once

#include "ui/clients/closedmodel.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace porthole {

class Strip;

/// What is known of one client: its figures, how it ended, and the header fields of its handshake. Fields that let a
/// reader act as the client are masked until a person asks to see them, anew for each client.
class ClientView final : public QWidget
{
    Q_OBJECT

public:
    explicit ClientView(QWidget *parent = nullptr);

    void showClient(const ClientRow &client);
    void showClosed(const ClosedClient &client);
    void showNothing(const QString &why);
    QString text() const; ///< all that is shown, a field a line; what is masked stays masked
    bool isRevealed() const { return m_revealed; }
    QPushButton *revealButton() const { return m_reveal; }
    QTreeWidget *list() const { return m_list; }

private:
    using Field = std::pair<QString, QString>;

    void fill(const QList<Field> &fields);
    void showSecrecy();
    void change(ClientId id, const QList<Header> &headers);
    QString headerValue(const Header &header) const;
    bool holdsSecrets() const;
    QList<Field> figures(const ClientRow &client) const;

    Strip *m_strip;
    QTreeWidget *m_list;
    QPushButton *m_reveal;
    QList<Header> m_headers;
    QList<Field> m_fields;
    ClientId m_id;
    bool m_revealed = false;
};

} // namespace porthole
