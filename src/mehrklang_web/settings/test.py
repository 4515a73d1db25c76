"""Settings of the tests: a database in memory, a fast password hash, a folder of their own for files."""

import tempfile
from pathlib import Path

from mehrklang_web.settings.base import *  # noqa: F403 — an occasion is the base and its differences
from mehrklang_web.settings.base import MIDDLEWARE

SECRET_KEY = "nur-fuer-tests"  # noqa: S105 — no installation starts with these settings
ALLOWED_HOSTS = ["testserver"]
DEMONSTRATION = False

VAR = (
    Path(tempfile.gettempdir()) / "mehrklang-tests"
)  # the tests give each test a folder of its own (tests/web/conftest.py)
DELIVERIES = VAR / "lieferungen"
TRIALS = VAR / "pruefung"
STORE = VAR / "speicher"
GUARD_SECRET = "nur für Tests und lang genug"  # noqa: S105 — no installation starts with these settings

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]  # static files are the browser tests' subject
AXES_ENABLED = False  # the lock-out has a test of its own, which switches it on
