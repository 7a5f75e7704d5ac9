// SPDX-License-Identifier: MIT
// Page: game
// Positions at 30 Hz, conflated: however often players move, each frame tells each position that changed once. A client
// opens /?name=Ada and sends {"x", "y"} from 0 to 1, or {"name"}; it is sent {"you", "rate", "players"} once,
// {"player"} of who comes or has another name, {"moved": [[client, x, y], ...]} and {"left"}.

const rate = 30;
const colours = ["#2f74e0", "#e0523f", "#14966a", "#d18a1c", "#8a5cf0", "#0f95ad", "#d64b8c", "#6f9a2b"];
const within = value => Math.min(1, Math.max(0, value));
const rounded = value => Math.round(value * 10000) / 10000;
const clean = (name, fallback) => String(name || "").replace(/\s+/g, " ").trim().slice(0, 20) || fallback;

// Each worker keeps the players of its own clients; where those of the others are is in the table.
const players = server.state.players = {};
const moved = new Map();
const stale = new Set(); // whose place in the table is not where they are
const keyOf = client => `player:${client}`;
const store = player => server.table.set(keyOf(player.client), JSON.stringify(player));

function add(player) {
    players[player.client] = player;
    store(player);
}

function everybody() {
    const stored = server.table.keys("player:").map(key => JSON.parse(server.table.value(key) || "null"));
    return stored.filter(Boolean).map(player => players[player.client] || player);
}

server.tick(1000 / rate, () => {
    if (moved.size === 0)
        return;
    const positions = Array.from(moved.values()).map(player => [player.client, rounded(player.x), rounded(player.y)]);
    moved.clear();
    server.publish("game", { moved: positions });
});

// Who comes later is shown where the others are now, a quarter of a second late at most.
server.tick(250, () => {
    stale.forEach(store);
    stale.clear();
});

// The room first: what happens after it is heard, and what happened before it is in the table.
server.on("open", request => {
    const { client } = request;
    const colour = colours[client % colours.length];
    const name = clean(request.query.name, `player ${client}`);
    const player = { client, name, colour, x: rounded(0.1 + 0.8 * Math.random()), y: rounded(0.1 + 0.8 * Math.random()) };
    add(player);
    server.join(client, "game");
    server.push(client, { you: client, rate, players: everybody() });
    server.publish("game", { player }, client);
});

server.on("message", frame => {
    const player = players[frame.client];
    let to;
    try {
        to = JSON.parse(frame.text);
    } catch {
        return;
    }
    if (!player || !to)
        return;
    if (Number.isFinite(to.x) && Number.isFinite(to.y)) {
        player.x = within(to.x);
        player.y = within(to.y);
        moved.set(frame.client, player);
        stale.add(player);
    }
    if (to.name !== undefined) {
        player.name = clean(to.name, player.name);
        store(player);
        server.publish("game", { player });
    }
});

server.on("close", closed => {
    const player = players[closed.client];
    delete players[closed.client];
    moved.delete(closed.client);
    stale.delete(player);
    server.table.remove(keyOf(closed.client));
    server.publish("game", { left: closed.client });
});

server.on("reload", old => {
    for (const client of old.clients) {
        const player = old.state.players && old.state.players[client];
        if (player) {
            add(player);
            moved.set(client, player); // what the script before had not told yet
        }
    }
});
