// SPDX-License-Identifier: MIT
// Properties that loops over an object do not see.

export const hidden = (target, values) => {
    for (const name of Object.keys(values))
        Object.defineProperty(target, name, { value: values[name], writable: true, configurable: true });
};
