// SPDX-License-Identifier: MIT
#include "server/protocol/base64.h"
#include "server/protocol/sha1.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QTest>

using namespace porthole::protocol;

namespace {

std::string_view view(const QByteArray &bytes) { return {bytes.constData(), std::size_t(bytes.size())}; }

QByteArray hexDigest(const QByteArray &bytes)
{
    const auto digest = sha1(view(bytes));
    return QByteArray(digest.data(), digest.size()).toHex();
}

} // namespace

class TestDigests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sha1Vectors_data();
    void sha1Vectors();
    void sha1OfEveryLength();
    void base64_data();
    void base64();
    void base64OfEveryLength();
    void notBase64_data();
    void notBase64();
};

void TestDigests::sha1Vectors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("digest");
    QTest::newRow("RFC 3174 7.3 test 1") << QByteArray("abc") << QByteArray("a9993e364706816aba3e25717850c26c9cd0d89d");
    QTest::newRow("RFC 3174 7.3 test 2") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                         << QByteArray("84983e441c3bd26ebaae4aa1f95129e5e54670f1");
    QTest::newRow("RFC 3174 7.3 test 3") << QByteArray(1000000, 'a')
                                         << QByteArray("34aa973cd4c4daa4f61eeb2bdbad27316534016f");
    QTest::newRow("RFC 3174 7.3 test 4")
        << QByteArray("0123456701234567012345670123456701234567012345670123456701234567").repeated(10)
        << QByteArray("dea356a2cddd90c7a7ecedc5ebb563934f460452");
    QTest::newRow("empty") << QByteArray() << QByteArray("da39a3ee5e6b4b0d3255bfef95601890afd80709");
}

void TestDigests::sha1Vectors()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, digest);
    QCOMPARE(hexDigest(text), digest);
}

void TestDigests::sha1OfEveryLength()
{
    for (int size = 0; size < 200; ++size) {
        const QByteArray text(size, char(size));
        QCOMPARE(hexDigest(text), QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex());
    }
}

void TestDigests::base64_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("RFC 4648 10: 0") << QByteArray("") << QByteArray("");
    QTest::newRow("RFC 4648 10: 1") << QByteArray("f") << QByteArray("Zg==");
    QTest::newRow("RFC 4648 10: 2") << QByteArray("fo") << QByteArray("Zm8=");
    QTest::newRow("RFC 4648 10: 3") << QByteArray("foo") << QByteArray("Zm9v");
    QTest::newRow("RFC 4648 10: 4") << QByteArray("foob") << QByteArray("Zm9vYg==");
    QTest::newRow("RFC 4648 10: 5") << QByteArray("fooba") << QByteArray("Zm9vYmE=");
    QTest::newRow("RFC 4648 10: 6") << QByteArray("foobar") << QByteArray("Zm9vYmFy");
    QTest::newRow("RFC 6455 1.3: the nonce")
        << QByteArray("the sample nonce") << QByteArray("dGhlIHNhbXBsZSBub25jZQ==");
}

void TestDigests::base64()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(toBase64(view(bytes))), text);
    QCOMPARE(base64Size(view(text)), std::optional(std::size_t(bytes.size())));
}

void TestDigests::base64OfEveryLength()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i) {
        bytes.append(char(i * 7));
        const std::string text = toBase64(view(bytes));
        QCOMPARE(QByteArray::fromStdString(text), bytes.toBase64());
        QCOMPARE(base64Size(text), std::optional(std::size_t(bytes.size())));
    }
}

void TestDigests::notBase64_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("RFC 4648 3.2: padding missing") << QByteArray("Zg");
    QTest::newRow("RFC 4648 3.2: one of two missing") << QByteArray("Zg=");
    QTest::newRow("RFC 4648 3.2: padding alone") << QByteArray("====");
    QTest::newRow("RFC 4648 3.2: three of padding") << QByteArray("Z===");
    QTest::newRow("RFC 4648 3.3: padding in the middle") << QByteArray("Zg==Zm9v");
    QTest::newRow("RFC 4648 3.3: white space") << QByteArray("Zm9 ");
    QTest::newRow("RFC 4648 3.3: line end") << QByteArray("Zm9v\r\n");
    QTest::newRow("RFC 4648 5: the other alphabet") << QByteArray("Zm-_");
    QTest::newRow("RFC 4648 3.3: NUL") << QByteArray("Zm9\0", 4);
}

void TestDigests::notBase64()
{
    QFETCH(QByteArray, text);
    QVERIFY(!base64Size(view(text)));
}

QTEST_APPLESS_MAIN(TestDigests)
#include "tst_digests.moc"
