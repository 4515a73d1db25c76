"""Vorschlag.

Vorschlag „streichen“: in dieser und der vorigen Ausgabe nicht über die Schwankung hinaus bewegt, nicht steuerbar und
nicht genutzt. Vorschlag „ansehen“: ein anderer Indikator sagt dasselbe, weniger als zwei Drittel der Werte liegen
vor, die Daten sind beim Eintreffen älter als zwei Jahre, oder zwei der drei Gründe zum Streichen treffen zu. Sonst
„behalten“. Es entscheiden Menschen.
"""

from decimal import Decimal
from inspect import cleandoc

from mehrklang.assessment.usefulness import PROPOSAL_RULE, Moved, Profile, Use, proposal
from tests.spec.notation import number
from tests.spec.table import Row, table


def test_the_rule_of_the_handbook_is_the_one_that_is_printed() -> None:
    assert " ".join(PROPOSAL_RULE.split()) in " ".join(cleandoc(__doc__ or "").split())


def _moved(yes: str) -> Moved | None:
    return None if yes == "–" else Moved(Decimal(2) if yes == "ja" else Decimal("0.2"), 0, 0)


@table(
    """
    | bewegt | vorige Ausgabe | steuerbar | genutzt | dasselbe wie | vorhanden | Tage bis zum Eintreffen | Vorschlag |
    |--------|----------------|-----------|---------|--------------|-----------|-------------------------|-----------|
    | nein   | nein           | nein      | nein    |              | 100 %     | 300                     | streichen |
    | nein   | –              | nein      | nein    |              | 100 %     | 300                     | ansehen   |
    | nein   | nein           | ja        | nein    |              | 100 %     | 300                     | ansehen   |
    | ja     | nein           | ja        | ja      |              | 100 %     | 300                     | behalten  |
    | ja     | ja             | ja        | ja      | quote        | 100 %     | 300                     | ansehen   |
    | ja     | ja             | ja        | ja      |              | 50 %      | 300                     | ansehen   |
    | ja     | ja             | ja        | ja      |              | 100 %     | 800                     | ansehen   |
    """
)
def test_what_is_proposed(row: Row) -> None:
    """Was vorgeschlagen wird."""
    now = _moved(row["bewegt"])
    assert now is not None
    profile = Profile(
        indicator="anteil",
        moved=now,
        moved_before=_moved(row["vorige Ausgabe"]),
        same_as=(row["dasselbe wie"],) if row["dasselbe wie"] else (),
        present=number(row["vorhanden"].removesuffix(" %")) / 100,
        days_to_arrival=int(row["Tage bis zum Eintreffen"]),
        breaks_per_decade=Decimal(0),
        use=Use(row["steuerbar"] == "ja", 1 if row["genutzt"] == "ja" else 0, Decimal(8)),
    )
    assert proposal(profile).value == row["Vorschlag"]
