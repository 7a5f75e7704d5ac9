// SPDX-License-Identifier: MIT
#include "ui/push/draft.h"

#include "ui/shared/jsontext.h"

#include <QLocale>

namespace porthole {

DraftCheck::DraftCheck(const Draft &draft) : m_empty(draft.text.isEmpty())
{
    if (m_empty)
        return;
    switch (draft.kind) {
    case DraftKind::Text: m_message = Message(draft.text); break;
    case DraftKind::Json: readJson(draft.text); break;
    case DraftKind::Hex: readHex(draft.text); break;
    }
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

void DraftCheck::readJson(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    if (const JsonText::Problem problem = JsonText::check(utf8))
        blame(text, QString::fromUtf8(utf8.first(problem.offset)).size(), problem.text);
    else
        m_message = Message::text(utf8);
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
        m_message = Message::binary(bytes);
}

} // namespace porthole
