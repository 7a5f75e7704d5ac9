// SPDX-License-Identifier: MIT
// What the language has since 2016, and this engine may lack.
import { hidden } from './properties.js';

const missing = (target, values) => {
    for (const name of Object.keys(values)) {
        if (target[name] === undefined)
            hidden(target, { [name]: values[name] });
    }
};
function flat(depth) {
    const deep = depth === undefined ? 1 : depth;
    return this.reduce((all, item) => all.concat(Array.isArray(item) && deep > 0 ? flat.call(item, deep - 1) : [item]), []);
}
function at(index) {
    return this[index < 0 ? this.length + Math.trunc(index) : Math.trunc(index) || 0];
}
missing(Array.prototype, { flat, at, flatMap(map) { return flat.call(this.map(map)); } });
missing(String.prototype, {
    at,
    trimStart() { return this.replace(/^\s+/, ''); },
    trimEnd() { return this.replace(/\s+$/, ''); },
    replaceAll(from, to) { return from instanceof RegExp ? this.replace(from, to) : this.split(from).join(to); },
});
missing(Object, { fromEntries(pairs) {
    const result = {};
    for (const pair of pairs)
        result[pair[0]] = pair[1];
    return result;
} });
