// SPDX-License-Identifier: MIT
#include "ui/detail/secrets.h"
#include "ui/export/exporttask.h"
#include "ui/export/ndjson.h"

#include <QIODevice>

#include <algorithm>

// HTTP Archive 1.2 with the field that browsers and proxies add for WebSockets. Seen from the client, as there: what
// came in here was sent there.
namespace porthole {

namespace {

using Entry = QList<const LogRow *>;

QList<Entry> entriesOf(const QList<LogRow> &rows)
{
    QList<Entry> entries;
    QHash<ClientId, qsizetype> places;
    for (const LogRow &row : rows) {
        if (row.refused) {
            entries.append({&row});
            continue;
        }
        const auto place = places.constFind(row.client);
        if (place != places.cend()) {
            entries[*place].append(&row);
            continue;
        }
        places.insert(row.client, entries.size());
        entries.append({&row});
    }
    return entries;
}

QByteArray list(const QByteArrayList &items) { return '[' + items.join(',') + ']'; }

QByteArray pair(QByteArrayView name, QByteArrayView value)
{
    return "{\"name\":" + quotedJson(name) + ",\"value\":" + quotedJson(value) + '}';
}

QByteArray printable(const QByteArray &value) { return isUtf8(value) ? value : QString::fromLatin1(value).toUtf8(); }

QByteArray headersOf(const ExportClient &client, bool mask)
{
    QByteArrayList items;
    for (const Header &header : client.headers) {
        const bool hidden = mask && isSecretHeader(header.name);
        items.append(pair(printable(header.name), hidden ? secretMask().toUtf8() : printable(header.value)));
    }
    return list(items);
}

QByteArray queryOf(const QString &path)
{
    QByteArrayList items;
    const qsizetype mark = path.indexOf(QLatin1Char('?'));
    const QStringList parts = mark < 0 ? QStringList() : path.mid(mark + 1).split(QLatin1Char('&'), Qt::SkipEmptyParts);
    for (const QString &part : parts)
        items.append(pair(part.section(QLatin1Char('='), 0, 0).toUtf8(), part.section(QLatin1Char('='), 1).toUtf8()));
    return list(items);
}

QByteArray hostOf(const ExportClient &client)
{
    const auto isHost = [](const Header &header) { return header.name.compare("host", Qt::CaseInsensitive) == 0; };
    const auto found = std::find_if(client.headers.begin(), client.headers.end(), isHost);
    return found == client.headers.end() ? "localhost" : printable(found->value);
}

QByteArray messageOf(const LogRow &row)
{
    const bool isText = row.opcode == Opcode::Text && isUtf8(row.payload);
    return QByteArray("{\"type\":\"") + (row.direction == Direction::In ? "send" : "receive") + "\",\"time\":"
        + QByteArray::number(double(row.time) / 1e6, 'f', 6) + ",\"opcode\":" + QByteArray::number(int(row.opcode))
        + ",\"data\":" + (isText ? quotedJson(row.payload) : '"' + row.payload.toBase64() + '"') + '}';
}

QByteArray beginOf(const Entry &entry, const ExportTask &task)
{
    const LogRow &first = *entry.front();
    ExportClient client = task.clients.value(first.client);
    if (client.path.isEmpty())
        client.path = first.path;
    const QString path = task.maskSecrets ? maskedPath(client.path) : client.path;
    const qint64 start = client.connectedAt ? client.connectedAt : first.time;
    const double lasted = double(std::max<qint64>(0, entry.back()->time - start)) / 1000;
    const QByteArray common = "\"httpVersion\":\"HTTP/1.1\",\"cookies\":[],\"headersSize\":-1,\"bodySize\":-1";
    const QByteArray response =
        first.refused ? "\"status\":0,\"statusText\":\"\"" : "\"status\":101,\"statusText\":\"Switching Protocols\"";
    return "{\"startedDateTime\":\"" + isoTime(start) + "\",\"time\":" + QByteArray::number(lasted, 'f', 3)
        + ",\"request\":{\"method\":\"GET\",\"url\":" + quotedJson("ws://" + hostOf(client) + path.toUtf8()) + ','
        + common + ",\"headers\":" + headersOf(client, task.maskSecrets) + ",\"queryString\":" + queryOf(path)
        + "},\"response\":{" + response + ',' + common
        + ",\"headers\":[],\"redirectURL\":\"\",\"content\":{\"size\":0,\"mimeType\":\"x-unknown\"}},\"cache\":{},"
        + "\"timings\":{\"send\":0,\"wait\":0,\"receive\":" + QByteArray::number(lasted, 'f', 3)
        + "},\"_resourceType\":\"websocket\",\"_peer\":" + quotedJson(first.peer.toUtf8())
        + ",\"_client\":" + QByteArray::number(first.client.value)
        + (first.refused ? ",\"_error\":" + quotedJson(printable(first.payload)) : QByteArray())
        + ",\"_webSocketMessages\":[";
}

} // namespace

bool writeHar(const ExportTask &task, QIODevice &device, const ExportProgress &progress)
{
    qsizetype written = 0;
    device.write("{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"Porthole\",\"version\":\"1\"},\"entries\":[");
    const char *before = "\n";
    for (const Entry &entry : entriesOf(task.rows)) {
        device.write(before);
        device.write(beginOf(entry, task));
        const char *comma = "";
        for (const LogRow *row : entry) {
            if (++written % 256 == 0 && !progress(written))
                return false;
            if (row->refused)
                continue;
            device.write(comma);
            const QByteArray message = messageOf(*row);
            if (device.write(message) != message.size())
                return false;
            comma = ",";
        }
        device.write("]}");
        before = ",\n";
    }
    return device.write("\n]}}\n") > 0;
}

} // namespace porthole
