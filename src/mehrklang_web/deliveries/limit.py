"""A file that is too large is left out while it arrives: no more of it is written than is allowed."""

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

_MARK = "mehrklang.too_large"


class LimitedUpload(FileUploadHandler):
    """Stands before Django's own handlers, which write large files to the disk and never into memory."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """The bytes, as long as they are not too many."""
        if start + len(raw_data) > settings.DELIVERY_MAX_BYTES:
            assert self.request is not None
            self.request.META.setdefault(_MARK, []).append(self.file_name)
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The next handler keeps the file."""


def left_out(request: HttpRequest) -> list[str]:
    """The names of the files of a request that were too large; known once its form has been read."""
    found: list[str] = request.META.get(_MARK, [])
    return found


def most() -> str:
    """The limit as people read it, e.g. "100 MB"."""
    return f"{settings.DELIVERY_MAX_BYTES // 1024**2}\u00a0MB"
