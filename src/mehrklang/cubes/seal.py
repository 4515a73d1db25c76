"""The seal that only the guard holds. import-linter lets no other room import this module."""


class Seal:
    """A token whose possession proves that the guard has looked. It carries nothing."""

    __slots__ = ()
