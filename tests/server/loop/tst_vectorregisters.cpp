// SPDX-License-Identifier: MIT
#include "server/loop/vectorregisters.h"

#include <QTest>

#include <array>

namespace {

using Half = std::array<quint64, 2>;

constexpr Half ones{~quint64(0), ~quint64(0)};
constexpr Half zeros{};

#if defined(__x86_64__) && defined(__GNUC__)

bool hasRegisters() { return __builtin_cpu_supports("avx"); }

void fill() { asm volatile("vcmptrueps %%ymm0, %%ymm0, %%ymm0" ::: "xmm0"); }

Half upperHalf()
{
    Half half;
    asm volatile("vextractf128 $1, %%ymm0, %0" : "=m"(half));
    return half;
}

#else

bool hasRegisters() { return false; }
void fill() { }
Half upperHalf() { return zeros; }

#endif

} // namespace

class TestVectorRegisters final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void upperHalvesAreNotInUse();
};

void TestVectorRegisters::upperHalvesAreNotInUse()
{
    if (!hasRegisters())
        QSKIP("This processor has no such registers.");
    fill();
    const Half filled = upperHalf();
    QCOMPARE(filled, ones);

    fill();
    porthole::releaseVectorRegisters();
    const Half released = upperHalf();
    QCOMPARE(released, zeros);
}

QTEST_APPLESS_MAIN(TestVectorRegisters)
#include "tst_vectorregisters.moc"
