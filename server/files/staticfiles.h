// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/http.h"

class QFile;
class QFileInfo;

namespace porthole {

/// The files of a folder as answers to GET and HEAD: by their path, a folder by its index.html; with Last-Modified,
/// ETag and 304 (RFC 9110 13), and one range of bytes (RFC 9110 14). Not served, as if they were not there: names that
/// begin with a dot but for .well-known, what lies outside of the folder by `..` or by a link, and all that is no
/// plain file.
/// Threads: const, each call for itself; opens files where it is called. Lifetime: a value. Errors: see serve().
class StaticFiles final
{
public:
    explicit StaticFiles(const QString &root) : m_root(root) { }

    /// Nothing when no file is meant: the method is another, or there is none. 403 for one that may not be read, 503
    /// when there are too many open files.
    std::optional<HttpReply> serve(const HttpRequest &request) const;

private:
    std::optional<QString> find(const QString &path) const;
    HttpReply answer(const HttpRequest &request, const QString &file) const;

    QString m_root;
};

} // namespace porthole
