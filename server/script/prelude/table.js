// SPDX-License-Identifier: MIT
// server.table: what all workers share.
import { host } from 'porthole';
import { a, wrong } from './arguments.js';
import { raised } from './errors.js';

export const table = {
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
};
