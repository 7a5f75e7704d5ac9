// SPDX-License-Identifier: MIT
#pragma once

#include <QTcpSocket>

#include <functional>

namespace porthole {

/// A socket without a network: QWebSocket reads what is fed to it, and what QWebSocket writes goes to a function. So
/// the bytes of a connection pass through our hands in both directions, and QWebSocket never meets a real socket's
/// errors, limits and ends.
/// Threads: where it is made. Lifetime: that of its QWebSocket once it has one. Errors: none.
class FeedSocket final : public QTcpSocket
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FeedSocket)

public:
    using Write = std::function<void(QByteArrayView)>;

    explicit FeedSocket(Write write);
    ~FeedSocket() override;

    /// QWebSocket takes what it can use at once; the rest is kept until more comes.
    void feed(QByteArrayView bytes);
    void mute() { m_write = nullptr; }

    qint64 bytesAvailable() const override { return m_kept.size() - m_taken + m_fed.size(); }
    qint64 bytesToWrite() const override { return 0; }
    void disconnectFromHost() override { }
    void close() override { }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;
    qint64 skipData(qint64 size) override;

private:
    qint64 take(char *data, qint64 size);

    Write m_write;
    QByteArray m_kept;    ///< fed earlier
    qint64 m_taken = 0;   ///< of those
    QByteArrayView m_fed; ///< being fed, behind those
};

} // namespace porthole
