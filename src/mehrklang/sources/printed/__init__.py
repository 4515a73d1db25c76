"""Workbooks laid out for print, as statistical offices and the Bundesagentur für Arbeit write them, in no fixed form.

Title lines, head rows with merged cells, a row of units, a row of column numbers, stub columns, values, footnotes; then
perhaps the next table of the sheet. `grid` fills merged cells, `blocks` finds the tables, `head` reads the head rows,
`stub` the columns before the values, `areas` the areas, `reader` makes observations. Nothing is known of any single
table: where these rules do not suffice, a mapping profile says what is what.
"""

from mehrklang.sources.printed.reader import read_printed

KIND, TITLE = "printed", "Arbeitsmappe mit Kopfzeilen, Vorspalten und Fußnoten"

__all__ = ["KIND", "TITLE", "read_printed"]
