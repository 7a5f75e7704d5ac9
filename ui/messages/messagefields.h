// SPDX-License-Identifier: MIT
#pragma once

#include "ui/filter/filter.h"
#include "ui/messages/logrow.h"

#include <QCoreApplication>

namespace porthole {

/// What a filter can ask of a row of the log.
class MessageFields final
{
    Q_DECLARE_TR_FUNCTIONS(porthole::MessageFields)

public:
    enum Field { Dir, Client, Type, Size, Path, Peer, Text, Time, Code, Json };

    static FilterFields all();
    /// The name of a row's type in filters and exports, the same in every language.
    static QString typeName(const LogRow &row);
};

/// A row of the log as a filter asks it. It borrows the row.
class MessageFilterRow final : public FilterRow
{
public:
    explicit MessageFilterRow(const LogRow &row) : m_row(row) { }

    FilterValue value(int field) const override;
    FilterValue json(const JsonPath &path) const override;
    bool holds(const TextSearch &text) const override;

private:
    const LogRow &m_row;
};

} // namespace porthole
