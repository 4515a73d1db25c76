"""Sources and calendar (Erheben): whose data, under which conditions, what was promised, what is due, what is lacking.

The register shows the library's sources with what this municipality knows better; an obligation is an expected delivery
of one source and period with every step dated; `note_arrival` is how the room of deliveries tells that a file has come.
Whether something is late or has arrived is derived (`standing`), never stored. Not here: the files themselves
(`deliveries`), and what a source is (`mehrklang.catalogue`).
"""
