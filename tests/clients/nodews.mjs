// SPDX-License-Identifier: MIT
// Node's ws against the real program: node nodews.mjs SCENARIO URL. Ends with 0 when all it expects is so.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { WebSocket } = createRequire(join(process.env.PORTHOLE_NODE_MODULES, 'package.json'))('ws');
const [scenario, url] = process.argv.slice(2);
const MiB = 1024 * 1024;

/** A client whose messages wait in order until next() asks for them. */
class Client {
    constructor() {
        this.socket = new WebSocket(url, { perMessageDeflate: true, maxPayload: 16 * MiB });
        this.waiting = [];
        this.askers = [];
        this.opened = once(this.socket, 'open');
        this.closed = once(this.socket, 'close').then(([code, reason]) => ({ code, reason: reason.toString() }));
        this.socket.on('message', (data, isBinary) => {
            const message = isBinary ? data : data.toString();
            const asker = this.askers.shift();
            asker ? asker(message) : this.waiting.push(message);
        });
    }

    static async open() {
        const client = new Client();
        await client.opened;
        return client;
    }

    next() {
        return this.waiting.length
            ? Promise.resolve(this.waiting.shift())
            : new Promise((resolve) => this.askers.push(resolve));
    }

    send(data, options = {}) {
        this.socket.send(data, options);
    }

    close(code, reason) {
        this.socket.close(code, reason);
        return this.closed;
    }
}

/** The answer to a handshake that is not accepted, with its body. */
async function refused(path, options = {}) {
    const socket = new WebSocket(url + path, options);
    const [, response] = await once(socket, 'unexpected-response');
    let body = '';
    for await (const piece of response)
        body += piece;
    return { headers: response.headers, statusCode: response.statusCode, body };
}

const allBytes = Buffer.from(Array.from({ length: 256 }, (_, value) => value));

/** permessage-deflate with whatever ws can ask for; every message goes through three times, over contexts that grew. */
async function deflated(contexts) {
    const offers = [{}, { serverNoContextTakeover: true }, { clientNoContextTakeover: true },
        { serverNoContextTakeover: true, clientNoContextTakeover: true }];
    for (let bits = 9; bits <= 15; ++bits)
        offers.push({ serverMaxWindowBits: bits }, { clientMaxWindowBits: bits });
    const rows = Array.from({ length: 200 }, (_, row) => ({ symbol: `S${row}`, price: row * 1.25, name: 'the same words' }));
    const messages = [JSON.stringify(rows), 'Grüße, 世界 🌍 '.repeat(400), 'short', '', Buffer.alloc(70000, 7), randomBytes(70000)];
    for (const offer of offers) {
        const socket = new WebSocket(url, { perMessageDeflate: { ...offer, threshold: 0 } });
        await once(socket, 'open');
        assert.equal(socket.extensions, 'permessage-deflate');
        const { params } = socket._extensions['permessage-deflate'];
        const says = (name, asked) => assert.equal(Boolean(params[name]), asked || !contexts, `${name} of ${JSON.stringify(offer)}`);
        says('server_no_context_takeover', offer.serverNoContextTakeover ?? false);
        says('client_no_context_takeover', offer.clientNoContextTakeover ?? false);
        if (offer.serverMaxWindowBits)
            assert.equal(params.server_max_window_bits, offer.serverMaxWindowBits);
        for (const message of [...messages, ...messages, ...messages]) {
            socket.send(message);
            const [data, isBinary] = await once(socket, 'message');
            assert.deepEqual(isBinary ? data : data.toString(), message);
        }
        socket.close(1000);
        await once(socket, 'close');
    }
}

