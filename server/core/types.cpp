// SPDX-License-Identifier: MIT
#include "server/core/types.h"

#include <QUrlQuery>

#include <algorithm>
#include <cstring>

namespace porthole {

QDebug operator<<(QDebug debug, ClientId id)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << '#' << id.value;
    return debug;
}

const QHostAddress &noAddress()
{
    static const QHostAddress null;
    return null;
}

Headers::Headers(const QList<Header> &fields) : Headers(of(fields)) { }

char *Headers::put(char *to, QByteArrayView text)
{
    const void *const nul = text.isEmpty() ? nullptr : std::memchr(text.data(), 0, size_t(text.size()));
    to = std::copy(text.begin(), nul ? static_cast<const char *>(nul) : text.end(), to);
    *to = '\0';
    return to + 1;
}

/// Until it returns false.
template<typename Visit>
void Headers::forEach(Visit visit) const
{
    QByteArrayView rest(m_text);
    const auto take = [&rest] {
        const QByteArrayView text = rest.first(rest.indexOf('\0'));
        rest = rest.sliced(text.size() + 1);
        return text;
    };
    while (!rest.isEmpty()) {
        const QByteArrayView name = take();
        if (!visit(name, take()))
            return;
    }
}

QList<Header> Headers::fields() const
{
    QList<Header> fields;
    forEach([&fields](QByteArrayView name, QByteArrayView value) {
        fields.append({name.toByteArray(), value.toByteArray()});
        return true;
    });
    return fields;
}

QByteArray Headers::value(QByteArrayView name) const
{
    QByteArray found;
    forEach([&found, name](QByteArrayView candidate, QByteArrayView value) {
        if (candidate.compare(name, Qt::CaseInsensitive) != 0)
            return true;
        found = value.toByteArray();
        return false;
    });
    return found;
}

QByteArray Request::cookie(QByteArrayView name) const
{
    const QList<Header> all = cookies();
    const auto found = std::find_if(all.begin(), all.end(), [name](const Header &one) { return one.name == name; });
    return found == all.end() ? QByteArray() : found->value;
}

QList<Header> Request::cookies() const
{
    QList<Header> all;
    for (const Header &field : headers.fields()) {
        if (field.name.compare("Cookie", Qt::CaseInsensitive) != 0)
            continue;
        for (const QByteArray &pair : field.value.split(';')) {
            const qsizetype equals = pair.indexOf('=');
            if (equals < 0)
                continue;
            QByteArray value = pair.mid(equals + 1).trimmed();
            if (value.size() > 1 && value.startsWith('"') && value.endsWith('"'))
                value = value.mid(1, value.size() - 2);
            all.append({pair.first(equals).trimmed(), value});
        }
    }
    return all;
}

QString Request::queryValue(const QString &name) const
{
    QString form = query;
    const QUrlQuery parsed(form.replace(QLatin1Char('+'), QLatin1String("%20")));
    return parsed.queryItemValue(name, QUrl::FullyDecoded);
}

std::string_view name(PushResult result)
{
    switch (result) {
    case PushResult::Sent: return "sent";
    case PushResult::Queued: return "queued";
    case PushResult::UnknownClient: return "unknown client";
    case PushResult::NotEstablished: return "not established";
    case PushResult::BacklogFull: return "backlog full";
    case PushResult::TooBig: return "too big";
    case PushResult::NotAllowed: return "not allowed";
    }
    return "unknown";
}

} // namespace porthole
