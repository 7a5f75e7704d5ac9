// SPDX-License-Identifier: MIT
// The object `server`: names are those of server/server.h.
import { host } from 'porthole';
import { ask } from './answers.js';
import { a, wrong } from './arguments.js';
import { alone, on } from './handlers.js';
import { enqueue } from './promise.js';
import { raised } from './errors.js';
import { acting } from './state.js';
import { table } from './table.js';
import { clearTimer, timed } from './timers.js';

const results = host.results(); // by number of PushResult

function pushed(call, result, client, payload) {
    if (result >= 0)
        return results[result];
    acting(call);
    a.client(call, client);
    a.message(call, payload);
    return results[-1 - result];
}

function clientsOptions(call, after, limit) {
    return [after === undefined ? 0 : a.integer(call, 'after', after, 0, Number.MAX_SAFE_INTEGER),
            limit === undefined ? 1000 : a.integer(call, 'limit', limit, 0, 10000000)];
}

const { pushText, pushBytes } = host;

export const server = {
    on(event, handler) {
        on(event, handler);
        return server;
    },
    push(client, message) {
        if (typeof message === 'string' && typeof client === 'number') {
            const result = pushText(client, message);
            return result >= 0 ? results[result] : pushed('push(client, message)', result, client, message);
        }
        const call = 'push(client, message)';
        a.client(call, client);
        const payload = a.message(call, message);
        return pushed(call, typeof payload === 'string' ? pushText(client, payload) : pushBytes(client, payload), client, message);
    },
    pushWait(client, message) {
        const call = 'pushWait(client, message)';
        acting(call);
        a.client(call, client);
        const payload = a.message(call, message);
        return ask(number => typeof payload === 'string' ? host.pushWaitText(number, client, payload)
                                                         : host.pushWaitBytes(number, client, payload))
            .then(result => results[result]);
    },
    broadcast(message, except) {
        const call = 'broadcast(message, except)';
        acting(call);
        const payload = a.message(call, message);
        const but = a.clientOrNone(call, except, 'except');
        return results[typeof payload === 'string' ? host.broadcastText(payload, but) : host.broadcastBytes(payload, but)];
    },
    publish(room, message, except) {
        const call = 'publish(room, message, except)';
        acting(call);
        a.text(call, 'room', room);
        const payload = a.message(call, message);
        const but = a.clientOrNone(call, except, 'except');
        return results[typeof payload === 'string' ? host.publishText(room, payload, but) : host.publishBytes(room, payload, but)];
    },
    join(client, room) {
        const call = 'join(client, room)';
        acting(call);
        a.client(call, client);
        a.text(call, 'room', room);
        return host.exists(client) && raised(host.join(client, room));
    },
    leave(client, room) {
        const call = 'leave(client, room)';
        acting(call);
        return host.leave(a.client(call, client), a.text(call, 'room', room));
    },
    members: room => host.members(a.text('members(room)', 'room', room)),
    rooms: client => host.rooms(a.client('rooms(client)', client)),
    disconnect(client, code, reason) {
        const call = 'disconnect(client, code, reason)';
        acting(call);
        a.client(call, client);
        const number = code === undefined ? 1000 : a.integer(call, 'code', code, 1000, 4999);
        const why = a.textOrNone(call, 'reason', reason);
        return host.exists(client) && raised(host.disconnect(client, number, why));
    },
    close(client) {
        acting('close(client)');
        return host.close(a.client('close(client)', client));
    },
    exists: client => host.exists(a.client('exists(client)', client)),
    isEstablished: client => host.isEstablished(a.client('isEstablished(client)', client)),
    clientInfo(client) {
        const info = host.clientInfo(a.client('clientInfo(client)', client));
        return info === '' ? null : JSON.parse(info);
    },
    clients(after, limit) {
        const options = clientsOptions('clients(after, limit)', after, limit);
        return host.clients(options[0], options[1]);
    },
    heartbeat(silence, close) {
        const call = 'heartbeat(silence, close)';
        return host.heartbeat(a.time(call, 'silence', silence), a.flag(call, 'close', close, false));
    },
    bind(client, user) {
        const call = 'bind(client, user)';
        acting(call);
        return host.bind(a.client(call, client), a.text(call, 'user', user));
    },
    clientsOf: user => host.clientsOf(a.text('clientsOf(user)', 'user', user)),
    setValue(client, value) {
        const call = 'setValue(client, value)';
        acting(call);
        return host.setValue(a.client(call, client), a.json(call, 'value', value));
    },
    value(client) {
        const json = host.value(a.client('value(client)', client));
        return json === '' ? undefined : JSON.parse(json)[0];
    },
    queuedBytes: client => host.queuedBytes(a.client('queuedBytes(client)', client)),
    pause: client => host.pause(a.client('pause(client)', client), true),
    resume: client => host.pause(a.client('resume(client)', client), false),
    protect(client, on) {
        const call = 'protect(client, on)';
        host.protect(a.client(call, client), a.flag(call, 'on', on, true));
    },
    drained(client) {
        a.client('drained(client)', client);
        return ask(number => host.drained(number, client));
    },
    sleep(client, delay) {
        const isOfClient = delay !== undefined;
        const call = 'sleep(client, delay)';
        const who = isOfClient ? a.client(call, client) : 0;
        const time = a.time(call, 'delay', isOfClient ? delay : client);
        return ask(number => host.sleep(number, who, time));
    },
    tick() {
        return timed('tick', true, arguments);
    },
    after() {
        return timed('after', false, arguments);
    },
    clearTimer(timer) {
        if (typeof timer !== 'number')
            throw wrong('clearTimer(timer)', 'timer', 'what tick() or after() returned', timer);
        return clearTimer(timer);
    },
    defer(callback) {
        const call = a.callback('defer(callback)', 'callback', callback);
        enqueue(alone, call, undefined);
    },
    sendMessage(worker, value) {
        const call = 'sendMessage(worker, value)';
        acting(call);
        return host.sendMessage(a.integer(call, 'worker', worker, 0, 0x7fffffff), a.json(call, 'value', value));
    },
    task(data) {
        acting('task(data)');
        const json = a.json('task(data)', 'data', data === undefined ? null : data);
        return ask(number => host.task(number, json)).then(JSON.parse);
    },
    stats() {
        return ask(number => host.stats(number)).then(JSON.parse);
    },
    get url() { return host.urls()[0] || ''; },
    get urls() { return host.urls(); },
    get port() { return host.port(); },
    get worker() { return host.worker(); },
    get workers() { return host.workers(); },
    state: {},
    table,
};
