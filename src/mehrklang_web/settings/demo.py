"""`make run`: the demonstration municipality on this machine alone. Loopback only, plain HTTP, invented data."""

from mehrklang_web.settings.base import *  # noqa: F403 — an occasion is the base and its differences
from mehrklang_web.settings.base import GUARD_SECRET_FILE, VAR
from mehrklang_web.settings.secret_key import read_or_make

SECRET_KEY = read_or_make(VAR / "geheimer-schluessel")
GUARD_SECRET = read_or_make(GUARD_SECRET_FILE)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
WHITENOISE_USE_FINDERS = True  # static files straight from the rooms: no collectstatic before the first page
DEMONSTRATION = True
