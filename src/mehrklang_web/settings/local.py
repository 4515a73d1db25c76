"""`make leer`: an own installation on this machine alone, for trying things out with own data. Loopback only."""

from mehrklang_web.settings.demo import *  # noqa: F403 — as the demonstration, but nothing is invented

DEMONSTRATION = False
