"""How a shared object and the content of one version are named."""

from dataclasses import dataclass

from mehrklang.planning import SharedKind


@dataclass(frozen=True, slots=True)
class Named:
    """A shared object, within a municipality."""

    kind: SharedKind
    key: str


@dataclass(frozen=True, slots=True)
class Content:
    """What one version says: the value as JSON, its fingerprint, and in German what is new in it."""

    text: str
    fingerprint: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided about a version of another monitor; the reason `why` where the own one stays."""

    taken: bool
    why: str = ""
