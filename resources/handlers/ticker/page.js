// SPDX-License-Identifier: MIT
import { Connection, element, number, remember } from "./porthole.js";
import { colourOf, draw, onResize } from "./canvas.js";

const $ = (id) => document.getElementById(id);
const minute = 60000;
const rows = new Map(); // by symbol
const parameter = new URLSearchParams(location.search).get("only");
let off = new Set(); // symbols that one does not want
let latest = 0;
let figures;

const isOn = (symbol) => !off.has(symbol);
const chosen = () => Array.from(rows.keys()).filter(isOn);

function line(pen, points, width, height) {
    const low = Math.min(...points.map(({ price }) => price));
    const high = Math.max(...points.map(({ price }) => price));
    const begin = points[points.length - 1].time - minute;
    const x = ({ time }) => Math.max(1, (time - begin) / minute * (width - 6));
    const y = ({ price }) => height - 5 - (high > low ? (price - low) / (high - low) : 0.5) * (height - 10);
    pen.beginPath();
    points.forEach((point, index) => {
        const isGap = index === 0 || point.time - points[index - 1].time > 1500;
        pen[isGap ? "moveTo" : "lineTo"](x(point), y(point));
    });
    pen.stroke();
    const end = points[points.length - 1];
    pen.beginPath();
    pen.arc(x(end), y(end), 2.5, 0, 2 * Math.PI);
    pen.fill();
}

function showChart({ canvas, points, price }) {
    draw(canvas, (pen, width, height) => {
        if (points.length === 0 || width < 10)
            return;
        pen.strokeStyle = pen.fillStyle = colourOf(price.classList.contains("down") ? "--bad" : "--good");
        pen.lineWidth = 1.5;
        pen.lineJoin = "round";
        line(pen, points, width, height);
    });
}

function show(row) {
    const { points } = row;
    if (points.length === 0)
        return;
    const now = points[points.length - 1].price;
    const change = now - points[0].price;
    const prices = points.map(({ price }) => price);
    const way = change < 0 ? "down" : "up";
    row.price.textContent = number(now, 2);
    row.change.textContent = `${change < 0 ? "▼ −" : "▲ +"}${number(Math.abs(change), 2)}`;
    row.price.className = `right price ${way}`;
    row.change.className = `right change ${way}`;
    row.low.textContent = number(Math.min(...prices), 2);
    row.high.textContent = number(Math.max(...prices), 2);
    showChart(row);
}

function choose(symbol, box) {
    if (box.checked)
        off.delete(symbol);
    else
        off.add(symbol);
    if (chosen().length === 0) { // one stays
        off.delete(symbol);
        box.checked = true;
        return;
    }
    rows.get(symbol).row.classList.toggle("off", !box.checked);
    remember({ only: chosen().join(",") });
    connection.send({ only: chosen() });
}

function addRow(symbol) {
    const box = element("input", { type: "checkbox", checked: isOn(symbol), onchange: () => choose(symbol, box) });
    const canvas = element("canvas", { role: "img", ariaLabel: `${symbol} in the last minute` });
    const cell = (className) => element("td", { className });
    const row = { points: [], canvas, price: cell("right price"), change: cell("right change"), low: cell("right wide"), high: cell("right wide") };
    row.row = element("tr", { className: isOn(symbol) ? "" : "off" },
        element("th", { scope: "row" }, element("label", {}, box, symbol)),
        row.price, row.change, element("td", { className: "chart" }, canvas), row.low, row.high);
    $("rows").append(row.row);
    rows.set(symbol, row);
    onResize(canvas, () => showChart(row));
}

function take({ time, prices }) {
    for (const [symbol, price] of Object.entries(prices)) {
        const row = rows.get(symbol);
        const { points } = row;
        if (points.length > 0 && time <= points[points.length - 1].time)
            continue; // twice: in the history and as it came
        points.push({ time, price });
        while (points[0].time < time - minute)
            points.shift();
        row.isNew = true;
    }
    latest = Math.max(latest, time);
}

function showNew() {
    for (const row of rows.values()) {
        if (row.isNew)
            show(row);
        row.isNew = false;
    }
}

function showFigures(now) {
    const seconds = figures ? (performance.now() - figures.at) / 1000 : 0;
    const rate = (name) => seconds ? Math.max(0, (now[name] - figures[name]) / seconds) : 0;
    const bytes = rate("bytesOut");
    $("clients").textContent = number(now.clients);
    $("workers").textContent = number(now.workers);
    if (figures) {
        $("messages").textContent = `${number(rate("messagesOut"))} / s`;
        $("bytes").textContent = bytes < 10000 ? `${number(bytes)} B / s` : `${number(bytes / 1024, 1)} KiB / s`;
    }
    figures = { ...now, at: performance.now() };
}

function message(said) {
    if (said.symbols) {
        if (rows.size === 0) {
            const only = parameter && parameter.split(",").filter((symbol) => said.symbols.includes(symbol));
            off = new Set(only && only.length > 0 ? said.symbols.filter((symbol) => !only.includes(symbol)) : []);
            said.symbols.forEach(addRow);
        }
        said.history.forEach(take);
        if (off.size > 0)
            connection.send({ only: chosen() });
    } else if (said.tick)
        take(said.tick);
    else if (said.server)
        showFigures(said.server);
    requestAnimationFrame(showNew);
}

const connection = new Connection({
    message,
    closed: () => { figures = undefined; },
});
