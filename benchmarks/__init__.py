"""Each figure that we claim about speed and memory, one module with `run()` each; `make bench` runs them all."""
