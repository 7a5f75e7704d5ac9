// SPDX-License-Identifier: MIT
// Handshakes and requests: what a script may decide.
import { a, bytesOf, fieldsOf, isObject, shown } from './arguments.js';

export class HttpReply {
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

export class Upgrade {
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
export function decided(name, result) {
    const reply = name === 'handshake' ? upgradeOf(result) : replyOf(result);
    const bytes = bytesOf(reply.body);
    const head = { status: reply.status === undefined ? 200 : a.integer(name, 'status', reply.status, 101, 599),
                   subprotocol: reply.subprotocol, headers: fieldsOf(name, reply.headers) };
    return [JSON.stringify(head), bytes || a.textOrNone(name, 'body', reply.body)];
}
