// SPDX-License-Identifier: MIT
// Page: broadcast
// Each message to all the others.

server.on("message", frame => server.broadcast(frame.payload, frame.client));
