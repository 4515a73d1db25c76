"""Accounts in order, and the table of rights as a page shows it."""

from dataclasses import dataclass

from django.db.models.functions import Collate

from mehrklang_web.people.models import Account, Role
from mehrklang_web.people.rules import RIGHTS, Right


@dataclass(frozen=True, slots=True)
class RoleRights:
    """One role with its prose and what it may do."""

    role: Role
    rights: tuple[Right, ...]


def accounts() -> list[Account]:
    """All accounts by name, in German order."""
    return list(Account.objects.order_by(Collate("full_name", "de")))


def rights_of_roles() -> tuple[RoleRights, ...]:
    """For each role what it may do, in the order of the table of rights."""
    return tuple(RoleRights(role, tuple(right for right in Right if role in RIGHTS[right])) for role in Role)
