// SPDX-License-Identifier: MIT
#pragma once

#include <QSyntaxHighlighter>

namespace porthole {

/// Colours names, strings, numbers and literals of JSON that is laid out so that no string spans lines.
class JsonHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override;

private:
    int string(const QString &text, int from);
    int word(const QString &text, int from);
};

} // namespace porthole
