// SPDX-License-Identifier: MIT
#include "ui/push/savedmessages.h"

#include <QSettings>

#include <algorithm>

namespace porthole {

static constexpr QLatin1String group("push/saved");

SavedMessages::SavedMessages()
{
    QSettings settings;
    const int count = settings.beginReadArray(group);
    for (int index = 0; index < count; ++index) {
        settings.setArrayIndex(index);
        const int kind = settings.value(QStringLiteral("kind")).toInt();
        if (kind < 0 || kind >= draftKindCount)
            continue;
        m_all.append({settings.value(QStringLiteral("name")).toString(),
                      {DraftKind(kind), settings.value(QStringLiteral("text")).toString()}});
    }
    settings.endArray();
}

const SavedMessage *SavedMessages::find(const QString &name) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const auto &each) { return each.name == name; });
    return found == m_all.end() ? nullptr : &*found;
}

void SavedMessages::save(const QString &name, const Draft &draft)
{
    m_all.removeIf([&name](const SavedMessage &each) { return each.name == name; });
    const auto place = std::find_if(m_all.begin(), m_all.end(), [&name](const SavedMessage &each) {
        return QString::localeAwareCompare(each.name, name) > 0;
    });
    m_all.insert(place, {name, draft});
    write();
}

void SavedMessages::remove(const QString &name)
{
    m_all.removeIf([&name](const SavedMessage &each) { return each.name == name; });
    write();
}

void SavedMessages::write() const
{
    QSettings settings;
    settings.remove(group);
    settings.beginWriteArray(group, int(m_all.size()));
    for (int index = 0; index < m_all.size(); ++index) {
        settings.setArrayIndex(index);
        settings.setValue(QStringLiteral("name"), m_all[index].name);
        settings.setValue(QStringLiteral("kind"), int(m_all[index].draft.kind));
        settings.setValue(QStringLiteral("text"), m_all[index].draft.text);
    }
    settings.endArray();
}

} // namespace porthole
