"""What holds on every occasion. Closed and strict by default; an occasion may only say where it differs."""

import os
from datetime import timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("MEHRKLANG_VAR", "var")).resolve()
DELIVERIES = VAR / "lieferungen"
TRIALS = VAR / "pruefung"
STORE = VAR / "speicher"
GUARD_SECRET_FILE = Path(os.environ.get("MEHRKLANG_GEHEIMNIS", VAR / "geheimnis-der-statistik"))
GUARD_SECRET = ""
"""The statistics office's own text for rounding by chance and the cell-key method; an occasion reads or makes it."""

DEBUG = False
ALLOWED_HOSTS: list[str] = []
ROOT_URLCONF = "mehrklang_web.urls"
WSGI_APPLICATION = "mehrklang_web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "mehrklang_web.ui",
    "mehrklang_web.audit",
    "mehrklang_web.people",
    "mehrklang_web.editing",
    "mehrklang_web.places",
    "mehrklang_web.monitors",
    "mehrklang_web.sharing",
    "mehrklang_web.concept",
    "mehrklang_web.catalogues",
    "mehrklang_web.selection",
    "mehrklang_web.agreements",
    "mehrklang_web.guidance",
    "mehrklang_web.communication",
    "mehrklang_web.measures",
    "mehrklang_web.profiles",
    "mehrklang_web.collection",
    "mehrklang_web.commons",
    "mehrklang_web.deliveries",
    "mehrklang_web.results",
    "mehrklang_web.formulas",
    "mehrklang_web.signals",
    "mehrklang_web.interpretation",
    "mehrklang_web.weighing",
    "mehrklang_web.goals",
    "mehrklang_web.agenda",
    "mehrklang_web.publication",
    "mehrklang_web.workplace",
    "mehrklang_web.exchange",
    "mehrklang_web.opening",
]

MIDDLEWARE = [
    "mehrklang_web.monitors.addressing.edition_in_address",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "mehrklang_web.people.gate.OwnPasswordFirst",
    "django.contrib.messages.middleware.MessageMiddleware",
    "mehrklang_web.results.asking.AskFirst",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "mehrklang_web.ui.appearance.chosen",
                "mehrklang_web.people.navigation.sections",
                "mehrklang_web.monitors.context.begun",
            ],
            "builtins": ["mehrklang_web.ui.templatetags.ui"],
        },
    }
]

# SQLite for one office: writers queue (IMMEDIATE) instead of failing, readers never wait (WAL); what is committed is on
# the disk (FULL), because the bytes of a trial are removed after its delivery was committed.
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": VAR / "mehrklang.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
            "PRAGMA mmap_size=134217728;PRAGMA journal_size_limit=27103364;PRAGMA cache_size=-20000;",
        },
    }
}

# Accounts. After five failures in a row the pair of name and address rests for a quarter of an hour.
AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
UNDOING_IS_WATCHED = "mehrklang_web.catalogues.actions.guarding.watched_number"
"""Who looks on when a step is undone: rules of secrecy are not loosened that way without a reason either."""
LOGIN_URL = "people:login"
LOGIN_REDIRECT_URL = "/"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "people/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

SESSION_COOKIE_NAME = "mehrklang_sitzung"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 10
CSRF_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "font-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

LANGUAGE_CODE = "de"
TIME_ZONE = "Europe/Berlin"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DELIVERY_MAX_BYTES = 100 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "mehrklang_web.deliveries.limit.LimitedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Reminders (`erinnern`) need a mail server; without one nothing is sent.
EMAIL_HOST = os.environ.get("MEHRKLANG_MAILSERVER", "")
DEFAULT_FROM_EMAIL = os.environ.get("MEHRKLANG_ABSENDER", "mehrklang@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
