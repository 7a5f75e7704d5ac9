// SPDX-License-Identifier: MIT
// Promises (ECMA-262 27.2), whose jobs run before the engine returns to its event loop, each within the budget; and async
// functions, which are made of them.
import { host } from 'porthole';
import { isObject, shown } from './arguments.js';
import { described, stackOf } from './errors.js';
import { hidden } from './properties.js';

const jobs = []; // run, its argument, the promise that is rejected when it is interrupted
let nextJob = 0;
let isAwake = false;
let current;
const unheard = [];

export function enqueue(run, argument, owner) {
    jobs.push(run, argument, owner);
    if (!isAwake) {
        isAwake = true;
        host.wake();
    }
}

export function runJobs() {
    while (nextJob < jobs.length) {
        const run = jobs[nextJob];
        const argument = jobs[nextJob + 1];
        current = jobs[nextJob + 2];
        nextJob += 3;
        if (nextJob > 3000) {
            jobs.splice(0, nextJob);
            nextJob = 0;
        }
        run(argument);
    }
    current = undefined;
    jobs.length = nextJob = 0;
    isAwake = false;
    for (const promise of unheard.splice(0)) {
        if (!promise.isHeard)
            host.unhandled(described(promise.value), stackOf(promise.value));
    }
}

// The job that ran is over, and all that wait if need be; their promises hear why.
export function jobInterrupted(sentence, areAllOver) {
    const owners = [current];
    current = undefined;
    if (areAllOver) {
        for (let job = nextJob; job < jobs.length; job += 3)
            owners.push(jobs[job + 2]);
        jobs.length = nextJob = 0;
    }
    for (const owner of owners.filter(Boolean))
        settle(owner, 'rejected', { toString: () => sentence });
}

function settle(promise, state, value) {
    if (promise.state !== 'pending')
        return;
    promise.state = state;
    promise.value = value;
    if (state === 'rejected' && !promise.isHeard)
        unheard.push(promise);
    for (const waiting of promise.waiting)
        enqueue(state === 'fulfilled' ? waiting.fulfilled : waiting.rejected, value, waiting.owner);
    promise.waiting = undefined;
    if (!isAwake && unheard.length > 0)
        enqueue(() => {}, undefined, undefined);
}

function resolve(promise, value) {
    if (value === promise)
        return settle(promise, 'rejected', new TypeError('A promise cannot wait for itself'));
    if (value instanceof Promise)
        return subscribe(value, result => settle(promise, 'fulfilled', result),
                         error => settle(promise, 'rejected', error), promise);
    if (!isObject(value) && typeof value !== 'function')
        return settle(promise, 'fulfilled', value);
    let then;
    try {
        then = value.then;
    } catch (error) {
        return settle(promise, 'rejected', error);
    }
    if (typeof then !== 'function')
        return settle(promise, 'fulfilled', value);
    enqueue(() => follow(promise, resolver => then.call(value, resolver.resolve, resolver.reject)), undefined, promise);
}

function follow(promise, run) {
    let isOver = false;
    const once = act => value => {
        if (!isOver) {
            isOver = true;
            act(value);
        }
    };
    const reject = once(error => settle(promise, 'rejected', error));
    try {
        run({ resolve: once(value => resolve(promise, value)), reject });
    } catch (error) {
        reject(error);
    }
}

function subscribe(promise, fulfilled, rejected, owner) {
    promise.isHeard = true;
    if (promise.state === 'pending')
        promise.waiting.push({ fulfilled, rejected, owner });
    else
        enqueue(promise.state === 'fulfilled' ? fulfilled : rejected, promise.value, owner);
}

export class Promise {
    constructor(executor) {
        if (typeof executor !== 'function')
            throw new TypeError(`new Promise(executor): executor must be a function, not ${shown(executor)}`);
        hidden(this, { state: 'pending', value: undefined, waiting: [], isHeard: false });
        follow(this, resolver => executor(resolver.resolve, resolver.reject));
    }

    then(fulfilled, rejected) {
        const next = new Promise(() => {});
        const through = (handler, otherwise) => typeof handler !== 'function' ? otherwise : value => {
            let result;
            try {
                result = handler(value);
            } catch (error) {
                return settle(next, 'rejected', error);
            }
            resolve(next, result);
        };
        subscribe(this, through(fulfilled, value => resolve(next, value)),
                  through(rejected, error => settle(next, 'rejected', error)), next);
        return next;
    }

    catch(rejected) {
        return this.then(undefined, rejected);
    }

    finally(handler) {
        return this.then(value => Promise.resolve(handler()).then(() => value),
                         error => Promise.resolve(handler()).then(() => { throw error; }));
    }

    static resolve(value) {
        return value instanceof Promise ? value : new Promise(done => done(value));
    }

    static reject(error) {
        return new Promise((_, reject) => reject(error));
    }

    static all(values) {
        return together(values, (promise, index, all) => promise.then(value => all.put(index, value), all.reject), all => all.results);
    }

    static allSettled(values) {
        return together(values, (promise, index, all) => promise.then(value => all.put(index, { status: 'fulfilled', value }), reason => all.put(index, { status: 'rejected', reason })), all => all.results);
    }

    static race(values) {
        return new Promise((done, reject) => {
            for (const value of values)
                Promise.resolve(value).then(done, reject);
        });
    }

    static any(values) {
        return new Promise((done, reject) => {
            together(values, (promise, index, all) => promise.then(done, error => all.put(index, error)),
                     all => Object.assign(new Error('All promises were rejected'), { errors: all.results })).then(reject, reject);
        });
    }
}

function together(values, each, result) {
    return new Promise((done, reject) => {
        const all = { results: [], missing: 1, reject };
        const arrived = () => --all.missing === 0 && done(result(all));
        all.put = (index, value) => {
            all.results[index] = value;
            arrived();
        };
        let index = 0;
        for (const value of values) {
            ++all.missing;
            each(Promise.resolve(value), index++, all);
        }
        arrived();
    });
}

// An async function, translated to a generator that yields what it awaits.
export function runAsync(self, given, generator) {
    const promise = new Promise(() => {});
    let steps;
    function next(value) {
        step('next', value);
    }
    function fail(error) {
        step('throw', error);
    }
    function step(method, value) {
        let result;
        try {
            if (!steps)
                steps = generator.apply(self, given);
            result = steps[method](value);
        } catch (error) {
            return settle(promise, 'rejected', error);
        }
        if (result.done)
            resolve(promise, result.value);
        else
            subscribe(Promise.resolve(result.value), next, fail, promise);
    }
    next();
    return promise;
}
