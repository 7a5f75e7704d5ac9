// SPDX-License-Identifier: MIT
// What a message handler is given. Text and data are made when they are asked for.
import { host } from 'porthole';

/** A payload is a string, or an ArrayBuffer when the message is binary. */
export function Frame(client, payload) {
    this.client = client;
    this.payload = payload;
}
Object.defineProperties(Frame.prototype, {
    opcode: { get() { return typeof this.payload === 'string' ? 'text' : 'binary'; } },
    text: { get() { return typeof this.payload === 'string' ? this.payload : host.decode(this.payload, false); } },
    data: { get() { return typeof this.payload === 'string' ? host.encode(this.payload) : this.payload; } },
});
