"""Writes the methods handbook from the specs: `python -m tests.spec.handbook`."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from inspect import cleandoc
from pathlib import Path
from types import ModuleType

from tests.spec.table import Table

FOLDER = Path(__file__).parents[2] / "docs" / "methoden"

CHAPTERS = {
    "zeichen": "signs",
    "indikatorarten": "kinds",
    "unsicherheit": "uncertainty",
    "weitere-rechenarten": "composition",
    "bewertung": "assessment",
    "fruehwarnung": "warning",
    "kleine-gebiete": "small_areas",
    "nutzen": "usefulness",
    "saetze": "words",
    "reihenbrueche": "breaks",
    "geheimhaltung": "disclosure",
}
"""The pages in their order, each with the folder of its specs."""

_PREFACE = """# Methodenhandbuch

Was Mehrklang rechnet, nach welcher Regel und was in Grenzfällen gilt. Jede Zeile jeder Tabelle wird bei jeder Änderung
des Programms nachgerechnet; die Seiten werden aus diesen Prüfungen geschrieben (`make handbook`) und nicht von Hand
geändert. Zahlen stehen in den Tabellen ungerundet, mit höchstens sechs Nachkommastellen.

"""


def pages() -> Mapping[str, str]:
    """The text of every page by its file name."""
    chapters = {page: import_module(f"tests.spec.{folder}") for page, folder in CHAPTERS.items()}
    index = "".join(f"- [{_title(chapter)}]({page}.md)\n" for page, chapter in chapters.items())
    written = {f"{page}.md": "\n\n".join(_chapter(chapter)) + "\n" for page, chapter in chapters.items()}
    return {"README.md": _PREFACE + index, **written}


def sections(chapter: ModuleType) -> Iterator[ModuleType]:
    """The spec files of a chapter, in the order that it names."""
    for name in chapter.SECTIONS:
        yield import_module(f"{chapter.__name__}.test_{name}")


def paragraphs(section: ModuleType) -> Iterator[tuple[str, Table]]:
    """Prose and table of each test of a section, as they stand in the file."""
    for test in vars(section).values():
        if isinstance(getattr(test, "table", None), Table):
            yield cleandoc(test.__doc__), test.table


def _chapter(chapter: ModuleType) -> Iterator[str]:
    yield _headed("#", _doc(chapter))
    for section in sections(chapter):
        yield _headed("##", _doc(section))
        for prose, table in paragraphs(section):
            yield _headed("###", prose)
            yield table.text


def _headed(marks: str, prose: str) -> str:
    """The first line is the heading, without its full stop."""
    title, _, rest = prose.partition("\n")
    return f"{marks} {title.rstrip('.')}\n\n{rest.strip()}".rstrip()


def _title(module: ModuleType) -> str:
    return _doc(module).splitlines()[0].rstrip(".")


def _doc(module: ModuleType) -> str:
    return cleandoc(module.__doc__ or "")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
