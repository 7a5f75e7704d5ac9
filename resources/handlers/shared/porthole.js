// SPDX-License-Identifier: MIT
// What the pages of the examples have in common: a WebSocket to where the page is from, that comes back when the server
// does, and a few elements.

const shortest = 500;
const longest = 15000;

/** An element with properties and children: element("li", { className: "out" }, "text", otherElement). */
export function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
}

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
export const timeOfDay = (milliseconds = Date.now()) => clock.format(milliseconds);

export const number = (value, digits = 0) =>
    value.toLocaleString(undefined, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The page's address with other parameters, so that a reload and a bookmark keep them. */
export function remember(parameters) {
    const address = new URL(location);
    for (const [name, value] of Object.entries(parameters))
        address.searchParams.set(name, value);
    history.replaceState(null, "", address);
}

/** A list whose newest element is last: it follows the newest while one looks at it, and keeps the last 500. */
export function logIn(list) {
    return (row) => {
        const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
        list.append(row);
        while (list.childElementCount > 500)
            list.firstElementChild.remove();
        if (isAtEnd)
            list.scrollTop = list.scrollHeight;
    };
}

/** A line of a log: when, who, what. */
export function line(who, what, kind = "") {
    return element("li", { className: kind }, element("time", {}, timeOfDay()), element("b", {}, who), element("span", {}, what));
}

/** What #status says; only changes of the state are read aloud, not the seconds that pass. */
class Status {
    constructor(retry) {
        this.place = document.querySelector("#status");
        this.said = element("span", { role: "status" });
        this.left = element("span", { className: "number", ariaHidden: "true" });
        this.now = element("button", { type: "button", hidden: true, onclick: retry }, "Try now");
        this.place.replaceChildren(this.said, this.left, this.now);
    }

    show(state, text) {
        this.place.dataset.state = state;
        if (this.said.textContent !== text)
            this.said.textContent = text;
        this.now.hidden = state !== "closed";
        clearInterval(this.counting);
        this.left.textContent = "";
    }

    countTo(moment) {
        const tell = () => {
            this.left.textContent = `again in ${Math.max(1, Math.ceil((moment - Date.now()) / 1000))} s`;
        };
        tell();
        this.counting = setInterval(tell, 250);
    }
}

/**
 * A connection that is made anew whenever it is lost, later each time. `query()` tells the query of each; `opened()`,
 * `closed()` and `message(data)` hear of it: data is what JSON says, or text and ArrayBuffers as they are with `raw`.
 */
export class Connection {
    constructor({ query = () => "", opened = () => {}, closed = () => {}, message, raw = false }) {
        Object.assign(this, { query, opened, closed, message, raw, failures: 0 });
        this.status = new Status(() => this.open());
        addEventListener("online", () => this.openAtOnce());
        document.addEventListener("visibilitychange", () => document.hidden || this.openAtOnce());
        addEventListener("pageshow", (event) => event.persisted && this.openAtOnce());
        this.open();
    }

    get isOpen() { return this.socket.readyState === WebSocket.OPEN; }

    /** False when nobody is there to hear it. */
    send(data) {
        if (this.isOpen)
            this.socket.send(this.raw ? data : JSON.stringify(data));
        return this.isOpen;
    }

    /** Leaves and comes back, for instance with another query. */
    reopen() {
        this.drop();
        this.open();
    }

    openAtOnce() {
        if (this.waiting)
            this.open();
    }

    drop() {
        const socket = this.socket;
        this.socket = undefined;
        socket.onopen = socket.onmessage = socket.onclose = null;
        socket.close();
        this.closed();
    }

    open() {
        clearTimeout(this.waiting);
        this.waiting = 0;
        const query = this.query();
        this.status.show("connecting", "Connecting");
        const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/${query ? `?${query}` : ""}`);
        this.socket = socket;
        socket.binaryType = "arraybuffer";
        socket.onopen = () => {
            this.failures = 0;
            this.status.show("open", "Connected");
            this.opened();
        };
        socket.onmessage = ({ data }) => this.message(this.raw ? data : JSON.parse(data));
        socket.onclose = (event) => this.lost(event);
    }

    lost({ code, reason }) {
        const delay = Math.min(longest, shortest * 2 ** this.failures++) * (0.75 + Math.random() / 2);
        const why = reason || (code === 1006 ? "" : `code ${code}`);
        this.status.show("closed", why ? `Not connected: ${why}` : "Not connected");
        this.status.countTo(Date.now() + delay);
        this.waiting = setTimeout(() => this.open(), delay);
        this.closed();
    }
}
