// SPDX-License-Identifier: MIT
// Events and their handlers, and what a handler leaves to be waited for.
import { host } from 'porthole';
import { nextNumber } from './answers.js';
import { a, isObject, shown } from './arguments.js';
import { described, stackOf } from './errors.js';
import { Frame } from './frame.js';
import { decided } from './http.js';
import { Promise } from './promise.js';

const events = ['start', 'workerStart', 'workerStop', 'workerMessage', 'handshake', 'request', 'open', 'message',
                'bufferFull', 'drain', 'close', 'disconnect', 'reload', 'task'];
const handlers = {};
let onMessage;

const isThenable = result => result !== undefined && isObject(result) && typeof result.then === 'function';

// 0 when the handler is done with, the number of what it waits for otherwise.
export function rest(result) {
    return isThenable(result) ? wait(result, () => undefined) : 0;
}
function wait(result, use) {
    const number = nextNumber();
    Promise.resolve(result).then(use).then(value => host.settled(number, value),
                                           error => host.failed(number, described(error), stackOf(error)));
    return number;
}

export function run(name, argument, second) {
    const handler = handlers[name];
    return handler === undefined ? 0 : rest(handler(argument, second));
}

// The path of every message: most handlers return what push() does, or nothing.
export function message(client, payload) {
    if (onMessage === undefined)
        return 0;
    const result = onMessage(new Frame(client, payload));
    return typeof result === 'object' ? rest(result) : 0;
}

export function decide(name, argument) {
    const result = handlers[name](argument);
    return isThenable(result) ? wait(result, value => decided(name, value)) : decided(name, result);
}

export function work(json) {
    if (!handlers.task)
        throw new Error('the script has no handler for "task"');
    const use = result => result === undefined ? 'null' : a.json('task', 'the result', result);
    const result = handlers.task(JSON.parse(json));
    return isThenable(result) ? wait(result, use) : use(result);
}

// Runs what nobody waits for.
export function alone(callback) {
    try {
        rest(callback());
    } catch (error) {
        host.unhandled(described(error), stackOf(error));
    }
}

export function on(event, handler) {
    const call = 'on(event, handler)';
    a.text(call, 'event', event);
    if (events.indexOf(event) < 0)
        throw new TypeError(`server.${call}: there is no event ${shown(event)}; there are ${events.join(', ')}`);
    handlers[event] = a.callback(call, 'handler', handler);
    if (event === 'message')
        onMessage = handler;
}

export const has = name => handlers[name] !== undefined;
