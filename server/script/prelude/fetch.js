// SPDX-License-Identifier: MIT
// fetch (fetch.spec.whatwg.org), as much of it as a server needs.
import { host } from 'porthole';
import { ask } from './answers.js';
import { a, bytesOf, fieldsOf, isObject, shown } from './arguments.js';
import { Promise } from './promise.js';
import { hidden } from './properties.js';

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

export function fetch(url, options) {
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
