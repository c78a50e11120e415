"""What the language of the original says of the rest of its masthead."""

from __future__ import annotations

from dataclasses import replace

from models.masthead.facts import names
from models.masthead.parts import MastheadFields


def filled_by_original(fields: MastheadFields, before: str, language: str = "en") -> MastheadFields:
    """A masthead that names the language of its text where that is another than the original's: "Français" above
    "Original : anglais".

    What was left empty beside the original `before` stays so.
    """
    own, *_ = names("language", language)
    original = fields.original.casefold()
    known = [name.casefold() for name in names("original", language)]
    if fields.language or original in ("", before.casefold(), own.casefold()) or original not in known:
        return fields
    return replace(fields, language=own)
