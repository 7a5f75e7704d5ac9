# SPDX-License-Identifier: MIT
"""WebSocket by hand, for clients that misbehave on purpose: bytes of RFC 6455, and a socket to send them with."""
import base64
import hashlib
import os
import socket
import struct

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
KEY = base64.b64encode(b"sixteen bytes ok").decode()
ACCEPT = base64.b64encode(hashlib.sha1((KEY + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()).decode()


def request(port, without=(), **changed):
    """The head of an opening handshake; `changed` replaces or adds fields, with _ for -."""
    fields = {"Host": f"127.0.0.1:{port}", "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Key": KEY,
              "Sec-WebSocket-Version": "13"} | {name.replace("_", "-"): value for name, value in changed.items()}
    lines = [f"{name}: {value}" for name, value in fields.items() if name not in without]
    return ("GET / HTTP/1.1\r\n" + "\r\n".join(lines) + "\r\n\r\n").encode()


def frame(opcode, payload=b"", fin=True, mask=True):
    size = len(payload)
    masked = 0x80 if mask else 0
    head = bytes([(0x80 if fin else 0) | opcode])
    if size < 126:
        head += bytes([masked | size])
    elif size < 65536:
        head += struct.pack("!BH", masked | 126, size)
    else:
        head += struct.pack("!BQ", masked | 127, size)
    if not mask:
        return head + payload
    key = os.urandom(4)
    stream = key * (size // 4 + 1)
    mixed = int.from_bytes(payload, "big") ^ int.from_bytes(stream[:size], "big")
    return head + key + mixed.to_bytes(size, "big")


def close_frame(code, reason=""):
    return frame(CLOSE, struct.pack("!H", code) + reason.encode())


def parse(data):
    """The first frame of a server: (fin, opcode, payload, bytes used), or None while it is not whole."""
    if len(data) < 2:
        return None
    size, at = data[1] & 0x7F, 2
    if data[1] & 0x80:
        raise AssertionError("a server must not mask its frames")
    if size >= 126:
        form, width = ("!H", 2) if size == 126 else ("!Q", 8)
        if len(data) < at + width:
            return None
        size, at = struct.unpack_from(form, data, at)[0], at + width
    if len(data) < at + size:
        return None
    return bool(data[0] & 0x80), data[0] & 0x0F, bytes(data[at:at + size]), at + size


class RawClient:
    """A blocking socket with a buffer in front; a context manager."""

    def __init__(self, port, patience=60):
        self.socket = socket.create_connection(("127.0.0.1", port), patience)
        self.buffer = bytearray()

    def send(self, data):
        self.socket.sendall(data)

    def _more(self):
        data = self.socket.recv(65536)
        self.buffer += data
        return bool(data)

    def head(self):
        """The answer's status line, its fields with names in small letters, leaving what follows in the buffer."""
        while b"\r\n\r\n" not in self.buffer:
            if not self._more():
                raise AssertionError(f"the answer ended early: {bytes(self.buffer)!r}")
        head, _, rest = bytes(self.buffer).partition(b"\r\n\r\n")
        self.buffer = bytearray(rest)
        status, *lines = head.decode().split("\r\n")
        fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        return status, fields

    def upgrade(self, **changed):
        self.send(request(self.socket.getpeername()[1], **changed))
        status, fields = self.head()
        if not status.startswith("HTTP/1.1 101 ") or fields.get("sec-websocket-accept") != ACCEPT:
            raise AssertionError(f"not upgraded: {status} {fields}")
        return fields

    def frame(self):
        """(opcode, payload) of the next message or control frame; None at the end of the stream."""
        first, whole = None, b""
        while True:
            while not (found := parse(self.buffer)):
                if not self._more():
                    return None
            fin, opcode, payload, used = found
            del self.buffer[:used]
            if opcode & 0x8:
                return opcode, payload
            first = opcode if first is None else first
            whole += payload
            if fin:
                return first, whole

    def rest(self):
        """All until the end of the stream."""
        while self._more():
            pass
        return bytes(self.buffer)

    def closed(self):
        """The next frame must be a close: its code (None when empty) and reason."""
        opcode, payload = self.frame()
        if opcode != CLOSE:
            raise AssertionError(f"not a close frame: {opcode} {payload!r}")
        return (struct.unpack("!H", payload[:2])[0] if payload else None), payload[2:].decode()

    def reset(self):
        """Ends it with a TCP reset."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()
