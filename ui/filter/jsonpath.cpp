// SPDX-License-Identifier: MIT
#include "ui/filter/jsonpath.h"

#include "ui/filter/jsonreader.h"
#include "ui/filter/jsonvalue.h"

#include <utility>

namespace porthole {

namespace {

bool isNamed(QByteArrayView quoted, const QByteArray &name)
{
    const QByteArrayView raw = quoted.sliced(1, quoted.size() - 2);
    return raw.contains('\\') ? jsonString(quoted).toUtf8() == name : raw == QByteArrayView(name);
}

QByteArrayView member(JsonReader reader, const QByteArray &name)
{
    reader.take('{');
    while (reader.peek() == '"') {
        const QByteArrayView key = reader.value();
        if (key.isEmpty() || !reader.take(':'))
            return {};
        const QByteArrayView value = reader.value();
        if (value.isEmpty() || isNamed(key, name))
            return value;
        if (!reader.take(','))
            return {};
    }
    return {};
}

QByteArrayView element(JsonReader reader, const QByteArray &number)
{
    bool isNumber = false;
    const uint wanted = number.toUInt(&isNumber);
    reader.take('[');
    for (uint index = 0; isNumber && index <= wanted; ++index) {
        const QByteArrayView value = reader.value();
        if (value.isEmpty() || index == wanted)
            return value;
        if (!reader.take(','))
            return {};
    }
    return {};
}

} // namespace

JsonPath::JsonPath(QStringView path)
{
    QString step;
    bool quoted = false;
    for (const QChar c : path) {
        if (c == QLatin1Char('"')) {
            quoted = !quoted;
        } else if (c == QLatin1Char('.') && !quoted) {
            m_steps.append(std::exchange(step, {}).toUtf8());
        } else {
            step.append(c);
        }
    }
    if (!path.isEmpty())
        m_steps.append(step.toUtf8());
}

std::optional<QByteArrayView> JsonPath::find(QByteArrayView json) const
{
    QByteArrayView value = JsonReader(json).value();
    if (!m_steps.isEmpty() && value.isEmpty())
        value = json; // cut; what is asked for may be before that
    for (const QByteArray &step : m_steps) {
        const JsonReader reader(value);
        value = reader.peek() == '{' ? member(reader, step)
            : reader.peek() == '['   ? element(reader, step)
                                     : QByteArrayView();
    }
    return value.isEmpty() ? std::nullopt : std::optional(value);
}

} // namespace porthole
