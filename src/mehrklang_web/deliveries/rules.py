"""Who sees what of a delivered file."""

from mehrklang.catalogue import Source
from mehrklang.vocabulary import Material
from mehrklang_web.deliveries.models import Trial
from mehrklang_web.people.models import Account, Role


def sees_cells(account: Account, source: Source | None) -> bool:
    """Whether raw cells, labels and counts may be shown: those of published material to everybody who may enter, those
    of additive material, and of a file whose source is not known, to the statistics office alone (decision 0011).
    """
    if Role(account.role) is Role.STATISTICS:
        return True
    return source is not None and source.material is Material.PUBLISHED


def may_say_source(account: Account, trial: Trial, source: Source | None) -> bool:
    """Whether somebody may say (or change) whose figures a file on trial holds: who sees its cells, and as long as no
    source is known who brought it. Nobody else can open a register's file by calling it a published one.
    """
    return sees_cells(account, source) or (source is None and trial.by_id == account.pk)
