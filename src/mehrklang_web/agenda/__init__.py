"""The agenda (Tagesordnung) of the two offices: what is open between them, whose move it is, and where it is done.

It only gathers what the other rooms say; points of one's own are remarks (`agreements`). Nothing is kept here.
"""
