"""Settings of the tests."""

SECRET_KEY = "nur-fuer-tests"  # noqa: S105
USE_TZ = True
INSTALLED_APPS: list[str] = []
