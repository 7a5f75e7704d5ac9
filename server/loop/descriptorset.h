// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <array>
#include <vector>

#include <poll.h>
#include <sys/epoll.h>

namespace porthole {

/// The descriptors a thread waits for: what is wanted of each, told to the kernel as late as possible and waited for
/// level-triggered. Interests are looked up by number; a wait costs the descriptors that are ready, not those that are
/// watched; an interest that comes and goes between two waits costs no system call. Who wants to write as well can
/// mostly do so at once and then wants it no more: one poll() for all of them saves telling the kernel twice for each.
///
/// A number can stand for another file than last time, since files are closed and opened between two waits. The kernel
/// forgets a closed file by itself, but not one that somebody duplicated; what such a file still reports is recognised
/// by its generation, and the set is then built anew without it.
///
/// Threads: the one whose loop it is. Lifetime: owns its epoll descriptor only.
/// Errors: a file the kernel cannot watch counts as always ready, as it does for poll(); a descriptor that is not open,
/// or for which there is no room, is reported with POLLNVAL until nothing is wanted of it.
class DescriptorSet final
{
    Q_DISABLE_COPY_MOVE(DescriptorSet)

public:
    /// No descriptor (-1) stands for no more.
    struct Ready
    {
        int descriptor = -1;
        quint32 events = 0;
    };

    struct Statistics
    {
        quint64 waits = 0;    // calls of epoll_wait
        quint64 changes = 0;  // calls of epoll_ctl
        quint64 probes = 0;   // calls of poll
        quint64 ready = 0;    // events looked at
        quint64 rebuilds = 0; // because of a file that was closed here and lives on elsewhere
    };

    /// Waits for these two as well, the first edge-triggered, and next() leaves them out.
    DescriptorSet(int wakeDescriptor, int alarmDescriptor);
    ~DescriptorSet();

    bool isValid() const { return m_epoll >= 0; }
    /// Events as in EPOLLIN, EPOLLOUT and so on; zero for nothing more.
    void want(int descriptor, quint32 events);
    /// The number may stand for another file from now on, though something is wanted of it all the time.
    void doubt(int descriptor);
    /// It is about to be closed by the one who has it: the kernel forgets it by itself.
    void forget(int descriptor);
    /// Applies what is wanted and waits; in milliseconds, below zero for ever. Drops what next() did not fetch: it is
    /// reported again. False when a signal came first.
    bool wait(int timeout);
    [[gnu::hot]] Ready next();
    /// The descriptor that next() will most likely return after so many others; -1 when there are not as many.
    int upcoming(size_t others) const
    {
        return m_next + others < m_count ? int(m_events[m_next + others].data.u64 & 0xffffffff) : -1;
    }
    /// The alarm was among what the last wait found, as far as next() has come.
    bool hasRung() const { return m_hasRung; }
    /// The last wait found as much as it can: there may be more.
    bool isFull() const { return m_count == m_events.size(); }
    /// Changes with every wait.
    quint32 round() const { return m_round; }
    const Statistics &statistics() const { return m_statistics; }

private:
    struct Interest
    {
        quint32 generation = 0;
        quint16 wanted = 0;
        quint16 applied = 0; // what the kernel knows; zero: nothing
        quint16 always = 0;  // for what the kernel refuses: what it is ready for at any time
        bool dirty = false;
        bool doubted = false;
    };

    Interest &interest(int descriptor);
    void setDirty(int descriptor);
    void prepare();
    void flush();
    void apply(int descriptor);
    void probe();
    void tell(int descriptor);
    void refuse(int descriptor, quint32 always);
    void accept(int descriptor);
    bool control(int operation, int descriptor);
    bool addOwn(int epoll) const;
    void rebuild();

    const int m_wakeDescriptor;
    const int m_alarmDescriptor;
    int m_epoll = -1;
    std::vector<Interest> m_interests;
    std::vector<int> m_dirty;
    std::vector<int> m_refused;
    std::vector<pollfd> m_probes;
    std::vector<Ready> m_known; // what is ready without epoll's word
    size_t m_count = 0;
    size_t m_next = 0;
    size_t m_nextKnown = 0;
    quint32 m_round = 0;
    bool m_stale = false;
    bool m_hasRung = false;
    Statistics m_statistics;
    std::array<epoll_event, 256> m_events; // last: it would lie between what each wait looks at
};

} // namespace porthole
