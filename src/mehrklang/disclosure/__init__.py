"""The guard: the only maker of protected cubes."""
