// SPDX-License-Identifier: MIT
import { Connection, line, logIn, number } from "./porthole.js";
import { draw, colourOf, onResize } from "./canvas.js";

const $ = (id) => document.getElementById(id);
const add = logIn($("log"));
const kept = 100;
const trips = [];
const waiting = []; // those whose echo is on its way, in order
let count = 0;

// Browsers tell the time in tenths.
const milliseconds = (value) => value < 0.1 ? "< 0.1 ms" : `${number(value, value < 100 ? 1 : 0)} ms`;
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
const shortened = (text) => text.length > 200 ? `${text.slice(0, 200)}...` : text;

function bytesOf(text) {
    const digits = text.replace(/\s|0x/gi, "");
    if (digits.length % 2 || /[^0-9a-f]/i.test(digits))
        return undefined;
    return Uint8Array.from({ length: digits.length / 2 }, (_, index) => parseInt(digits.slice(2 * index, 2 * index + 2), 16));
}

function isSame(sent, echoed) {
    if (typeof sent === "string" || typeof echoed === "string")
        return sent === echoed;
    const bytes = new Uint8Array(echoed);
    return bytes.length === sent.length && bytes.every((byte, index) => byte === sent[index]);
}

function showChart() {
    draw($("chart"), (pen, width, height) => {
        const most = Math.max(...trips, 0.1);
        const step = width / kept;
        pen.fillStyle = colourOf("--accent");
        trips.forEach((trip, index) => {
            const bar = Math.max(2, trip / most * height);
            pen.fillRect((kept - trips.length + index) * step, height - bar, Math.max(1, step - 2), bar);
        });
        pen.fillStyle = colourOf("--line");
        pen.fillRect(0, height - 1, width, 1);
    });
}

function showTrip(trip) {
    trips.push(trip);
    if (trips.length > kept)
        trips.shift();
    const sorted = trips.slice().sort((a, b) => a - b);
    $("last").textContent = milliseconds(trip);
    $("shortest").textContent = milliseconds(sorted[0]);
    $("median").textContent = milliseconds(sorted[sorted.length >> 1]);
    $("longest").textContent = milliseconds(sorted[sorted.length - 1]);
    $("count").textContent = number(++count);
    showChart();
}

function message(echoed) {
    const trip = waiting.shift();
    if (!trip)
        return;
    const took = performance.now() - trip.began;
    const isGood = isSame(trip.sent, echoed);
    const text = typeof echoed === "string" ? echoed : hex(new Uint8Array(echoed));
    if (!trip.more || !isGood)
        add(line(milliseconds(took), isGood ? shortened(text) : `Something else came back: ${shortened(text)}`, isGood ? "in" : "fault"));
    showTrip(took);
    if (trip.more > 1)
        send(trip.sent, trip.more - 1, trip.all, trip.first);
    else if (trip.more)
        add(line(`${trip.all} echoes`, `${milliseconds(performance.now() - trip.first)} together`, "in"));
    $("many").disabled = waiting.some((other) => other.more);
}

function send(data, more = 0, all = more, first = performance.now()) {
    if (!connection.send(data))
        return;
    waiting.push({ sent: data, began: performance.now(), more, all, first });
}

const connection = new Connection({
    raw: true,
    message,
    opened: () => { $("send").disabled = $("many").disabled = false; },
    closed: () => {
        $("send").disabled = $("many").disabled = true;
        waiting.length = 0;
    },
});

const isText = () => $("form").elements.kind.value === "text";
const given = () => isText() ? $("text").value : bytesOf($("text").value);

function submit(more) {
    const data = given();
    $("fault").textContent = data === undefined ? "Bytes are pairs of hex digits, such as 0a ff 20." : "";
    $("text").setAttribute("aria-invalid", String(data === undefined));
    if (data === undefined)
        return $("text").focus();
    $("many").disabled = more > 0;
    return send(data, more);
}

$("form").onsubmit = (event) => {
    event.preventDefault();
    submit(0);
};
$("many").onclick = () => submit(100);
for (const choice of $("form").elements.kind) {
    choice.onchange = () => {
        const text = $("text").value;
        $("text").value = isText() ? new TextDecoder().decode(bytesOf(text) || new TextEncoder().encode(text)) : hex(new TextEncoder().encode(text));
        $("fault").textContent = "";
    };
}
onResize($("chart"), showChart);
