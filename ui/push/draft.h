// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/message.h"

#include <QCoreApplication>

#include <optional>

namespace porthole {

enum class DraftKind { Text, Json, Hex };

/// What stands in the compose bar: its kind and its text. A value.
struct Draft
{
    DraftKind kind = DraftKind::Text;
    QString text;

    friend bool operator==(const Draft &, const Draft &) = default;
};

/// Makes a message of a draft, or says what is wrong with it and where.
class DraftCheck final
{
    Q_DECLARE_TR_FUNCTIONS(porthole::DraftCheck)

public:
    explicit DraftCheck(const Draft &draft);

    const std::optional<Message> &message() const { return m_message; }
    const QString &problem() const { return m_problem; } ///< one sentence with the place; empty when nothing is wrong
    qsizetype position() const { return m_position; }    ///< of the character that is wrong; -1 for none
    bool isEmpty() const { return m_empty; }             ///< nothing is typed yet, which is no mistake

private:
    void readJson(const QString &text);
    void readHex(const QString &text);
    void blame(const QString &text, qsizetype position, const QString &what);

    std::optional<Message> m_message;
    QString m_problem;
    qsizetype m_position = -1;
    bool m_empty = false;
};

} // namespace porthole
