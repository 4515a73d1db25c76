"""A document keeps what every exit relies on."""

import pytest

from mehrklang.report import Audience, Document
from mehrklang.report.document import Cell, Heading, Row, Table


def document(*blocks):
    return Document("Titel", "Stadt", "2024", "Mai", Audience.POLITIK, blocks)


def test_no_heading_skips_a_level():
    with pytest.raises(ValueError, match="skips a level"):
        document(Heading(2, "a", "a"), Heading(4, "b", "b"))
    with pytest.raises(ValueError, match="skips a level"):
        document(Heading(3, "a", "a"))
    document(Heading(2, "a", "a"), Heading(3, "b", "b"), Heading(2, "c", "c"))


def test_anchors_are_unique():
    with pytest.raises(ValueError, match="anchor"):
        document(Heading(2, "a", "x"), Heading(2, "b", "x"))


def test_rows_are_as_long_as_their_heads():
    with pytest.raises(ValueError, match="differ in length"):
        Table("t", "Titel", ("a", "b"), (Row("1", (Cell("2"), Cell("3"))),))


def test_a_column_is_numeric_where_all_its_cells_are():
    rows = (Row("1", (Cell("2"), Cell("x", numeric=False))), Row("1", (Cell("2"), Cell("3"))))
    assert Table("t", "Titel", ("a", "b", "c"), rows).numeric == (False, True, False)
