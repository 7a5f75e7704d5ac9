// SPDX-License-Identifier: MIT
#include "server/engine/native/nativecontext.h"

#include "server/engine/compression.h"
#include "server/protocol/session.h"

namespace porthole {

void NativeContext::apply(const Settings &settings)
{
    m_session.messageMaxBytes = std::size_t(settings.messageMaxBytes);
    m_session.deflate.setSettings(deflateSettings(settings.compression));
    m_idleTimeout = settings.compression.idleTimeout;
}

// Whose bytes the frames are made of is known by where they lie: they are held, so nothing else can lie there.
QByteArray NativeContext::compressed(const EncodedMessage &message, int windowBits)
{
    if (message.frame.constData() != m_broadcast.constData()) {
        m_broadcast = message.frame;
        m_frames.clear();
    }
    QByteArray &frame = m_frames[windowBits];
    if (frame.isEmpty()) {
        const std::string_view payload(message.payload.constData(), std::size_t(message.payload.size()));
        frame = QByteArray::fromStdString(protocol::encodeCompressed(m_session, message.opcode, payload, windowBits));
    }
    touch();
    return frame;
}

std::string &NativeContext::frame()
{
    m_frame.clear();
    return m_frame;
}

void NativeContext::touch()
{
    m_used = true;
    if (!m_deadlines.has(*this))
        m_deadlines.set(*this, m_idleTimeout);
}

void NativeContext::timedOut()
{
    if (std::exchange(m_used, false))
        return m_deadlines.set(*this, m_idleTimeout);
    m_session.trim();
    m_broadcast = {};
    m_frames.clear();
    m_frame = {};
}

} // namespace porthole
