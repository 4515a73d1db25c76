"""One file per part of the folder, with reading and writing side by side so that the two forms cannot drift apart.

Nothing is checked here beyond the form of the part itself; what has to fit together is checked in `package.checks`.
"""
