"""One running demonstration and one browser per test process."""

import pytest

from tests.browsing import application, browser


@pytest.fixture(scope="session")
def running(tmp_path_factory):
    with application(tmp_path_factory.mktemp("demonstration")) as started:
        yield started


@pytest.fixture(scope="session")
def chromium():
    with browser() as started:
        yield started
