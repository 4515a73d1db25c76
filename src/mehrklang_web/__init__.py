"""Mehrklang, the shell: who, when, whether; never how much. The rooms follow the monitoring process."""
