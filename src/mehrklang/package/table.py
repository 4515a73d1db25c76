"""A table of the monitoring's TOML files: the catalogue's table, with codes of its own."""

from mehrklang.catalogue.table import Table as CatalogueTable


class Table(CatalogueTable):
    """As in the catalogue; the codes of the faults begin with M."""

    __slots__ = ()

    def fault(self, code: str, message: str, remedy: str, *at: str | int) -> None:
        """Notes an error at a key below this table."""
        super().fault(code.replace("K-", "M-", 1), message, remedy, *at)
