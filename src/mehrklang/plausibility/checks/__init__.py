"""One file per check: `check(batch)` gives the issues of its kind of fault. None of them changes anything."""
