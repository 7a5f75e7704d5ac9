// SPDX-License-Identifier: MIT
#include "ui/shared/languages.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace porthole;

class TestTranslations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsThere_data();
    void everyTextIsThere();
    void placeholdersSurvive_data();
    void placeholdersSurvive();
    void isBuiltIn();
    void pausingIsNotStopping();
};

static QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

static QString source(const char *name)
{
    return QStringLiteral(SOURCE_ROOT "/translations/%1").arg(QString::fromLatin1(name));
}

void TestTranslations::everyTextIsThere_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("German") << source("porthole_de.ts") << QStringList();
    QTest::newRow("French") << source("porthole_fr.ts") << QStringList();
    QTest::newRow("Japanese") << source("porthole_ja.ts") << QStringList();
    QTest::newRow("Simplified Chinese") << source("porthole_zh_CN.ts") << QStringList();
    QTest::newRow("English plurals") << source("porthole_en.ts") << QStringList{QStringLiteral("-pluralonly")};
}

void TestTranslations::everyTextIsThere()
{
    QFETCH(QString, file);
    QFETCH(QStringList, options);
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy.ts"));
    QVERIFY(QFile::copy(file, copy));
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    QProcess lupdate;
    lupdate.start(QStringLiteral(LUPDATE),
                  options
                      + QStringList{QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                                    QStringLiteral("-recursive"), QStringLiteral(SOURCE_ROOT "/ui"),
                                    QStringLiteral("-I"), QStringLiteral(SOURCE_ROOT), QStringLiteral("-ts"), copy});
    QVERIFY(lupdate.waitForFinished(60'000));
    QCOMPARE(lupdate.exitCode(), 0);

    static const QRegularExpression message(QStringLiteral("<message.*?</message>"),
                                            QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression text(QStringLiteral("<source>(.*?)</source>"),
                                         QRegularExpression::DotMatchesEverythingOption);
    QStringList wrong;
    int count = 0;
    for (auto each = message.globalMatch(read(copy)); each.hasNext(); ++count) {
        const QString found = each.next().captured();
        if (found.contains(QLatin1String("type=\"")) || found.contains(QLatin1String("<translation></translation>")))
            wrong.append(text.match(found).captured(1));
    }
    QVERIFY(count > 10);
    QVERIFY2(wrong.isEmpty(),
             qPrintable(QStringLiteral("unfinished or no longer used: ") + wrong.join(QLatin1String(" | "))));
}

void TestTranslations::placeholdersSurvive_data() { everyTextIsThere_data(); }

void TestTranslations::placeholdersSurvive()
{
    QFETCH(QString, file);
    static const QRegularExpression message(
        QStringLiteral("<source>(.*?)</source>\\s*<translation>(.*?)</translation>"),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression form(QStringLiteral("<numerusform>(.*?)</numerusform>"));
    static const QRegularExpression placeholder(QStringLiteral("%L?[0-9n]"));
    const auto places = [](const QString &text) {
        QSet<QString> found;
        for (auto each = placeholder.globalMatch(text); each.hasNext();)
            found.insert(each.next().captured());
        return found;
    };
    for (auto each = message.globalMatch(read(file)); each.hasNext();) {
        const auto pair = each.next();
        QStringList texts;
        for (auto one = form.globalMatch(pair.captured(2)); one.hasNext();)
            texts.append(one.next().captured(1));
        if (texts.isEmpty())
            texts.append(pair.captured(2));
        for (const QString &translated : std::as_const(texts))
            QVERIFY2(places(translated) == places(pair.captured(1)), qPrintable(translated));
    }
}

void TestTranslations::isBuiltIn()
{
    const auto text = [](const char *context, const char *key, int n = -1) {
        return QCoreApplication::translate(context, key, nullptr, n);
    };
    QCOMPARE(availableLanguages(),
             (QStringList{QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("fr"), QStringLiteral("ja"),
                          QStringLiteral("zh_CN")}));
    installTranslators(*QCoreApplication::instance(), QLocale(QLocale::Italian)); // there is none
    QCOMPARE(text("porthole::StatusLine", "%Ln worker(s)", 1), QStringLiteral("1 worker"));
    installTranslators(*QCoreApplication::instance(), QStringLiteral("fr"));
    QCOMPARE(text("porthole::ComposeBar", "Push"), QStringLiteral("Envoyer"));
    installTranslators(*QCoreApplication::instance(), QStringLiteral("ja"));
    QCOMPARE(text("porthole::ComposeBar", "Push"), QString::fromUtf8("送信"));
    installTranslators(*QCoreApplication::instance(), QStringLiteral("zh_CN"));
    QCOMPARE(text("porthole::StatusLine", "%Ln worker(s)", 2), QString::fromUtf8("2 个工作线程"));
    installTranslators(*QCoreApplication::instance(), QLocale(QLocale::German));
    QCOMPARE(text("porthole::ComposeBar", "Push"), QStringLiteral("Senden"));
    installTranslators(*QCoreApplication::instance(), QLocale(QLocale::English));
    QCOMPARE(text("porthole::StatusLine", "%Ln worker(s)", 2), QStringLiteral("2 workers"));
}

/// Two buttons that are in sight together, of which one closes all clients.
void TestTranslations::pausingIsNotStopping()
{
    for (const QString &language : availableLanguages()) {
        installTranslators(*QCoreApplication::instance(), language);
        QString pause = QCoreApplication::translate("porthole::MessagesPane", "&Pause");
        QVERIFY2(pause != QCoreApplication::translate("porthole::ServerPanel", "&Stop"), qPrintable(language));
        QVERIFY2(pause.remove(QLatin1Char('&')) != QCoreApplication::translate("porthole::ServerPanel", "Stop"),
                 qPrintable(language));
    }
    installTranslators(*QCoreApplication::instance(), QStringLiteral("en"));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
