// SPDX-License-Identifier: MIT
#include "tests/support/certificates.h"
#include "tests/support/intime.h"
#include "tests/support/rawclient.h"
#include "tests/support/recordedserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSslKey>
#include <QSslSocket>
#include <QTest>

using namespace porthole;
using namespace porthole::test;
using namespace std::chrono_literals;

/// wss: certificates, who may show which, and what goes wrong. What WebSocket owes over TLS is in tst_contract_tls.
class TestTls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void badFiles_data();
    void badFiles();
    void verifiedByTheClient();
    void passphrase();
    void chosenByName_data();
    void chosenByName();
    void versions_data();
    void versions();
    void clientCertificates_data();
    void clientCertificates();
    void reloadedCertificate();
    void reloadKeepsWhatIsGood();
    void noTls();
    void slowTlsHandshake_data();
    void slowTlsHandshake();
    void plainAndEncryptedBeside();
    void largeMessages();
    void turnedAwayOverTls();

private:
    QSslConfiguration trusting(QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater) const;
    Settings encrypted() const;

    Certificates m_certificates;
    Certificates::Pair m_local;
    Certificates::Pair m_other;
};

namespace {

const QString localhost = QStringLiteral("localhost");

QByteArray text(const QByteArray &payload) { return RawClient::frame(Opcode::Text, payload); }

bool echoes(RawClient &client, const QByteArray &word)
{
    client.write(text(word));
    return client.readFrame().value_or(WireFrame()).payload == word;
}

QSslCertificate shown(RawClient &client) { return static_cast<QSslSocket &>(client.socket()).peerCertificate(); }

QSslCertificate certificateIn(const QString &path) { return QSslCertificate::fromPath(path).value(0); }

QSslKey keyIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QSslKey(file.readAll(), QSsl::Ec) : QSslKey();
}

} // namespace

void TestTls::initTestCase()
{
    m_local = m_certificates.make(localhost);
    m_other = m_certificates.make(QStringLiteral("other.example"));
    QVERIFY2(m_certificates.isGood(), "the openssl command makes the certificates");
    QVERIFY(QSslSocket::supportsSsl());
}

QSslConfiguration TestTls::trusting(QSsl::SslProtocol protocol) const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({certificateIn(m_certificates.authority().certificate)});
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setProtocol(protocol);
    return configuration;
}

Settings TestTls::encrypted() const
{
    Settings settings = testSettings();
    settings.tls = {.certificate = m_local.certificate, .key = m_local.key};
    return settings;
}

void TestTls::badFiles_data()
{
    QTest::addColumn<TlsSettings>("tls");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("file");
    const QString none = m_certificates.path(QStringLiteral("none.pem"));
    const QString noPem = m_certificates.write(QStringLiteral("no.pem"), "no PEM\n");
    const Certificates::Pair old = m_certificates.make(localhost, -1);
    const QString locked = m_certificates.lock(m_local, QStringLiteral("sesame"));
    const auto row = [](const char *rule, const TlsSettings &tls, const char *says, const QString &file) {
        QTest::newRow(rule) << tls << QString::fromLatin1(says) << file;
    };
    row("no certificate there", {.certificate = none, .key = m_local.key}, "cannot be read", none);
    row("no PEM", {.certificate = noPem, .key = m_local.key}, "no certificate in", noPem);
    row("key named nowhere", {.certificate = m_local.certificate}, "no file for the private key", {});
    row("no key there", {.certificate = m_local.certificate, .key = none}, "cannot be read", none);
    row("a certificate is no key", {.certificate = m_local.certificate, .key = m_local.certificate},
        "no private key in", m_local.certificate);
    row("another's key", {.certificate = m_local.certificate, .key = m_other.key}, "is not that of", m_other.key);
    row("expired", {.certificate = old.certificate, .key = old.key}, "expired on", old.certificate);
    row("passphrase missing", {.certificate = m_local.certificate, .key = locked}, "passphrase", locked);
    row("passphrase wrong", {.certificate = m_local.certificate, .key = locked, .passphrase = QStringLiteral("no")},
        "passphrase", locked);
    row("no authority for clients",
        {.certificate = m_local.certificate, .key = m_local.key, .clientCertificates = ClientCertificates::Required},
        "no file for the clients' authority", {});
    row("a host's certificate",
        {.certificate = m_local.certificate,
         .key = m_local.key,
         .hosts = {QStringLiteral("a.example=%1:%2").arg(none, m_local.key)}},
        "cannot be read", none);
    row("TLS 1.1", {.certificate = m_local.certificate, .key = m_local.key, .minimum = QStringLiteral("1.1")},
        "tlsMinimum is \"1.1\"", {});
}

