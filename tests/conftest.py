"""What all tests share.

The library's tests need no Django: where it is not installed, the tests of the shell are not collected. The browser
and the running demonstration are started once per test process, and only if a test asks for them.
"""

import os
from importlib.util import find_spec

import pytest
from hypothesis import settings

# A test never fails because the machine is busy, and the same code is tried with the same examples everywhere;
# `make explore` draws fresh ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("fresh", deadline=None)
settings.load_profile(os.environ.get("MEHRKLANG_EXAMPLES", "same"))

if find_spec("django") and find_spec("pytest_django"):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mehrklang_web.settings.test")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's own loop runs in this thread; nothing here is async
    import django

    django.setup()
else:
    collect_ignore_glob = ["browsing.py", "web", "journeys", "a11y/test_shell*", "house/test_shell*"]


@pytest.fixture(scope="session")
def running(tmp_path_factory):
    """A demonstration of this process's own, started as `make run` does."""
    from tests.browsing import application  # noqa: PLC0415 — where there is no browser nobody asks for it

    with application(tmp_path_factory.mktemp("demonstration")) as started:
        yield started


@pytest.fixture(scope="session")
def chromium():
    """A browser of this process's own."""
    from tests.browsing import browser  # noqa: PLC0415 — as above

    with browser() as started:
        yield started
