"""Settings, one module per occasion."""
