"""An office's server, behind a proxy that speaks HTTPS. MEHRKLANG_HOSTS names its hosts, MEHRKLANG_VAR its data."""

import os

from mehrklang_web.settings.base import *  # noqa: F403 — an occasion is the base and its differences
from mehrklang_web.settings.base import GUARD_SECRET_FILE, VAR
from mehrklang_web.settings.secret_key import read_or_make

SECRET_KEY = read_or_make(VAR / "geheimer-schluessel")
GUARD_SECRET = read_or_make(GUARD_SECRET_FILE)
ALLOWED_HOSTS = [host.strip() for host in os.environ.get("MEHRKLANG_HOSTS", "").split(",") if host.strip()]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
DEMONSTRATION = False

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = False  # the municipality's whole domain is not ours to promise
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # the check that asks for the promise above
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
