"""The end of a request: an answer that trickles must end too.

The time limit of a socket counts from byte to byte, so one byte now and then would keep a request for ever. Here one
clock runs for the whole request and shuts the connection when it is over.
"""

import http.client
import socket
import ssl
import urllib.request
from contextlib import suppress
from threading import Timer
from types import TracebackType
from typing import Self


class Deadline:
    """One clock for one request; `over` says whether it struck."""

    __slots__ = ("_sockets", "_timer", "over")

    def __init__(self, seconds: float) -> None:
        self._timer = Timer(seconds, self._strike)
        self._timer.daemon = True
        self._sockets: list[socket.socket] = []
        self.over = False

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()

    def watch(self, connected: socket.socket) -> None:
        """Shut this connection too when the time is over, at once if it is."""
        self._sockets.append(connected)
        if self.over:
            _shut(connected)

    def _strike(self) -> None:
        self.over = True
        for each in self._sockets:
            _shut(each)


class Plain(urllib.request.HTTPHandler):
    """Opens http under a deadline."""

    def __init__(self, deadline: Deadline) -> None:
        super().__init__()
        self._deadline = deadline

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """As the standard library does, with a connection that the deadline knows."""
        return self.do_open(_watched(http.client.HTTPConnection, self._deadline), req)


class Secured(urllib.request.HTTPSHandler):
    """Opens https under a deadline, with the certificates that the machine trusts."""

    def __init__(self, deadline: Deadline) -> None:
        super().__init__()
        self._deadline = deadline

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """As the standard library does, with a connection that the deadline knows."""
        context = ssl.create_default_context()
        return self.do_open(_watched(http.client.HTTPSConnection, self._deadline), req, context=context)


def _watched(kind: type[http.client.HTTPConnection], deadline: Deadline) -> type[http.client.HTTPConnection]:
    """A kind of connection that hands its socket to the deadline as soon as it is connected."""

    def connect(self: http.client.HTTPConnection) -> None:
        kind.connect(self)
        deadline.watch(self.sock)

    return type(kind.__name__, (kind,), {"connect": connect})


def _shut(connected: socket.socket) -> None:
    """Ends whatever is being read, with the method of the bare socket, because that of TLS would meddle with it."""
    with suppress(OSError):
        socket.socket.shutdown(connected, socket.SHUT_RDWR)
