// SPDX-License-Identifier: MIT
#pragma once

#include "ui/push/draft.h"

#include <QList>

namespace porthole {

struct SavedMessage
{
    QString name;
    Draft draft;

    friend bool operator==(const SavedMessage &, const SavedMessage &) = default;
};

/// The messages that were saved under a name, by name, in QSettings. A value that is read when it is made and written
/// with each change.
class SavedMessages final
{
public:
    SavedMessages();

    const QList<SavedMessage> &all() const { return m_all; }
    const SavedMessage *find(const QString &name) const; ///< null when there is none; valid until the next change
    void save(const QString &name, const Draft &draft);  ///< instead of one of that name
    void remove(const QString &name);

private:
    void write() const;

    QList<SavedMessage> m_all;
};

} // namespace porthole
