"""Mehrklang, the library: how much. No Django, no settings, no clock, no network.

A number moves one way through the rooms, and imports only point down:

    cli → pipeline → package → report → assessment → indicators → disclosure → store | sources → catalogue | cubes →
    vocabulary

`pipeline` is that path on one screen. The shell (`mehrklang_web`) knows who, when and whether; never how much.
"""

__version__ = "0.1.0"
