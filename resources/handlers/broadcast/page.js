// SPDX-License-Identifier: MIT
import { Connection, line, logIn, number } from "./porthole.js";

const $ = (id) => document.getElementById(id);
const add = logIn($("log"));

const connection = new Connection({
    raw: true,
    message(data) {
        add(line("somebody", typeof data === "string" ? data : `${number(data.byteLength)} bytes`, "in"));
    },
    opened: () => { $("send").disabled = false; },
    closed: () => { $("send").disabled = true; },
});

$("form").onsubmit = (event) => {
    event.preventDefault();
    const text = $("text").value;
    if (text && connection.send(text)) {
        add(line("you", text, "out"));
        $("text").value = "";
    }
    $("text").focus();
};
