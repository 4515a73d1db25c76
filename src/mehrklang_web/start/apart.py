"""Doing something in a process of its own, before the server forks.

DuckDB starts threads when it is first asked. A forked process has none of them but still holds their handles: it could
wait for them for ever, and where it asks DuckDB again it ends with "terminate called without an active exception". So
nothing may ask DuckDB in the process from which the server's workers are forked.
"""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

import django

Answer = TypeVar("Answer")


def apart(what: Callable[[], Answer]) -> Answer:
    """What the function answers; it is run in a new process with the same settings."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=django.setup) as pool:
        return pool.submit(what).result()
