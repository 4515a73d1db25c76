"""What somebody sees of an indicator."""

from dataclasses import dataclass

from django.http import Http404

from mehrklang_web.interpretation import queries
from mehrklang_web.interpretation.models import Interpretation
from mehrklang_web.interpretation.standing import Standing, standing
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.models import Account
from mehrklang_web.people.rules import Right, may
from mehrklang_web.results.models import Result, Run
from mehrklang_web.results.queries import latest_run
from mehrklang_web.selection.models import ChosenIndicator
from mehrklang_web.selection.queries import chosen_one


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody sees of an indicator: `row` is None without a result, and where the value may not be seen yet."""

    edition: Edition
    chosen: ChosenIndicator
    text: Interpretation | None
    standing: Standing
    run: Run | None
    row: Result | None

    def may_be_signed_by(self, account: Account) -> bool:
        """Whether the account's office has still to sign the text, which fits the data."""
        return (
            may(account, Right.SIGN_INTERPRETATION)
            and self.text is not None
            and self.standing is Standing.OPEN
            and account.role_label in self.text.open_offices
        )


def sight_of(code: str, account: Account) -> Sight:
    """One indicator of the edition as the account may see it. Http404 if the edition does not have it."""
    edition = the_edition()
    chosen = chosen_one(edition, code)
    if chosen is None:
        raise Http404("Dieser Indikator gehört nicht zur Ausgabe.")
    run = latest_run(edition)
    row = Result.objects.filter(run=run, code=code).first() if run else None
    text = queries.current_text(edition, code)
    stands = standing(text, row.data_version if row else "")
    seen = may(account, Right.SEE_WORKING_VALUES) or stands is Standing.VALID
    return Sight(edition, chosen, text, stands, run, row if seen else None)
