"""Signals (Hinweise der Frühwarnung): what is conspicuous in the newest results, to whom it goes, what became of it.

Freezing results and looking through them is one act here (`actions.freeze`). A signal names why, goes to an office or a
person, is acknowledged, explained and closed; new data that bring it back open it again. Every step is kept with its
words. Nothing is computed here: which values are conspicuous is said by `mehrklang.pipeline.signals`.
"""
