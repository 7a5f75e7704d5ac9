// SPDX-License-Identifier: MIT
#pragma once

#include "server/engine/httpside.h"

#include "server/engine/deadlines.h"

#include <span>

namespace porthole {

/// A connection until it is a WebSocket: takes what was read, makes requests of it, writes answers, keeps the time
/// limits. One request is with the handlers at a time, and nothing is read meanwhile.
/// Threads: the worker's. Lifetime: not longer than its host. Errors: see Host.
class HttpStage final : private Limited
{
    Q_DISABLE_COPY_MOVE(HttpStage)

public:
    /// The connection that it speaks for.
    class Host
    {
    public:
        virtual void writeHttp(const QByteArray &bytes) = 0;
        virtual qint64 unwritten() const = 0; ///< of what was written, not yet with the kernel
        virtual void httpAsks() = 0;          ///< a question waits, or the stage reads again
        virtual void httpFinished() = 0;      ///< all that was to be said is written; the connection ends behind it
        virtual void httpFailed() = 0;        ///< the connection is to be cut

    protected:
        ~Host() = default;
    };

    struct Question
    {
        bool isHandshake = false;
        HttpRequest request;
    };

    HttpStage(Host &host, Deadlines &deadlines, const Settings &settings);
    ~HttpStage() { m_deadlines.clear(*this); }

    bool wants() const { return m_state == State::Reading; } ///< bytes
    void read(std::span<const char> bytes);
    void moved(); ///< of what was written something is with the kernel now
    bool hasQuestion() const { return m_state == State::Asking && !m_asked; }
    Question takeQuestion();

    /// The 101, for the caller to write. Empty when none waits for it, or when it could not be written safely and the
    /// peer was told so.
    QByteArray accept(const Upgrade &upgrade);
    void respond(const HttpReply &reply);
    /// Answers at any time, when nothing is being answered, and ends.
    void refuse(const HttpReply &reply, Cause cause);
    /// Takes no other request and ends behind the answer to this one, or at once between two; false when a request or
    /// a handshake is not complete.
    bool finishLast(Cause cause);

    const QByteArray &key() const { return m_side.key(); }
    const QString &subprotocol() const { return m_side.subprotocol(); }
    std::optional<protocol::DeflateParameters> deflate() const
    {
        return m_side.deflate() ? std::optional(m_side.deflate()->parameters) : std::nullopt;
    }
    QByteArray takeRest() { return m_side.takeRest(); }  ///< what was read behind the handshake
    bool isBetweenRequests() const { return m_between; } ///< all is answered, and nothing of another has come
    /// Why it ended, so far as HTTP knows; the peer's own end between two requests is one it may choose.
    Closed outcome() const { return m_outcome; }

private:
    enum class State : quint8 { Reading, Asking, Replying, Over };

    void timedOut() override;
    void advance();
    void ask(bool isHandshake);
    void write(const HttpSide::Answer &answer);
    void next();
    void end(Cause cause, const QString &reason);
    void limit(std::chrono::milliseconds time) { m_deadlines.set(*this, time); }

    Host &m_host;
    Deadlines &m_deadlines;
    const Settings &m_settings;
    HttpSide m_side;
    Closed m_outcome;
    std::shared_ptr<QIODevice> m_device;
    qint64 m_deviceBytes = 0;
    State m_state = State::Reading;
    bool m_isHandshake = false;
    bool m_asked = false;
    bool m_last = false;    ///< the connection ends behind the answer
    bool m_between = false; ///< waits for another request, of which nothing has come
    bool m_inBody = false;
};

} // namespace porthole
