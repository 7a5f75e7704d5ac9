// SPDX-License-Identifier: MIT
#include "ui/shared/widgets/celltexts.h"

#include <QFontMetrics>
#include <QTextOption>
#include <QTransform>

namespace porthole {

static CellTexts::Text laidOut(const QString &text, const QFont &font, Qt::LayoutDirection direction)
{
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(direction);
    CellTexts::Text result;
    result.laidOut.setTextFormat(Qt::PlainText);
    result.laidOut.setTextOption(option);
    result.laidOut.setText(text);
    result.laidOut.prepare(QTransform(), font);
    result.size = result.laidOut.size();
    result.advance = QFontMetricsF(font).horizontalAdvance(text);
    return result;
}

const CellTexts::Text &CellTexts::of(const QString &text, const QFont &font, Qt::LayoutDirection direction, int width)
{
    const Key key{text, numberOf(font), direction, width};
    if (const Text *known = m_texts.object(key))
        return *known;
    auto *fresh = new Text(laidOut(text, font, direction));
    if (fresh->size.width() > width)
        *fresh = laidOut(QFontMetrics(font).elidedText(text, Qt::ElideRight, width), font, direction);
    if (fresh->size.width() > width)
        fresh->size = {};
    m_texts.insert(key, fresh);
    return *fresh;
}

/// A font that is a copy of one of them is the same; when there are many, they come from changes of the look.
qsizetype CellTexts::numberOf(const QFont &font)
{
    static constexpr qsizetype most = 4;
    for (qsizetype number = 0; number < m_fonts.size(); ++number) {
        if (m_fonts[number].isCopyOf(font))
            return number;
    }
    if (m_fonts.size() >= most) {
        m_fonts.clear();
        m_texts.clear();
    }
    m_fonts.append(font);
    return m_fonts.size() - 1;
}

} // namespace porthole
