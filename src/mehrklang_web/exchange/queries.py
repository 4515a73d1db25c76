"""The edition as the portable monitoring it is."""

from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from types import MappingProxyType

from mehrklang.package import Monitoring
from mehrklang.package.archive import placed
from mehrklang_web.interpretation.queries import current_texts
from mehrklang_web.monitors.models import Edition, Monitor
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.signals.queries import handled


def portable(edition: Edition) -> Monitoring:
    """All of the edition that a folder can hold: also the interpretations."""
    texts = {code: text.to_value() for code, text in current_texts(edition).items()}
    return replace(monitoring_of(edition), interpretations=MappingProxyType(texts), handled_signals=handled(edition))


def as_in_folder(edition: Edition) -> Monitoring:
    """As `portable`, with the data files under the names that they have in its folder: so it is held against others."""
    return placed(portable(edition)).monitoring


def frame_of(monitor: Monitor) -> Monitoring:
    """The monitor with what its newest edition knows; only its own name and area where it has none."""
    newest = Edition.objects.filter(monitor=monitor).select_related("monitor").first()
    if newest is not None:
        return portable(newest)
    return Monitoring(monitor.title, monitor.organisation, monitor.area, "", Path())


def free_label(monitor: Monitor | None, label: str) -> str:
    """The label, or the next like it that the monitor has not used yet."""
    taken = set(Edition.objects.filter(monitor=monitor).values_list("label", flat=True)) if monitor else set()
    return next(each for each in chain((label,), (f"{label} ({at})" for at in count(2))) if each not in taken)
