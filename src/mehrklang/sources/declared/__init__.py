"""Tables that declare their dimensions: what JSON-stat, PX and SDMX-CSV share. No kind of delivery of its own.

Each of these forms gives a `DeclaredTable`; `roles` says which dimension is area, time, unit or measure, `areas` knows
the keys of the world's regions (NUTS and AGS), `marks` the flags beside the values, `reader` makes observations.
"""
