"""What may be done with the catalogue of an edition, one file per subject."""

from mehrklang_web.catalogues.actions.folder import take_in
from mehrklang_web.catalogues.actions.others import InUseError, remove_catalogue, take_in_catalogue
from mehrklang_web.catalogues.actions.own import add_source, change_source, keep_own, keep_source, remove_source
from mehrklang_web.catalogues.actions.retiring import offer_again, retire
from mehrklang_web.catalogues.actions.together import take_over, take_version

__all__ = [
    "InUseError",
    "add_source",
    "change_source",
    "keep_own",
    "keep_source",
    "offer_again",
    "remove_catalogue",
    "remove_source",
    "retire",
    "take_in",
    "take_in_catalogue",
    "take_over",
    "take_version",
]
