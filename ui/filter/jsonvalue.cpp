// SPDX-License-Identifier: MIT
#include "ui/filter/jsonvalue.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace porthole {

QString jsonString(QByteArrayView quoted)
{
    return QJsonDocument::fromJson('[' + quoted.toByteArray() + ']').array().at(0).toString();
}

static FilterValue jsonNumber(QByteArrayView json)
{
    bool isWhole = false;
    if (const qint64 whole = json.toLongLong(&isWhole); isWhole)
        return whole;
    bool isNumber = false;
    const double number = json.toDouble(&isNumber);
    return isNumber ? FilterValue(number) : FilterValue();
}

FilterValue jsonValue(QByteArrayView json)
{
    if (json.isEmpty())
        return {};
    switch (json.front()) {
    case '"': {
        const QByteArrayView inner = json.sliced(1, json.size() - 2);
        return inner.contains('\\') ? FilterValue(jsonString(json)) : FilterValue(inner);
    }
    case '{':
    case '[': return json;
    case 't':
    case 'f':
        return json == QByteArrayView("true") || json == QByteArrayView("false") ? FilterValue(json.front() == 't')
                                                                                 : FilterValue();
    case 'n': return json == QByteArrayView("null") ? FilterValue(nullptr) : FilterValue();
    default: return jsonNumber(json);
    }
}

} // namespace porthole
