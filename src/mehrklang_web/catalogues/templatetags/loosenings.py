"""Where rules of secrecy were loosened, at the source or the indicator that it is about."""

from django import template

from mehrklang.catalogue import Guarding
from mehrklang_web.catalogues.queries import loosenings
from mehrklang_web.monitors.models import Edition

register = template.Library()


@register.inclusion_tag("catalogues/loosenings.html")
def loosened(edition: Edition, kind: str, key: str) -> dict[str, object]:
    """`{% loosened edition "quelle" key %}`: nothing where nothing was loosened."""
    return {"loosenings": loosenings(edition, Guarding(kind), key)}
