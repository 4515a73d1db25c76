"""The room as a Django application."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class UiConfig(AppConfig):
    """Teaches every new database connection German."""

    name = "mehrklang_web.ui"

    def ready(self) -> None:
        """Once per process."""
        from mehrklang_web.ui.collation import speak_german  # noqa: PLC0415 — only when the applications are loaded

        connection_created.connect(speak_german)
