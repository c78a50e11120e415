"""Trouble that a delegate is told about: each message is one sentence."""


class DraftError(Exception):
    """Something went wrong that one sentence can tell; nothing was changed."""
