"""Files that a page offers to download."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def csv_file(text: str, name: str) -> HttpResponse:
    """The table with a byte order mark, by which a German Excel recognises umlauts after a double click."""
    headers = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or ""}
    return HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8", headers=headers)
