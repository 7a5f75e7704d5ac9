// SPDX-License-Identifier: MIT
// Positions at 30 Hz, conflated: however often players move, each frame tells each position that changed once. A client
// sends {"x", "y"} from 0 to 1; it is sent {"you"}, {"players"} and {"moved"}.

const rate = 30;
const colours = ["#2563eb", "#dc2626", "#059669", "#d97706", "#7c3aed", "#0891b2", "#db2777", "#65a30d"];
const within = value => Math.min(1, Math.max(0, value));
const rounded = value => Math.round(value * 10000) / 10000;

// Each worker keeps those of its own clients, and hears of the others as they do.
const players = new Map();
const moved = new Map();

function frame() {
    if (moved.size === 0)
        return;
    const positions = Array.from(moved.values()).map(player => [player.client, rounded(player.x), rounded(player.y)]);
    moved.clear();
    server.publish("game", { moved: positions });
}

const run = () => server.tick(1000 / rate, frame);
const keyOf = client => `player:${client}`;

function add(client) {
    const at = server.table.value(keyOf(client));
    const player = at ? JSON.parse(at) : { client, colour: colours[client % colours.length], x: Math.random(), y: Math.random() };
    players.set(client, player);
    server.table.set(keyOf(client), JSON.stringify(player));
    return player;
}

const everybody = () => server.table.keys("player:").map(key => JSON.parse(server.table.value(key) || "null")).filter(Boolean);

server.on("workerStart", run);
server.on("reload", old => {
    if (old.state.isRunning) {
        old.clients.forEach(add);
        run();
    }
});
server.state.isRunning = true;

server.on("open", request => {
    const player = add(request.client);
    server.push(request.client, { you: request.client, rate, players: everybody() });
    server.join(request.client, "game");
    server.publish("game", { joined: player }, request.client);
});
server.on("message", frame => {
    const player = players.get(frame.client);
    let to;
    try {
        to = JSON.parse(frame.text);
    } catch {
        return;
    }
    if (!player || !to || !Number.isFinite(to.x) || !Number.isFinite(to.y))
        return;
    player.x = within(to.x);
    player.y = within(to.y);
    moved.set(frame.client, player);
});
server.on("close", closed => {
    players.delete(closed.client);
    moved.delete(closed.client);
    server.table.remove(keyOf(closed.client));
    server.publish("game", { left: closed.client });
});

// Who comes later is shown where the others are now, a second late at most.
const remember = () => players.forEach(player => server.table.set(keyOf(player.client), JSON.stringify(player)));
server.tick(1000, remember);
