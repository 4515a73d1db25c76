"""A source: who produces the figures, under which licence, with which rounding and secrecy."""

from dataclasses import dataclass

from mehrklang.catalogue.contents import NOTHING_DESCRIBED, SourceContents
from mehrklang.catalogue.supply import NOTHING_KNOWN, Supply
from mehrklang.vocabulary import Material


@dataclass(frozen=True, slots=True)
class Source:
    """One producer's statistic.

    `rule_set` is the key of the disclosure rules that apply; published statistics have "geschuetzt" (protected by the
    producer). `rounding` is the base to which the producer rounds counts (0: not rounded). `access` says in German who
    may have the figures and how; `references` name the publications that document licence, rounding and secrecy.
    `supply` is how its figures come to the municipality, `contents` what its files hold. `description` says in German
    what the source is, `rule_reason` why these rules of secrecy hold.
    """

    key: str
    name: str
    producer: str
    licence: str
    citation: str
    material: Material
    rule_set: str
    rhythm: str = ""
    rounding: int = 0
    note: str = ""
    access: str = ""
    references: tuple[str, ...] = ()
    supply: Supply = NOTHING_KNOWN
    description: str = ""
    rule_reason: str = ""
    contents: SourceContents = NOTHING_DESCRIBED
