"""Signatures belong to what is chosen, and to the version that stands in the folder."""

from collections.abc import Iterator

from mehrklang.catalogue import Safeguards
from mehrklang.package.agreed import versions_of
from mehrklang.package.checks.known import Known, suggestion
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts.agreements import FILE
from mehrklang.planning.agreement import Stand, positions
from mehrklang.vocabulary import Issue, Severity


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-VEREINBARUNG-01 an indicator that is not chosen, -02 signed in an earlier version."""
    agreements, chosen = monitoring.agreements, {each.code for each in monitoring.selection}
    for index, voice in enumerate(agreements.voices):
        if voice.matter.code and voice.matter.code not in chosen:
            message = f"Eine Unterschrift nennt den Indikator „{voice.matter.code}“, der nicht ausgewählt ist."
            remedy = f"{suggestion(voice.matter.code, chosen)} Frühere Unterschriften dürfen stehen bleiben."
            path = ("stimme", index, "code")
            yield known.issue("M-VEREINBARUNG-01", message, remedy, file=FILE, path=path, severity=Severity.NOTE)
    if not agreements.voices:
        return
    safeguards = Safeguards(known.catalogue, monitoring.rule_set)
    for version in versions_of(monitoring.selection, safeguards, monitoring.own_breaks):
        for each in positions(version.fingerprint, agreements.on(version.matter)):
            if each.stand is Stand.EARLIER and each.voice:
                yield _earlier(monitoring, known, each.office, agreements.voices.index(each.voice))


def _earlier(monitoring: Monitoring, known: Known, office: str, index: int) -> Issue:
    matter = monitoring.agreements.voices[index].matter
    what = f"{matter.kind.label} „{matter.code}“" if matter.code else matter.kind.label
    message = f"{what}: Die Unterschrift der Stelle {office} galt für eine frühere Fassung."
    remedy = "Legen Sie die heutige Fassung beiden Stellen vor; bis dahin gilt sie als vorgeschlagen."
    path = ("stimme", index, "fassung")
    return known.issue("M-VEREINBARUNG-02", message, remedy, file=FILE, path=path, severity=Severity.WARNING)
