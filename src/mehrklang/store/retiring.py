"""Deliveries that are no longer counted with: a small file beside the delivery says who, when, why, and what came."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from mehrklang.store.delivery import missing, path
from mehrklang.store.error import fault, refuse
from mehrklang.store.folder import make_lasting, workshop
from mehrklang.vocabulary import Issue
from mehrklang.vocabulary.retirement import Retirement


def retire(root: Path, key: str, retirement: Retirement) -> None:
    """Notes it once and for good, whole or not at all. The same again changes nothing; anything else is a fault."""
    wanted = [key, *([retirement.successor] if retirement.successor else [])]
    refuse([missing(each) for each in wanted if not path(root, each).exists()])
    known = retirement_of(root, key)
    if known == retirement:
        return
    if known is not None or _leads_to(root, retirement.successor, key):
        refuse([_decided(key)])
    with workshop(root) as folder:
        note = folder / "note.json"
        note.write_text(_written(retirement), encoding="utf-8")
        note.chmod(0o444)
        make_lasting(note)
        note.replace(_place(root, key))
        make_lasting(root)


def retirement_of(root: Path, key: str) -> Retirement | None:
    """Why a delivery is no longer counted with; None if it is."""
    try:
        said = json.loads(_place(root, key).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Retirement(said["wer"], date.fromisoformat(said["wann"]), said["warum"], said["ersetzt_durch"])


def refuse_retired(root: Path, keys: Iterable[str]) -> None:
    """No number is told of a delivery that is out of use."""
    refuse([_out_of_use(key, known) for key in keys if (known := retirement_of(root, key)) is not None])


def _place(root: Path, key: str) -> Path:
    return path(root, key).with_suffix(".stand.json")


def _written(retirement: Retirement) -> str:
    said = {
        "wer": retirement.who,
        "wann": retirement.day.isoformat(),
        "warum": retirement.why,
        "ersetzt_durch": retirement.successor,
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _leads_to(root: Path, successor: str, key: str) -> bool:
    """Whether a correction was itself superseded, in the end, by what it is to correct."""
    while successor and successor != key:
        after = retirement_of(root, successor)
        successor = after.successor if after else ""
    return successor == key


def _out_of_use(key: str, known: Retirement) -> Issue:
    how = "zurückgezogen" if known.withdrawn else f"durch die Lieferung „{known.successor}“ ersetzt"
    return fault(
        "B-ABLAGE-06",
        f"Die Lieferung „{key}“ wurde am {known.day:%d.%m.%Y} von {known.who} {how}: {known.why.rstrip('.')}.",
        "Mit der gültigen Lieferung rechnen.",
    )


def _decided(key: str) -> Issue:
    return fault(
        "B-ABLAGE-07",
        f"Die Lieferung „{key}“ ist schon außer Kraft, oder die neue wurde selbst durch sie ersetzt.",
        "Den vermerkten Stand prüfen; was vermerkt ist, bleibt.",
    )
