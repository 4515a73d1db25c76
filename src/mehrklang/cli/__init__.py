"""The command line `mehrklang`: one file per command, German help, exit codes that scripts can rely on.

0: done. 1: done or stopped, and there are errors in the input. 2: called wrongly. Results go to standard output or into
files, sentences to standard error. No traceback reaches the user. What commands compute, they compute through
`pipeline`; nothing is computed here.
"""

from mehrklang.cli.main import main

__all__ = ["main"]
