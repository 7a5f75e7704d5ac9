// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace porthole {

/// Where in a JSON value to look: names of members and numbers of elements, `items.0.id`; a name with dots or spaces
/// stands in double quotes, `"first name".0`. It looks without parsing the whole, so that it also finds in JSON that
/// was cut behind the value. Threads: const after it is made.
class JsonPath final
{
public:
    JsonPath() = default;
    explicit JsonPath(QStringView path); ///< empty for the value itself

    bool isEmpty() const { return m_steps.isEmpty(); }
    /// The bytes of the value, a string with its quotes; nothing when it is not there.
    std::optional<QByteArrayView> find(QByteArrayView json) const;

private:
    QList<QByteArray> m_steps;
};

} // namespace porthole
