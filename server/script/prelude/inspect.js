// SPDX-License-Identifier: MIT
// Values as a console shows them.
import { isObject } from './arguments.js';
import { described } from './errors.js';
import { Promise } from './promise.js';

export function inspected(value, depth, seen) {
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

export function formatted(given) {
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
