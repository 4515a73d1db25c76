"""The glossary names every room, every exported value type of the library, and every key that offices write."""

import importlib
import inspect
import re
from enum import Enum
from pathlib import Path

import pytest

import mehrklang
import mehrklang_web

ROOT = Path(__file__).parents[2]
GLOSSARY = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
NAMES = set(re.findall(r"`([^`]+)`", GLOSSARY))
ASKED = re.compile(r"\.(?:texts?|integer|flag|choice|pairs|table|rows|number|day)\(\s*\"([a-z_0-9]+)\"")


def _rooms(package: object) -> list[str]:
    """The folders and modules of a package that are rooms."""
    folder = Path(inspect.getfile(package)).parent  # type: ignore[arg-type] # a module has a file
    return sorted(
        entry.stem
        for entry in folder.iterdir()
        if not entry.name.startswith("_")
        and (entry.suffix == ".py" or (entry / "__init__.py").is_file())
        and entry.stem not in {"urls", "wsgi", "asgi"}
    )


def _types(room: str) -> list[str]:
    """The classes that a room exports."""
    module = importlib.import_module(f"mehrklang.{room}")
    exported = {name: getattr(module, name) for name in getattr(module, "__all__", ())}
    return [name for name, value in exported.items() if inspect.isclass(value)]


def _keys(folder: str) -> set[str]:
    """The keys of TOML files that a room asks for."""
    files = (ROOT / "src" / "mehrklang" / folder).rglob("*.py")
    return {key for file in files for key in ASKED.findall(file.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("package", [mehrklang, mehrklang_web], ids=["library", "shell"])
def test_every_room_is_listed(package: object) -> None:
    assert [room for room in _rooms(package) if room not in NAMES] == []


@pytest.mark.parametrize("room", _rooms(mehrklang))
def test_every_exported_value_type_is_listed(room: str) -> None:
    assert [name for name in _types(room) if name not in NAMES] == []


@pytest.mark.parametrize("folder", ["catalogue", "package"])
def test_every_key_that_offices_write_is_listed(folder: str) -> None:
    keys = _keys(folder)
    assert len(keys) > 30
    assert sorted(keys - NAMES) == []


def test_every_value_that_an_indicator_may_have_is_listed() -> None:
    catalogue = importlib.import_module("mehrklang.catalogue")
    vocabulary = importlib.import_module("mehrklang.vocabulary")
    kinds: list[type[Enum]] = [
        catalogue.IndicatorKind, catalogue.Direction, catalogue.Perspective, catalogue.Evidence,
        catalogue.BreakKind, catalogue.Degree, vocabulary.Unit, vocabulary.Material,
    ]  # fmt: skip
    assert [str(member.value) for kind in kinds for member in kind if member.value not in NAMES] == []
