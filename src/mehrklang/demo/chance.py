"""Streams of random numbers: one for each subject, so that a change in one leaves the others as they are."""

from random import Random


def stream(subject: str, seed: int) -> Random:
    """The stream of a subject; the same subject and seed give the same numbers on every machine.

    >>> stream("Umriss", 1).random() == stream("Umriss", 1).random() != stream("Umriss", 2).random()
    True
    """
    return Random(f"{subject} {seed}")  # noqa: S311 — an invented town, no secret
