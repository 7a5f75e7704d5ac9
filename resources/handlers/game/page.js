// SPDX-License-Identifier: MIT
import { Connection, element, remember } from "./porthole.js";
import { colourOf, draw } from "./canvas.js";

const $ = (id) => document.getElementById(id);
const field = $("field");
const isCalm = matchMedia("(prefers-reduced-motion: reduce)");
const parameters = new URLSearchParams(location.search);
const within = (value) => Math.min(1, Math.max(0, value));
const speed = 0.35; // of the field's width in a second
const trail = 600; // milliseconds

const players = new Map(); // by client
let me = 0;
let own; // where our dot is, the moment we move it
let sent = { at: 0, x: -1, y: -1 };
let period = 1000 / 30;
let target; // where the pointer is, while it is down
const keys = new Set();

/** Where a player was: two places and when, and those of the trail before them. */
class Player {
    constructor(told) {
        this.places = [{ at: performance.now(), x: told.x, y: told.y }];
        this.take(told);
    }

    take({ name, colour }) {
        Object.assign(this, { name, colour });
    }

    moveTo(x, y, now) {
        const last = this.places[this.places.length - 1];
        if (now - last.at > 2 * period) // it stood there until one frame ago
            this.places.push({ at: now - period, x: last.x, y: last.y });
        this.places.push({ at: now, x, y });
        while (this.places.length > 2 && this.places[1].at < now - trail - 4 * period)
            this.places.shift();
    }

    placeAt(moment) {
        const { places } = this;
        let index = places.length - 1;
        while (index > 0 && places[index].at > moment)
            --index;
        const from = places[index];
        const to = places[index + 1];
        if (!to || moment <= from.at)
            return from;
        const part = (moment - from.at) / (to.at - from.at);
        return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    }
}

const heard = [];
const drawn = [];
function countIn(times, now) {
    times.push(now);
    while (times[0] < now - 1000)
        times.shift();
}

function showPlayers() {
    $("count").textContent = players.size;
    $("players").replaceChildren(...Array.from(players, ([client, { name, colour }]) => {
        const spot = element("i", { ariaHidden: "true" });
        spot.style.setProperty("--colour", colour);
        return element("li", { className: client === me ? "you" : "" }, spot, element("span", { title: name }, name),
            client === me ? element("span", { className: "small muted" }, "you") : "");
    }));
}

function put(told) {
    if (players.has(told.client))
        players.get(told.client).take(told);
    else
        players.set(told.client, new Player(told));
    if (told.client === me) {
        $("name").value = told.name;
        parameters.set("name", told.name);
        remember({ name: told.name });
    }
}

function welcome(said) {
    me = said.you;
    period = 1000 / said.rate;
    players.clear();
    said.players.forEach(put);
    if (own)
        sent = { at: 0, x: -1, y: -1 }; // we are where we were before the connection was lost
    else
        own = { ...players.get(me).places[0] };
}

function message(said) {
    const now = performance.now();
    countIn(heard, now);
    if (said.moved) {
        for (const [client, x, y] of said.moved)
            players.get(client)?.moveTo(x, y, now);
        return;
    }
    if (said.you)
        welcome(said);
    else if (said.player)
        put(said.player);
    else if (said.left)
        players.delete(said.left);
    showPlayers();
}

const connection = new Connection({
    query: () => new URLSearchParams([["name", parameters.get("name") || ""]]).toString(),
    message,
    closed() {
        players.clear();
        showPlayers();
    },
});

function ways() {
    const way = (less, more) => Number(keys.has(more)) - Number(keys.has(less));
    const x = way("ArrowLeft", "ArrowRight");
    const y = way("ArrowUp", "ArrowDown");
    const length = Math.hypot(x, y) || 1;
    return { x: x / length, y: y / length };
}

function moveOwn(seconds) {
    const shape = field.clientWidth / field.clientHeight || 1;
    const step = speed * (keys.has("Shift") ? 2 : 1) * seconds;
    const { x, y } = ways();
    own.x = within(own.x + x * step);
    own.y = within(own.y + y * step * shape);
    if (target) {
        const part = 1 - Math.exp(-12 * seconds);
        own.x += (target.x - own.x) * part;
        own.y += (target.y - own.y) * part;
    }
}

function tell(now) {
    const hasMoved = Math.hypot(own.x - sent.x, own.y - sent.y) > 0.0005;
    if (hasMoved && now - sent.at >= period - 4 && connection.send({ x: own.x, y: own.y }))
        sent = { at: now, x: own.x, y: own.y };
}

