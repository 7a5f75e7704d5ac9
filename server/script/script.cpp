// SPDX-License-Identifier: MIT
#include "server/script/script.h"

#include "server/core/clock.h"
#include "server/core/logging.h"
#include "server/script/scriptworker.h"
#include "server/server.h"

#include <QDateTime>
#include <QFileInfo>

namespace porthole {

using namespace std::chrono_literals;

namespace {

constexpr auto settlingTime = 40ms;

/// What a saved script is tried out with, so that one that loops for ever does so where nobody waits.
Result<std::shared_ptr<const Bundle>> tryOut(const ScriptShared &shared, const QString &file)
{
    auto bundle = Bundle::load(file);
    if (!bundle)
        return bundle.error();
    ScriptEngine probe(shared, bundle.value(), ScriptEngine::Role::Probe, -1);
    if (const Result<> loaded = probe.load(); !loaded)
        return loaded.error();
    return bundle;
}

} // namespace

Script::Script(Server &server, const ScriptBudget &budget)
    : m_server(server), m_shared{server, std::make_shared<Watchdog>(), budget}
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingTime);
    connect(&m_settling, &QTimer::timeout, this, &Script::filesChanged);
    const auto changed = [this] {
        if (!m_settling.isActive())
            m_changedAt = microsecondsSinceEpoch();
        m_settling.start();
    };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, changed);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, changed);
}

Script::~Script()
{
    if (m_loader.joinable())
        m_loader.join();
}

Result<> Script::load(const QString &file)
{
    m_file = file;
    m_stamps = stamps();
    auto bundle = tryOut(m_shared, file);
    if (!bundle)
        return bundle.error();
    m_bundle = bundle.value();
    m_stamps = stamps();
    watchFiles();
    install();
    return {};
}

void Script::tellStart()
{
    tell(0, [](ScriptWorker &worker) { worker.runAlone(QStringLiteral("start")); });
}

bool Script::tell(int worker, ScriptOrder order) { return m_server.sendMessage(worker, QVariant::fromValue(order)); }

// -- Files.

// Resources never change, and are not watched.
void Script::watchFiles()
{
    QStringList paths;
    for (const QString &file : m_bundle ? m_bundle->files() : QStringList{m_file}) {
        const QFileInfo info(file);
        if (file.startsWith(QLatin1Char(':')))
            continue;
        paths << info.absolutePath();
        if (info.exists())
            paths << info.absoluteFilePath();
    }
    for (const QString &path : m_watcher.files() + m_watcher.directories())
        paths.removeAll(path);
    paths.removeDuplicates();
    if (!paths.isEmpty())
        m_watcher.addPaths(paths);
}

QStringList Script::stamps() const
{
    QStringList stamps;
    for (const QString &file : m_bundle ? m_bundle->files() : QStringList{m_file}) {
        const QFileInfo info(file);
        stamps << QStringLiteral("%1 %2 %3 %4")
                      .arg(file)
                      .arg(info.size())
                      .arg(info.lastModified().toMSecsSinceEpoch())
                      .arg(info.metadataChangeTime().toMSecsSinceEpoch());
    }
    return stamps;
}

void Script::filesChanged()
{
    watchFiles();
    if (stamps() == m_stamps)
        return;
    reload();
}

void Script::reload()
{
    if (m_changedAt == 0)
        m_changedAt = microsecondsSinceEpoch();
    if (m_isLoading || m_deployment)
        m_isDirty = true;
    else
        loadInBackground();
}

void Script::loadInBackground()
{
    m_isLoading = true;
    m_stamps = stamps();
    if (m_loader.joinable())
        m_loader.join();
    m_loader = std::thread([this] {
        auto bundle = tryOut(m_shared, m_file);
        QMetaObject::invokeMethod(
            this,
            [this, bundle] { loaded(bundle ? bundle.value() : nullptr, bundle ? QString() : bundle.error().message); },
            Qt::QueuedConnection);
    });
}

// What changed while it was read is read again.
void Script::loaded(const BundlePointer &bundle, const QString &error)
{
    m_isLoading = false;
    if (std::exchange(m_isDirty, false) || stamps() != m_stamps)
        return loadInBackground();
    if (bundle)
        return deploy(bundle);
    m_deployment = Deployment{nullptr, 0, error};
    giveUp();
}

// -- Engines.

void Script::deploy(const BundlePointer &bundle)
{
    m_deployment = Deployment{bundle, m_server.settings().workers, {}};
    for (int index = 0; index < m_server.settings().workers; ++index) {
        const bool isTold = tell(index, [this, bundle](ScriptWorker &worker) {
            const QString error = worker.prepare(bundle);
            QMetaObject::invokeMethod(
                this, [this, error] { prepared(error); }, Qt::QueuedConnection);
        });
        if (!isTold)
            prepared(QStringLiteral("the server has stopped."));
    }
}

void Script::prepared(const QString &error)
{
    if (!m_deployment)
        return;
    if (m_deployment->error.isEmpty())
        m_deployment->error = error;
    if (--m_deployment->missing > 0)
        return;
    if (m_deployment->error.isEmpty())
        takeOver();
    else
        giveUp();
}

void Script::takeOver()
{
    m_deployment->missing = m_server.settings().workers;
    for (int index = 0; index < m_server.settings().workers; ++index) {
        const bool isTold = tell(index, [this](ScriptWorker &worker) {
            worker.takeOver();
            QMetaObject::invokeMethod(
                this, [this] { tookOver(); }, Qt::QueuedConnection);
        });
        if (!isTold)
            tookOver();
    }
}

void Script::tookOver()
{
    if (!m_deployment || --m_deployment->missing > 0)
        return;
    m_bundle = std::exchange(m_deployment, std::nullopt)->bundle;
    watchFiles();
    const qint64 took = (microsecondsSinceEpoch() - std::exchange(m_changedAt, 0)) / 1000;
    qCInfo(lcScript, "%ls was loaded again, in %lld ms", qUtf16Printable(m_file), took);
    m_server.show({.text = QStringLiteral("%1 was loaded again, in %2 ms").arg(m_bundle->nameOf(0)).arg(took)});
    Q_EMIT reloaded();
    if (std::exchange(m_isDirty, false))
        loadInBackground();
}

void Script::giveUp()
{
    const Deployment deployment = *std::exchange(m_deployment, std::nullopt);
    for (int index = 0; deployment.bundle && index < m_server.settings().workers; ++index)
        tell(index, [](ScriptWorker &worker) { worker.discard(); });
    m_changedAt = 0;
    const QString sentence =
        QStringLiteral("The script was not loaded again, and what ran goes on: %1").arg(deployment.error);
    qCWarning(lcScript, "%ls", qUtf16Printable(sentence));
    m_server.show({.level = ConsoleLevel::Error, .text = sentence});
    Q_EMIT failed(deployment.error);
    if (std::exchange(m_isDirty, false))
        loadInBackground();
}

} // namespace porthole
