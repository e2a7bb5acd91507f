"""The root of all errors that a user can cause; here because glossary is the lowest layer."""

from __future__ import annotations


class UserError(Exception):
    """Root of all errors that are shown as one line and a hint, never as a traceback."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str, slug: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.slug = slug

    @property
    def data(self) -> dict[str, str]:
        """The error for machines."""
        return {"slug": self.slug, "message": self.message, "hint": self.hint}

    def __reduce__(self) -> tuple[object, ...]:  # crosses process borders with its hint
        return (_rebuild, (type(self), self.message, self.hint, self.slug))


class GlossaryError(UserError):
    """A glossary file cannot be used; the message names file and line."""


def _rebuild(kind: type[UserError], message: str, hint: str, slug: str) -> UserError:
    return kind(message, hint=hint, slug=slug)
