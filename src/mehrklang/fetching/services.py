"""The services: databases that speak the interface of GENESIS. Their addresses are data (`services.toml`)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from urllib.parse import urlsplit

OTHER = "webdienst"
"""The key of a service that only its address names."""

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Service:
    """One database: key, German title, and the address below which its methods lie, ending with a slash."""

    key: str
    title: str
    address: str

    def variable(self, name: str) -> str:
        """The environment variable of a credential.

        >>> SERVICES["genesis-online"].variable("TOKEN")
        'MEHRKLANG_GENESIS_ONLINE_TOKEN'
        """
        return f"MEHRKLANG_{self.key.upper().replace('-', '_')}_{name}"

    @property
    def on_this_machine(self) -> bool:
        """Whether the address is the machine itself: nothing leaves it."""
        return urlsplit(self.address).hostname in _LOOPBACK

    @property
    def guarded(self) -> bool:
        """Whether nobody on the way can read the credentials."""
        return urlsplit(self.address).scheme == "https" or self.on_this_machine


def _load() -> Mapping[str, Service]:
    text = files(__package__).joinpath("services.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(text).items()
    return MappingProxyType({key: Service(key, entry["titel"], entry["adresse"]) for key, entry in entries})


SERVICES: Mapping[str, Service] = _load()
"""The known services by key."""
