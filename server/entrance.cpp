// SPDX-License-Identifier: MIT
#include "server/entrance.h"

#include "server/engine/engine.h"
#include "server/engine/socketcalls.h"

namespace porthole {

using namespace std::chrono_literals;

namespace {

struct Limit
{
    Cause cause;
    const char *setting;
};

constexpr std::array limitsByName{
    Limit{Cause::TooManyClients, "maxClients"},
    Limit{Cause::TooManyOfAddress, "maxClientsPerAddress"},
    Limit{Cause::TooManyHandshakes, "maxHandshakesPerSecond"},
};

size_t indexOf(Cause cause)
{
    size_t index = 0;
    while (limitsByName[index].cause != cause)
        ++index;
    return index;
}

} // namespace

Entrance::Entrance(Admission &admission, Deal deal, Tell tell)
    : m_admission(admission), m_deal(std::move(deal)), m_tell(std::move(tell))
{
    static_assert(limitsByName.size() == limits);
    m_tellTimer.setSingleShot(true);
    connect(&m_tellTimer, &QTimer::timeout, this, [this] {
        if (m_refused != decltype(m_refused){})
            this->tell();
    });
}

Result<> Entrance::open(const std::vector<Listener> &listeners, const Settings &settings)
{
    m_settings = settings;
    for (size_t index = 0; index < listeners.size(); ++index) {
        m_acceptors.push_back(std::make_unique<Acceptor>([this, index](Accepted accepted) {
            accepted.listener = int(index);
            judge(std::move(accepted));
        }));
        const Listener &listener = listeners[index];
        if (auto opened = m_acceptors.back()->open(listener, listener.settings.value_or(settings)); !opened) {
            m_acceptors.clear();
            return opened;
        }
    }
    return {};
}

void Entrance::reload(const std::vector<Endpoint> &endpoints, const Settings &settings)
{
    m_settings = settings;
    m_admission.set(settings, Clock::now());
    for (size_t index = 0; index < m_acceptors.size(); ++index)
        m_acceptors[index]->setTcpOptions(endpoints[index].settings);
}

std::vector<quint16> Entrance::ports() const
{
    std::vector<quint16> ports;
    for (const auto &acceptor : m_acceptors)
        ports.push_back(acceptor->port());
    return ports;
}

void Entrance::judge(Accepted accepted)
{
    const Admission::Verdict verdict = m_admission.judge(accepted.peer.address, Clock::now());
    accepted.refusal = verdict.refusal;
    if (verdict.answered)
        m_deal(accepted);
    else
        socketcalls::close(accepted.descriptor);
    if (!verdict.refusal)
        return;
    ++m_refused[indexOf(*verdict.refusal)];
    m_dropped += verdict.answered ? 0 : 1;
    if (!m_tellTimer.isActive())
        tell();
}

void Entrance::tell()
{
    QStringList parts;
    int all = 0;
    for (size_t index = 0; index < limits; ++index) {
        const QString name = QLatin1String(limitsByName[index].setting);
        if (m_refused[index] > 0)
            parts.append(QStringLiteral("%1 by %2 %3").arg(m_refused[index]).arg(name, m_settings.value(name)));
        all += m_refused[index];
    }
    const QString sentence = all == 1
        ? QStringLiteral("A connection was turned away: %1.").arg(parts.join(QStringLiteral(", ")))
        : QStringLiteral("%1 connections were turned away: %2.").arg(all).arg(parts.join(QStringLiteral(", ")));
    m_tell(sentence, m_dropped);
    m_refused = {};
    m_dropped = 0;
    m_tellTimer.start(1s);
}

} // namespace porthole
