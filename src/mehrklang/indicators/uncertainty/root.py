"""Where a rising function passes zero: by halving, the slow way that cannot fail."""

from collections.abc import Callable

_HALVINGS = 200


def rising_root(function: Callable[[float], float], low: float, high: float) -> float:
    """The point between low and high at which a rising function passes zero, to the last digit of a float.

    >>> round(rising_root(lambda x: x * x - 2, 0, 2), 12)
    1.414213562373
    """
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if function(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2
