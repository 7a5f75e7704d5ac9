// SPDX-License-Identifier: MIT
// Timers. Those of a script that loads begin when it takes over; those of a client end with it.
import { host } from 'porthole';
import { a } from './arguments.js';
import { rest } from './handlers.js';
import { isLoading } from './state.js';

const timers = new Map();
const timersOf = new Map(); // by client
let lastTimer = 0;

export function addTimer(client, delay, repeats, callback, isForeign) {
    const number = ++lastTimer;
    timers.set(number, { client, delay, repeats, callback, isForeign, native: 0 });
    if (client) {
        if (!timersOf.has(client))
            timersOf.set(client, new Set());
        timersOf.get(client).add(number);
    }
    if (!isLoading())
        startTimer(number);
    return number;
}

function startTimer(number) {
    const timer = timers.get(number);
    timer.native = host.startTimer(number, timer.isForeign ? 0 : timer.client, timer.delay, timer.repeats);
    if (timer.native === 0)
        forget(number);
}

function forget(number) {
    const timer = timers.get(number);
    timers.delete(number);
    const others = timersOf.get(timer.client);
    if (others && others.delete(number) && others.size === 0)
        timersOf.delete(timer.client);
}

export function fire(number) {
    const timer = timers.get(number);
    if (!timer)
        return 0;
    if (timer.isForeign && !host.exists(timer.client)) {
        clearTimer(number);
        return 0;
    }
    if (!timer.repeats)
        forget(number);
    return rest(timer.callback());
}

export function gone(client) {
    for (const number of timersOf.get(client) || [])
        timers.delete(number);
    timersOf.delete(client);
}

export function clearTimer(number) {
    const timer = timers.get(number);
    if (!timer)
        return false;
    forget(number);
    if (timer.native)
        host.clearTimer(timer.native);
    return true;
}

// tick(delay, callback) or tick(client, delay, callback)
export function timed(name, repeats, given) {
    const call = `${name}(client, ${repeats ? 'interval' : 'delay'}, callback)`;
    const isOfClient = given.length > 2 || (given.length === 2 && typeof given[1] !== 'function');
    const client = isOfClient ? a.client(call, given[0]) : 0;
    const delay = a.time(call, repeats ? 'interval' : 'delay', given[isOfClient ? 1 : 0]);
    const callback = a.callback(call, 'callback', given[isOfClient ? 2 : 1]);
    return addTimer(client, delay, repeats, callback, client > 0 && !host.isHere(client));
}

export function beginTimers() {
    for (const number of Array.from(timers.keys()))
        startTimer(number);
}

/** What repeats ends, what somebody may wait for goes on. */
export function endTicks() {
    for (const number of Array.from(timers.keys())) {
        if (timers.get(number).repeats)
            clearTimer(number);
    }
}
