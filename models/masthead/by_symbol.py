"""What a symbol says of the rest of its masthead."""

from __future__ import annotations

from dataclasses import replace

from models.masthead.facts import committee_number, names, organ_prefix, organs, typed_committee
from models.masthead.parts import MastheadFields
from models.masthead.symbol import Symbol, parse_symbol
from models.masthead.words import session_line

_DISTRIBUTED = {"L": 0, "RES": 1, "DEC": 1}
"""Drafts are of limited distribution, what is adopted of general: the first two of the names in each language."""


def filled_by_symbol(fields: MastheadFields, before: str, language: str = "en") -> MastheadFields:
    """A masthead whose empty fields say what its symbol says: A/C.2/80/L.__ is a draft of the Second Committee.

    What the symbol `before` said as well, and was left empty, stays so.
    """
    known, said = (_said(parse_symbol(text), language) for text in (before, fields.symbol))
    new = {name: value for name, value in said.items() if known.get(name) != value and not getattr(fields, name)}
    return replace(fields, **new)


def _said(symbol: Symbol | None, language: str) -> dict[str, str]:
    if symbol is None:
        return {}
    committee = typed_committee(str(symbol.committee), language)
    distributed = _DISTRIBUTED.get(symbol.series)
    said = {
        "organ": next((organ for organ in organs(language) if organ_prefix(organ) == symbol.organ), ""),
        "session": session_line(symbol.session, language) if symbol.session else "",
        "committee": committee if committee_number(committee) else "",
        "distribution": "" if distributed is None else names("distribution", language)[distributed],
    }
    return {name: value for name, value in said.items() if value}