const scenarios = {
    async echo() {
        const client = await Client.open();
        assert.equal(client.socket.extensions, '');
        const messages = [
            '',
            'x',
            'Grüße, 世界 🌍 \0 end',
            'a'.repeat(125),
            'b'.repeat(126),
            'c'.repeat(65535),
            'd'.repeat(65536),
            '€'.repeat(30000),
            'e'.repeat(MiB - 1),
            'f'.repeat(MiB),
            Buffer.alloc(0),
            allBytes,
            Buffer.alloc(126),
            Buffer.concat(Array(256).fill(allBytes)),
            Buffer.alloc(MiB, 0xff),
        ];
        for (const message of messages) {
            client.send(message);
            assert.deepEqual(await client.next(), message);
        }
        await client.close(1000);
    },

    async fragments() {
        const client = await Client.open();
        for (const parts of [['one ', 'Ünd ', '', 'two'], [allBytes, Buffer.alloc(70000, 7), allBytes]]) {
            parts.forEach((part, index) => {
                client.send(part, { fin: index === parts.length - 1 });
                client.socket.ping(`between ${index}`);
            });
            const whole = typeof parts[0] === 'string' ? parts.join('') : Buffer.concat(parts);
            assert.deepEqual(await client.next(), whole);
        }
        await client.close(1000);
    },

    async deflate() { await deflated(false); },
    async deflateContexts() { await deflated(true); },

    async order() {
        const client = await Client.open();
        const messages = Array.from({ length: 1000 }, (_, number) => `${number} `.repeat(number % 50));
        messages.forEach((message) => client.send(message));
        for (const message of messages)
            assert.equal(await client.next(), message);
        await client.close(1000);
    },

    async pings() {
        const client = await Client.open();
        for (const payload of [Buffer.alloc(0), Buffer.from('payload'), allBytes.subarray(0, 125)]) {
            client.socket.ping(payload);
            const [answer] = await once(client.socket, 'pong');
            assert.deepEqual(answer, payload);
        }
        await client.close(1000);
    },

    async closing() {
        for (const [code, reason] of [[4001, 'bye'], [1000, ''], [4999, 'ö'.repeat(61) + 'x']]) {
            const client = await Client.open();
            assert.equal((await client.close(code, reason)).code, code);
        }
        const silent = await Client.open();
        assert.ok([1000, 1005].includes((await silent.close()).code));
        const cut = await Client.open();
        cut.socket.terminate();
        await cut.closed;
    },

    async tooBig() {
        const client = await Client.open();
        client.send(Buffer.alloc(MiB + 1));
        assert.equal((await client.closed).code, 1009);
    },

    async broadcast() {
        const clients = [await Client.open(), await Client.open(), await Client.open()];
        for (const [number, sender] of clients.entries()) {
            const others = clients.filter((client) => client !== sender);
            for (const message of [`text of ${number} ü`, Buffer.alloc(300, number)]) {
                sender.send(message);
                for (const other of others)
                    assert.deepEqual(await other.next(), message);
            }
        }
        for (const client of clients) {
            assert.deepEqual(client.waiting, []);
            await client.close(1000);
        }
    },

    async hello() {
        const client = await Client.open();
        const begin = Date.now();
        const ticks = [await client.next(), await client.next()].map((text) => JSON.parse(text));
        for (const [word, seconds] of ticks) {
            assert.equal(word, 'hello');
            assert.ok(Number.isInteger(seconds) && Math.abs(seconds - begin / 1000) < 60, String(seconds));
        }
        assert.ok(Date.now() - begin > 1500);
        client.send('anything');
        assert.equal(JSON.parse(await client.next())[0], 'hello');
        await client.close(1000);
    },

    async gate() {
        const rows = [['/401', 401], ['/403', 403], ['/307', 307], ['/throw', 500], ['/injection', 500]];
        for (const [path, status] of rows) {
            const { headers, statusCode, body } = await refused(path);
            assert.equal(statusCode, status);
            assert.equal(headers['x-injected'], undefined);
            if (status === 401)
                assert.deepEqual([headers['www-authenticate'], body], ['Basic realm="gate"', 'Sign in first.']);
        }
        const opened = new WebSocket(url + '/open', ['unknown'], { headers: { Cookie: 'user=me' } });
        opened.on('error', () => {}); // ws minds that none of its subprotocols was chosen
        const [response] = await once(opened, 'upgrade');
        assert.equal(response.headers['x-user'], 'me');
        const second = new WebSocket(url + '/second', ['first', 'second']);
        const [[answer]] = await Promise.all([once(second, 'upgrade'), once(second, 'open')]);
        assert.deepEqual(answer.headers['set-cookie'], ['a=1', 'b=2']);
        assert.equal(second.protocol, 'second');
        second.send('hello');
        assert.equal(String((await once(second, 'message'))[0]), 'hello');
        second.close(1000);
        await once(second, 'close');
    },

    async origins() {
        for (const origin of ['https://evil.test', 'http://app.example.org'])
            assert.equal((await refused('/', { origin })).statusCode, 403);
        for (const options of [{ origin: 'https://app.example.org' }, {}]) {
            const socket = new WebSocket(url, options);
            await once(socket, 'open');
            socket.close(1000);
            await once(socket, 'close');
        }
    },

    async shutdown() {
        const clients = [await Client.open(), await Client.open(), await Client.open()];
        console.log('open');
        for (const client of clients)
            assert.deepEqual(await client.closed, { code: 1001, reason: 'the server stops' });
    },
};

await scenarios[scenario]();
