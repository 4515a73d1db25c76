"""Keys for what is new."""

from collections.abc import Collection
from itertools import count

from django.utils.text import slugify


def new_key(title: str, taken: Collection[str], *, otherwise: str) -> str:
    """A key made of a title that nothing else has."""
    base = slugify(title.replace("ß", "ss"))[:50] or otherwise
    return next(key for at in count(1) if (key := base if at == 1 else f"{base}-{at}") not in taken)
