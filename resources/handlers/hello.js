// SPDX-License-Identifier: MIT
// Page: hello
// Every second ["hello", unix seconds] to each client, and once for each message.

const hello = () => ["hello", Math.floor(Date.now() / 1000)];
const greet = client => server.tick(client, 1000, () => server.push(client, hello()));

server.on("start", () => console.log(`WebSocket server is started at ${server.url}`));
server.on("open", request => {
    console.log("connection open:", request.client);
    greet(request.client);
});
server.on("message", frame => {
    console.log("received message:", frame.text);
    server.push(frame.client, hello());
});
server.on("close", closed => console.log("connection close:", closed.client));
server.on("disconnect", peer => console.log("connection disconnect:", peer.client));

// The file was saved: this is a new script, and who is there has no tick in it yet.
server.on("reload", old => old.clients.forEach(greet));
