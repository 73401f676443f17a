"""Forms that take a file: which pages may, how much is taken in, and the field for it.

A file is held in memory and never on a disk. Of one that is too large the rest is let run past, so
that the form comes back with a sentence at the field and with everything else that was written.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django import forms
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve

from landfast.files.rules import LARGEST_OF_ALL, Upload
from landfast.web.doors import SESSION_PERSON
from landfast.web.labels import asked

View = Callable[..., HttpResponse]
LONGEST_REQUEST = 3 * LARGEST_OF_ALL
"""What is longer than this is not even let run past."""
PAPERS = "image/jpeg,image/png,image/webp,application/pdf"
"""Asked of the browser: a telephone turns its own kind of photo into one of these."""


def takes_file(view: View) -> View:
    """Mark a page whose form takes a file; no other page does, and none for strangers."""
    view.takes_file = True  # type: ignore[attr-defined]
    return view


class Bounded(FileUploadHandler):
    """Takes in as much of a file as the largest may have."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins: does this page take one? Of a stranger's not a byte is held."""
        super().new_file(*args, **kwargs)
        if self.request is None or not _takes_one(self.request):
            raise SuspiciousOperation("no form here takes a file")
        if int(self.request.META.get("CONTENT_LENGTH") or 0) > LONGEST_REQUEST:
            raise RequestDataTooBig("the request is too long")
        if not self.request.session.get(SESSION_PERSON):
            self.request.let_past = True  # type: ignore[attr-defined]
            raise SkipFile
        self.taken = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep it, or let it run past."""
        if start + len(raw_data) <= LARGEST_OF_ALL:
            self.taken.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:
        """The file with its true size, whether it was taken in or not."""
        self.taken.seek(0)
        return InMemoryUploadedFile(
            self.taken, self.field_name, self.file_name or "", self.content_type, file_size,
            self.charset, self.content_type_extra,
        )  # fmt: skip


def _takes_one(request: HttpRequest) -> bool:
    try:
        return getattr(resolve(request.path_info).func, "takes_file", False)
    except Http404:
        return False


def had_file(request: HttpRequest) -> bool:
    """Did a file come along? A stranger's is let run past: its bytes are read by nobody."""
    return bool(request.FILES) or getattr(request, "let_past", False)


class UploadField(forms.FileField):
    """A file, as the rules take it. What it is, the rules say, at this field."""

    def __init__(self, *, accept: str = PAPERS, capture: bool = False, **kwargs: Any) -> None:
        attrs = {"accept": accept} | ({"capture": True} if capture else {})
        super().__init__(widget=forms.FileInput(attrs=attrs), allow_empty_file=True, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The upload; nothing when none was sent."""
        sent = super().clean(data, initial)
        return Upload(sent.name, sent.size, sent.read()) if sent else None


def asked_file(**kwargs: Any) -> UploadField:
    """A file that may be left out, and that the page's own words ask for."""
    return asked(UploadField(required=False, **kwargs))
