"""Settings, one module per occasion: `production` (the default), `demo` (`make run`), `test`. All start from `base`."""
