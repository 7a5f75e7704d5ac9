// SPDX-License-Identifier: MIT
#pragma once

#include "server/monitor/monitor.h"

#include <QAbstractTableModel>

#include <deque>

namespace porthole {

enum class OperationKind { Push, Ping, Disconnect, Start, Stop, Change };

/// One manual action: what was done, to whom, when, and what became of it.
struct AuditEntry
{
    quint64 id = 0;
    qint64 time = 0; ///< microseconds since the Unix epoch
    OperationKind kind = OperationKind::Push;
    QString target;
    QString what;
    int rounds = 1; ///< more for a push that repeats
    bool waiting = true;
    ActionResult result; ///< over all rounds
};

/// The manual actions of this window, oldest first; the oldest of more than `cap` are forgotten.
/// Threads: the GUI's.
class Audit final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Audit)

public:
    enum Column { Time, Kind, Target, What, Rounds, Result, ColumnCount };
    static constexpr qsizetype cap = 10'000;

    explicit Audit(QObject *parent = nullptr);

    void begin(quint64 id, OperationKind kind, const QString &target, const QString &what);
    void beginRound(quint64 id);
    void finish(quint64 id, const ActionResult &round);
    const AuditEntry *at(int row) const;      ///< null outside; valid until the next change
    const AuditEntry *find(quint64 id) const; ///< null when it is forgotten; valid until the next change

    static QString name(OperationKind kind);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const AuditEntry &entry, int column) const;
    AuditEntry *entryOf(quint64 id);
    void changed(quint64 id);

    std::deque<AuditEntry> m_entries;
};

} // namespace porthole
