"""Serving on this machine with gunicorn: a free port, the address printed when the first page can be had."""

import os
import socket
import sys
from collections.abc import Callable
from typing import Any

from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication

from mehrklang_web.start.settling import settle

FIRST_PORT = 8000
LOOPBACK = "127.0.0.1"


def free_port(first: int = FIRST_PORT) -> int:
    """The first port from there on that nobody listens on; 0 asks the system for any."""
    for port in range(first, first + 100) if first else (0,):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((LOOPBACK, port))
            except OSError:
                continue
            taken: int = probe.getsockname()[1]
            return taken
    raise OSError(f"no free port from {first} on")


def leave(_arbiter: object, _worker: object) -> None:
    """Ends a worker at once, with the code that it was to end with.

    The worker is forked from a process that has loaded DuckDB. What DuckDB tears down when a process ends are threads
    that only the parent had, and the worker would end with "terminate called without an active exception". By then
    every request is answered or given up, and what is written is written in transactions: nothing is left to tear down.
    """
    found = sys.exc_info()[1]
    code = (found.code or 0) if isinstance(found, SystemExit) else int(found is not None)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 1)


class Server(BaseApplication):  # type: ignore[misc] # gunicorn ships no types
    """gunicorn with our few settings, on the loopback alone."""

    def __init__(self, port: int, ready: Callable[[], None]) -> None:
        self._settings: dict[str, Any] = {
            "bind": f"{LOOPBACK}:{port}",
            "workers": 1,
            "worker_class": "gthread",
            "threads": 4,
            "timeout": 120,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": lambda _: ready(),
            "worker_exit": leave,
        }
        super().__init__()

    def load_config(self) -> None:
        """As gunicorn asks it."""
        for key, value in self._settings.items():
            self.cfg.set(key, value)

    def load(self) -> Any:
        """The application; asked by each worker for itself."""
        application = get_wsgi_application()
        settle()
        return application
