"""Who has signed the targets of the demonstration municipality; the core set waits for its signatures."""

from datetime import date

from mehrklang.package import Selection, target_version
from mehrklang.planning import Agreements, Voice

_NAMES = {"Koordination": ("Kora Dinter", date(2025, 6, 16)), "Statistik": ("Stanislaw Zahl", date(2025, 6, 18))}


def signatures(selection: tuple[Selection, ...]) -> Agreements:
    """One voice per office that has signed a target, with its name and day."""
    return Agreements(
        tuple(
            Voice(version.matter, version.fingerprint, office, *_NAMES[office])
            for chosen in selection
            if chosen.target
            for version in [target_version(chosen.code, chosen.target)]
            for office in chosen.target_signed_by
        )
    )
