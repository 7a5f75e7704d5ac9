// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/listener.h"
#include "server/engine/engine.h"

#include <optional>

namespace porthole {

/// A socket that listens: TCP over IPv4 or IPv6 ("::" takes both), or a Unix socket, whose file it removes at the end.
/// A file that a program left behind which is gone is replaced. On Windows it is TCP only.
/// Threads: one at a time. Lifetime: stops listening when it goes. Errors: open() says what to do, naming the listener.
class ListeningSocket final
{
    Q_DISABLE_COPY_MOVE(ListeningSocket)

public:
    enum class Trouble : quint8 { None, Gone, OutOfDescriptors };

    ListeningSocket() = default;
    ~ListeningSocket();

    Result<> open(const Listener &listener, const Settings &settings);
    /// For connections accepted from now on: they inherit them.
    void setTcpOptions(const Settings &settings);

    qintptr descriptor() const { return m_descriptor; }
    quint16 port() const; ///< 0 for a Unix socket
    /// The next connection that waits, as a non-blocking descriptor of the caller's. Nothing when there is none.
    std::optional<Accepted> accept();
    /// Why accept() gave nothing. After Gone there may be more to accept.
    Trouble trouble() const { return m_trouble; }
    QString troubleText() const;

private:
    Result<> openTcp(const Listener &listener, const Settings &settings);
    Result<> openUnix(const Listener &listener, const Settings &settings);
    Result<> bindUnix(const QString &path);
    bool isStale(const QString &path) const;
    void removeFile();

    qintptr m_descriptor = -1;
    QByteArray m_path;  ///< of the file to be removed
    quint64 m_file = 0; ///< its inode
    Trouble m_trouble = Trouble::None;
    int m_error = 0;
};

} // namespace porthole
