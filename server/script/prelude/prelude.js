// SPDX-License-Identifier: MIT
// What a script finds, put together: runs before it, once in each engine. `host` is ScriptHost, which takes strings,
// numbers and ArrayBuffers only; what scripts hand over is looked at here. What this module exports, ScriptEngine calls.
import { global, host } from 'porthole';
import './missing.js';
import { console } from './console.js';
import { crypto } from './crypto.js';
import { atob, btoa, TextDecoder, TextEncoder } from './encoding.js';
import { fetch } from './fetch.js';
import { alone, decide, has, run } from './handlers.js';
import { HttpReply, Upgrade } from './http.js';
import { enqueue, Promise, runAsync } from './promise.js';
import { hidden } from './properties.js';
import { server } from './server.js';
import { endLoading } from './state.js';
import { clearTimeout, setInterval, setTimeout } from './timeouts.js';
import { beginTimers, endTicks } from './timers.js';

export { answer } from './answers.js';
export { has, message, run, work } from './handlers.js';
export { jobInterrupted, runJobs } from './promise.js';
export { fire, gone } from './timers.js';

/** The line that runs, noted by the script as it is translated. */
export const marks = { l: 0 };

hidden(global, {
    globalThis: global, server, console, Promise, Upgrade, HttpReply, fetch, TextEncoder, TextDecoder, crypto,
    setTimeout, setInterval, clearTimeout, clearInterval: clearTimeout,
    queueMicrotask: callback => enqueue(alone, callback, undefined),
    performance: { now: () => host.now() },
    btoa, atob,
    structuredClone: value => value === undefined ? undefined : JSON.parse(JSON.stringify(value)),
    __async: runAsync, __marks: marks,
});

/** The script takes over: what it set going while it loaded begins. */
export function begin() {
    endLoading();
    beginTimers();
}

/** It is replaced. */
export const retire = endTicks;

export function state() {
    const json = JSON.stringify(server.state);
    return json === undefined ? '{}' : json;
}

export const reload = (state, clients) => run('reload', { state: JSON.parse(state), clients });
export const parsed = (name, json) => run(name, JSON.parse(json));
export const workerMessage = (json, from) => run('workerMessage', JSON.parse(json)[0], from);

export function decideOn(name, json, body) {
    const request = JSON.parse(json);
    if (name === 'request') {
        Object.defineProperty(request, 'body', { get: () => host.decode(body, false), enumerable: true });
        hidden(request, { bytes: body });
    }
    return has(name) ? decide(name, request) : 0;
}
