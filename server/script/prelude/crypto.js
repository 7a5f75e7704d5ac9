// SPDX-License-Identifier: MIT
// Randomness.
import { host } from 'porthole';
import { shown } from './arguments.js';

export const crypto = {
    randomUUID: () => host.randomUuid(),
    getRandomValues(array) {
        if (!ArrayBuffer.isView(array))
            throw new TypeError(`crypto.getRandomValues(array): array must be a Uint8Array or alike, not ${shown(array)}`);
        new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(new Uint8Array(host.randomBytes(array.byteLength)));
        return array;
    },
};
