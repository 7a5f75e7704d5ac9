// SPDX-License-Identifier: MIT
import { Connection, line, logIn, number, timeOfDay } from "./porthole.js";

const $ = (id) => document.getElementById(id);
const add = logIn($("log"));
let count = 0;
let before = 0;

function message(said) {
    const [word, seconds] = said;
    const now = performance.now();
    add(line("server", `${word}, ${seconds}`, "in"));
    $("last").textContent = timeOfDay(seconds * 1000);
    $("count").textContent = number(++count);
    if (before)
        $("between").textContent = `${number(now - before)} ms`;
    before = now;
}

const connection = new Connection({
    message,
    opened: () => { $("send").disabled = false; },
    closed: () => {
        $("send").disabled = true;
        before = 0;
    },
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
