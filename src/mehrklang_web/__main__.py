"""`python -m mehrklang_web run` starts the demonstration, with `--leer` an empty installation; any other word is a
management command of Django.
"""

import os
import sys


def main() -> None:
    """Chooses the settings of the occasion before anything of Django is loaded."""
    word, *rest = sys.argv[1:] or ["help"]
    occasion = "production"
    if word == "run":
        occasion = "local" if "--leer" in rest else "demo"
    if occasion == "local":
        os.environ.setdefault("MEHRKLANG_VAR", "eigene-daten")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"mehrklang_web.settings.{occasion}")
    if word == "run":
        import django  # noqa: PLC0415 — after the settings are chosen

        django.setup()
        from mehrklang_web.start.command import run  # noqa: PLC0415 — after Django is set up

        run(rest)
    else:
        from django.core.management import execute_from_command_line  # noqa: PLC0415 — after the settings are chosen

        execute_from_command_line([f"{sys.executable} -m mehrklang_web", word, *rest])


if __name__ == "__main__":
    main()
