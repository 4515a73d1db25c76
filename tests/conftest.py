"""The library's tests need no Django: where it is not installed, the tests of the shell are not collected."""

import os
from importlib.util import find_spec

if find_spec("django") and find_spec("pytest_django"):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mehrklang_web.settings.test")
    import django

    django.setup()
else:
    collect_ignore_glob = ["web/*", "journeys/*", "a11y/test_shell*", "house/test_shell*"]
