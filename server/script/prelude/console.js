// SPDX-License-Identifier: MIT
// The console (console.spec.whatwg.org), to the log and the dashboard.
import { host } from 'porthole';
import { formatted, inspected } from './inspect.js';

const counts = new Map();
const clocks = new Map();
let indent = '';
const write = (level, given) => host.log(level, indent + formatted(given));
const labelled = label => label === undefined ? 'default' : String(label);
export const console = {
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
