"""Rows of a register (one person each, or with a number of persons) counted by the engine into observations.

Every column is taken as text. Nothing is repaired: a blank category becomes a category of its own, and that is told.
"""

import hmac
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from hashlib import sha256

from sqlglot import exp, select

from mehrklang.store.engine import column
from mehrklang.store.error import fault, refuse
from mehrklang.store.register_faults import register_faults
from mehrklang.store.register_form import RegisterForm
from mehrklang.store.register_line import Line
from mehrklang.store.register_place import OpenRegister, label, open_register, table_named
from mehrklang.vocabulary import Breakdown, Figure, Issue, Material, Observation, Period, SourceCell, Unit

KEY_MEASURE = "Satzschlüssel"
"""The measure under which the sums of the records' keys are counted along."""


@dataclass(frozen=True, slots=True)
class RegisterRows:
    """The observations, the finest counts that the form asks for, what is to be told besides, and a checksum of all
    that was read."""

    observations: tuple[Observation, ...]
    notes: tuple[Issue, ...]
    sha256: str


def read_register(place: str, form: RegisterForm, *, secret: str = "", areas: Sequence[str] = ()) -> RegisterRows:
    """Count the rows of a file or database. `areas` are those that are known; `secret` makes the records' keys.

    Faults come as `StoreError`, all at once, and quote no row.
    """
    with open_register(place, form.table) as opened:
        _check_columns(opened, place, form)
        lines = list(_lines(opened, form))
    faults, notes = register_faults(lines, form, areas)
    refuse(faults)
    observations = tuple(_observations(lines, form, opened.name, secret))
    digest = sha256("\n".join(sorted(map(repr, lines))).encode()).hexdigest()
    return RegisterRows(observations, notes, digest)


def _check_columns(opened: OpenRegister, place: str, form: RegisterForm) -> None:
    refuse(
        [
            fault(
                "B-REGISTER-02",
                f"In {label(place)} fehlt die Spalte „{name}“.",
                f"Das Rezept oder die Datei berichtigen. Vorhanden sind: {', '.join(opened.columns)}.",
            )
            for name in (*form.columns, *form.single)
            if name not in opened.columns
        ]
    )


def _lines(opened: OpenRegister, form: RegisterForm) -> Iterator[Line]:
    """Every combination of texts in the asked columns, and in how many rows it stands; row by row where rows differ."""
    names = (*form.columns, *form.single)
    texts = [exp.cast(column(name), "VARCHAR") for name in names]
    named = [exp.alias_(each, f"c{number}") for number, each in enumerate(texts)]
    asked = select(*named).from_(table_named(opened.table))
    if not form.single:
        asked = asked.select(exp.alias_(exp.Count(this=exp.Star()), "row_count")).group_by(*texts)
    for row in opened.ask(asked):
        told = {name: str(value if value is not None else "").strip() for name, value in zip(names, row, strict=False)}
        yield Line(told, 1 if form.single else int(str(row[-1])))


def _observations(lines: Sequence[Line], form: RegisterForm, file: str, secret: str) -> Iterator[Observation]:
    """The counts, or the single amounts; and the sums of the records' keys."""
    counts: defaultdict[tuple[str, str, Breakdown], int] = defaultdict(int)
    keys: defaultdict[tuple[str, str, Breakdown], int] = defaultdict(int)
    for line in lines:
        spot = line.texts[form.area_column], line.texts.get(form.period_column) or form.period, _breakdown(line, form)
        if form.amount_column:
            yield _observation(form.measure, spot, _amount(line.texts[form.amount_column]), file)
        else:
            counts[spot] += line.rows * (int(line.texts[form.count_column]) if form.count_column else 1)
        if form.record_column and secret:
            keys[spot] += _key(line.texts[form.record_column], secret)
    for measure, found in ((form.measure, counts), (KEY_MEASURE, keys)):
        yield from (_observation(measure, spot, Decimal(number), file) for spot, number in found.items())


def _observation(measure: str, spot: tuple[str, str, Breakdown], number: Decimal, file: str) -> Observation:
    area, period, where = spot
    cell = SourceCell(file, 0, "", "")
    return Observation(
        measure, area, Period.parse(period), where, Unit.COUNT, Figure.of(number), Material.ADDITIVE, cell
    )


def _breakdown(line: Line, form: RegisterForm) -> Breakdown:
    named = {each.feature: each.category(line.texts[each.column]) for each in form.features}
    return Breakdown.of({feature: category for feature, category in named.items() if category is not None})


def _amount(text: str) -> Decimal:
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise AssertionError from None  # `register_faults` has looked


def _key(record: str, secret: str) -> int:
    """The key of a record: the first 32 bits of HMAC-SHA-256 over its name, by the office's secret."""
    return int.from_bytes(hmac.digest(secret.encode(), record.encode(), "sha256")[:4], "big")
