// SPDX-License-Identifier: MIT
#pragma once

#include "ui/messages/logrow.h"

#include <QHash>

#include <functional>

class QIODevice;

namespace porthole {

enum class ExportFormat : quint8 {
    Ndjson, ///< a row a line; can be opened again
    Csv,    ///< RFC 4180, for spreadsheets
    Har,    ///< HTTP Archive 1.2: an entry a client, its messages in _webSocketMessages as browsers write them
};

/// What is known of a client whose messages are exported.
struct ExportClient
{
    QString path;
    qint64 connectedAt = 0;
    QList<Header> headers;
};

/// All it takes to write an export: a value that a thread can have.
struct ExportTask
{
    QString file;
    ExportFormat format = ExportFormat::Ndjson;
    bool maskSecrets = true; ///< of paths and header fields, never of payloads
    QList<LogRow> rows;
    QHash<ClientId, ExportClient> clients; ///< for HAR
};

/// Told how many rows are written; false stops.
using ExportProgress = std::function<bool(qsizetype rows)>;

/// Writes the rows; false when it was stopped, or when the device has an error.
bool writeNdjson(const ExportTask &task, QIODevice &device, const ExportProgress &progress);
bool writeCsv(const ExportTask &task, QIODevice &device, const ExportProgress &progress);
bool writeHar(const ExportTask &task, QIODevice &device, const ExportProgress &progress);
bool write(const ExportTask &task, QIODevice &device, const ExportProgress &progress);

} // namespace porthole
