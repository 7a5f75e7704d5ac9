// SPDX-License-Identifier: MIT
// A live feed for a dashboard: prices that wander and the figures of this server, four times a second. Who connects gets
// the last minute at once; {"only": ["ALPHA"]} chooses what one wants to hear of.

const symbols = ["ALPHA", "BRAVO", "DELTA", "KILO", "ZULU"];
const interval = 250;
const remembered = 60000 / interval;

server.state.history = server.state.history || [];

function next(before) {
    const prices = {};
    for (const symbol of symbols) {
        const last = before ? before.prices[symbol] : 80 + 40 * Math.random();
        prices[symbol] = Math.max(1, Math.round((last * (1 + (Math.random() - 0.5) / 50)) * 100) / 100);
    }
    return { time: Date.now(), prices };
}

const only = (tick, wanted) => {
    const prices = {};
    for (const symbol of wanted)
        prices[symbol] = tick.prices[symbol];
    return { time: tick.time, prices };
};

// One worker makes the prices; those of the others hear of them as of any message.
async function tick() {
    const history = server.state.history;
    history.push(next(history[history.length - 1]));
    if (history.length > remembered)
        history.shift();
    const latest = history[history.length - 1];
    server.table.set("latest", JSON.stringify(history));
    server.publish("all", { tick: latest });
    for (const symbol of symbols)
        server.publish(symbol, { tick: only(latest, [symbol]) });
    if (history.length % 4 === 0) {
        const stats = await server.stats();
        const total = name => stats.workers.reduce((sum, worker) => sum + (worker[name] || 0), 0);
        server.broadcast({ server: { clients: total("clients"), messagesOut: total("messagesOut"), bytesOut: total("bytesOut") } });
    }
}

const run = () => server.worker === 0 && server.tick(interval, tick);

server.on("workerStart", run);
server.on("reload", old => {
    if (old.state.history) {
        server.state.history = old.state.history;
        run();
    }
});
server.on("open", request => {
    server.join(request.client, "all");
    server.push(request.client, { history: JSON.parse(server.table.value("latest") || "[]"), symbols });
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
    for (const room of wanted.length > 0 ? wanted : ["all"])
        server.join(frame.client, room);
    return server.push(frame.client, { only: wanted });
});
