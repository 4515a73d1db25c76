"""How fast the numbers of one indicator page come about, from the store to the finding."""

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from tracemalloc import get_traced_memory, start, stop
from types import MappingProxyType

from mehrklang.catalogue import Binding, GroupBinding, Term
from mehrklang.package import DataReference, Monitoring, Selection
from mehrklang.pipeline import kept
from mehrklang.pipeline.deliveries import receive
from mehrklang.pipeline.recipe import find, from_deliveries
from mehrklang.pipeline.register import Register
from mehrklang.report import Finding
from mehrklang.store import Store
from mehrklang.vocabulary import Area, AreaLevel, Interpretation, Unit
from tests.factories.monitorings import OWN_SHARE, OWN_SOURCE

YEARS = range(2010, 2025)
GROUPS = "abcd"
TOWN = Area("99000001", "Probstadt", AreaLevel.MUNICIPALITY)
PARTS = tuple(Area(f"probe:{at:02d}", f"Teil {at}", AreaLevel.QUARTER, TOWN.key) for at in range(59))
HEAD = "Messgröße;Gebiet;Gebietsname;Gebietsebene;Obergebiet;Zeitraum;Einheit;Wert\n"


def run() -> list[str]:
    """Wall and processor time: the first time after a new delivery, with the cube alone kept, and every later time."""
    with TemporaryDirectory() as folder:
        store = Path(folder) / "speicher"
        register = Register.of(_monitoring(Path(folder)))
        received = receive(register, Store(store))

        def page() -> Finding:
            evaluation = from_deliveries(register, received, store=store)
            return find(register.monitoring, evaluation).findings[0]

        _forget()
        held = _held(page)
        _forget()
        cold = _times(page)
        kept.measured.cache_clear()
        anew = _times(page)
        warm = min(_times(page) for _ in range(20))
        values = sum(len(line.series.values) for line in page().lines)
    size = f"{1 + len(PARTS)} areas × {len(YEARS)} years × {len(GROUPS)} groups ({values} values in the finding)"
    return [
        f"one page, {size}, from store to finding: {_told(warm)} warm, {_told(anew)} with the cube alone kept, "
        f"{_told(cold)} the first time after a delivery",
        f"what is kept for it: {held / 1e6:.1f} MB",
    ]


def _monitoring(folder: Path) -> Monitoring:
    (folder / "zahlen.csv").write_text(HEAD + "".join(_rows()), encoding="utf-8")
    groups = tuple(
        GroupBinding(group, group, (Term(f"ja-{group}", Unit.COUNT),), (Term(f"alle-{group}", Unit.COUNT),))
        for group in GROUPS
    )
    share = replace(OWN_SHARE, breaks=(), bindings=(Binding(OWN_SOURCE.key, groups),))
    return Monitoring(
        "T", "O", TOWN.key, "2026", folder,
        areas=(TOWN, *PARTS),
        selection=(Selection(share.code, "Weil."),),
        data=(DataReference(Path("zahlen.csv"), "tidy", OWN_SOURCE.key),),
        own_indicators=(share,),
        own_sources=(replace(OWN_SOURCE, rounding=0),),
        interpretations=MappingProxyType({share.code: Interpretation(share.code, "Text.", "", ())}),
    )  # fmt: skip


def _rows() -> list[str]:
    return [
        f"{measure}-{group};{part.key};{part.name};{part.level.value};{TOWN.key};{year};Anzahl;{number}\n"
        for at, part in enumerate(PARTS)
        for year in YEARS
        for place, group in enumerate(GROUPS)
        for measure, number in (("ja", 10 + (at * 7 + year * 13 + place) % 90), ("alle", 1000 + at))
    ]


def _forget() -> None:
    kept.protected.cache_clear()
    kept.measured.cache_clear()


def _held(work: Callable[[], object]) -> int:
    """Bytes that stay after the work."""
    gc.collect()
    start()
    work()
    gc.collect()
    held, _ = get_traced_memory()
    stop()
    return held


def _times(work: Callable[[], object]) -> tuple[float, float]:
    wall, processor = perf_counter(), process_time()
    work()
    return perf_counter() - wall, process_time() - processor


def _told(times: tuple[float, float]) -> str:
    return f"{1000 * times[0]:.0f} ms ({1000 * times[1]:.0f} ms of processor time)"
