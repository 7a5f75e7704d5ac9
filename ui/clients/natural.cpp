// SPDX-License-Identifier: MIT
#include "ui/clients/natural.h"

#include <algorithm>

namespace porthole {

static bool isDigit(QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); }

/// The digits at `at` without leading zeros; moves `at` past them.
static QStringView number(QStringView text, qsizetype &at)
{
    while (at < text.size() && text[at] == QLatin1Char('0'))
        ++at;
    const qsizetype from = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.sliced(from, at - from);
}

int compareNatural(QStringView a, QStringView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const QStringView left = number(a, i);
            const QStringView right = number(b, j);
            if (left.size() != right.size())
                return left.size() < right.size() ? -1 : 1;
            if (const int order = left.compare(right); order != 0)
                return order;
        } else if (a[i] != b[j]) {
            return a[i] < b[j] ? -1 : 1;
        } else {
            ++i;
            ++j;
        }
    }
    const qsizetype left = a.size() - i;
    const qsizetype right = b.size() - j;
    return left == right ? 0 : left < right ? -1 : 1;
}

} // namespace porthole
