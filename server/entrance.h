// SPDX-License-Identifier: MIT
#pragma once

#include "server/acceptor.h"
#include "server/admission.h"

#include <QTimer>

#include <array>
#include <vector>

namespace porthole {

/// The way into a server: listens on all listeners, and hands on who may come in and who is to be told
/// why not. What it turns away is told in one sentence a second.
/// Threads: made, used and destroyed on the one that accepts. Lifetime: stops listening when it goes. Errors: open()
/// names the listener and says what to do; then nothing listens.
class Entrance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Entrance)

public:
    using Deal = std::function<void(const Accepted &accepted)>;             ///< takes the descriptor over
    using Tell = std::function<void(const QString &sentence, int dropped)>; ///< dropped: closed without a word

    Entrance(Admission &admission, Deal deal, Tell tell);

    /// `settings` holds for the server as a whole.
    Result<> open(const std::vector<Listener> &listeners, const Settings &settings);
    void reload(const std::vector<Endpoint> &endpoints, const Settings &settings);
    std::vector<quint16> ports() const; ///< 0 for a Unix socket

private:
    static constexpr size_t limits = 3;

    void judge(Accepted accepted);
    void tell();

    Admission &m_admission;
    Deal m_deal;
    Tell m_tell;
    Settings m_settings;
    std::vector<std::unique_ptr<Acceptor>> m_acceptors;
    std::array<int, limits> m_refused{}; ///< since the last sentence, by limit
    int m_dropped = 0;
    QTimer m_tellTimer;
};

} // namespace porthole