void TestTls::badFiles()
{
    QFETCH(const TlsSettings, tls);
    QFETCH(const QString, says);
    QFETCH(const QString, file);
    Settings settings = testSettings();
    settings.tls = tls;
    Server server(settings);
    const auto started = server.start();
    QVERIFY(!started);
    const QString sentence = started.error().message;
    QVERIFY2(sentence.contains(says) && sentence.contains(file), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(QLatin1Char('.')) && !sentence.contains(QLatin1Char('\n')), qPrintable(sentence));
}

void TestTls::verifiedByTheClient()
{
    RecordedServer server(encrypted(), true);
    bool secure = false;
    server.whenOpen = [&](const Request &request) { secure = request.secure; };
    QVERIFY(server.start());
    QCOMPARE(server.server().url().toString(), QStringLiteral("wss://127.0.0.1:%1").arg(server.port()));
    RawClient client(server.port(), trusting(), localhost);
    QVERIFY(client.open());
    QVERIFY(echoes(client, "secret"));
    QVERIFY(secure);
    RawClient elsewhere(server.port(), trusting(), QStringLiteral("elsewhere.example"));
    QVERIFY2(!elsewhere.open(), "the client sees that the name is wrong");
}

void TestTls::passphrase()
{
    Settings settings = encrypted();
    settings.tls.key = m_certificates.lock(m_local, QStringLiteral("sesame"));
    settings.tls.passphrase = QStringLiteral("sesame");
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    RawClient client(server.port(), trusting(), localhost);
    QVERIFY(client.open());
}

void TestTls::chosenByName_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("other");
    QTest::newRow("its name") << QStringLiteral("other.example") << true;
    QTest::newRow("in capitals") << QStringLiteral("OTHER.example") << true;
    QTest::newRow("covered by a star") << QStringLiteral("a.wide.example") << true;
    QTest::newRow("two labels under a star") << QStringLiteral("a.b.wide.example") << false;
    QTest::newRow("the star's own") << QStringLiteral("wide.example") << false;
    QTest::newRow("unknown") << QStringLiteral("unknown.example") << false;
    QTest::newRow("none") << QString() << false;
}

void TestTls::chosenByName()
{
    QFETCH(const QString, host);
    QFETCH(const bool, other);
    Settings settings = encrypted();
    const QString files = m_other.certificate + QLatin1Char(':') + m_other.key;
    settings.tls.hosts = {QStringLiteral("other.example=") + files, QStringLiteral("*.wide.example=") + files};
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    QSslConfiguration any = trusting();
    any.setPeerVerifyMode(QSslSocket::VerifyNone);
    RawClient client(server.port(), any, host);
    QVERIFY(client.open());
    QCOMPARE(shown(client), certificateIn(other ? m_other.certificate : m_local.certificate));
    QVERIFY(echoes(client, "hello"));
}

void TestTls::versions_data()
{
    QTest::addColumn<QString>("minimum");
    QTest::addColumn<int>("client");
    QTest::addColumn<bool>("opens");
    QTest::newRow("1.2 with 1.2") << QStringLiteral("1.2") << int(QSsl::TlsV1_2) << true;
    QTest::newRow("1.2 with 1.3") << QStringLiteral("1.2") << int(QSsl::TlsV1_3) << true;
    QTest::newRow("1.3 with 1.2") << QStringLiteral("1.3") << int(QSsl::TlsV1_2) << false;
    QTest::newRow("1.3 with 1.3") << QStringLiteral("1.3") << int(QSsl::TlsV1_3) << true;
}

