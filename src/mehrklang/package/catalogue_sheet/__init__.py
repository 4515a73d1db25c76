"""A catalogue of others out of a spreadsheet: the same keys and checks as its TOML file, faults at their cell.

Nothing is kept here; `template` is the form that a member of the KGSt fills in for its set.
"""

from mehrklang.package.catalogue_sheet.layout import template, toml_template
from mehrklang.package.catalogue_sheet.reading import read_catalogue_file

__all__ = ["read_catalogue_file", "template", "toml_template"]
