"""Files in table form with every kind of fault, for comparing two ways of reading them."""

from collections.abc import Iterable
from pathlib import Path
from random import Random

from mehrklang.vocabulary import Area, Observation
from mehrklang.vocabulary.german import format_figure

HEADS = (
    "Messgröße", "Gebiet", "Gebietsname", "Gebietsebene", "Obergebiet", "Zeitraum", "Einheit", "Wert", "Bemerkung",
    "Geschlecht", "Alter",
)  # fmt: skip

_USUAL = {
    "Messgröße": ("einwohner", "haushalte"),
    "Gebiet": ("03153", "03152", "03", "031", "032", "033", "034"),
    "Gebietsname": ("",),
    "Gebietsebene": ("",),
    "Obergebiet": ("",),
    "Zeitraum": ("2023", "2024", "31.12.2024"),
    "Einheit": ("Anzahl",),
    "Wert": ("12", "345", "0", "7"),
    "Bemerkung": ("",),
    "Geschlecht": ("Insgesamt", "weiblich", "männlich"),
    "Alter": ("unter 18", "18 und älter"),
}
_UNUSUAL = {
    "Messgröße": ("", " einwohner ", "einwohner1)", "=1+1"),
    "Gebiet": ("3153", "", "q-12", "0315", " 03153", "99999"),
    "Gebietsname": ("Goslar", "Goslar1)", "Anders"),
    "Gebietsebene": ("kreis", "Stadtteil", "Planet"),
    "Obergebiet": ("03", "3", "04"),
    "Zeitraum": ("demnächst", "", "2023/24", "WS 2023/24", " 2024"),
    "Einheit": ("Prozent", "Tausend", "Euro", "", "anzahl"),
    "Wert": (
        "", "-", "–", ".", "/", "x", "…", "(12)", "12,5", "12.5", "1.234", "1.234,5", "1 234", "abc", "-3", "1e3",
        "0,1234567890123456789012", "12345678901234567", "+5", " 7 ", "0012", "-0", "1,5", "2,25", "99.5", "*",
        "12 (  )",
    ),
    "Bemerkung": ("gesperrt", "Statistisch unsicher", "nicht veröffentlicht", "Schätzung"),
    "Geschlecht": ("", "Weiblich", "weiblihc", "zusammen", "weiblich1)"),
    "Alter": ("", "Insgesamt", "18 und aelter", "ALTER"),
}  # fmt: skip


def faulty(seed: int, rows: int, *, faults: float, doubled: bool = False) -> str:
    """A file in table form; of its cells the share `faults` is unusual; `doubled`: keys repeat often."""
    dice = Random(seed)  # noqa: S311 — test data, no secret
    heads = [head for head in HEADS if head in HEADS[:2] + HEADS[5:8] or dice.random() < 0.8]
    columns = {head: _UNUSUAL[head] if dice.random() < 0.5 else _UNUSUAL[head][:1] for head in heads}
    lines = [";".join(heads)]
    for number in range(rows):
        usual = {head: dice.choice(_USUAL[head]) for head in heads}
        if not doubled:
            usual["Zeitraum"] = str(1000 + number)
        lines.append(";".join(dice.choice(columns[head]) if dice.random() < faults else usual[head] for head in heads))
        if dice.random() < faults / 20:
            lines.append(dice.choice(("Quelle: Amt", "")) + ";" * (len(heads) - 1))
    end = dice.choice(("\n", "\r\n"))
    return end.join(lines) + dice.choice((end, ""))


def additive_totals(departing: bool) -> str:
    """Counts of both sexes and their total in sixteen years; in one of them they depart, if asked."""
    lines = ["Messgröße;Gebiet;Zeitraum;Einheit;Wert;Geschlecht"]
    for year in range(2005, 2021):
        whole = 900 if departing and year == 2010 else 200
        lines += [
            f"a;03153;{year};Anzahl;{number};{sex}"
            for sex, number in (("Insgesamt", whole), ("weiblich", 110), ("männlich", 90))
        ]
    return "\n".join(lines) + "\n"


def regions(departing: bool) -> str:
    """A Land and the regions that make it up; they depart, if asked."""
    numbers = {"03": 400 if departing else 100, "031": 25, "032": 25, "033": 25, "034": 25}
    rows = [f"a;{area};2024;Anzahl;{number}" for area, number in numbers.items()]
    return "\n".join(["Messgröße;Gebiet;Zeitraum;Einheit;Wert", *rows]) + "\n"


def write_tidy(path: Path, observations: Iterable[Observation], areas: Iterable[Area]) -> None:
    """Observations as a file in table form."""
    known = {area.key: area for area in areas}
    rows = list(observations)
    features = sorted({feature for one in rows for feature, _ in one.breakdown.pairs} - set(HEADS))
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(";".join((*HEADS[:8], *features)) + "\r\n")
        for one in rows:
            area = known[one.area]
            number = one.figure.number
            value = format_figure(one.figure, one.unit) if number is None else f"{number:f}".replace(".", ",")
            labels = [one.breakdown.get(feature) or "" for feature in features]
            cells = (one.measure, one.area, area.name, area.level.value, area.parent or "", one.period.key,
                     one.unit.description, value, *labels)  # fmt: skip
            file.write(";".join(cell.replace(";", ",").replace('"', "") for cell in cells) + "\r\n")
