// SPDX-License-Identifier: MIT
#include "server/acceptor.h"

#include "server/core/logging.h"

#include <QTimer>

namespace porthole {

using namespace std::chrono_literals;

Result<> Acceptor::open(const Listener &listener, const Settings &settings)
{
    if (const auto opened = m_socket.open(listener, settings); !opened)
        return opened;
    m_notifier = std::make_unique<QSocketNotifier>(m_socket.descriptor(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Acceptor::acceptSome);
    return {};
}

// Not until none is left: other listeners of this thread have their turn in between.
void Acceptor::acceptSome()
{
    constexpr int turn = 64;
    for (int count = 0; count < turn; ++count) {
        if (const auto accepted = m_socket.accept()) {
            m_deal(*accepted);
            continue;
        }
        if (m_socket.trouble() == ListeningSocket::Trouble::OutOfDescriptors)
            return rest();
        if (m_socket.trouble() == ListeningSocket::Trouble::None)
            return;
    }
}

void Acceptor::rest()
{
    qCWarning(lcServer, "cannot accept a connection now: %ls; trying again in a second",
              qUtf16Printable(m_socket.troubleText()));
    m_notifier->setEnabled(false);
    QTimer::singleShot(1s, this, [this] { m_notifier->setEnabled(true); });
}

} // namespace porthole
