"""What several monitors of one municipality hold together: the object, its versions, who holds which of them (0017).

A shared object is one by kind and key; every edition that holds it keeps a version of its own choice, because its
signatures belong to that version. Whoever changes it makes a new version, which the others are told of and decide
about. Not here: what the objects are (the rooms that keep them call this one), and the pages (`commons`).
"""
