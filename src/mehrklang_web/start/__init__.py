"""Starting the application: prepare the folder of data, load the demonstration, serve.

`python -m mehrklang_web run` is the demonstration on this machine, with `--leer` an empty installation in a folder of
its own. An office starts `gunicorn mehrklang_web.wsgi` behind its own proxy (docs/betrieb).
"""
