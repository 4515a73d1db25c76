"""What a file says about how final a value is comes through every reader that can meet it."""

from pathlib import Path

import pytest

from mehrklang.sources import read
from mehrklang.vocabulary import Figure, Finality
from tests.factories.deliveries import SAMPLES
from tests.factories.layouts import FURTHER

P, E, R, S, NONE = (
    Finality.PROVISIONAL,
    Finality.FINAL,
    Finality.REVISED,
    Finality.ESTIMATED,
    Finality.UNSTATED,
)
FLAT = "statistics_code;time_code;time;value;value_unit;value_variable_code;value_variable_label;value_q\n"
TIDY = "Messgröße;Gebiet;Zeitraum;Einheit;Wert;Bemerkung\n"
OTHER = "Quote;03404;2023;Prozent;1,5;\n"
SDMX = "DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"


def states(tmp_path: Path, name: str, text: str) -> list[Finality]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    reading = read(path)
    assert reading.observations, reading.issues
    return [one.finality for one in reading.observations]


def test_flat_files_say_it_in_their_quality_column(tmp_path: Path) -> None:
    """e is final there."""
    rows = [f"12411;STAG;20{10 + at}-12-31;12;Anzahl;BEV;Bevölkerung;{mark}" for at, mark in enumerate("eprs")]
    rows.append("12411;STAG;2019-12-31;12;Anzahl;BEV;Bevölkerung;")
    assert states(tmp_path, "f.csv", FLAT + "\n".join(rows)) == [E, P, R, S, NONE]


def test_european_flags_say_it_and_e_means_estimated_there(tmp_path: Path) -> None:
    flags = ("p", "e", "bp", "r", "s", "")
    rows = [f"X,x,A,%,DE,20{10 + at},12.5,{flag}" for at, flag in enumerate(flags)]
    assert states(tmp_path, "e.csv", SDMX + "\n".join(rows)) == [P, S, P, R, S, NONE]


@pytest.mark.parametrize(
    ("cell", "remark", "figure", "state"),
    [
        ("12,5p", "", "12.5", P),
        ("1.234 r", "", "1234", R),
        ("12,5 s", "", "12.5", S),
        ("12,5", "vorläufig", "12.5", P),
        ("12,5", "Endgültiges Ergebnis", "12.5", E),
        ("12,5", "Revidiert am 1.2.", "12.5", R),
        ("12,5", "noch nicht endgültig", "12.5", NONE),
        ("12,5p", "endgültig", "12.5", P),
        ("12,5", "", "12.5", NONE),
    ],
)
def test_the_table_form_says_it_behind_the_number_or_in_the_remark(
    tmp_path: Path, cell: str, remark: str, figure: str, state: Finality
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        f"{TIDY}Quote;03404;2024;Prozent;{cell};{remark}\nQuote;03404;2023;Prozent;1,5;\n", encoding="utf-8"
    )
    (one, _) = read(path).observations
    assert (str(one.figure.number), one.finality) == (figure, state)


def test_a_remark_may_say_both_how_final_and_how_sure_a_value_is(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    row = 'Quote;03404;2024;Prozent;12,5;"vorläufig; statistisch unsicher"'
    path.write_text(f"{TIDY}{row}\n", encoding="utf-8")
    (one,) = read(path).observations
    assert one.figure == Figure.limited(one.figure.number or 0)
    assert one.finality is P


def test_no_other_sample_of_a_delivery_claims_a_state(tmp_path: Path) -> None:
    """Files that say nothing are not taken to be final."""
    for at, sample in enumerate((*SAMPLES, *FURTHER)):
        if b"value_q" in sample.content or b"OBS_" in sample.content or b"status" in sample.content:
            continue
        path = tmp_path / f"{at}-{sample.file}"
        path.write_bytes(sample.content)
        assert {one.finality for one in read(path, kind=sample.kind).observations} <= {NONE}, sample.code
