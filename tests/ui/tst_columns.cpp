// SPDX-License-Identifier: MIT
#include "tests/support/fakemonitor.h"
#include "ui/clients/clientspane.h"
#include "ui/console/consolepane.h"
#include "ui/mainwindow.h"
#include "ui/messages/logview.h"
#include "ui/messages/messagespane.h"
#include "ui/shared/languages.h"
#include "ui/shared/widgets/tailview.h"

#include <QApplication>
#include <QHeaderView>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include <memory>

using namespace porthole;

// Columns are as wide as what the language says in them, at each size of text.
class TestColumns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void fit_data();
    void fit();
    void whatWasRememberedFits();
    void aNarrowColumnStaysNarrow();
};

void TestColumns::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("porthole-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("columns"));
}

void TestColumns::cleanup()
{
    QSettings().clear();
    installTranslators(*QCoreApplication::instance(), QLocale(QLocale::English));
}

void TestColumns::fit_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("scale");
    for (const char *language : {"en", "de", "fr", "ja", "zh_CN"}) {
        for (const int scale : {100, 150, 200})
            QTest::addRow("%s at %d %%", language, scale) << QString::fromLatin1(language) << scale;
    }
}

/// Columns that are shown but too narrow for their title or for what stands in them; those of any length may be.
static QStringList tooNarrow(const QTableView &table, const QStringList &ofAnyLength)
{
    QStringList found;
    const QHeaderView *header = table.horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        const QString title = table.model()->headerData(column, Qt::Horizontal).toString();
        if (table.isColumnHidden(column) || ofAnyLength.contains(QString::number(column)))
            continue;

        const int text = static_cast<const QAbstractItemView &>(table).sizeHintForColumn(column);
        const int titled = header->fontMetrics().horizontalAdvance(title);
        if (const int wanted = std::max(text, titled); wanted > header->sectionSize(column))
            found.append(QStringLiteral("%1: %2 of %3").arg(title).arg(header->sectionSize(column)).arg(wanted));
    }
    return found;
}

/// A window in that language and size, with something in each of its tables.
struct Bench
{
    Bench(const QString &language, int scale)
    {
        installTranslators(*QCoreApplication::instance(), language);
        QSettings().setValue(QStringLiteral("look/textScale"), scale);
        window = std::make_unique<MainWindow>(monitor);
        window->show();
        const ClientId client = monitor.addClient();
        for (const ConsoleLevel level :
             {ConsoleLevel::Debug, ConsoleLevel::Info, ConsoleLevel::Warning, ConsoleLevel::Error})
            monitor.addConsole(level, QStringLiteral("text"), QStringLiteral("chat.js:12"));
        for (const Opcode opcode : {Opcode::Text, Opcode::Binary}) {
            monitor.addMessage(client, Direction::In, QByteArray(1000, 'x'), opcode);
            monitor.addMessage(client, Direction::Out, QByteArray(1000, 'x'), opcode);
        }
        monitor.flush();
        window->feed().tick();
    }

    QTableView &log() const { return *window->messagesPane()->table(); }
    QString tooNarrow() const
    {
        return (::tooNarrow(*window->clientsPane()->table(), {QStringLiteral("2")})
                + ::tooNarrow(log(), {QStringLiteral("5")})
                + ::tooNarrow(*window->consolePane()->table(), {QStringLiteral("4")}))
            .join(QLatin1String("; "));
    }

    FakeMonitor monitor;
    std::unique_ptr<MainWindow> window;
};

void TestColumns::fit()
{
    QFETCH(QString, language);
    QFETCH(int, scale);
    const Bench bench(language, scale);
    QTRY_COMPARE(bench.log().model()->rowCount(), 4);
    QCOMPARE(bench.tooNarrow(), QString());
}

void TestColumns::whatWasRememberedFits()
{
    Bench(QStringLiteral("en"), 75).window.reset();
    const Bench bench(QStringLiteral("ja"), 150);
    QTRY_COMPARE(bench.log().model()->rowCount(), 4);
    QCOMPARE(bench.tooNarrow(), QString());
}

void TestColumns::aNarrowColumnStaysNarrow()
{
    {
        const Bench bench(QStringLiteral("en"), 100);
        bench.log().horizontalHeader()->resizeSection(0, 60);
    }
    const Bench bench(QStringLiteral("ja"), 150);
    QCOMPARE(bench.log().horizontalHeader()->sectionSize(0), 60);
}

QTEST_MAIN(TestColumns)
#include "tst_columns.moc"
