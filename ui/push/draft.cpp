// SPDX-License-Identifier: MIT
#include "ui/push/draft.h"

#include "ui/shared/format.h"
#include "ui/shared/jsontext.h"

#include <QFile>
#include <QFileInfo>

namespace porthole {

static constexpr qsizetype pingMaxBytes = 125; // RFC 6455 5.5

DraftCheck::DraftCheck(const Draft &draft, Files files, const VariableValues &values)
    : m_empty(draft.text.isEmpty() && draft.kind != DraftKind::Ping)
{
    if (m_empty)
        return;
    switch (draft.kind) {
    case DraftKind::Text:
    case DraftKind::Json:
    case DraftKind::Ping: readFilled(draft, values); break;
    case DraftKind::Hex: readHex(draft.text); break;
    case DraftKind::Base64: readBase64(draft.text); break;
    case DraftKind::File:
    case DraftKind::TextFile: readFile(draft, files); break;
    }
}

void DraftCheck::take(const Message &message)
{
    m_message = message;
    m_size = message.size();
    m_ready = true;
}

void DraftCheck::blame(const QString &text, qsizetype position, const QString &what)
{
    m_position = position;
    const QStringView before = QStringView(text).first(position);
    const qsizetype line = before.count(QLatin1Char('\n')) + 1;
    const qsizetype column = position - before.lastIndexOf(QLatin1Char('\n'));
    m_problem = line > 1 || text.contains(QLatin1Char('\n'))
        ? tr("Line %1, column %2: %3").arg(line).arg(column).arg(what)
        : tr("Column %1: %2").arg(column).arg(what);
}

void DraftCheck::readFilled(const Draft &draft, const VariableValues &values)
{
    const FilledText filled = Variables::fill(draft.text, values);
    if (draft.kind == DraftKind::Json)
        return readJson(draft.text, filled);
    const QByteArray utf8 = filled.text.toUtf8();
    if (draft.kind == DraftKind::Text)
        take(Message::text(utf8));
    else if (utf8.size() <= pingMaxBytes)
        take(Message::ping(utf8));
    else
        m_problem = tr("A ping carries at most 125 bytes, and this is %1.").arg(utf8.size());
}

void DraftCheck::readJson(const QString &text, const FilledText &filled)
{
    const QByteArray utf8 = filled.text.toUtf8();
    if (const JsonText::Problem problem = JsonText::check(utf8))
        blame(text, filled.sourceOf(QString::fromUtf8(utf8.first(problem.offset)).size()), problem.text);
    else
        take(Message::text(utf8));
}

static int digit(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    if (u >= u'a' && u <= u'f')
        return u - u'a' + 10;
    return u >= u'A' && u <= u'F' ? u - u'A' + 10 : -1;
}

void DraftCheck::readHex(const QString &text)
{
    QByteArray bytes;
    qsizetype firstHalf = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isSpace())
            continue;
        const int value = digit(text[i]);
        if (value < 0) {
            blame(text, i, tr("“%1” is no hex digit").arg(text[i]));
            return;
        }
        if (firstHalf < 0) {
            firstHalf = i;
            bytes.append(char(value << 4));
        } else {
            firstHalf = -1;
            bytes.back() = char(bytes.back() | value);
        }
    }
    if (firstHalf >= 0)
        blame(text, firstHalf, tr("the last byte has only one digit"));
    else if (bytes.isEmpty())
        m_empty = true;
    else
        take(Message::binary(bytes));
}

static bool isBase64(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'0' && u <= u'9') || (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || u == u'+' || u == u'/'
        || u == u'-' || u == u'_';
}

void DraftCheck::readBase64(const QString &text)
{
    QByteArray letters;
    qsizetype last = -1;
    qsizetype padding = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isSpace())
            continue;
        if (c == QLatin1Char('=') && ++padding <= 2)
            continue;
        if (padding > 0)
            return blame(text, i, tr("nothing may follow the padding"));
        if (!isBase64(c))
            return blame(text, i, tr("“%1” is no letter of Base64").arg(c));
        letters.append(c == QLatin1Char('-') ? '+' : c == QLatin1Char('_') ? '/' : char(c.unicode()));
        last = i;
    }
    if (letters.size() % 4 == 1 || (padding > 0 && (letters.size() + padding) % 4 != 0))
        return blame(text, std::max<qsizetype>(0, last), tr("the end is missing"));
    if (letters.isEmpty())
        m_empty = true;
    else
        take(Message::binary(QByteArray::fromBase64(letters)));
}

void DraftCheck::readFile(const Draft &draft, Files files)
{
    const QString path = draft.text.trimmed();
    const QFileInfo info(path);
    if (!info.isFile())
        m_problem = tr("There is no such file.");
    else if (info.size() > fileMaxBytes)
        m_problem = tr("The file has %1; at most %2 go as one message.")
                        .arg(Format::bytes(info.size()), Format::bytes(fileMaxBytes));
    else if (!info.isReadable())
        m_problem = tr("The file cannot be read.");
    m_size = info.size();
    m_ready = m_problem.isEmpty();
    if (!m_ready || files == Files::Look)
        return;
    QFile file(path);
    m_ready = file.open(QIODevice::ReadOnly);
    if (!m_ready) {
        m_problem = tr("The file cannot be read.");
        return;
    }
    const QByteArray bytes = file.readAll();
    if (draft.kind == DraftKind::TextFile && QString::fromUtf8(bytes).toUtf8() != bytes) {
        m_ready = false;
        m_problem = tr("The file is not UTF-8, so it cannot go as text.");
        return;
    }
    take(draft.kind == DraftKind::TextFile ? Message::text(bytes) : Message::binary(bytes));
}

} // namespace porthole
