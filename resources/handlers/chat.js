// SPDX-License-Identifier: MIT
// Page: chat
// A chat with rooms, names and presence. A client opens /?room=tea&name=Ada and sends {"say": "..."}, {"name": "..."} or
// {"typing": true}. It is sent {"you", "name", "room", "history"} once, {"id", "from", "client", "text", "time"},
// {"people", "count", "version"}, {"typing": name}, {"event": "..."}, {"named": name} and {"error": "..."}.
// Who comes in may be sent a message twice, in the history and as it is said; its id is the same.

const longestText = 2000;
const remembered = 50; // messages of a room
const listed = 200; // names that a list of people has at most
const rooms = 100; // whose history is kept when nobody is there any more

const clean = (text, fallback) => String(text || "").replace(/\s+/g, " ").trim().slice(0, 40) || fallback;
const personOf = client => server.value(client) || { name: `guest ${client}`, room: "lobby" };
const tell = (room, message, except) => server.publish(room, message, except);

// However many come and go, a room hears of it ten times a second. Workers may overtake each other: the highest version
// is the newest list.
const changed = new Set();

function showPeople(room) {
    const version = server.table.increment("chat:version");
    const members = server.members(room);
    const people = members.slice(0, listed).map(client => ({ client, name: personOf(client).name }));
    tell(room, { people, count: members.length, version });
}

function peopleChanged(room) {
    if (changed.size === 0)
        server.after(100, () => {
            const due = Array.from(changed);
            changed.clear();
            due.forEach(showPeople);
        });
    changed.add(room);
}

const keyOf = room => `chat:history:${room}`;
const historyOf = room => JSON.parse(server.table.value(keyOf(room)) || "[]");

function remember(room, message) {
    for (;;) {
        const before = server.table.value(keyOf(room));
        const history = before === undefined ? [] : JSON.parse(before);
        history.push(message);
        if (server.table.replace(keyOf(room), before, JSON.stringify(history.slice(-remembered))))
            return;
    }
}

function forgetEmptyRooms() {
    const keys = server.table.keys(keyOf(""));
    for (const key of keys.length > rooms ? keys : []) {
        if (server.members(key.slice(keyOf("").length)).length === 0)
            server.table.remove(key);
    }
}

const isTaken = (name, room, client) =>
    server.members(room).some(other => other !== client && personOf(other).name === name);

function freeName(name, room, client) {
    for (let number = 1; ; ++number) {
        const free = number === 1 ? name : `${name} ${number}`;
        if (!isTaken(free, room, client))
            return free;
    }
}

server.on("open", request => {
    const { client, query } = request;
    const room = clean(query.room, "lobby");
    const name = freeName(clean(query.name, `guest ${client}`), room, client);
    server.setValue(client, { name, room });
    server.bind(client, name);
    server.join(client, room);
    server.push(client, { you: client, name, room, history: historyOf(room) });
    tell(room, { event: `${name} came in` }, client);
    peopleChanged(room);
});

let count = 0;
const says = {
    say(client, person, text) {
        if (typeof text !== "string" || text.trim() === "")
            return server.push(client, { error: "Say something." });
        if (text.length > longestText)
            return server.push(client, { error: `At most ${longestText} characters, please.` });
        const time = Date.now();
        const message = { id: `${time}-${client}-${++count}`, from: person.name, client, text, time };
        remember(person.room, message);
        return tell(person.room, message);
    },
    name(client, person, wanted) {
        const name = clean(wanted, person.name);
        if (isTaken(name, person.room, client))
            return server.push(client, { error: `There is a ${name} here already.`, named: person.name });
        server.push(client, { named: name });
        if (name === person.name)
            return undefined;
        server.setValue(client, { name, room: person.room });
        server.bind(client, name);
        tell(person.room, { event: `${person.name} is now ${name}` });
        return peopleChanged(person.room);
    },
    typing: (client, person) => tell(person.room, { typing: person.name }, client),
};

server.on("message", frame => {
    let message;
    try {
        message = JSON.parse(frame.text);
    } catch {
        return server.push(frame.client, { error: "This chat speaks JSON." });
    }
    const verb = Object.keys(says).find(name => message && message[name] !== undefined);
    if (!verb)
        return server.push(frame.client, { error: "Send say, name or typing." });
    return says[verb](frame.client, personOf(frame.client), message[verb]);
});

server.on("close", closed => {
    const person = personOf(closed.client);
    tell(person.room, { event: `${person.name} left` });
    peopleChanged(person.room);
    forgetEmptyRooms();
});

// What the script before this one had still to tell.
server.on("reload", old => new Set(old.clients.map(client => personOf(client).room)).forEach(peopleChanged));
