"""The methods handbook is complete and up to date."""

from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from mehrklang.assessment import Movement, TargetState
from mehrklang.catalogue import IndicatorKind
from mehrklang.vocabulary import Sign
from tests.spec import kinds
from tests.spec.assessment import test_not_assessable, test_state, test_trend
from tests.spec.handbook import CHAPTERS, FOLDER, pages, paragraphs, sections
from tests.spec.signs import test_meaning


def _cells(*modules: ModuleType, column: str) -> set[str]:
    """All cells of a column: each of them is the expectation of a test that runs."""
    return {row[column] for module in modules for _, table in paragraphs(module) for row in table.rows if column in row}


def test_the_committed_pages_are_those_of_the_specs() -> None:
    committed = {page.name: page.read_text(encoding="utf-8") for page in FOLDER.glob("*.md")}
    assert committed == pages(), "run `make handbook`"


@pytest.mark.parametrize("folder", CHAPTERS.values())
def test_every_spec_file_stands_in_its_chapter_and_every_paragraph_has_rows(folder: str) -> None:
    chapter = import_module(f"tests.spec.{folder}")
    files = {path.stem.removeprefix("test_") for path in (Path(__file__).parent / folder).glob("test_*.py")}
    assert files == set(chapter.SECTIONS)
    for section in sections(chapter):
        found = list(paragraphs(section))
        assert found, section.__name__
        assert all(prose and table.rows for prose, table in found)


def test_every_kind_of_indicator_has_its_section() -> None:
    assert tuple(kind.name.lower() for kind in IndicatorKind) == kinds.SECTIONS


def test_every_sign_has_its_row() -> None:
    assert _cells(test_meaning, column="Zeichen") == {sign.value for sign in Sign}


def test_every_state_and_every_movement_is_the_outcome_of_some_row() -> None:
    assert _cells(test_state, test_not_assessable, column="Zustand") == {state.label for state in TargetState}
    assert _cells(test_trend, column="Trend") == {movement.label for movement in Movement}
