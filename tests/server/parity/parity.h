// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/certificates.h"
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include "server/wait.h"

#include <QTest>

// One row for each essential capability of OpenSwoole's WebSocket server, named after it.
namespace porthole::test {

using Run = void (*)(); ///< fails with the macros of QtTest

struct Capability
{
    const char *name;
    Run run;
};

QList<Capability> handshakeRows();
QList<Capability> messageRows();
QList<Capability> clientRows();
QList<Capability> workRows();
QList<Capability> operationRows();
QList<Capability> windowsRows();

/// The answer, once it has come.
template<typename T>
T told(Wait<T> wait)
{
    return QTest::qWaitFor([&wait] { return wait.await_ready(); }, 20'000) ? wait.await_resume() : T();
}

inline QByteArray textFrame(const QByteArray &payload) { return RawClient::frame(Opcode::Text, payload); }

/// Whether the next frame is that message.
inline bool receives(RawClient &client, const QByteArray &payload)
{
    const auto frame = client.readFrame();
    return frame && frame->payload == payload;
}

/// The code of the next frame, if it closes; 0 otherwise.
inline int receivesClose(RawClient &client)
{
    const auto frame = client.readFrame();
    return frame && frame->opcode == Opcode::Close ? frame->closeCode() : 0;
}

/// Opens a WebSocket and says which client it is.
inline ClientId opened(RecordedServer &server, RawClient &client)
{
    const qsizetype before = server.lines(QStringLiteral("open")).size();
    if (!client.open() || !QTest::qWaitFor([&] { return server.lines(QStringLiteral("open")).size() > before; }))
        return {};
    return server.lastOpened();
}

} // namespace porthole::test
