// SPDX-License-Identifier: MIT
// Page: echo
// Each message back to its sender: a string as text, bytes as binary.

server.on("message", frame => server.push(frame.client, frame.payload));
