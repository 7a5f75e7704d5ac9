// SPDX-License-Identifier: MIT
#include "ui/push/variables.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QUuid>

namespace porthole {

static const QRegularExpression &pattern()
{
    static const QRegularExpression expression(QStringLiteral(R"(\{\{(uuid|counter|now\.ms|now\.s|now|client)\}\})"));
    return expression;
}

static QString valueOf(QStringView name, const VariableValues &values)
{
    if (name == QLatin1String("uuid"))
        return QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (name == QLatin1String("counter"))
        return QString::number(values.counter);
    if (name == QLatin1String("client"))
        return QString::number(values.client.value);
    if (name == QLatin1String("now.ms"))
        return QString::number(values.now / 1000);
    if (name == QLatin1String("now.s"))
        return QString::number(values.now / 1'000'000);
    return QDateTime::fromMSecsSinceEpoch(values.now / 1000, Qt::UTC).toString(Qt::ISODateWithMs);
}

qsizetype FilledText::sourceOf(qsizetype position) const
{
    qsizetype shift = 0;
    for (const Span &span : spans) {
        if (position < span.at)
            break;
        if (position < span.at + span.length)
            return span.sourceAt;
        shift = span.sourceAt + span.sourceLength - span.at - span.length;
    }
    return position + shift;
}

QStringList Variables::names()
{
    return {QStringLiteral("{{uuid}}"),  QStringLiteral("{{counter}}"), QStringLiteral("{{now}}"),
            QStringLiteral("{{now.s}}"), QStringLiteral("{{now.ms}}"),  QStringLiteral("{{client}}")};
}

bool Variables::areIn(const QString &text) { return text.contains(pattern()); }

bool Variables::isClientIn(const QString &text) { return text.contains(QLatin1String("{{client}}")); }

FilledText Variables::fill(const QString &text, const VariableValues &values)
{
    FilledText filled;
    qsizetype taken = 0;
    for (auto each = pattern().globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        filled.text += QStringView(text).sliced(taken, match.capturedStart() - taken);
        const QString value = valueOf(match.capturedView(1), values);
        filled.spans.append({filled.text.size(), value.size(), match.capturedStart(), match.capturedLength()});
        filled.text += value;
        taken = match.capturedEnd();
    }
    filled.text += QStringView(text).sliced(taken);
    return filled;
}

} // namespace porthole
