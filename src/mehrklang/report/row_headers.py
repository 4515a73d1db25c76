"""Row headers in the tag tree of a PDF, which Typst cannot set from Python.

In every table body the first cell of a row becomes a header cell with Scope Row. The explicit lists of column headers
at the other cells are taken away: where they stand, readers ignore the Scope of the row header (PDF 32000-1, 14.8.5.7).
"""

from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf


def add(pdf: bytes) -> bytes:
    """The same document with row headers; the same bytes for the same input."""
    out = BytesIO()
    with Pdf.open(BytesIO(pdf)) as opened:
        _walk(opened.Root.StructTreeRoot.K, in_body=False)
        opened.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return out.getvalue()


def _walk(node: Object, *, in_body: bool) -> None:
    for child in node if isinstance(node, Array) else [node]:
        if not isinstance(child, Dictionary) or Name.S not in child:
            continue
        if in_body and child.S == Name.TR:
            _mark(child)
        elif Name.K in child:
            _walk(child.K, in_body=in_body or Name.TBody == child.S)


def _mark(row: Object) -> None:
    cells = list(row.K) if isinstance(row.K, Array) else [row.K]
    for cell in cells:
        _forget_headers(cell)
    if cells[0].S == Name.TD:
        cells[0].S = Name.TH
        cells[0].A = Dictionary(O=Name.Table, Scope=Name.Row)


def _forget_headers(cell: Object) -> None:
    attributes = cell.get(Name.A)
    for each in attributes if isinstance(attributes, Array) else [attributes]:
        if isinstance(each, Dictionary) and Name.Headers in each:
            del each[Name.Headers]
