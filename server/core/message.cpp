// SPDX-License-Identifier: MIT
#include "server/core/message.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace porthole {

Message::Message(const QString &text) : m_payload(text.toUtf8()) { }

Message::Message(const QJsonArray &json) : m_payload(QJsonDocument(json).toJson(QJsonDocument::Compact)) { }

Message::Message(const QJsonObject &json) : m_payload(QJsonDocument(json).toJson(QJsonDocument::Compact)) { }

} // namespace porthole
