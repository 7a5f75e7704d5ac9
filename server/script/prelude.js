// SPDX-License-Identifier: MIT
// What a script finds: server, console, promises and timers. Runs before the script, once in each engine. `host` is
// ScriptHost, which takes strings, numbers and ArrayBuffers only: what scripts hand over is looked at here. The names are
// those of server/server.h.
(function (host, global) {
    'use strict';

    const isObject = value => typeof value === 'object' && value !== null;

    function shown(value) {
        if (typeof value === 'string')
            return JSON.stringify(value.length > 40 ? value.slice(0, 40) + '...' : value);
        if (typeof value === 'symbol' || typeof value === 'function')
            return `a ${typeof value}`;
        return Array.isArray(value) ? 'an array' : isObject(value) ? 'an object' : String(value);
    }

    const wrong = (call, name, wanted, value) => new TypeError(`${/^[A-Z]|^fetch/.test(call) ? '' : 'server.'}${call}: ${name} must be ${wanted}, not ${shown(value)}`);

    // Each takes the call as people write it, and hands the value on.
    const a = {
        client(call, value, name) {
            if (!Number.isInteger(value) || value < 1)
                throw wrong(call, name || 'client', 'the number of a client', value);
            return value;
        },
        clientOrNone: (call, value, name) => value === undefined ? 0 : a.client(call, value, name),
        text(call, name, value) {
            if (typeof value !== 'string')
                throw wrong(call, name, 'a string', value);
            return value;
        },
        textOrNone: (call, name, value) => value === undefined ? '' : a.text(call, name, value),
        number(call, name, value, least, most) {
            if (typeof value !== 'number' || !(value >= least) || !(value <= most))
                throw wrong(call, name, `a number from ${least} to ${most}`, value);
            return value;
        },
        finite(call, name, value, wanted) {
            if (!Number.isFinite(value))
                throw wrong(call, name, wanted, value);
            return value;
        },
        integer(call, name, value, least, most) {
            if (!Number.isInteger(value) || value < least || value > most)
                throw wrong(call, name, `a whole number from ${least} to ${most}`, value);
            return value;
        },
        time: (call, name, value) => a.number(call, name, value, 0, 0x7fffffff),
        callback(call, name, value) {
            if (typeof value !== 'function')
                throw wrong(call, name, 'a function', value);
            return value;
        },
        flag(call, name, value, standard) {
            if (value === undefined)
                return standard;
            if (typeof value !== 'boolean')
                throw wrong(call, name, 'true or false', value);
            return value;
        },
        json(call, name, value) {
            const text = typeof value === 'function' ? undefined : JSON.stringify(value);
            if (text === undefined)
                throw wrong(call, name, 'what JSON can hold', value);
            return text;
        },
        // A string for a text message, an ArrayBuffer for a binary one.
        message(call, value) {
            if (typeof value === 'string')
                return value;
            const bytes = bytesOf(value);
            if (bytes)
                return bytes;
            if (!isObject(value))
                throw wrong(call, 'message', 'a string, an object or array (sent as JSON), an ArrayBuffer or a Uint8Array', value);
            return a.json(call, 'message', value);
        },
    };

    function bytesOf(value) {
        if (value instanceof ArrayBuffer)
            return value;
        if (ArrayBuffer.isView(value))
            return value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
        return undefined;
    }

    let loading = true;
    function acting(call) {
        if (loading)
            throw new Error(`server.${call}: not while the script loads; do it in "start", "workerStart" or "reload"`);
    }

    // -- Promises (ECMA-262 27.2), whose jobs run before the engine returns to its event loop, each within the budget.

    const jobs = []; // run, its argument, the promise that is rejected when it is interrupted
    let nextJob = 0;
    let isAwake = false;
    let current;
    const unheard = [];

    function enqueue(run, argument, owner) {
        jobs.push(run, argument, owner);
        if (!isAwake) {
            isAwake = true;
            host.wake();
        }
    }

    function runJobs() {
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
    function jobInterrupted(sentence, areAllOver) {
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

    const hidden = (target, values) => {
        for (const name of Object.keys(values))
            Object.defineProperty(target, name, { value: values[name], writable: true, configurable: true });
    };

    class Promise {
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
    function runAsync(self, given, generator) {
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

    // -- Promises that the host answers.

    const asked = new Map();
    let lastAsked = 0;
    function ask(question) {
        return new Promise((done, reject) => {
            const number = ++lastAsked;
            asked.set(number, { done, reject });
            question(number);
        });
    }
    function answer(number, isGood, value) {
        const waiting = asked.get(number);
        asked.delete(number);
        if (waiting && isGood)
            waiting.done(value);
        else if (waiting)
            waiting.reject(new Error(value));
    }

    // -- What handlers are given.

    const opcodes = ['continuation', 'text', 'binary', , , , , , 'close', 'ping', 'pong'];

    function Frame(client, code, payload) {
        this.client = client;
        this.code = code;
        this.payload = payload;
    }
    Object.defineProperties(Frame.prototype, {
        opcode: { get() { return opcodes[this.code]; } },
        text: { get() { return typeof this.payload === 'string' ? this.payload : host.decode(this.payload, false); } },
        data: { get() { return typeof this.payload === 'string' ? host.encode(this.payload) : this.payload; } },
    });

    class HttpReply {
        constructor(reply) {
            Object.assign(this, reply);
        }
        static of(call, body, type, status) {
            return new HttpReply({ status: status === undefined ? 200 : a.integer(call, 'status', status, 200, 599),
                                   headers: { 'Content-Type': type }, body });
        }
        static text(text, status) {
            return HttpReply.of('HttpReply.text(text, status)', a.text('HttpReply.text(text, status)', 'text', text), 'text/plain; charset=utf-8', status);
        }
        static html(html, status) {
            return HttpReply.of('HttpReply.html(html, status)', a.text('HttpReply.html(html, status)', 'html', html), 'text/html; charset=utf-8', status);
        }
        static json(value, status) {
            return HttpReply.of('HttpReply.json(value, status)', a.json('HttpReply.json(value, status)', 'value', value), 'application/json', status);
        }
    }

    class Upgrade {
        constructor(decision) {
            Object.assign(this, decision);
        }
        static accept(subprotocol, headers) {
            const call = 'Upgrade.accept(subprotocol, headers)';
            return new Upgrade({ status: 101, subprotocol: subprotocol === undefined ? null : a.text(call, 'subprotocol', subprotocol), headers: fieldsOf(call, headers) });
        }
        static reject(status, body, headers) {
            const call = 'Upgrade.reject(status, body, headers)';
            return new Upgrade({ status: status === undefined ? 403 : a.integer(call, 'status', status, 200, 599), body: a.textOrNone(call, 'body', body), headers: fieldsOf(call, headers) });
        }
    }

    // Header fields as an object or as pairs, to pairs of strings.
    function fieldsOf(call, headers) {
        if (headers === undefined)
            return [];
        if (!isObject(headers))
            throw wrong(call, 'headers', 'an object or pairs', headers);
        const fields = Array.isArray(headers) ? headers : Object.keys(headers).map(name => [name, headers[name]]);
        for (const field of fields) {
            if (!Array.isArray(field) || field.length !== 2)
                throw wrong(call, 'headers', 'an object or pairs', field);
        }
        return fields.map(field => [String(field[0]), String(field[1])]);
    }

    function upgradeOf(result) {
        if (result === undefined || result === true)
            return Upgrade.accept();
        if (result === false)
            return Upgrade.reject();
        if (!(result instanceof Upgrade))
            throw new TypeError(`a handshake is decided by Upgrade.accept(), Upgrade.reject(), true or false, not ${shown(result)}`);
        return result;
    }

    function replyOf(result) {
        if (result === undefined)
            return HttpReply.text('There is nothing here; this server speaks WebSocket.', 404);
        if (typeof result === 'string')
            return HttpReply.text(result);
        if (!isObject(result))
            throw new TypeError(`a request is answered with an HttpReply, a string or an object, not ${shown(result)}`);
        return result instanceof HttpReply ? result : HttpReply.json(result);
    }

    // What the host reads: the body apart, since it may be bytes.
    function decided(name, result) {
        const reply = name === 'handshake' ? upgradeOf(result) : replyOf(result);
        const bytes = bytesOf(reply.body);
        const head = { status: reply.status === undefined ? 200 : a.integer(name, 'status', reply.status, 101, 599),
                       subprotocol: reply.subprotocol, headers: fieldsOf(name, reply.headers) };
        return [JSON.stringify(head), bytes || a.textOrNone(name, 'body', reply.body)];
    }

    // -- Handlers.

    const events = ['start', 'workerStart', 'workerStop', 'workerMessage', 'handshake', 'request', 'open', 'message',
                    'bufferFull', 'drain', 'close', 'disconnect', 'reload', 'task'];
    const handlers = {};
    let onMessage;

    const isThenable = result => result !== undefined && isObject(result) && typeof result.then === 'function';

    // 0 when the handler is done with, the number of what it waits for otherwise.
    function rest(result) {
        return isThenable(result) ? wait(result, () => undefined) : 0;
    }
    function wait(result, use) {
        const number = ++lastAsked;
        Promise.resolve(result).then(use).then(value => host.settled(number, value),
                                               error => host.failed(number, described(error), stackOf(error)));
        return number;
    }

    function run(name, argument, second) {
        const handler = handlers[name];
        return handler === undefined ? 0 : rest(handler(argument, second));
    }

    function message(client, code, payload) {
        return onMessage === undefined ? 0 : rest(onMessage(new Frame(client, code, payload)));
    }

    function decide(name, argument) {
        const result = handlers[name](argument);
        return isThenable(result) ? wait(result, value => decided(name, value)) : decided(name, result);
    }

    function work(json) {
        if (!handlers.task)
            throw new Error('the script has no handler for "task"');
        const use = result => result === undefined ? 'null' : a.json('task', 'the result', result);
        const result = handlers.task(JSON.parse(json));
        return isThenable(result) ? wait(result, use) : use(result);
    }

    // -- Timers. Those of a script that loads begin when it takes over.

    const timers = new Map();
    const timersOf = new Map(); // by client
    let lastTimer = 0;

    function addTimer(client, delay, repeats, callback, isForeign) {
        const number = ++lastTimer;
        timers.set(number, { client, delay, repeats, callback, isForeign, native: 0 });
        if (client) {
            if (!timersOf.has(client))
                timersOf.set(client, new Set());
            timersOf.get(client).add(number);
        }
        if (!loading)
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

    function fire(number) {
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

    function gone(client) {
        for (const number of timersOf.get(client) || [])
            timers.delete(number);
        timersOf.delete(client);
    }

    function clearTimer(number) {
        const timer = timers.get(number);
        if (!timer)
            return false;
        forget(number);
        if (timer.native)
            host.clearTimer(timer.native);
        return true;
    }

    // tick(delay, callback) or tick(client, delay, callback)
    function timed(name, repeats, given) {
        const call = `${name}(client, ${repeats ? 'interval' : 'delay'}, callback)`;
        const isOfClient = given.length > 2 || (given.length === 2 && typeof given[1] !== 'function');
        const client = isOfClient ? a.client(call, given[0]) : 0;
        const delay = a.time(call, repeats ? 'interval' : 'delay', given[isOfClient ? 1 : 0]);
        const callback = a.callback(call, 'callback', given[isOfClient ? 2 : 1]);
        return addTimer(client, delay, repeats, callback, client > 0 && !host.isHere(client));
    }

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

    // Runs what nobody waits for.
    function alone(callback) {
        try {
            rest(callback());
        } catch (error) {
            host.unhandled(described(error), stackOf(error));
        }
    }

    const raised = error => {
        if (error)
            throw new RangeError(error);
        return true;
    };

    const { pushText, pushBytes } = host;

    const server = {
        on(event, handler) {
            const call = 'on(event, handler)';
            a.text(call, 'event', event);
            if (events.indexOf(event) < 0)
                throw new TypeError(`server.${call}: there is no event ${shown(event)}; there are ${events.join(', ')}`);
            handlers[event] = a.callback(call, 'handler', handler);
            if (event === 'message')
                onMessage = handler;
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
        table: {
            set(key, value) {
                const call = 'table.set(key, value)';
                a.text(call, 'key', key);
                if (typeof value === 'string')
                    return raised(host.tableSetText(key, value));
                return raised(host.tableSetNumber(key, a.finite(call, 'value', value, 'a string or a finite number')));
            },
            value: key => host.tableValue(a.text('table.value(key)', 'key', key)),
            contains: key => host.tableContains(a.text('table.contains(key)', 'key', key)),
            remove: key => host.tableRemove(a.text('table.remove(key)', 'key', key)),
            increment(key, by) {
                const call = 'table.increment(key, by)';
                a.text(call, 'key', key);
                const sum = host.tableIncrement(key, by === undefined ? 1 : a.finite(call, 'by', by, 'a finite number'));
                return typeof sum === 'string' ? raised(sum) : sum;
            },
            replace(key, expected, value) {
                const call = 'table.replace(key, expected, value)';
                a.text(call, 'key', key);
                for (const [name, given] of [['expected', expected], ['value', value]]) {
                    if (typeof given !== 'string' && typeof given !== 'number' && (name === 'value' || given !== undefined))
                        throw wrong(call, name, name === 'value' ? 'a string or a number' : 'a string, a number or undefined', given);
                }
                const done = host.tableReplace(key, expected === undefined ? '' : JSON.stringify([expected]), JSON.stringify([value]));
                return typeof done === 'string' ? raised(done) : done;
            },
            keys: prefix => host.tableKeys(a.textOrNone('table.keys(prefix)', 'prefix', prefix)),
            get size() { return host.tableSize(); },
            clear: () => host.tableClear(),
        },
    };
    // -- Console (console.spec.whatwg.org), to the log and the dashboard.

    function inspected(value, depth, seen) {
        if (typeof value === 'string')
            return depth === 0 ? value : JSON.stringify(value);
        if (typeof value === 'function')
            return `[function ${value.name || 'anonymous'}]`;
        if (!isObject(value))
            return Object.is(value, -0) ? '-0' : String(value);
        if (value instanceof Error)
            return described(value);
        if (value instanceof Date || value instanceof RegExp)
            return String(value instanceof Date && !isNaN(value) ? value.toISOString() : value);
        if (value instanceof ArrayBuffer)
            return `ArrayBuffer(${value.byteLength})`;
        if (value instanceof Promise)
            return `Promise { ${value.state} }`;
        if (seen.indexOf(value) >= 0)
            return '[circular]';
        if (depth > 4)
            return Array.isArray(value) ? '[...]' : '{...}';
        return inspectedParts(value, depth, seen.concat([value]));
    }

    function inspectedParts(value, depth, seen) {
        const most = 100;
        const inner = item => inspected(item, depth + 1, seen);
        const list = (items, form) => items.slice(0, most).map(form).join(', ') + (items.length > most ? `, ... ${items.length - most} more` : '');
        if (Array.isArray(value))
            return `[${list(value, inner)}]`;
        if (ArrayBuffer.isView(value))
            return `${value.constructor.name}(${value.byteLength}) [${list(Array.from(value), inner)}]`;
        if (value instanceof Map)
            return `Map { ${list(Array.from(value), pair => `${inner(pair[0])} => ${inner(pair[1])}`)} }`;
        if (value instanceof Set)
            return `Set { ${list(Array.from(value), inner)} }`;
        const name = value.constructor && value.constructor !== Object && value.constructor.name ? value.constructor.name + ' ' : '';
        const keys = Object.keys(value);
        return keys.length === 0 ? `${name}{}` : `${name}{ ${list(keys, key => `${/^[\w$]+$/.test(key) ? key : JSON.stringify(key)}: ${inner(value[key])}`)} }`;
    }

    function formatted(given) {
        const values = Array.from(given);
        if (typeof values[0] === 'string' && values.length > 1) {
            const format = values.shift();
            values.unshift(format.replace(/%[sdifoOjc%]/g, mark => {
                if (mark === '%%' || values.length === 0)
                    return mark === '%%' ? '%' : mark;
                const value = values.shift();
                return mark === '%c' ? '' : mark === '%s' ? inspected(value, 0, []) : mark === '%d' || mark === '%i' ? String(mark === '%d' ? Number(value) : parseInt(value)) : mark === '%f' ? String(parseFloat(value)) : inspected(value, 1, []);
            }));
        }
        return values.map(value => inspected(value, 0, [])).join(' ');
    }

    function described(error) {
        try {
            return String(error);
        } catch (_) {
            return 'something that cannot be shown';
        }
    }
    function stackOf(error) {
        return error instanceof Error ? String(error.stack) : '';
    }

    const counts = new Map();
    const clocks = new Map();
    let indent = '';
    const write = (level, given) => host.log(level, indent + formatted(given));
    const labelled = label => label === undefined ? 'default' : String(label);
    const console = {
        debug() { write(0, arguments); },
        log() { write(1, arguments); },
        info() { write(1, arguments); },
        warn() { write(2, arguments); },
        error() { write(3, arguments); },
        trace() { host.log(1, `${indent}${formatted(arguments)}\n${host.stack()}`); },
        dir(value) { write(1, [inspected(value, 1, [])]); },
        table(value) { write(1, [inspected(value, 1, [])]); },
        assert(condition) {
            if (!condition)
                write(3, ['Assertion failed'].concat(Array.from(arguments).slice(1)));
        },
        count(label) {
            const name = labelled(label);
            counts.set(name, (counts.get(name) || 0) + 1);
            write(1, [`${name}: ${counts.get(name)}`]);
        },
        countReset(label) { counts.delete(labelled(label)); },
        time(label) { clocks.set(labelled(label), host.now()); },
        timeLog(label) {
            const began = clocks.get(labelled(label));
            write(began === undefined ? 2 : 1, [began === undefined ? `${labelled(label)}: no such timer` : `${labelled(label)}: ${(host.now() - began).toFixed(3)} ms`]);
        },
        timeEnd(label) {
            console.timeLog(label);
            clocks.delete(labelled(label));
        },
        group() {
            if (arguments.length > 0)
                write(1, arguments);
            indent += '  ';
        },
        groupEnd() { indent = indent.slice(2); },
    };

    // -- What browsers have.

    class Response {
        constructor(head, body) {
            Object.assign(this, head);
            this.headers = new Map(head.headers.map(field => [field[0].toLowerCase(), field[1]]));
            this.ok = this.status >= 200 && this.status < 300;
            hidden(this, { body });
        }
        text() { return Promise.resolve(host.decode(this.body, false)); }
        json() { return this.text().then(JSON.parse); }
        arrayBuffer() { return Promise.resolve(this.body); }
    }

    function fetch(url, options) {
        const given = options === undefined ? {} : options;
        if (typeof url !== 'string')
            throw new TypeError(`fetch(url, options): url must be a string, not ${shown(url)}`);
        if (!isObject(given))
            throw new TypeError(`fetch(url, options): options must be an object, not ${shown(given)}`);
        const body = given.body === undefined ? new ArrayBuffer(0) : bytesOf(given.body) || host.encode(String(given.body));
        const head = { method: String(given.method || 'GET').toUpperCase(), headers: fieldsOf('fetch(url, options)', given.headers),
                       timeout: given.timeout === undefined ? 60000 : a.time('fetch(url, options)', 'timeout', given.timeout) };
        return ask(number => host.fetch(number, url, JSON.stringify(head), body)).then(answered => new Response(JSON.parse(answered[0]), answered[1]));
    }

    class TextEncoder {
        get encoding() { return 'utf-8'; }
        encode(text) { return new Uint8Array(host.encode(text === undefined ? '' : String(text))); }
    }

    class TextDecoder {
        constructor(label, options) {
            if (label !== undefined && !/^utf-?8$/i.test(String(label)))
                throw new RangeError(`new TextDecoder(label): only utf-8 is known here, not ${shown(label)}`);
            this.encoding = 'utf-8';
            this.fatal = Boolean(options && options.fatal);
        }
        decode(bytes) {
            const given = bytes === undefined ? new ArrayBuffer(0) : bytesOf(bytes);
            if (!given)
                throw new TypeError(`TextDecoder.decode(bytes): bytes must be an ArrayBuffer or a Uint8Array, not ${shown(bytes)}`);
            const text = host.decode(given, this.fatal);
            if (text === undefined)
                throw new TypeError('TextDecoder.decode(bytes): the bytes are no UTF-8');
            return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
        }
    }

    const crypto = {
        randomUUID: () => host.randomUuid(),
        getRandomValues(array) {
            if (!ArrayBuffer.isView(array))
                throw new TypeError(`crypto.getRandomValues(array): array must be a Uint8Array or alike, not ${shown(array)}`);
            new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(new Uint8Array(host.randomBytes(array.byteLength)));
            return array;
        },
    };

    const timeout = (name, repeats) => function (callback, delay) {
        if (typeof callback !== 'function')
            throw new TypeError(`${name}(callback, delay): callback must be a function, not ${shown(callback)}`);
        const more = Array.from(arguments).slice(2);
        return addTimer(0, Math.min(Math.max(Number(delay) || 0, 0), 0x7fffffff), repeats, more.length > 0 ? () => callback.apply(undefined, more) : callback, false);
    };
    const clearTimeout = timer => { clearTimer(timer); };

    hidden(global, {
        globalThis: global, server, console, Promise, Upgrade, HttpReply, fetch, TextEncoder, TextDecoder, crypto,
        setTimeout: timeout('setTimeout', false), setInterval: timeout('setInterval', true),
        clearTimeout, clearInterval: clearTimeout,
        queueMicrotask: callback => enqueue(alone, callback, undefined),
        performance: { now: () => host.now() },
        btoa: text => host.toBase64(String(text)), atob: text => host.fromBase64(String(text)),
        structuredClone: value => value === undefined ? undefined : JSON.parse(JSON.stringify(value)),
        __async: runAsync, __marks: { l: 0 },
    });

    const missing = (target, values) => {
        for (const name of Object.keys(values)) {
            if (target[name] === undefined)
                hidden(target, { [name]: values[name] });
        }
    };
    function flat(depth) {
        const deep = depth === undefined ? 1 : depth;
        return this.reduce((all, item) => all.concat(Array.isArray(item) && deep > 0 ? flat.call(item, deep - 1) : [item]), []);
    }
    function at(index) {
        return this[index < 0 ? this.length + Math.trunc(index) : Math.trunc(index) || 0];
    }
    missing(Array.prototype, { flat, at, flatMap(map) { return flat.call(this.map(map)); } });
    missing(String.prototype, {
        at,
        trimStart() { return this.replace(/^\s+/, ''); },
        trimEnd() { return this.replace(/\s+$/, ''); },
        replaceAll(from, to) { return from instanceof RegExp ? this.replace(from, to) : this.split(from).join(to); },
    });
    missing(Object, { fromEntries(pairs) {
        const result = {};
        for (const pair of pairs)
            result[pair[0]] = pair[1];
        return result;
    } });

    return {
        message, run, decide, work, fire, gone, runJobs, jobInterrupted, answer,
        marks: global.__marks,
        has: name => handlers[name] !== undefined,
        // The script takes over: what it set going while it loaded begins.
        begin() {
            loading = false;
            for (const number of Array.from(timers.keys()))
                startTimer(number);
        },
        // It is replaced: what repeats ends, what somebody may wait for goes on.
        retire() {
            for (const number of Array.from(timers.keys())) {
                if (timers.get(number).repeats)
                    clearTimer(number);
            }
        },
        state() {
            const json = JSON.stringify(server.state);
            return json === undefined ? '{}' : json;
        },
        reload: (state, clients) => run('reload', { state: JSON.parse(state), clients }),
        parsed: (name, json) => run(name, JSON.parse(json)),
        workerMessage: (json, from) => run('workerMessage', JSON.parse(json)[0], from),
        decideOn(name, json, body) {
            const request = JSON.parse(json);
            if (name === 'request') {
                Object.defineProperty(request, 'body', { get: () => host.decode(body, false), enumerable: true });
                hidden(request, { bytes: body });
            }
            return handlers[name] === undefined ? 0 : decide(name, request);
        },
    };
})
