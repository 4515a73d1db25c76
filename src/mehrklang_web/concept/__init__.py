"""The goals of an edition (Zielsystem): a tree in which every level is optional.

Not here: which indicators hang on a goal; that is the selection's word.
"""
