// SPDX-License-Identifier: MIT
#include "ui/messages/preview.h"

#include "ui/detail/secrets.h"
#include "ui/shared/format.h"

#include <algorithm>

namespace porthole {

qsizetype utf8Cut(QByteArrayView bytes, qsizetype limit)
{
    if (bytes.size() <= limit)
        return bytes.size();
    qsizetype cut = limit;
    while (cut > 0 && limit - cut < 4 && (uchar(bytes[cut]) & 0xC0) == 0x80)
        --cut;
    return cut;
}

static bool isHidden(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= 0x20 && u < 0x7F)
        return false;
    static constexpr char16_t zeroWidthJoiner = 0x200D; // holds emoji together
    const QChar::Category kind = c.category();
    return kind == QChar::Other_Control || kind == QChar::Separator_Line || kind == QChar::Separator_Paragraph
        || (kind == QChar::Other_Format && u != zeroWidthJoiner);
}

static QString sign(QChar c)
{
    switch (c.unicode()) {
    case u'\n':
    case 0x85:
    case QChar::LineSeparator:
    case QChar::ParagraphSeparator: return QString(QChar(0x21B5));
    case u'\t': return QString(QChar(0x2192));
    case u'\r': return {};
    default: break;
    }
    const uint code = c.unicode();
    return code > 0xFF ? QStringLiteral("\\u%1").arg(code, 4, 16, QLatin1Char('0'))
                       : QStringLiteral("\\x%1").arg(code, 2, 16, QLatin1Char('0'));
}

QString visible(const QString &text)
{
    if (std::none_of(text.begin(), text.end(), isHidden))
        return text;
    QString shown;
    for (const QChar c : text)
        shown += isHidden(c) ? sign(c) : QString(c);
    return shown;
}

static QString controlText(const LogRow &row)
{
    const QString words = QString::fromUtf8(row.words());
    if (row.refused)
        return QStringList{row.peer, maskedPath(row.path), Format::cause(*row.refused), words}.join(
            QStringLiteral("  "));
    const auto code = row.closeCode();
    return code ? QStringLiteral("%1 %2").arg(*code).arg(words).trimmed() : words;
}

QString plainText(const LogRow &row)
{
    if (row.isControlRow())
        return controlText(row);
    return row.opcode == Opcode::Text ? QString::fromUtf8(row.payload) : QString::fromLatin1(row.payload.toHex(' '));
}

Preview preview(const LogRow &row)
{
    const QByteArrayView payload = row.payload;
    if (row.isControlRow())
        return {visible(controlText(row)), 0};
    if (row.opcode != Opcode::Text) {
        const qsizetype used = std::min(payload.size(), Preview::hexBytes);
        const QByteArray hex = row.payload.left(used).toHex(' ').toUpper();
        return {QString::fromLatin1(hex), row.size - used};
    }
    const qsizetype used = utf8Cut(payload, Preview::textBytes);
    return {visible(QString::fromUtf8(payload.first(used))), row.size - used};
}

} // namespace porthole
