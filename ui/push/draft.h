// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/message.h"
#include "ui/push/variables.h"

#include <QCoreApplication>

#include <optional>

namespace porthole {

enum class DraftKind {
    Text,
    Json,
    Hex,
    Base64,
    File,     ///< the text is a path; its bytes go as one binary message
    TextFile, ///< the text is a path; its bytes go as one text message
    Ping,     ///< the text is its payload
};
inline constexpr int draftKindCount = int(DraftKind::Ping) + 1;

/// What stands in the compose bar: its kind and its text. A value.
struct Draft
{
    DraftKind kind = DraftKind::Text;
    QString text;

    bool isFile() const { return kind == DraftKind::File || kind == DraftKind::TextFile; }
    bool mayHaveVariables() const { return kind <= DraftKind::Json || kind == DraftKind::Ping; }

    friend bool operator==(const Draft &, const Draft &) = default;
};

/// Makes a message of a draft, or says what is wrong with it and where.
class DraftCheck final
{
    Q_DECLARE_TR_FUNCTIONS(porthole::DraftCheck)

public:
    static constexpr qint64 fileMaxBytes = 64 * 1024 * 1024;
    /// Look: a file is not read, only looked at, and there is no message of it yet.
    enum class Files { Look, Read };

    explicit DraftCheck(const Draft &draft, Files files = Files::Look, const VariableValues &values = {});

    bool isReady() const { return m_ready; }
    qint64 size() const { return m_size; } ///< bytes of payload, once ready
    const std::optional<Message> &message() const { return m_message; }
    const QString &problem() const { return m_problem; } ///< one sentence with the place; empty when nothing is wrong
    qsizetype position() const { return m_position; }    ///< of the character that is wrong; -1 for none
    bool isEmpty() const { return m_empty; }             ///< nothing is typed yet, which is no mistake

private:
    void readFilled(const Draft &draft, const VariableValues &values);
    void readJson(const QString &text, const FilledText &filled);
    void readHex(const QString &text);
    void readBase64(const QString &text);
    void readFile(const Draft &draft, Files files);
    void take(const Message &message);
    void blame(const QString &text, qsizetype position, const QString &what);

    std::optional<Message> m_message;
    QString m_problem;
    qsizetype m_position = -1;
    qint64 m_size = 0;
    bool m_ready = false;
    bool m_empty = false;
};

} // namespace porthole
