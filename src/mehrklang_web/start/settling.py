"""What a process that serves pages does once, before its first request."""

import gc

from django.urls import reverse

from mehrklang.catalogue import load


def settle() -> None:
    """Loads what every page needs, and leaves it out of garbage collection from then on.

    Catalogue, rooms and addresses stay as long as the process does, some 150,000 objects. Python would look through all
    of them whenever it looks for garbage everywhere, every few dozen requests, and the request that meets this waits
    for 170 ms; frozen, for 35 ms (the first page of the demonstration, Python 3.11).
    """
    load()
    reverse("workplace:overview")  # the first address that is asked for reads in all rooms with their views
    gc.collect()
    gc.freeze()
