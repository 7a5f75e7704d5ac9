#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The pages of the built-in handlers in headless Chromium: each alone, light and dark, wide and narrow; the quick start;
and chat, ticker and game with several at once, on two workers. Pictures go to the folder PORTHOLE_SCREENSHOTS."""
import contextlib
import itertools
import json
import pathlib
import socket
import tempfile
import time
import unittest

from devtools import Browser
from program import PATIENCE, Program

RESOURCES = pathlib.Path(__file__).parents[2] / "resources"
HANDLERS = ("hello", "echo", "broadcast", "chat", "ticker", "game")
CONNECTED = "document.querySelector('#status').dataset.state === 'open'"
QUICK_START = """\
server.on("start", () => console.log(`WebSocket server is started at ${server.url}`));
server.on("open", request => {
    console.log("connection open:", request.client);
    server.tick(request.client, 1000, () => server.push(request.client, ["hello", Math.floor(Date.now() / 1000)]));
});
server.on("message", frame => {
    console.log("received message:", frame.text);
    server.push(frame.client, ["hello", Math.floor(Date.now() / 1000)]);
});
server.on("close", closed => console.log("connection close:", closed.client));
server.on("disconnect", peer => console.log("connection disconnect:", peer.client));
"""


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = cls.enterClassContext(Browser())

    def setUp(self):
        self.pages = []

    def tearDown(self):
        self.close_pages()

    def close_pages(self):
        while self.pages:
            page = self.pages.pop()
            page.close()
            self.assertEqual(page.faults, [])

    @contextlib.contextmanager
    def serving(self, *arguments):
        """A program that outlives the pages: one that is open still would try to connect again, and say that it failed."""
        with Program(*arguments) as program:
            yield program
            self.close_pages()

    def open(self, program, query="", **look):
        page = self.browser.open(f"http://127.0.0.1:{program.port}/{query}", **look)
        self.pages.append(page)
        return page

    def connected(self, program, query="", **look):
        page = self.open(program, query, **look)
        page.until(CONNECTED)
        return page

    def until_logged(self, program, text):
        end = time.monotonic() + PATIENCE
        while text not in program.stderr():
            self.assertLess(time.monotonic(), end, f"not logged: {text!r}\n{program.stderr()}")

    # What makes each page say something, and where that is to be seen.
    LIVELY = {
        "hello": lambda page: (page.type("#text", "Hello from a browser"), page.until_text("#log", "Hello from a browser"),
                               page.until("document.querySelectorAll('#log .in').length >= 2")),
        "echo": lambda page: (page.until_text("#status", "Connected"), page.press("Enter"), page.click("#many"),
                              page.until_text("#log", "100 echoes"), page.type("#text", "Grüße 🌍"),
                              page.until_text("#log", "Grüße 🌍")),
        "broadcast": lambda page: (page.type("#text", "A line for the board"), page.until_text("#log", "A line for the board")),
        "chat": lambda page: (page.type("#text", "Is anybody here?"), page.until_text("#log", "Is anybody here?")),
        "ticker": lambda page: page.until("/^\\d/.test(document.querySelector('#messages').innerText)"
                                          " && /[▲▼]/.test(document.querySelector('#rows').innerText)"),
        "game": lambda page: page.until("/^[1-9]/.test(document.querySelector('#drawn').innerText)"
                                        " && document.querySelectorAll('#players li').length === 1"),
    }

    def test_each_page(self):
        for handler in HANDLERS:
            with self.subTest(handler), self.serving(handler) as program:
                page = self.connected(program)
                self.LIVELY[handler](page)
                for width, height, size in ((1100, 760, "desktop"), (390, 780, "phone")):
                    for scheme in ("light", "dark"):
                        page.look(width, height, scheme)
                        page.value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
                        self.assertGreater(len(page.picture(f"{handler}-{size}-{scheme}")), 5000)
                        self.assertLessEqual(page.value("document.documentElement.scrollWidth"), width)

    def test_quick_start(self):
        with tempfile.TemporaryDirectory() as folder:
            script = pathlib.Path(folder, "hello.js")
            script.write_text(QUICK_START, encoding="utf-8")
            with self.serving(script) as program:
                self.until_logged(program, f"hello.js:1: WebSocket server is started at {program.url}")
                page = self.browser.open("about:blank")
                self.pages.append(page)
                said = page.value(f"""new Promise((resolve) => {{
                    const socket = new WebSocket('{program.url}');
                    const said = [];
                    socket.onopen = () => socket.send('Hello from a browser');
                    socket.onmessage = ({{ data }}) => {{
                        said.push(JSON.parse(data));
                        if (said.length === 3) {{
                            socket.onclose = () => resolve(said);
                            socket.close();
                        }}
                    }};
                }})""")
                self.assertEqual([word for word, _ in said], ["hello"] * 3)
                self.assertIn(said[2][1] - said[1][1], (1, 2))  # two ticks, behind the answer
                for _, seconds in said:
                    self.assertLess(abs(seconds - time.time()), PATIENCE)
                self.until_logged(program, "hello.js:3: connection open: 1")
                self.until_logged(program, "hello.js:7: received message: Hello from a browser")
                self.until_logged(program, "hello.js:10: connection close: 1")
                with socket.create_connection(("127.0.0.1", program.port)):
                    pass
                self.until_logged(program, "hello.js:11: connection disconnect: 2")

    # -- Several at once.

    def names(self, page):
        return page.value("Array.from(document.querySelectorAll('#people li > span:nth-child(2)'), ({ innerText }) => innerText)")

    def until_names(self, page, *names):
        page.until(f"""JSON.stringify(Array.from(document.querySelectorAll('#people li > span:nth-child(2)'),
                                                 ({{ innerText }}) => innerText).sort()) === '{json.dumps(sorted(names), separators=(",", ":"))}'""")

    def said(self, page):
        return page.value("Array.from(document.querySelectorAll('.said > p'), ({ innerText }) => innerText)")

    def test_chat_of_three(self):
        with self.serving("--workers", 2, "chat") as program:
            ada, grace, lin = (self.connected(program, f"?room=tea&name={name}") for name in ("Ada", "Grace", "Lin"))
            for page in (ada, grace, lin):
                self.until_names(page, "Ada", "Grace", "Lin")
            lines = []
            for page, line in ((ada, "The kettle is on."), (grace, "Two minutes, I bring the biscuits."),
                               (lin, "Green or black?"), (ada, "Green, please."), (ada, "And a slice of lemon.")):
                page.type("#text", line)
                lines.append(line)
                for other in (ada, grace, lin):
                    other.until_text("#log", line)
            self.assertEqual([self.said(page) for page in (ada, grace, lin)], [lines] * 3)
            self.assertEqual(grace.value("document.querySelectorAll('.said.mine').length"), 1)
            grace.type("#text", "Green fo", enter=False)
            ada.until_text("#typing", "Grace is writing")
            ada.picture("chat-three")
            ada.look(390, 780, "dark")
            ada.picture("chat-three-phone")
            ada.look(1100, 760)
            lin.type("#name", "Ada")
            lin.until_text("#fault", "There is a Ada here already.")
            lin.type("#name", "Linus")
            for page in (ada, grace, lin):
                self.until_names(page, "Ada", "Grace", "Linus")
                page.until_text("#log", "Lin is now Linus")
            self.pages.remove(grace)
            grace.close()
            for page in (ada, lin):
                page.until_text("#log", "Grace left")
                self.until_names(page, "Ada", "Linus")
            # A reload keeps the room, the name and what was said; somebody in another room hears none of it.
            lin.reload()
            self.until_names(ada, "Ada", "Linus")
            self.until_names(lin, "Ada", "Linus")
            self.assertEqual(self.said(lin), lines)
            other = self.connected(program, "?room=coffee&name=Ada")
            self.until_names(other, "Ada")
            other.type("#text", "Nobody here.")
            other.until_text("#log", "Nobody here.")
            lin.type("#text", "Back again.")
            ada.until_text("#log", "Back again.")
            self.assertEqual((self.said(ada), self.said(other)), (lines + ["Back again."], ["Nobody here."]))

    def test_reconnects(self):
        with Program("chat") as program:
            page = self.connected(program, "?room=tea&name=Ada")
            page.type("#text", "Before")
            page.until_text("#log", "Before")
            port = program.port
        page.until("document.querySelector('#status').dataset.state === 'closed'"
                   " && document.querySelector('#send').disabled")
        page.until_text("#status", "Not connected")
        with self.serving("--listen", f"ws://127.0.0.1:{port}", "chat"):
            page.until(CONNECTED)
            self.until_names(page, "Ada")
            page.type("#text", "After")
            page.until_text("#log", "After")
            self.assertEqual(self.said(page), ["Before", "After"])
            page.faults = [fault for fault in page.faults if "ERR_CONNECTION_REFUSED" not in fault]

    def test_game_of_three(self):
        with self.serving("--workers", 2, "game") as program:
            pages = [self.connected(program, f"?name={name}") for name in ("Ada", "Grace", "Lin")]
            for page in pages:
                page.until("document.querySelectorAll('#players li').length === 3")
                self.assertEqual(sorted(page.text("#players").replace("you", "").split()), ["Ada", "Grace", "Lin"])
            ada, grace, lin = pages
            at = "JSON.parse(document.querySelector('#field').dataset.players || '{}')"
            for page in pages:
                page.until(f"Object.keys({at}).length === 3")
            ada.drag("#field", (0.5, 0.5), (0.25, 0.3))
            ada.until(f"Math.hypot({at}.Ada[0] - 0.25, {at}.Ada[1] - 0.3) < 0.05")
            for page in (grace, lin):
                page.until(f"Math.hypot({at}.Ada[0] - 0.25, {at}.Ada[1] - 0.3) < 0.05")
            ada.drop()
            before = lin.value(at)
            grace.value("document.querySelector('#field').focus()")
            grace.key("keyDown", "ArrowRight")
            lin.until(f"{at}.Grace[0] > {min(0.97, before['Grace'][0] + 0.05)}")
            lin.until(f"Math.hypot({at}.Ada[0] - 0.25, {at}.Ada[1] - 0.3) < 0.05")
            grace.key("keyUp", "ArrowRight")
            lin.drag("#field", (0.5, 0.5), (0.7, 0.3), (0.75, 0.6))
            for page in (ada, grace):
                page.until(f"Math.hypot({at}.Lin[0] - 0.75, {at}.Lin[1] - 0.6) < 0.05")
            grace.picture("game-three")
            lin.drop()
            self.pages.remove(lin)
            lin.close()
            for page in (ada, grace):
                page.until("document.querySelectorAll('#players li').length === 2")
            grace.reload()
            for page in (ada, grace):
                page.until(f"document.querySelectorAll('#players li').length === 2 && {at}.Grace")
                page.until(f"Math.hypot({at}.Ada[0] - 0.25, {at}.Ada[1] - 0.3) < 0.05")

    def prices(self, page):
        return page.value("Array.from(document.querySelectorAll('.price'), ({ innerText }) => innerText)")

    def test_ticker_of_three(self):
        symbols = ("ALPHA", "BRAVO", "DELTA", "KILO", "ZULU")
        wanted = (symbols, ("ALPHA",), ("ALPHA", "ZULU"))
        with self.serving("--workers", 2, "ticker") as program:
            pages = [self.connected(program, f"?only={','.join(only)}") for only in wanted]
            for page, only in zip(pages, wanted):
                page.until("document.querySelector('#clients').innerText === '3'")
                page.until(f"document.querySelectorAll('tr.off').length === {5 - len(only)}")
                page.value(f"window.heard = {self.TICKS % 8}.then(({{ ticks }}) => ticks), 0")
            # All are told the same, whatever worker they are on.
            heard = [dict(page.value("heard")) for page in pages]
            times = set(heard[0]) & set(heard[1]) & set(heard[2])
            self.assertGreaterEqual(len(times), 4, heard)
            for time_ in times:
                self.assertEqual(heard[0][time_], heard[1][time_])
                self.assertEqual(heard[0][time_], heard[2][time_])
            # What each shows moves, and what it does not want stays.
            for page, only in zip(pages, wanted):
                before = self.prices(page)
                for index, symbol in enumerate(symbols):
                    if symbol in only:
                        page.until(f"document.querySelectorAll('.price')[{index}].innerText !== '{before[index]}'")
                after = self.prices(page)
                self.assertEqual([price for price, symbol in zip(after, symbols) if symbol not in only],
                                 [price for price, symbol in zip(before, symbols) if symbol not in only])
            pages[0].picture("ticker-three")
            self.pages.remove(pages[1])
            pages[1].close()
            for page in (pages[0], pages[2]):
                page.until("document.querySelector('#clients').innerText === '2'")

    # -- The handler is saved while pages are open.

    def until_loaded_again(self, program, times):
        end = time.monotonic() + PATIENCE
        while program.stderr().count("was loaded again") < times:
            self.assertLess(time.monotonic(), end, program.stderr())

    @contextlib.contextmanager
    def saved_program(self, handler, first=lambda source: source):
        """The handler as a file of one's own, on two workers; and what saves it. `first` makes what is served at first."""
        with tempfile.TemporaryDirectory() as folder:
            script = pathlib.Path(folder, f"{handler}.js")
            source = RESOURCES.joinpath("handlers", f"{handler}.js").read_text(encoding="utf-8")
            script.write_text(first(source), encoding="utf-8")
            with self.serving("--workers", 2, script) as program:
                saved = itertools.count(1)

                def save():
                    number = next(saved)
                    script.write_text(f"{source}// {number}\n", encoding="utf-8")
                    self.until_loaded_again(program, number)

                yield program, save
                self.assertNotIn("TypeError", program.stderr())

    def test_chat_saved_meanwhile(self):
        with self.saved_program("chat") as (program, save):
            ada, grace = (self.connected(program, f"?room=tea&name={name}") for name in ("Ada", "Grace"))
            lines = []
            for round in range(5):
                for page in (ada, grace):
                    lines.append(f"line {len(lines)}")
                    page.type("#text", lines[-1])
                    (grace if page is ada else ada).until_text("#log", lines[-1])
                save()
            late = self.connected(program, "?room=tea&name=Lin")
            for page in (ada, grace, late):
                self.until_names(page, "Ada", "Grace", "Lin")
                self.assertEqual(self.said(page), lines)

    def test_game_saved_meanwhile(self):
        at = "JSON.parse(document.querySelector('#field').dataset.players || '{}')"
        with self.saved_program("game") as (program, save):
            ada, grace = (self.connected(program, f"?name={name}") for name in ("Ada", "Grace"))
            for place in ((0.2, 0.2), (0.8, 0.3), (0.5, 0.7)):
                ada.drag("#field", (0.5, 0.5), place)
                save()
                there = f"Math.hypot({at}.Ada[0] - {place[0]}, {at}.Ada[1] - {place[1]}) < 0.05"
                grace.until(there)
                ada.drop()
                late = self.connected(program, "?name=Lin")
                late.until(f"Object.keys({at}).length === 3 && {there}")
                self.pages.remove(late)
                late.close()
                for page in (ada, grace):
                    page.until(f"Object.keys({at}).length === 2")

    def test_game_saved_before_a_move_is_told(self):
        def silent(source):
            self.assertIn("server.tick(1000 / rate,", source)
            return source.replace("server.tick(1000 / rate,", "server.tick(1000000,")

        at = "JSON.parse(document.querySelector('#field').dataset.players || '{}')"
        with self.saved_program("game", silent) as (program, save):
            grace = self.connected(program, "?name=Grace")
            other = self.browser.open("about:blank")
            self.pages.append(other)
            other.value(f"""new Promise((resolve) => {{
                window.socket = new WebSocket('{program.url}/?name=Ada');
                socket.onmessage = ({{ data }}) => {{
                    const said = JSON.parse(data);
                    if (said.you) {{
                        socket.send('{{"x": 0.125, "y": 0.875}}');
                        socket.send('{{"name": "Lovelace"}}'); // its answer says that the move was heard
                    }} else if (said.player && said.player.name === "Lovelace")
                        resolve();
                }};
            }})""")
            grace.until(f"{at}.Lovelace")
            self.assertNotEqual(grace.value(f"{at}.Lovelace"), [0.125, 0.875])
            save()
            grace.until(f"JSON.stringify({at}.Lovelace) === '[0.125,0.875]'")

    TICKS = """new Promise((resolve) => {
        const socket = new WebSocket(`ws://${location.host}/`);
        const ticks = [];
        let figures = 0;
        socket.onmessage = ({ data }) => {
            const said = JSON.parse(data);
            if (said.server) ++figures;
            if (said.tick) ticks.push([said.tick.time, said.tick.prices]);
            if (ticks.length < %d) return;
            socket.onclose = () => resolve({ ticks, figures });
            socket.close();
        };
    })"""

    def test_ticker_saved_meanwhile(self):
        with self.saved_program("ticker") as (program, save):
            page, other = self.connected(program), self.connected(program, "?only=ALPHA,ZULU")
            other.until("document.querySelectorAll('tr.off').length === 3")
            for _ in range(3):
                save()
            ticks = page.value(self.TICKS % 9)
            times = [moment for moment, _ in ticks["ticks"]]
            self.assertGreater(times[-1] - times[0], 1500, "two of them tick")  # 8 times 250 ms, if some are late
            self.assertIn(ticks["figures"], (1, 2, 3, 4))
            shown = other.value("Array.from(document.querySelectorAll('.price'), ({ innerText }) => innerText)")
            other.until(f"document.querySelectorAll('.price')[0].innerText !== '{shown[0]}'"
                        f" && document.querySelectorAll('.price')[4].innerText !== '{shown[4]}'")
            still = other.value("Array.from(document.querySelectorAll('.price'), ({ innerText }) => innerText)")
            self.assertEqual(still[1:4], shown[1:4])
            # All symbols again: the feed goes on, and a reload remembers the choice.
            other.value("Array.from(document.querySelectorAll('tr.off input'), (box) => box.click()).length")
            other.until(f"document.querySelectorAll('.price')[2].innerText !== '{shown[2]}'")
            other.click("tbody input")
            other.reload()
            other.until("document.querySelectorAll('tr.off').length === 1")


if __name__ == "__main__":
    unittest.main(verbosity=2)
