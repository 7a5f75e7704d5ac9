// SPDX-License-Identifier: MIT
#include "server/protocol/origin.h"

#include <QTest>

using namespace porthole::protocol;

class TestOrigin final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allows_data();
    void allows();
    void anyOfTheList();
};

void TestOrigin::allows_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *rule, const char *pattern, const char *origin, bool allowed) {
        QTest::newRow(rule) << QByteArray(pattern) << QByteArray(origin) << allowed;
    };
    row("6454 6.1 the same", "https://example.org", "https://example.org", true);
    row("other letters", "https://Example.org", "HTTPS://EXAMPLE.ORG", true);
    row("another scheme", "https://example.org", "http://example.org", false);
    row("another port", "https://example.org", "https://example.org:8443", false);
    row("the same port", "https://example.org:8443", "https://example.org:8443", true);
    row("a name behind it", "https://example.org", "https://example.org.evil.test", false);
    row("a name before it", "https://example.org", "https://evilexample.org", false);
    row("a user before it", "https://example.org", "https://example.org@evil.test", false);
    row("no scheme: any", "example.org", "http://example.org", true);
    row("no scheme: any port", "example.org", "https://example.org:8443", true);
    row("no scheme: this port", "example.org:80", "http://example.org:8080", false);
    row("no scheme, an origin without one", "example.org", "example.org:80", false);
    row("below", "https://*.example.org", "https://a.b.example.org", true);
    row("below, not itself", "https://*.example.org", "https://example.org", false);
    row("below, not beside", "https://*.example.org", "https://evilexample.org", false);
    row("below, not a dot alone", "https://*.example.org", "https://.example.org", false);
    row("below, another scheme", "https://*.example.org", "http://a.example.org", false);
    row("below, any scheme", "*.example.org", "http://a.example.org:81", true);
    row("below, and a name behind it", "*.example.org", "https://a.example.org.evil.test", false);
    row("address of IPv6", "http://[::1]:8080", "http://[::1]:8080", true);
    row("address of IPv6, any scheme and port", "[::1]", "http://[::1]:8080", true);
    row("null, listed", "null", "null", true);
    row("null, not listed", "example.org", "null", false);
    row("everything", "*", "null", true);
    row("nothing", "example.org", "", false);
}

void TestOrigin::allows()
{
    QFETCH(const QByteArray, pattern);
    QFETCH(const QByteArray, origin);
    QFETCH(const bool, allowed);
    const std::string patterns[] = {pattern.toStdString()};
    QCOMPARE(originAllowed(patterns, origin.toStdString()), allowed);
}

void TestOrigin::anyOfTheList()
{
    const std::string patterns[] = {"https://one.example", "https://two.example"};
    QVERIFY(originAllowed(patterns, "https://two.example"));
    QVERIFY(!originAllowed(patterns, "https://three.example"));
    QVERIFY(!originAllowed({}, "https://one.example"));
}

QTEST_APPLESS_MAIN(TestOrigin)
#include "tst_origin.moc"
