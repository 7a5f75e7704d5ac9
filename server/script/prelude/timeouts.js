// SPDX-License-Identifier: MIT
// Timers as browsers have them.
import { shown } from './arguments.js';
import { addTimer, clearTimer } from './timers.js';

const timeout = (name, repeats) => function (callback, delay) {
    if (typeof callback !== 'function')
        throw new TypeError(`${name}(callback, delay): callback must be a function, not ${shown(callback)}`);
    const more = Array.from(arguments).slice(2);
    return addTimer(0, Math.min(Math.max(Number(delay) || 0, 0), 0x7fffffff), repeats, more.length > 0 ? () => callback.apply(undefined, more) : callback, false);
};
export const clearTimeout = timer => { clearTimer(timer); };
export const setTimeout = timeout('setTimeout', false);
export const setInterval = timeout('setInterval', true);