void TestTls::versions()
{
    QFETCH(const QString, minimum);
    QFETCH(const int, client);
    QFETCH(const bool, opens);
    Settings settings = encrypted();
    settings.tls.minimum = minimum;
    RecordedServer server(settings);
    QVERIFY(server.start());
    RawClient raw(server.port(), trusting(QSsl::SslProtocol(client)), localhost);
    QCOMPARE(raw.open(), opens);
    if (!opens)
        QTRY_VERIFY(server.last().contains(QLatin1String("\"TLS handshake\"")));
}

void TestTls::clientCertificates_data()
{
    QTest::addColumn<ClientCertificates>("wish");
    QTest::addColumn<QString>("shows");
    QTest::addColumn<bool>("opens");
    const QString nothing;
    const QString good = QStringLiteral("good");
    const QString foreign = QStringLiteral("foreign");
    QTest::newRow("none asked, none shown") << ClientCertificates::None << nothing << true;
    QTest::newRow("optional, none shown") << ClientCertificates::Optional << nothing << true;
    QTest::newRow("optional, good") << ClientCertificates::Optional << good << true;
    QTest::newRow("optional, of another authority") << ClientCertificates::Optional << foreign << false;
    QTest::newRow("required, none shown") << ClientCertificates::Required << nothing << false;
    QTest::newRow("required, good") << ClientCertificates::Required << good << true;
    QTest::newRow("required, of another authority") << ClientCertificates::Required << foreign << false;
}

void TestTls::clientCertificates()
{
    QFETCH(const ClientCertificates, wish);
    QFETCH(const QString, shows);
    QFETCH(const bool, opens);
    Certificates others;
    Settings settings = encrypted();
    settings.tls.clientCertificates = wish;
    settings.tls.clientAuthorities = m_certificates.authority().certificate;
    RecordedServer server(settings);
    QVERIFY(server.start());
    QSslConfiguration configuration = trusting();
    if (!shows.isEmpty()) {
        const Certificates::Pair pair = shows == QLatin1String("good") ? m_other : others.make(localhost);
        configuration.setLocalCertificate(certificateIn(pair.certificate));
        configuration.setPrivateKey(keyIn(pair.key));
    }
    RawClient client(server.port(), configuration, localhost);
    QCOMPARE(client.open(), opens);
    if (!opens)
        QTRY_VERIFY(server.last().contains(QLatin1String("\"TLS handshake\"")));
}

void TestTls::reloadedCertificate()
{
    Certificates::Pair current{m_certificates.path(QStringLiteral("current.pem")),
                               m_certificates.path(QStringLiteral("current.key"))};
    const auto use = [&](const Certificates::Pair &pair) {
        QFile::remove(current.certificate);
        QFile::remove(current.key);
        return QFile::copy(pair.certificate, current.certificate) && QFile::copy(pair.key, current.key);
    };
    QVERIFY(use(m_local));
    Settings settings = encrypted();
    settings.tls.certificate = current.certificate;
    settings.tls.key = current.key;
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    RawClient before(server.port(), trusting(), localhost);
    QVERIFY(before.open());

    const Certificates::Pair renewed = m_certificates.make(localhost);
    QVERIFY(use(renewed));
    QVERIFY(server.server().reload());
    const auto isNew = [&] {
        RawClient after(server.port(), trusting(), localhost);
        return after.open() && shown(after) == certificateIn(renewed.certificate);
    };
    QTRY_VERIFY(isNew());
    QVERIFY2(echoes(before, "still here"), "nobody is dropped");
}

