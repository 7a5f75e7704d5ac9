// SPDX-License-Identifier: MIT
// What scripts hand over, looked at: each check takes the call as people write it, and hands the value on or throws.

export const isObject = value => typeof value === 'object' && value !== null;

export function shown(value) {
    if (typeof value === 'string')
        return JSON.stringify(value.length > 40 ? value.slice(0, 40) + '...' : value);
    if (typeof value === 'symbol' || typeof value === 'function')
        return `a ${typeof value}`;
    return Array.isArray(value) ? 'an array' : isObject(value) ? 'an object' : String(value);
}

export function wrong(call, name, wanted, value) {
    const from = /^[A-Z]|^fetch/.test(call) ? '' : 'server.';
    return new TypeError(`${from}${call}: ${name} must be ${wanted}, not ${shown(value)}`);
}

// Each takes the call as people write it, and hands the value on.
export const a = {
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

export function bytesOf(value) {
    if (value instanceof ArrayBuffer)
        return value;
    if (ArrayBuffer.isView(value))
        return value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
    return undefined;
}

// Header fields as an object or as pairs, to pairs of strings.
export function fieldsOf(call, headers) {
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
