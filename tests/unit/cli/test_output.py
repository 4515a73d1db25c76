"""Files are whole or not there."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.cli.json_text import json_text
from mehrklang.cli.output import write_whole


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    """After writing there is the new file and nothing else."""
    target = tmp_path / "bericht.pdf"
    write_whole(target, b"alt")
    write_whole(target, b"neu")
    assert target.read_bytes() == b"neu"
    assert list(tmp_path.iterdir()) == [target]


def test_an_interrupted_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the last step fails, the old file stands and no remains lie beside it."""
    target = tmp_path / "bericht.pdf"
    write_whole(target, b"alt")

    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "Kein Platz", str(target))

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="Kein Platz"):
        write_whole(target, b"neu")
    assert target.read_bytes() == b"alt"
    assert list(tmp_path.iterdir()) == [target]


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=("Cs",))),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('abcä"\\\n'), inner, max_size=3),
    max_leaves=10,
)


@given(_values)
def test_json_is_what_the_standard_reader_reads(value: object) -> None:
    """The own writer and the standard reader agree."""
    assert json.loads(json_text(value)) == value  # type: ignore[arg-type]  # hypothesis cannot say what it builds


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_json_numbers_are_exact(number: Decimal) -> None:
    """No digit of a number is lost."""
    assert json.loads(json_text(number), parse_float=Decimal, parse_int=Decimal) == number
