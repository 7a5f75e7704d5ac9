// SPDX-License-Identifier: MIT
#include "ui/filter/filterfields.h"

namespace porthole {

const FilterField *FilterFields::find(QStringView name) const
{
    for (const FilterField &field : m_fields) {
        const bool isPath = field.kind == FilterKind::Json && name.startsWith(QString(field.name + QLatin1Char('.')));
        if (name == field.name || isPath || (!field.alias.isEmpty() && name == field.alias))
            return &field;
    }
    return nullptr;
}

QStringList FilterFields::names() const
{
    QStringList names;
    for (const FilterField &field : m_fields)
        names.append(field.kind == FilterKind::Json ? field.name + QStringLiteral(".a.b") : field.name);
    return names;
}

} // namespace porthole
