// SPDX-License-Identifier: MIT
#include "server/loop/descriptorset.h"

#include <cerrno>
#include <utility>

#include <sys/syscall.h>
#include <unistd.h>

namespace porthole {

namespace {

// The C library's call may be cancelled, see socketcalls.
#if defined(SYS_epoll_wait) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
int waitFor(int epoll, epoll_event *events, size_t count, int timeout)
{
    return int(::syscall(SYS_epoll_wait, epoll, events, int(count), timeout));
}
#else
int waitFor(int epoll, epoll_event *events, size_t count, int timeout)
{
    return epoll_wait(epoll, events, int(count), timeout);
}
#endif

constexpr quint64 wakeTag = ~quint64(0);
constexpr quint64 alarmTag = wakeTag - 1;

quint64 tag(int descriptor, quint32 generation) { return quint64(generation) << 32 | quint32(descriptor); }

} // namespace

DescriptorSet::DescriptorSet(int wakeDescriptor, int alarmDescriptor)
    : m_wakeDescriptor(wakeDescriptor), m_alarmDescriptor(alarmDescriptor), m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    if (m_epoll >= 0 && !addOwn(m_epoll)) {
        close(m_epoll);
        m_epoll = -1;
    }
}

DescriptorSet::~DescriptorSet()
{
    if (m_epoll >= 0)
        close(m_epoll);
}

void DescriptorSet::want(int descriptor, quint32 events)
{
    Interest &interest = this->interest(descriptor);
    interest.wanted = quint16(events);
    if (events == 0)
        interest.doubted = true;
    setDirty(descriptor);
}

void DescriptorSet::doubt(int descriptor)
{
    interest(descriptor).doubted = true;
    setDirty(descriptor);
}

// Where a child process has it still, its events are taken for what they are: stale.
void DescriptorSet::forget(int descriptor)
{
    Interest &interest = this->interest(descriptor);
    interest.wanted = 0;
    interest.applied = 0;
    interest.doubted = true;
    setDirty(descriptor);
}

bool DescriptorSet::wait(int timeout)
{
    m_known.clear();
    if (m_stale || !m_dirty.empty() || !m_refused.empty())
        prepare();
    ++m_round;
    ++m_statistics.waits;
    m_next = 0;
    m_nextKnown = 0;
    m_hasRung = false;
    const int count = waitFor(m_epoll, m_events.data(), m_events.size(), m_known.empty() ? timeout : 0);
    m_count = count > 0 ? size_t(count) : 0;
    m_statistics.ready += m_count;
    return count >= 0 || errno != EINTR;
}

// Most waits have nothing to prepare.
Q_NEVER_INLINE void DescriptorSet::prepare()
{
    if (m_stale)
        rebuild();
    flush();
    for (const int descriptor : m_refused)
        m_known.push_back({descriptor, m_interests[size_t(descriptor)].always});
}

DescriptorSet::Ready DescriptorSet::next()
{
    while (m_next < m_count) {
        const epoll_event &event = m_events[m_next++];
        const quint64 tag = event.data.u64;
        if (tag >= alarmTag) {
            m_hasRung |= tag == alarmTag;
            continue;
        }
        const auto descriptor = int(tag & 0xffffffff);
        const Interest &interest = m_interests[size_t(descriptor)];
        if (interest.applied != 0 && interest.generation == quint32(tag >> 32))
            return {descriptor, event.events};
        m_stale = true;
    }
    return m_nextKnown < m_known.size() ? m_known[m_nextKnown++] : Ready();
}

DescriptorSet::Interest &DescriptorSet::interest(int descriptor)
{
    if (size_t(descriptor) >= m_interests.size())
        m_interests.resize(size_t(descriptor) + 1);
    return m_interests[size_t(descriptor)];
}

void DescriptorSet::setDirty(int descriptor)
{
    if (!std::exchange(m_interests[size_t(descriptor)].dirty, true))
        m_dirty.push_back(descriptor);
}

