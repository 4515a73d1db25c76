"""A table of the monitoring's TOML files: the catalogue's table, with codes and dates of its own."""

from datetime import date, datetime

from mehrklang.catalogue.table import Table as CatalogueTable


class Table(CatalogueTable):
    """As in the catalogue; the codes of the faults begin with M."""

    __slots__ = ()

    def fault(self, code: str, message: str, remedy: str, *at: str | int) -> None:
        """Notes an error at a key below this table."""
        super().fault(code.replace("K-", "M-", 1), message, remedy, *at)

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A date without a time."""
        wanted = "ein Datum ohne Anführungszeichen, zum Beispiel 2026-05-31"
        value = self._value(key, date, wanted, required=required)
        if isinstance(value, datetime):
            self._wrong(key, wanted)
            return None
        return value if isinstance(value, date) else None
