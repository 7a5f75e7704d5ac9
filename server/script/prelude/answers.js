// SPDX-License-Identifier: MIT
// Promises that the host answers, by number.
import { Promise } from './promise.js';

const asked = new Map();
let lastAsked = 0;
export const nextNumber = () => ++lastAsked;

export function ask(question) {
    return new Promise((done, reject) => {
        const number = nextNumber();
        asked.set(number, { done, reject });
        question(number);
    });
}
export function answer(number, isGood, value) {
    const waiting = asked.get(number);
    asked.delete(number);
    if (waiting && isGood)
        waiting.done(value);
    else if (waiting)
        waiting.reject(new Error(value));
}
