"""A fetch: the folder in which a web service's answers lie as delivered, read as one delivery.

The protocol's form is here, because whoever reads it must understand it; the room `fetching` writes it.
"""

from mehrklang.sources.fetched.protocol import PROTOCOL, Answer, Closing, Protocol, ProtocolError, Remark, head_line
from mehrklang.sources.fetched.reader import KIND, is_fetch, read_fetch

__all__ = [
    "KIND",
    "PROTOCOL",
    "Answer",
    "Closing",
    "Protocol",
    "ProtocolError",
    "Remark",
    "head_line",
    "is_fetch",
    "read_fetch",
]
