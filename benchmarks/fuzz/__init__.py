"""Random damage to sound files: every reader ends with a result or a message, in time."""
