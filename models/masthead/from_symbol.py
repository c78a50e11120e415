"""What a symbol says of the other fields of its masthead: "A/C.2/80/L.39" names organ, session and committee."""

from __future__ import annotations

from models.masthead.facts import committees, names, organ_name
from models.masthead.parts import MastheadFields
from models.masthead.symbol import parse_symbol
from models.masthead.words import session_line

_LIMITED, _GENERAL = 0, 1
_SERIES = {"L": _LIMITED, "RES": _GENERAL, "DEC": _GENERAL}
"""Of what distribution documents of a series are, in the order of `names("distribution")`."""


def said_by_symbol(fields: MastheadFields, language: str = "en") -> dict[str, str]:
    """The values that fields without one have by the symbol, as a masthead of a language prints them."""
    symbol = parse_symbol(fields.symbol)
    if symbol is None:
        return {}
    number = symbol.committee or 0
    listed = committees(language)
    known = {
        "organ": organ_name(symbol.organ, language),
        "distribution": names("distribution", language)[_SERIES[symbol.series]] if symbol.series in _SERIES else "",
        "session": session_line(symbol.session, language) if symbol.session else "",
        "committee": listed[number - 1] if 1 <= number <= len(listed) else "",
    }
    return {name: value for name, value in known.items() if value and not getattr(fields, name)}
