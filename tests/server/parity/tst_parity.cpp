// SPDX-License-Identifier: MIT
#include "tests/server/parity/parity.h"

using namespace porthole::test;

/// What OpenSwoole's WebSocket server is used for is possible here: each row runs it.
class TestParity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openswoole_data();
    void openswoole();
};

void TestParity::openswoole_data()
{
    QTest::addColumn<Run>("run");
    for (const auto &rows :
         {handshakeRows(), messageRows(), clientRows(), workRows(), operationRows(), windowsRows()}) {
        for (const Capability &capability : rows)
            QTest::newRow(capability.name) << capability.run;
    }
}

void TestParity::openswoole()
{
    QFETCH(const Run, run);
    run();
}

QTEST_GUILESS_MAIN(TestParity)
#include "tst_parity.moc"
