// SPDX-License-Identifier: MIT
#pragma once

#include <QCache>
#include <QFont>
#include <QList>
#include <QSizeF>
#include <QStaticText>

namespace porthole {

/// The texts of a table's cells as they are painted, laid out once and kept while they are in use: most of what is
/// painted again has not changed. Threads: the GUI's.
class CellTexts final
{
public:
    struct Text
    {
        QStaticText laidOut;
        QSizeF size;       ///< not wider than asked for, or empty where not even a part of it fits
        qreal advance = 0; ///< how far its end is from its start, without what a slanting letter reaches beyond
    };

    /// One line, cut at its end where it is wider than that. Valid until the next call.
    const Text &of(const QString &text, const QFont &font, Qt::LayoutDirection direction, int width);

private:
    struct Key
    {
        QString text;
        qsizetype font = 0;
        Qt::LayoutDirection direction = Qt::LeftToRight;
        int width = 0;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, key.font, int(key.direction), key.width);
        }
    };

    qsizetype numberOf(const QFont &font);

    QCache<Key, Text> m_texts{1000};
    QList<QFont> m_fonts;
};

} // namespace porthole
