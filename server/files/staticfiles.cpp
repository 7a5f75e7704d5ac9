// SPDX-License-Identifier: MIT
#include "server/files/staticfiles.h"

#include "server/files/filenames.h"
#include "server/files/mediatypes.h"
#include "server/protocol/httpdate.h"
#include "server/protocol/httprange.h"
#include "server/protocol/httptext.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

namespace porthole {

namespace {

std::string_view view(const QByteArray &bytes) { return {bytes.constData(), size_t(bytes.size())}; }

/// How the content of a file is told from that of before.
struct Version
{
    qint64 modified = 0; ///< seconds since 1970
    QByteArray date;
    QByteArray tag;

    explicit Version(const QFileInfo &file)
        : modified(file.lastModified().toSecsSinceEpoch()),
          date(QByteArray::fromStdString(protocol::httpDate(std::max<qint64>(0, modified)))),
          tag('"' + QByteArray::number(file.lastModified().toMSecsSinceEpoch(), 36) + '-'
              + QByteArray::number(file.size(), 36) + '"')
    { }
};

bool isSegment(const QString &segment)
{
    const bool hidden = segment.startsWith(QLatin1Char('.')) && segment != QLatin1String(".well-known");
    return !segment.isEmpty() && !hidden && !segment.contains(QChar::Null) && !segment.contains(QLatin1Char('\\'))
        && isFileName(segment);
}

/// Whether a path names something by plain segments, and a folder when it ends with a slash.
bool isPlain(const QString &path)
{
    if (!path.startsWith(QLatin1Char('/')))
        return false;
    QStringList segments = path.mid(1).split(QLatin1Char('/'));
    if (segments.constLast().isEmpty())
        segments.removeLast();
    return std::all_of(segments.begin(), segments.end(), isSegment);
}

/// RFC 9110 13.2.2: the tag counts before the date.
bool isUnchanged(const Headers &headers, const Version &version)
{
    if (const QByteArray tags = headers.value("If-None-Match"); !tags.isEmpty()) {
        for (std::string_view list = view(tags); !list.empty();) {
            std::string_view tag = protocol::takeElement(list);
            if (tag.starts_with("W/"))
                tag.remove_prefix(2);
            if (tag == view(version.tag) || tag == "*")
                return true;
        }
        return false;
    }
    const auto since = protocol::parseHttpDate(view(headers.value("If-Modified-Since")));
    return since && version.modified <= *since;
}

/// RFC 9110 13.1.5: a range of another version would be of no use.
bool wantsRange(const HttpRequest &request, const Version &version)
{
    const QByteArray condition = request.headers.value("If-Range");
    return request.method == "GET" && (condition.isEmpty() || condition == version.tag || condition == version.date);
}

HttpReply cannotOpen(const QFile &file)
{
    if (file.error() == QFileDevice::ResourceError)
        return HttpReply::text(QStringLiteral("There are too many open files; try again later."), 503);
    return HttpReply::text(QStringLiteral("This file may not be read."), 403);
}

HttpReply folderOf(const HttpRequest &request)
{
    QByteArray location = QUrl::toPercentEncoding(request.path, "/") + '/';
    if (!request.query.isEmpty())
        location += '?' + request.query.toUtf8();
    HttpReply reply = HttpReply::text(QStringLiteral("This folder has a slash behind its name."), 301);
    reply.headers.append({"Location", location});
    return reply;
}

} // namespace

std::optional<HttpReply> StaticFiles::serve(const HttpRequest &request) const
{
    if ((request.method != "GET" && request.method != "HEAD") || !isPlain(request.path))
        return {};
    const bool isFolder = request.path.endsWith(QLatin1Char('/'));
    const auto file = find(isFolder ? request.path + QLatin1String("index.html") : request.path);
    if (file)
        return answer(request, *file);
    if (!isFolder && find(request.path + QLatin1String("/index.html")))
        return folderOf(request);
    return {};
}

std::optional<QString> StaticFiles::find(const QString &path) const
{
    QString root = QFileInfo(m_root).canonicalFilePath();
    if (root.isEmpty())
        return {};
    const QFileInfo file(root + path);
    if (!file.isFile())
        return {};
    if (!root.endsWith(QLatin1Char('/')))
        root += QLatin1Char('/');
    const QString real = file.canonicalFilePath();
    return real.startsWith(root) ? std::optional(real) : std::nullopt;
}

HttpReply StaticFiles::answer(const HttpRequest &request, const QString &file) const
{
    auto content = std::make_shared<QFile>(file);
    if (!content->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return cannotOpen(*content);
    const Version version{QFileInfo(*content)};
    // Asked for anew each time, and answered with 304: what stands at an address may be another program's tomorrow.
    HttpReply reply{.headers = {{"Last-Modified", version.date},
                                {"ETag", version.tag},
                                {"Cache-Control", "no-cache"},
                                {"Accept-Ranges", "bytes"}}};
    if (isUnchanged(request.headers, version)) {
        reply.status = 304;
        return reply;
    }
    const auto size = quint64(content->size());
    protocol::ByteRange range;
    if (wantsRange(request, version))
        range = protocol::parseRange(view(request.headers.value("Range")), size);
    if (range.kind == protocol::ByteRange::Kind::Unsatisfiable) {
        reply = HttpReply::text(QStringLiteral("The file has no such bytes."), 416);
        reply.headers.append({"Content-Range", "bytes */" + QByteArray::number(size)});
        return reply;
    }
    reply.headers += {{"Content-Type", mediaTypeOf(file)}, {"X-Content-Type-Options", "nosniff"}};
    if (range.kind == protocol::ByteRange::Kind::Part) {
        reply.status = 206;
        const QByteArray last = QByteArray::number(range.first + range.count - 1);
        reply.headers.append(
            {"Content-Range",
             "bytes " + QByteArray::number(range.first) + '-' + last + '/' + QByteArray::number(size)});
        content->seek(qint64(range.first));
    }
    reply.deviceBytes = qint64(range.kind == protocol::ByteRange::Kind::Part ? range.count : size);
    reply.device = std::move(content);
    return reply;
}

} // namespace porthole