void DescriptorSet::flush()
{
    for (const int descriptor : m_dirty)
        apply(descriptor);
    m_dirty.clear();
    if (!m_probes.empty())
        probe();
}

void DescriptorSet::apply(int descriptor)
{
    Interest &interest = m_interests[size_t(descriptor)];
    interest.dirty = false;
    const bool doubted = std::exchange(interest.doubted, false);
    if (interest.always != 0) {
        accept(descriptor);
        if (doubted)
            interest.always = 0;
    }

    if (interest.wanted == 0) {
        if (std::exchange(interest.applied, 0) != 0)
            control(EPOLL_CTL_DEL, descriptor);
    } else if (interest.always != 0) {
        refuse(descriptor, interest.always);
    } else if (doubted || interest.applied == 0) {
        tell(descriptor);
    } else if (interest.wanted != interest.applied) {
        if (interest.wanted == (interest.applied | EPOLLOUT))
            m_probes.push_back({descriptor, POLLOUT, 0});
        else
            tell(descriptor);
    }
}

void DescriptorSet::probe()
{
    ++m_statistics.probes;
    poll(m_probes.data(), m_probes.size(), 0);
    for (const pollfd &probe : m_probes) {
        if (probe.revents & POLLOUT) {
            m_known.push_back({probe.fd, EPOLLOUT});
            setDirty(probe.fd);
        } else {
            tell(probe.fd);
        }
    }
    m_probes.clear();
}

void DescriptorSet::tell(int descriptor)
{
    Interest &interest = m_interests[size_t(descriptor)];
    bool told = interest.applied != 0 && control(EPOLL_CTL_MOD, descriptor);
    if (!told && (interest.applied == 0 || errno == ENOENT)) {
        ++interest.generation;
        told = control(EPOLL_CTL_ADD, descriptor) || (errno == EEXIST && control(EPOLL_CTL_MOD, descriptor));
    }
    interest.applied = told ? interest.wanted : quint16(0);
    if (!told)
        refuse(descriptor, errno == EPERM ? EPOLLIN | EPOLLOUT : POLLNVAL);
}

void DescriptorSet::refuse(int descriptor, quint32 always)
{
    Interest &interest = m_interests[size_t(descriptor)];
    interest.always = quint16(always);
    if (always & (interest.wanted | POLLNVAL))
        m_refused.push_back(descriptor);
}

void DescriptorSet::accept(int descriptor) { std::erase(m_refused, descriptor); }

bool DescriptorSet::control(int operation, int descriptor)
{
    const Interest &interest = m_interests[size_t(descriptor)];
    epoll_event event{};
    event.events = interest.wanted;
    event.data.u64 = tag(descriptor, interest.generation);
    ++m_statistics.changes;
    return epoll_ctl(m_epoll, operation, descriptor, &event) == 0;
}

bool DescriptorSet::addOwn(int epoll) const
{
    epoll_event wake{.events = EPOLLIN | EPOLLET, .data = {.u64 = wakeTag}};
    epoll_event alarm{.events = EPOLLIN, .data = {.u64 = alarmTag}};
    return epoll_ctl(epoll, EPOLL_CTL_ADD, m_wakeDescriptor, &wake) == 0
        && epoll_ctl(epoll, EPOLL_CTL_ADD, m_alarmDescriptor, &alarm) == 0;
}

void DescriptorSet::rebuild()
{
    const int fresh = epoll_create1(EPOLL_CLOEXEC);
    if (fresh < 0)
        return;
    if (!addOwn(fresh)) {
        close(fresh);
        return;
    }
    close(std::exchange(m_epoll, fresh));
    m_stale = false;
    ++m_statistics.rebuilds;
    for (size_t i = 0; i < m_interests.size(); ++i) {
        if (std::exchange(m_interests[i].applied, 0) != 0)
            setDirty(int(i));
    }
}

} // namespace porthole
