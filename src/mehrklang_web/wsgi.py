"""The door for a web server (gunicorn mehrklang_web.wsgi)."""

import os

from django.core.wsgi import get_wsgi_application

from mehrklang_web.start.settling import settle

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mehrklang_web.settings.production")
application = get_wsgi_application()
settle()
