# SPDX-License-Identifier: MIT
"""A headless Chromium that is driven over the pipe of its DevTools protocol: pages, what they say, and pictures of them."""
import base64
import itertools
import json
import os
import pathlib
import queue
import shutil
import subprocess
import tempfile
import threading

from program import PATIENCE

FLAGS = ("--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-quic --no-first-run "
         "--no-default-browser-check --disable-background-networking --disable-component-update --disable-sync "
         "--disable-default-apps --disable-extensions --no-proxy-server --password-store=basic").split()
# Pages that nobody looks at run as if somebody did.
ALL_IN_FRONT = ("--disable-background-timer-throttling --disable-backgrounding-occluded-windows "
                "--disable-renderer-backgrounding --disable-features=LocalNetworkAccessChecks --remote-debugging-pipe about:blank").split()


class Browser:
    """One Chromium with a profile of its own; a context manager."""

    def __enter__(self):
        self.profile = tempfile.mkdtemp()
        self.log = tempfile.TemporaryFile()
        theirs_in, self.out = os.pipe()
        self.into, theirs_out = os.pipe()

        def give_pipe():  # they must be 3 and 4, wherever they were
            spare_in, spare_out = os.dup(theirs_in), os.dup(theirs_out)
            os.dup2(spare_in, 3)
            os.dup2(spare_out, 4)

        self.process = subprocess.Popen(["chromium", *FLAGS, f"--user-data-dir={self.profile}", *ALL_IN_FRONT],
                                        stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
                                        preexec_fn=give_pipe, close_fds=False)
        os.close(theirs_in)
        os.close(theirs_out)
        self.numbers = itertools.count(1)
        self.answers, self.sessions = {}, {}
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        return self

    def __exit__(self, kind, *_):
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.reader.join()
        os.close(self.out)
        os.close(self.into)
        if kind is not None:
            self.log.seek(0)
            print(f"-- what Chromium said\n{self.log.read().decode(errors='replace')[-4000:]}--")
        self.log.close()
        shutil.rmtree(self.profile, ignore_errors=True)

    def _read(self):
        rest = b""
        while piece := os.read(self.into, 1 << 20):
            *messages, rest = (rest + piece).split(b"\0")
            for message in map(json.loads, messages):
                if waiting := self.answers.pop(message.get("id"), None):
                    waiting.put(message)
                elif page := self.sessions.get(message.get("sessionId")):
                    page.hear(message)
        for waiting in list(self.answers.values()):
            waiting.put({"error": {"message": "Chromium is gone"}})

    def call(self, method, session=None, **parameters):
        number, waiting = next(self.numbers), queue.Queue()
        self.answers[number] = waiting
        message = {"id": number, "method": method, "params": parameters} | ({"sessionId": session} if session else {})
        os.write(self.out, json.dumps(message).encode() + b"\0")
        answer = waiting.get(timeout=PATIENCE)
        if "error" in answer:
            raise AssertionError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def open(self, address, width=1100, height=760, scheme="light"):
        """A page in a window of its own, loaded."""
        target = self.call("Target.createTarget", url="about:blank", newWindow=True)["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = Page(self, target, session)
        self.sessions[session] = page
        for domain in ("Page", "Runtime", "Log"):
            page.call(f"{domain}.enable")
        page.call("Emulation.setFocusEmulationEnabled", enabled=True)
        page.look(width, height, scheme)
        page.go(address)
        return page


class Page:
    """One page. `faults` is what went wrong in it: exceptions, console.error, what the log of the browser warns of."""

    def __init__(self, browser, target, session):
        self.browser, self.target, self.session = browser, target, session
        self.faults, self.loaded = [], queue.Queue()

    def hear(self, message):
        method, given = message["method"], message["params"]
        if method == "Page.loadEventFired":
            self.loaded.put(given)
        elif method == "Runtime.exceptionThrown":
            self.faults.append(given["exceptionDetails"].get("exception", {}).get("description", "an exception"))
        elif method == "Runtime.consoleAPICalled" and given["type"] in ("error", "warning", "assert"):
            self.faults.append(str([value.get("value", value.get("description")) for value in given["args"]]))
        elif method == "Log.entryAdded" and given["entry"]["level"] in ("error", "warning"):
            self.faults.append(f"{given['entry']['text']} {given['entry'].get('url', '')}")

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def go(self, address):
        self.call("Page.navigate", url=address)
        self.loaded.get(timeout=PATIENCE)

    def reload(self):
        self.call("Page.reload")
        self.loaded.get(timeout=PATIENCE)

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.target)

    def look(self, width, height, scheme="light"):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def value(self, expression):
        """Of an expression, which may be a promise."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise AssertionError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def until(self, condition):
        """Waits until an expression is true, and yields what it is."""
        return self.value(f"""new Promise((resolve, reject) => {{
            const end = performance.now() + {PATIENCE * 900};
            const look = () => {{
                const value = (() => {condition})();
                if (value) return resolve(value);
                if (performance.now() > end)
                    return reject(new Error('it did not come: ' + document.body.innerText));
                setTimeout(look, 10);
            }};
            look();
        }})""")

    def text(self, selector):
        return self.value(f"document.querySelector({json.dumps(selector)}).innerText")

    def until_text(self, selector, text):
        return self.until(f"document.querySelector({json.dumps(selector)}).innerText.includes({json.dumps(text)})")

    def type(self, selector, text, enter=True):
        """As with a keyboard, in the place of what is there."""
        self.value(f"document.querySelector({json.dumps(selector)}).focus(), document.activeElement.select()")
        self.call("Input.insertText", text=text)
        if enter:
            self.press("Enter", text="\r")

    def key(self, kind, key, **more):
        codes = {"Enter": 13, "Tab": 9, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
        self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=codes.get(key, 0), **more)

    def press(self, key, **more):
        self.key("keyDown", key, **more)
        self.key("keyUp", key)

    def click(self, selector):
        self.value(f"document.querySelector({json.dumps(selector)}).click()")

    def drag(self, selector, *parts):
        """The pointer goes down at the first place, given as parts of the element, and up at the last."""
        box = self.value(f"(({{x, y, width, height}}) => [x, y, width, height])"
                         f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())")
        places = [(box[0] + across * box[2], box[1] + down * box[3]) for across, down in parts]
        for kind, (x, y) in zip(["mousePressed"] + ["mouseMoved"] * (len(places) - 1), places):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1, clickCount=1)

    def drop(self):
        self.call("Input.dispatchMouseEvent", type="mouseReleased", x=0, y=0, button="left", clickCount=1)

    def picture(self, name):
        """A PNG in the folder that PORTHOLE_SCREENSHOTS names."""
        folder = pathlib.Path(os.environ["PORTHOLE_SCREENSHOTS"])
        folder.mkdir(parents=True, exist_ok=True)
        data = base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])
        folder.joinpath(f"{name}.png").write_bytes(data)
        return data
