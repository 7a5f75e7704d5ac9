// SPDX-License-Identifier: MIT
// Page: ticker
// A live feed for a dashboard: prices that wander and the figures of this server, four times a second and once a second.
// Who connects gets {"history", "symbols"}, the last minute; then {"tick": {"time", "prices"}} and {"server": {...}}.
// {"only": ["ALPHA"]} chooses what one wants to hear of. A tick that comes while one connects may be in the history too:
// its time tells.

const symbols = ["ALPHA", "BRAVO", "DELTA", "KILO", "ZULU"];
const interval = 250;
const remembered = 60000 / interval;
let history = [];
let ticks = 0;

function next(before, time = Date.now()) {
    const prices = {};
    for (const symbol of symbols) {
        const last = before ? before.prices[symbol] : 80 + 40 * Math.random();
        prices[symbol] = Math.max(1, Math.round(last * (1 + (Math.random() - 0.5) / 100) * 100) / 100);
    }
    return { time, prices };
}

// So that there is something to see at once.
function pastMinute() {
    const past = [];
    for (let ago = remembered; ago > 0; --ago)
        past.push(next(past[past.length - 1], Date.now() - ago * interval));
    return past;
}

async function tellFigures() {
    const stats = await server.stats();
    const total = name => stats.workers.reduce((sum, worker) => sum + (worker[name] || 0), 0);
    const figures = { workers: stats.workers.length };
    for (const name of ["clients", "messagesIn", "messagesOut", "bytesOut"])
        figures[name] = total(name);
    server.broadcast({ server: figures });
}

function tick() {
    if (history.length === 0)
        history = pastMinute();
    const latest = next(history[history.length - 1]);
    history.push(latest);
    if (history.length > remembered)
        history.shift();
    server.state.history = history;
    server.table.set("ticker:history", JSON.stringify(history));
    server.publish("all", { tick: latest });
    for (const symbol of symbols)
        server.publish(symbol, { tick: { time: latest.time, prices: { [symbol]: latest.prices[symbol] } } });
    return ++ticks % (1000 / interval) === 0 ? tellFigures() : undefined;
}

// One worker makes the prices; those of the others hear of them as of any message.
if (server.worker === 0)
    server.tick(interval, tick);

server.on("reload", old => {
    history = old.state.history || [];
});

server.on("open", request => {
    server.join(request.client, "all");
    server.push(request.client, { history: JSON.parse(server.table.value("ticker:history") || "[]"), symbols });
});

server.on("message", frame => {
    let wanted = [];
    try {
        wanted = JSON.parse(frame.text).only.filter(symbol => symbols.includes(symbol));
    } catch {
        return server.push(frame.client, { error: `Send {"only": [...]} with some of ${symbols.join(", ")}.` });
    }
    for (const room of server.rooms(frame.client))
        server.leave(frame.client, room);
    for (const room of wanted.length > 0 && wanted.length < symbols.length ? wanted : ["all"])
        server.join(frame.client, room);
    return server.push(frame.client, { only: wanted });
});
