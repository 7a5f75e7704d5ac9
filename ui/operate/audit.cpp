// SPDX-License-Identifier: MIT
#include "ui/operate/audit.h"

#include "ui/push/outcome.h"
#include "ui/shared/colours.h"
#include "ui/shared/format.h"

#include <QGuiApplication>

#include <algorithm>

namespace porthole {

Audit::Audit(QObject *parent) : QAbstractTableModel(parent) { }

void Audit::begin(quint64 id, OperationKind kind, const QString &target, const QString &what)
{
    if (qsizetype(m_entries.size()) == cap) {
        beginRemoveRows({}, 0, 0);
        m_entries.pop_front();
        endRemoveRows();
    }
    const int row = int(m_entries.size());
    beginInsertRows({}, row, row);
    m_entries.push_back({id, Format::now(), kind, target, what, 1, true, {}});
    endInsertRows();
}

void Audit::beginRound(quint64 id)
{
    AuditEntry *entry = entryOf(id);
    if (!entry)
        return;
    ++entry->rounds;
    entry->waiting = true;
    changed(id);
}

void Audit::finish(quint64 id, const ActionResult &round)
{
    AuditEntry *entry = entryOf(id);
    if (!entry)
        return;
    entry->waiting = false;
    for (size_t each = 0; each < round.counts.size(); ++each)
        entry->result.counts[each] += round.counts[each];
    entry->result.error = round.error;
    changed(id);
}

AuditEntry *Audit::entryOf(quint64 id)
{
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), id,
                                        [](const AuditEntry &entry, quint64 wanted) { return entry.id < wanted; });
    return found == m_entries.end() || found->id != id ? nullptr : &*found;
}

const AuditEntry *Audit::find(quint64 id) const { return const_cast<Audit *>(this)->entryOf(id); }

void Audit::changed(quint64 id)
{
    const auto row = int(id - m_entries.front().id);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

const AuditEntry *Audit::at(int row) const
{
    return row >= 0 && row < int(m_entries.size()) ? &m_entries[size_t(row)] : nullptr;
}

QString Audit::name(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Push: return tr("push");
    case OperationKind::Ping: return tr("ping");
    case OperationKind::Disconnect: return tr("disconnect");
    case OperationKind::Start: return tr("start");
    case OperationKind::Stop: return tr("stop");
    case OperationKind::Change: return tr("change");
    }
    return {};
}

int Audit::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_entries.size()); }

int Audit::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString Audit::text(const AuditEntry &entry, int column) const
{
    switch (column) {
    case Time: return Format::dateTime(entry.time);
    case Kind: return name(entry.kind);
    case Target: return entry.target;
    case What: return entry.what;
    case Rounds: return entry.rounds > 1 ? Format::count(quint64(entry.rounds)) : QString();
    case Result: return entry.waiting ? tr("under way") : Outcome::of(entry.kind, entry.result);
    default: return {};
    }
}

QVariant Audit::data(const QModelIndex &index, int role) const
{
    const AuditEntry *entry = at(index.row());
    if (!entry)
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(*entry, index.column());
    if (role == Qt::TextAlignmentRole && index.column() == Rounds)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && index.column() == Result && !entry->waiting) {
        const Colours &set = colours(QGuiApplication::palette());
        const Outcome::Grade grade = Outcome::grade(entry->kind, entry->result);
        return grade == Outcome::Grade::Good ? set.good : grade == Outcome::Grade::Partly ? set.warn : set.bad;
    }
    return {};
}

QVariant Audit::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((section == Rounds ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("When");
    case Kind: return tr("Action");
    case Target: return tr("To whom");
    case What: return tr("What");
    case Rounds: return tr("Times");
    case Result: return tr("Result");
    default: return {};
    }
}

} // namespace porthole
