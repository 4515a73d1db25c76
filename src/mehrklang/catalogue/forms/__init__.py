"""The forms of the TOML files, one file per kind of entry: which German key is which field.

Here a table becomes a value; whether the value makes sense is asked in `checks`.
"""
