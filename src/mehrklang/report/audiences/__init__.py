"""One file per addressee: which blocks of the same findings they get, in which order."""
