"""Receiving files: what a request may bring is bounded before it is read, and nothing it brings has a name on a disk."""

from collections.abc import Callable
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.utils.datastructures import MultiValueDict

from enquiries.attachments import limits

IN_MEMORY = limits.MEGABYTE
"""Bytes of a file that are kept in memory; beyond, it goes to an unnamed file, which vanishes with the process."""

OVERSIZE = "oversize"
"""All there is in the form of a request that was too large to be read."""


class ReceivedFile(UploadedFile):
    """A file as it came. ``is_whole`` is false if nothing of it was kept: it is too large, or the disk is full."""

    is_whole = True


class BoundedUploadHandler(FileUploadHandler):
    """Keeps files up to the size we take and forgets the rest of larger ones as it comes.

    A request that announces more than all files together may be is not read at all. Its form holds ``OVERSIZE`` instead.
    """

    file: IO[bytes]

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, str],  # noqa: N803 - Django's own name
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> tuple[QueryDict, MultiValueDict[str, UploadedFile]] | None:
        """Read nothing of a request that is too large."""
        if content_length > limits.REQUEST_BYTES:
            return QueryDict(OVERSIZE, encoding=encoding), MultiValueDict()
        return None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin with the next file."""
        super().new_file(*args, **kwargs)
        self.file, self.is_whole = SpooledTemporaryFile(max_size=IN_MEMORY), True  # noqa: SIM115 - closed with the request

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece, unless the file has become too large or there is no room for it."""
        if not self.is_whole:
            return
        if start + len(raw_data) > limits.FILE_BYTES:
            self._forget()
            return
        try:
            self.file.write(raw_data)
        except OSError:  # the disk is full: this file is refused, the request goes on
            self._forget()

    def file_complete(self, file_size: int) -> ReceivedFile:
        """The file, or what is known of it."""
        if self.is_whole:
            self.file.seek(0)
        received = ReceivedFile(
            file=self.file,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
        received.is_whole = self.is_whole
        return received

    def upload_interrupted(self) -> None:
        """Forget the file that did not arrive whole."""
        self._forget()

    def _forget(self) -> None:
        self.is_whole = False
        self.file.close()


class NoFilesHandler(FileUploadHandler):
    """Forgets files, for pages that ask for none. Raises ``RequestDataTooBig`` before it reads more than a form may have."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, str],  # noqa: N803 - Django's own name
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Count files as well: Django's own limit leaves them out."""
        if content_length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise RequestDataTooBig

    def new_file(self, *_args: Any, **_kwargs: Any) -> None:
        """Pass over it."""
        raise SkipFile

    def receive_data_chunk(self, _raw_data: bytes, _start: int) -> None:
        """Nothing comes of a file that is passed over."""

    def file_complete(self, _file_size: int) -> None:
        """Nothing is left of it."""


class NoFilesByDefault:
    """Middleware: a page for clients that does not ask for files takes none (see ``expect_files``).

    Django would write them to ``/tmp`` before any view sees them. It stands before everything that reads ``request.POST``.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing is done before it is known whose page it is."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        """Have files forgotten."""
        if request.resolver_match and request.resolver_match.app_name == "enquiries":
            request.upload_handlers = [NoFilesHandler(request)]


def expect_files(request: HttpRequest) -> None:
    """Take files, and bound what a request may bring. Call it before anything reads ``request.POST`` or ``request.FILES``."""
    request.upload_handlers = [BoundedUploadHandler(request)]
