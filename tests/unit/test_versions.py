"""A provisional and a later final delivery of the same cells, through the whole pipeline."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from mehrklang.indicators import EXACT
from mehrklang.package import DataReference, Monitoring, checksum
from mehrklang.pipeline import Result, evaluate
from mehrklang.pipeline.deliveries import read_reference, receive
from mehrklang.pipeline.published import history_of, read_publication
from mehrklang.pipeline.register import Register
from mehrklang.store import Store
from mehrklang.vocabulary import Figure, Finality, Material
from mehrklang.vocabulary.retirement import Retirement
from tests.factories.monitorings import computable

CODE = "einbuergerungsquote"
HEAD = "Year,Gebietseinheit,GeoCode,Value,COMMENT_OBS\n"
FIRST = "2022,Goslar,K03153,342,endgültig\n2023,Goslar,K03153,443,vorläufig\n"
SECOND = "2023,Goslar,K03153,451,endgültig\n2024,Goslar,K03153,460,vorläufig\n"
FOREIGN = "2022,Goslar,K03153,16355\n2023,Goslar,K03153,17275\n2024,Goslar,K03153,18000\n"


def rate(naturalised: int) -> Decimal:
    return EXACT.divide(Decimal(100 * naturalised), Decimal(17275))


def delivered(monitoring: Monitoring, name: str, rows: str, head: str = HEAD) -> DataReference:
    folder = monitoring.folder / name
    folder.mkdir()
    path = folder / f"indicator_{'1-2-1' if name == 'nenner' else '2-3-1'}.csv"
    path.write_text(head + rows, encoding="utf-8")
    return replace(monitoring.data[0], path=path.relative_to(monitoring.folder), sha256=checksum(path))


def computed(tmp_path: Path, *, superseded: bool = False) -> Result:
    monitoring = replace(computable(tmp_path), comparison_areas=())
    first, second = delivered(monitoring, "erste", FIRST), delivered(monitoring, "zweite", SECOND)
    below = delivered(monitoring, "nenner", FOREIGN, "Year,Gebietseinheit,GeoCode,Value\n")
    if superseded:
        second = delivered(monitoring, "ganz", FIRST.split("\n", maxsplit=1)[0] + "\n" + SECOND)
        first = replace(first, retired=Retirement("A.", date(2025, 5, 1), "berichtigt", second.path.as_posix()))
    evaluation = evaluate(replace(monitoring, data=(first, second, below)), store=tmp_path / "store")
    assert not [issue for issue in evaluation.issues if issue.code.startswith("B-")], evaluation.issues
    return evaluation.results[CODE]


def test_the_final_value_counts_and_the_rate_of_it_knows_the_provisional_one(tmp_path: Path) -> None:
    (series,) = [one for one in computed(tmp_path).series if one.area == "03153"]
    final, revised, provisional = series.values
    assert [value.finality for value in series.values] == [
        Finality.UNSTATED,  # its denominator does not say
        Finality.UNSTATED,
        Finality.PROVISIONAL,
    ]
    assert final.before is None
    assert revised.figure.number == rate(451)
    assert revised.before is not None
    assert (revised.before.figure, revised.before.finality) == (Figure.of(rate(443)), Finality.PROVISIONAL)
    assert provisional.before is None


def test_a_superseded_delivery_is_read_for_what_the_values_were(tmp_path: Path) -> None:
    found = computed(tmp_path, superseded=True)
    (series,) = [one for one in found.series if one.area == "03153"]
    assert [value.changed for value in series.values] == [False, True, False]
    assert found.assessments[found.group].versions == (
        "Der Wert für 2024 ist vorläufig; das endgültige Ergebnis kann abweichen.",
    )


def test_a_publication_says_which_cells_went_out_as_provisional(tmp_path: Path) -> None:
    path = tmp_path / "2024.csv"
    path.write_text(
        "Messgröße;Gebiet;Zeitraum;Einheit;Wert;Bemerkung\nQuote;03404;2023;Anzahl;12;vorläufig\n"
        "Quote;03404;2022;Anzahl;11;\n",
        encoding="utf-8",
    )
    one, _ = read_publication(path, source="a")
    assert one is not None
    history = history_of([one])
    assert {key.period.key for key in history.open} == {"2023"}
    assert len(history.cells) == 2


def test_old_counts_of_our_own_are_not_read_again(tmp_path: Path) -> None:
    """Two versions of a count would tell single persons: superseded deliveries of additive sources stay unread."""
    monitoring = computable(tmp_path)
    successor = monitoring.data[1].path.as_posix()
    gone = replace(monitoring.data[0], retired=Retirement("A.", date(2025, 5, 1), "x", successor))
    register = Register.of(replace(monitoring, data=(gone, monitoring.data[1])))
    assert len(receive(register, Store(tmp_path / "a")).superseded) == 1
    source = replace(register.source(gone.source), material=Material.ADDITIVE)
    additive = replace(register, catalogue=replace(register.catalogue, sources={gone.source: source}))
    assert receive(additive, Store(tmp_path / "b")).superseded == ()


def test_a_whole_file_is_provisional_until_the_final_one_comes(tmp_path: Path) -> None:
    """The file says nothing; the folder says it of all its values. What a value says itself goes before."""
    monitoring = replace(computable(tmp_path), comparison_areas=())
    head = "Year,Gebietseinheit,GeoCode,Value\n"
    first = replace(delivered(monitoring, "erste", "2023,Goslar,K03153,443\n", head), finality=Finality.PROVISIONAL)
    below = delivered(monitoring, "nenner", FOREIGN, head)
    early = evaluate(replace(monitoring, data=(first, below)), store=tmp_path / "s").results[CODE]
    assert [value.mark for one in early.series for value in one.values if value.figure.known] == ["p"]
    final = delivered(monitoring, "zweite", "2023,Goslar,K03153,451,endgültig\n")
    late = evaluate(replace(monitoring, data=(first, final, below)), store=tmp_path / "s").results[CODE]
    (value,) = [value for one in late.series for value in one.values if value.figure.known]
    assert value.figure.number == rate(451)
    assert value.before is not None
    assert value.before.finality is Finality.PROVISIONAL
    said = replace(delivered(monitoring, "dritte", SECOND), finality=Finality.ESTIMATED)
    reading = read_reference(Register.of(monitoring), said)
    assert {one.finality for one in reading.observations} == {Finality.FINAL, Finality.PROVISIONAL}
