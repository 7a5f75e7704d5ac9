// SPDX-License-Identifier: MIT
// Whether the script still loads: it may not act then, and its timers wait.

let loading = true;
export function acting(call) {
    if (loading)
        throw new Error(`server.${call}: not while the script loads; do it in "start", "workerStart" or "reload"`);
}

export const isLoading = () => loading;
export function endLoading() {
    loading = false;
}