void TestTls::reloadKeepsWhatIsGood()
{
    RecordedServer server(encrypted(), true);
    QVERIFY(server.start());
    Settings wrong = server.server().settings();
    wrong.tls.key = m_other.key;
    wrong.messageMaxBytes = 1;
    const auto reloaded = server.server().reload(wrong);
    QVERIFY(!reloaded && reloaded.error().message.contains(m_other.key));
    RawClient client(server.port(), trusting(), localhost);
    QVERIFY(client.open());
    QVERIFY(echoes(client, "more than one byte"));
}

void TestTls::noTls()
{
    RecordedServer server(encrypted());
    QVERIFY(server.start());
    QTcpSocket plain;
    plain.connectToHost(QHostAddress::LocalHost, server.port());
    QVERIFY(plain.waitForConnected());
    plain.write(RawClient::handshake());
    QTRY_VERIFY(server.last().contains(QLatin1String("1015 unclean server \"TLS handshake\"")));
    QTRY_COMPARE(plain.state(), QAbstractSocket::UnconnectedState);
}

void TestTls::slowTlsHandshake_data()
{
    QTest::addColumn<bool>("hosts");
    QTest::newRow("one certificate") << false;
    QTest::newRow("several, by name") << true;
}

// The worker serves others meanwhile: it is the only one.
void TestTls::slowTlsHandshake()
{
    QFETCH(const bool, hosts);
    Settings settings = encrypted();
    settings.handshakeTimeout = 500ms;
    if (hosts)
        settings.tls.hosts = {QStringLiteral("a.example=%1:%2").arg(m_other.certificate, m_other.key)};
    RecordedServer server(settings, true);
    QVERIFY(server.start());
    QTcpSocket slow;
    slow.connectToHost(QHostAddress::LocalHost, server.port());
    QVERIFY(slow.waitForConnected());
    slow.write(QByteArray::fromHex("1603010200010001fc0303"));
    slow.flush();
    RawClient healthy(server.port(), trusting(), localhost);
    QVERIFY(healthy.open());
    QElapsedTimer timer;
    timer.start();
    QVERIFY(echoes(healthy, "quick"));
    QVERIFY2(timer.elapsed() < inTime, qPrintable(QString::number(timer.elapsed())));
    QTRY_VERIFY(server.last().contains(QLatin1String("\"handshake timeout\"")));
    QTRY_COMPARE(slow.state(), QAbstractSocket::UnconnectedState);
}

void TestTls::plainAndEncryptedBeside()
{
    RecordedServer server(testSettings(), true);
    server.server().listen(
        {.port = 0, .tls = {.certificate = m_local.certificate, .key = m_local.key}, .name = localhost});
    QVERIFY(server.start());
    const QStringList urls = server.server().urls();
    QVERIFY(urls[0].startsWith(QLatin1String("ws:")) && urls[1].startsWith(QLatin1String("wss:")));
    RawClient plain(server.port());
    QVERIFY(plain.open());
    RawClient client(quint16(QUrl(urls[1]).port()), trusting(), localhost);
    QVERIFY(client.open());
    QVERIFY(echoes(client, "encrypted") && echoes(plain, "plain"));
}

void TestTls::largeMessages()
{
    RecordedServer server(encrypted(), true);
    QVERIFY(server.start());
    RawClient client(server.port(), trusting(), localhost);
    QVERIFY(client.open());
    for (const int size : {1, 16'383, 16'384, 16'385, 100'000, 1'000'000}) {
        const QByteArray payload(size, 'a');
        client.write(RawClient::frame(Opcode::Binary, payload));
        const auto echo = client.readFrame();
        QVERIFY(echo && echo->payload == payload);
    }
}

void TestTls::turnedAwayOverTls()
{
    Settings settings = encrypted();
    settings.maxClients = 1;
    RecordedServer server(settings);
    QVERIFY(server.start());
    RawClient client(server.port(), trusting(), localhost);
    QVERIFY(client.open());
    RawClient refused(server.port(), trusting(), localhost);
    refused.write(RawClient::handshake());
    QVERIFY(refused.readHead().startsWith("HTTP/1.1 503 "));
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