function grid(pen, width, height) {
    const step = width / 16;
    pen.fillStyle = colourOf("--line");
    for (let x = step / 2; x < width; x += step) {
        for (let y = step / 2; y < height; y += step)
            pen.fillRect(x - 1, y - 1, 2, 2);
    }
}

function paintTrail(pen, player, moment, radius, toScreen) {
    const step = 20;
    pen.strokeStyle = player.colour;
    let from = toScreen(player.placeAt(moment - trail));
    for (let age = trail - step; age >= 0; age -= step) {
        const to = toScreen(player.placeAt(moment - age));
        const part = 1 - age / trail;
        pen.globalAlpha = 0.4 * part;
        pen.lineWidth = 2 * radius * (0.15 + 0.7 * part);
        pen.beginPath();
        pen.moveTo(from.x, from.y);
        pen.lineTo(to.x, to.y);
        pen.stroke();
        from = to;
    }
    pen.globalAlpha = 1;
}

function paintPlayer(pen, player, at, radius, isOwn) {
    pen.fillStyle = player.colour;
    pen.beginPath();
    pen.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    pen.fill();
    pen.strokeStyle = colourOf(isOwn ? "--text" : "--surface");
    pen.lineWidth = 2;
    pen.stroke();
    pen.fillStyle = colourOf("--text");
    pen.fillText(player.name, at.x, at.y + radius + 16);
}

/** Where dots and their names have room. */
function room(width, height) {
    const radius = Math.max(9, width / 60);
    const inset = radius + 6;
    return { radius, inset, width: width - 2 * inset, height: height - 2 * inset - 14 };
}

/** For those who cannot see it, and for tests. */
function describe(moment) {
    const places = {};
    for (const [client, player] of players) {
        const { x, y } = client === me ? own : player.placeAt(moment);
        places[player.name] = [Number(x.toFixed(3)), Number(y.toFixed(3))];
    }
    field.dataset.players = JSON.stringify(places);
}

function paint(pen, width, height, now) {
    const { radius, inset, width: across, height: down } = room(width, height);
    const toScreen = ({ x, y }) => ({ x: inset + x * across, y: inset + y * down });
    const moment = now - 3 * period; // so that there is one to go to
    grid(pen, width, height);
    pen.font = `${Math.max(12, radius)}px system-ui, sans-serif`;
    pen.textAlign = "center";
    for (const [client, player] of players) {
        const isOwn = client === me;
        if (!isCalm.matches)
            paintTrail(pen, player, moment, radius, toScreen);
        paintPlayer(pen, player, toScreen(isOwn ? own : player.placeAt(moment)), radius, isOwn);
    }
}

let before = performance.now();
let told = 0;
function frame(now) {
    if (own && players.has(me)) {
        moveOwn(Math.min(0.1, (now - before) / 1000));
        tell(now);
    }
    before = now;
    draw(field, (pen, width, height) => paint(pen, width, height, now));
    describe(now - 3 * period);
    countIn(drawn, now);
    if (now - told > 500) {
        told = now;
        while (heard[0] < now - 1000)
            heard.shift();
        $("drawn").textContent = `${drawn.length} / s`;
        $("heard").textContent = `${heard.length} / s`;
    }
    requestAnimationFrame(frame);
}
requestAnimationFrame(frame);

field.addEventListener("keydown", (event) => {
    keys.add(event.key);
    if (event.key.startsWith("Arrow"))
        event.preventDefault();
});
addEventListener("keyup", (event) => keys.delete(event.key));
field.addEventListener("blur", () => keys.clear());

function point(event) {
    const box = field.getBoundingClientRect();
    const { inset, width, height } = room(box.width, box.height);
    target = { x: within((event.clientX - box.left - inset) / width), y: within((event.clientY - box.top - inset) / height) };
}
field.addEventListener("pointerdown", (event) => {
    field.setPointerCapture(event.pointerId);
    point(event);
});
field.addEventListener("pointermove", (event) => target && point(event));
for (const end of ["pointerup", "pointercancel"])
    field.addEventListener(end, () => { target = undefined; });

$("name").onchange = () => {
    const name = $("name").value.trim();
    if (name)
        connection.send({ name });
};
$("form").onsubmit = (event) => {
    event.preventDefault();
    field.focus();
};
field.focus();
