"""One request over the network. This file alone opens a connection.

Standard library: one POST at a time needs no more, and the proxy and certificates of an office's network are taken
from the environment as usual. Redirections are not followed, because credentials would go along.
"""

import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from enum import Enum
from typing import IO
from urllib.parse import urlencode

from mehrklang import __version__
from mehrklang.fetching.credentials import Credentials
from mehrklang.fetching.deadline import Deadline, Plain, Secured
from mehrklang.fetching.services import Service

MOST_BYTES = 256 * 1024**2
USER_AGENT = f"Mehrklang/{__version__} (kommunales Integrationsmonitoring)"


class Failure(Enum):
    """Why no answer came."""

    UNREACHABLE = "nicht erreichbar"
    TIMEOUT = "zu langsam"
    BROKEN = "abgerissen"
    UNTRUSTED = "nicht vertrauenswürdig"
    TOO_MUCH = "zu umfangreich"


class TransportError(Exception):
    """No whole answer came; `failure` says why, the text is a reason without address or credentials."""

    def __init__(self, failure: Failure, reason: str) -> None:
        super().__init__(reason)
        self.failure = failure


@dataclass(frozen=True, slots=True)
class Delivered:
    """An answer as it came: status and the few headers that matter ("" if missing), and the bytes."""

    status: int
    body: bytes
    content_type: str = ""
    retry_after: str = ""
    location: str = ""


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirection: the answer that asks for it is the answer."""

    def redirect_request(  # noqa: PLR0913, PLR0917 — the signature of the standard library
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        """None: the redirection becomes an error with its answer."""


def post(
    service: Service, method: str, form: Mapping[str, str], credentials: Credentials, time_limit: float
) -> Delivered:
    """Asks once; the whole answer must be there within `time_limit` seconds. Credentials stand in the header only.

    Raises TransportError where no whole answer comes.
    """
    request = urllib.request.Request(  # noqa: S310 — the plan lets https pass, and http on this machine alone
        service.address + method,
        data=urlencode(form).encode("ascii"),
        headers={
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept-Encoding": "identity",
            "User-Agent": USER_AGENT,
            **credentials.headers,
        },
        method="POST",
    )
    deadline = Deadline(time_limit)
    try:
        with deadline:
            delivered = _ask(_opener(service, deadline), request, time_limit)
    except (TransportError, OSError, http.client.HTTPException) as error:
        raise _late() if deadline.over else _failure(error) from error
    if deadline.over:
        raise _late()
    return delivered


def _opener(service: Service, deadline: Deadline) -> urllib.request.OpenerDirector:
    handlers = (_Stay(), Plain(deadline), Secured(deadline))
    if service.on_this_machine:  # no proxy lies between a machine and itself
        return urllib.request.build_opener(*handlers, urllib.request.ProxyHandler({}))
    return urllib.request.build_opener(*handlers)


def _ask(opener: urllib.request.OpenerDirector, request: urllib.request.Request, time_limit: float) -> Delivered:
    try:
        with opener.open(request, timeout=time_limit) as response:
            return _delivered(response.status, response.headers, _whole(response))
    except urllib.error.HTTPError as error:
        with error:
            return _delivered(error.code, error.headers, _whole(error))


def _whole(stream: IO[bytes]) -> bytes:
    body = stream.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise TransportError(Failure.TOO_MUCH, "zu viele Bytes")
    return body


def _delivered(status: int, headers: Message, body: bytes) -> Delivered:
    announced = headers.get("Content-Length", "")
    if announced.isdigit() and int(announced) > len(body):
        raise TransportError(Failure.BROKEN, f"{len(body)} von {announced} Bytes")
    return Delivered(
        status=status,
        body=body,
        content_type=headers.get("Content-Type", ""),
        retry_after=headers.get("Retry-After", ""),
        location=headers.get("Location", ""),
    )


def _late() -> TransportError:
    return TransportError(Failure.TIMEOUT, "Zeit abgelaufen")


def _failure(error: Exception) -> TransportError:
    if isinstance(error, TransportError):
        return error
    if isinstance(error, TimeoutError):
        return _late()
    if isinstance(error, http.client.IncompleteRead):
        return TransportError(Failure.BROKEN, "weniger Bytes als angekündigt")
    if isinstance(error, urllib.error.URLError):
        return _unopened(error)
    return TransportError(Failure.BROKEN, type(error).__name__)


def _unopened(error: urllib.error.URLError) -> TransportError:
    reason = error.reason
    if isinstance(reason, TimeoutError):
        return _late()
    if isinstance(reason, ssl.SSLCertVerificationError):
        return TransportError(Failure.UNTRUSTED, reason.verify_message)
    return TransportError(Failure.UNREACHABLE, type(reason).__name__ if isinstance(reason, Exception) else "Fehler")
