// SPDX-License-Identifier: MIT
// Text and bytes (encoding.spec.whatwg.org).
import { host } from 'porthole';
import { bytesOf, shown } from './arguments.js';

export class TextEncoder {
    get encoding() { return 'utf-8'; }
    encode(text) { return new Uint8Array(host.encode(text === undefined ? '' : String(text))); }
}

export class TextDecoder {
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

export const btoa = text => host.toBase64(String(text));
export const atob = text => host.fromBase64(String(text));
