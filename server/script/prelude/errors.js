// SPDX-License-Identifier: MIT
// What was thrown, whatever it is; and what we throw.

export function described(error) {
    try {
        return String(error);
    } catch (_) {
        return 'something that cannot be shown';
    }
}
export function stackOf(error) {
    return error instanceof Error ? String(error.stack) : '';
}

// A sentence of the host that says why not becomes an exception.
export const raised = error => {
    if (error)
        throw new RangeError(error);
    return true;
};
