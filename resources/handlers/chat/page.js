// SPDX-License-Identifier: MIT
import { Connection, element, logIn, number, remember, timeOfDay } from "./porthole.js";

const $ = (id) => document.getElementById(id);
const append = logIn($("log"));
const wanted = new URLSearchParams(location.search);
const query = () => new URLSearchParams([["room", wanted.get("room") || "lobby"], ["name", wanted.get("name") || ""]]).toString();

let me = 0;
let room; // whose messages are shown
let listed = 0; // the newest list of people
let last; // who said the last message that is shown
const seen = new Set();
const typing = new Map(); // until when, by name

const hueOf = (name) => Array.from(name).reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7);

function face(name) {
    const made = element("span", { className: "face", ariaHidden: "true" }, Array.from(name)[0].toUpperCase());
    made.style.setProperty("--hue", hueOf(name));
    return made;
}

function showEvent(text) {
    last = undefined;
    append(element("li", { className: "event" }, text));
}

function showSaid({ id, from, client, text, time }) {
    if (seen.has(id))
        return;
    seen.add(id);
    typing.delete(from);
    showTyping();
    const isMine = client === me;
    const by = `${client} ${from}`;
    const kind = `said${isMine ? " mine" : ""}${last === by ? " more" : ""}`;
    last = by;
    append(element("li", { className: kind },
        element("span", { className: "by" }, element("b", {}, isMine ? "You" : from), element("time", { dateTime: new Date(time).toISOString() }, timeOfDay(time))),
        face(from), element("p", {}, text)));
}

function showPeople({ people, count }) {
    $("count").textContent = number(count);
    const rows = people.map(({ client, name }) => {
        const row = element("li", { className: client === me ? "you" : "" }, face(name), element("span", { title: name }, name));
        if (client === me)
            row.append(element("span", { className: "muted small" }, "you"));
        return row;
    });
    if (count > people.length)
        rows.push(element("li", { className: "muted small" }, `and ${number(count - people.length)} more`));
    $("people").replaceChildren(...rows);
}

function showTyping() {
    const names = Array.from(typing.keys());
    $("typing").textContent = names.length === 0 ? "" : names.length === 1 ? `${names[0]} is writing…`
        : names.length === 2 ? `${names[0]} and ${names[1]} are writing…` : "Several people are writing…";
}

function heardTyping(name) {
    clearTimeout(typing.get(name));
    typing.set(name, setTimeout(() => {
        typing.delete(name);
        showTyping();
    }, 4000));
    showTyping();
}

/** Where we are, after each connection: what was said meanwhile is in the history, and is shown once. */
function welcome(said) {
    me = said.you;
    listed = 0;
    wanted.set("name", said.name);
    wanted.set("room", said.room);
    remember({ room: said.room, name: said.name });
    $("room").value = said.room;
    $("name").value = said.name;
    document.title = `${said.room} · Chat · Porthole`;
    if (room !== said.room) {
        $("log").replaceChildren();
        seen.clear();
        last = undefined;
        room = said.room;
    }
    said.history.forEach(showSaid);
    showEvent(`You are ${said.name}, in ${said.room}`);
}

function message(said) {
    if (said.you)
        welcome(said);
    else if (said.people && said.version > listed) {
        listed = said.version;
        showPeople(said);
    } else if (said.text !== undefined)
        showSaid(said);
    else if (said.typing)
        heardTyping(said.typing);
    else if (said.event)
        showEvent(said.event);
    else if (said.named) {
        wanted.set("name", said.named);
        remember({ name: said.named });
        $("name").value = said.named;
    }
    $("fault").textContent = said.error || (said.text === undefined ? $("fault").textContent : "");
}

const connection = new Connection({
    query,
    message,
    opened: () => { $("send").disabled = false; },
    closed() {
        $("send").disabled = true;
        typing.forEach(clearTimeout);
        typing.clear();
        showTyping();
        $("count").textContent = "";
        $("people").replaceChildren();
    },
});

let told = 0; // when we last said that we write
$("form").onsubmit = (event) => {
    event.preventDefault();
    const text = $("text").value;
    if (connection.send({ say: text }) && text.trim() !== "") {
        $("text").value = "";
        told = 0;
    }
    $("text").focus();
};

$("text").oninput = () => {
    if ($("text").value && Date.now() - told > 2000 && connection.send({ typing: true }))
        told = Date.now();
};

function go() {
    const name = $("name").value.trim();
    const next = $("room").value.trim() || "lobby";
    if (next !== wanted.get("room")) {
        wanted.set("room", next);
        if (name)
            wanted.set("name", name);
        connection.reopen();
    } else if (name && name !== wanted.get("name")) {
        connection.send({ name });
    }
}
$("place").onsubmit = (event) => {
    event.preventDefault();
    go();
    $("text").focus();
};
$("room").onchange = $("name").onchange = go;
$("text").focus();
