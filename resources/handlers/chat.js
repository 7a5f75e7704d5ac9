// SPDX-License-Identifier: MIT
// A chat with rooms, names and presence. A client opens /?room=tea&name=Ada and sends {"say": "..."}, {"name": "..."} or
// {"typing": true}; it is sent {"people": [...]}, {"from", "text", "time"}, {"typing": name} and {"event": "..."}.

const longestText = 2000;
const clean = (text, fallback) => String(text || "").replace(/\s+/g, " ").trim().slice(0, 40) || fallback;

const personOf = client => server.value(client) || { name: `guest ${client}`, room: "lobby" };
const tell = (room, message, except) => server.publish(room, message, except);

function showPeople(room) {
    const people = server.members(room).map(client => ({ client, name: personOf(client).name }));
    tell(room, { people });
}

server.on("open", request => {
    const { client, query } = request;
    const person = { name: clean(query.name, `guest ${client}`), room: clean(query.room, "lobby") };
    server.setValue(client, person);
    server.bind(client, person.name);
    server.join(client, person.room);
    server.push(client, { you: client, name: person.name, room: person.room });
    tell(person.room, { event: `${person.name} came in` }, client);
    showPeople(person.room);
});

const says = {
    say(client, person, text) {
        if (typeof text !== "string" || text.trim() === "")
            return server.push(client, { error: "Say something." });
        if (text.length > longestText)
            return server.push(client, { error: `At most ${longestText} characters, please.` });
        return tell(person.room, { from: person.name, client, text, time: Date.now() });
    },
    name(client, person, name) {
        const next = clean(name, person.name);
        server.setValue(client, { name: next, room: person.room });
        server.bind(client, next);
        tell(person.room, { event: `${person.name} is now ${next}` });
        return showPeople(person.room);
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

// The client is in its room still, but no member that hears anything any more.
server.on("close", closed => {
    const person = personOf(closed.client);
    tell(person.room, { event: `${person.name} left` });
    showPeople(person.room);
});
