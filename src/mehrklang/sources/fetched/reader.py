"""Reads the folder of a finished fetch: its answers, joined as one delivery; each value leads to its file and line."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mehrklang.sources.dashes import read_dashes
from mehrklang.sources.faults import Faults
from mehrklang.sources.fetched.protocol import PROTOCOL, TABLE, Answer, Protocol, ProtocolError
from mehrklang.sources.reading import Reading
from mehrklang.sources.signs import read_sign
from mehrklang.sources.totals import tell_departing_totals
from mehrklang.vocabulary import Issue, Observation, Severity, Sign

KIND = "genesis-abruf"

_OF_THE_WHOLE = ("L-ZEICHEN-01", "L-ZEICHEN-02", "L-SUMME-03", "L-SUMME-04")
"""What one answer cannot tell: whether "-" is zero, and whether totals equal parts that stand in other answers."""


def is_fetch(path: Path) -> bool:
    """Whether a path is the folder of a fetch."""
    return path.is_dir() and (path / PROTOCOL).is_file()


def read_fetch(folder: Path, read: Callable[[Path], Reading], faults: Faults) -> Reading:
    """The reading of all answers that make up the table; `read` reads one answer."""
    try:
        protocol = Protocol.of((folder / PROTOCOL).read_bytes())
    except (ProtocolError, OSError) as error:
        reason = str(error) if isinstance(error, ProtocolError) else type(error).__name__
        faults.add("L-ABRUF-01", grund=f"das Protokoll ist nicht lesbar, {reason}")
        return Reading(KIND, issues=faults.issues())
    answers = _answers(protocol, folder, faults)
    readings = [read(folder / answer.file) for answer in answers]
    if faults:
        return Reading(KIND, issues=faults.issues())
    for remark in protocol.closing.remarks if protocol.closing else ():
        if remark.severity != Severity.NOTE.value:
            faults.add("L-ABRUF-03", meldung=remark.message)
    areas = tuple({area.key: area for reading in readings for area in reading.areas}.values())
    written = _once([one for reading in readings for one in reading.observations])
    observations = read_dashes(written, areas, faults)
    tell_departing_totals(observations, faults)
    return Reading(KIND, observations, (*faults.issues(), *_issues(readings)), areas)


def _answers(protocol: Protocol, folder: Path, faults: Faults) -> tuple[Answer, ...]:
    """The answers with rows, each as it was delivered."""
    if protocol.closing is None or not protocol.closing.complete:
        faults.add("L-ABRUF-01", grund="es fehlen noch Teile, oder sie passen nicht zusammen")
        return ()
    known = {answer.key: answer for answer in protocol.answers}
    found = tuple(known[key] for key in protocol.closing.answers if key in known and known[key].verdict == TABLE)
    for answer in found:
        path = folder / answer.file
        body = path.read_bytes() if path.is_file() else b""
        if hashlib.sha256(body).hexdigest() != answer.sha256:
            faults.add("L-ABRUF-02", antwort=answer.file)
    return found


def _once(observations: list[Observation]) -> tuple[Observation, ...]:
    """Each cell once, as delivered: a total may stand in several answers, and the fetch has proved that it is equal.

    Dashes are zeros again, because what they mean is read from all answers together.
    """
    cells: dict[object, Observation] = {}
    for one in observations:
        cells.setdefault((one.measure, one.area, one.period, one.unit, one.breakdown.pairs), one)
    return tuple(map(_with_dash, cells.values()))


def _with_dash(one: Observation) -> Observation:
    sign = read_sign(one.cell.raw)
    return replace(one, figure=sign) if sign is not None and sign.sign is Sign.NOTHING else one


def _issues(readings: list[Reading]) -> tuple[Issue, ...]:
    """The issues of all answers; one that many of them share is told once."""
    shared: dict[tuple[str, str, str], list[Issue]] = {}
    for each in (each for reading in readings for each in reading.issues if each.code not in _OF_THE_WHOLE):
        shared.setdefault((each.code, each.message, each.column), []).append(each)
    return tuple(
        replace(group[0], message=f"{group[0].message} Ebenso in {len(group) - 1} weiteren Antworten.")
        if len(group) > 1
        else group[0]
        for group in shared.values()
    )
