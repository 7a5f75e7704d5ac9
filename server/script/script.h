// SPDX-License-Identifier: MIT
#pragma once

#include "server/script/scriptworker.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <thread>

namespace porthole {

/// A server's handlers in JavaScript: one engine in each worker, nothing shared between them. When the file or one that
/// it imports is saved, new engines take over in all workers once it has loaded in each; clients stay connected, and a
/// script that does not load leaves the old one running.
/// Threads: made, loaded and gone on the server's thread, which runs an event loop. Lifetime: goes before its server,
/// or after it has ended. Errors: load() says why it cannot be; of what is saved later failed() tells, and the log.
class Script final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Script)

public:
    explicit Script(Server &server, const ScriptBudget &budget = {});
    ~Script() override;

    /// Reads the script and gives the server its handlers, all but onStart and onShutdown. Before Server::start().
    Result<> load(const QString &file);
    void tellStart(); ///< runs the script's "start", on the first worker; from onStart
    /// Loads the file anew, as saving it does.
    void reload();
    const QString &file() const { return m_file; }

Q_SIGNALS:
    void reloaded();
    void failed(const QString &error); ///< file, line and reason; what ran before goes on

private:
    using BundlePointer = std::shared_ptr<const Bundle>;
    struct Deployment
    {
        BundlePointer bundle;
        int missing = 0; ///< workers that have not answered
        QString error;
    };

    void install();
    bool tell(int worker, ScriptOrder order);
    void loadInBackground();
    void loaded(const BundlePointer &bundle, const QString &error);
    void deploy(const BundlePointer &bundle);
    void prepared(const QString &error);
    void takeOver();
    void tookOver();
    void giveUp();
    void watchFiles();
    void filesChanged();
    QStringList stamps() const;

    Server &m_server;
    const ScriptShared m_shared;
    QString m_file;
    BundlePointer m_bundle; ///< of the engines that run
    QFileSystemWatcher m_watcher;
    QTimer m_settling;    ///< an editor may write a file in more than one go
    QStringList m_stamps; ///< of the files when they were read last
    std::thread m_loader;
    bool m_isLoading = false;
    bool m_isDirty = false;
    std::optional<Deployment> m_deployment;
    qint64 m_changedAt = 0;
};

} // namespace porthole
