"""Damage, guided by coverage (atheris): every reader ends with a result or a message, in time."""
