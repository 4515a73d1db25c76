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
        _manage(word, rest)


def _manage(word: str, rest: list[str]) -> None:
    """A command of Django, ours among them. Ends with a sentence where the database is not there or not up to date."""
    from django.core.management import execute_from_command_line  # noqa: PLC0415 — after the settings are chosen
    from django.db.utils import DatabaseError  # noqa: PLC0415 — as above

    try:
        execute_from_command_line([f"{sys.executable} -m mehrklang_web", word, *rest])
    except DatabaseError as error:
        sys.exit(
            f"Die Datenbank lässt sich nicht benutzen ({error}). Starten Sie die Anwendung einmal oder rufen Sie "
            "„migrate“ auf; beides richtet sie ein und bringt sie auf den neuesten Stand."
        )


if __name__ == "__main__":
    main()
