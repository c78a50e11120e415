"""Symbols of documents: what each part says; `__` stands wherever a number is not known yet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from models.draft.masthead_lines import PART_OF_SYMBOL
from models.draft.numbering import from_roman

UNKNOWN = "__"
_N = r"(?:\d+|_{2,})"
_SERIES = r"(?:L|SR|PV|INF|BUR|CRP|WP)\."
_MORE = rf"(?P<more>(?:/(?:Rev|Add|Corr|Amend)\.{_N}|{PART_OF_SYMBOL})*)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<organ>A/HRC)/(?P<resolution>RES/|DEC/)?(?P<session>(?:S-)?{_N})/(?P<series>{_SERIES})?(?P<number>{_N}){_MORE}",
        rf"(?P<organ>A)/C\.(?P<committee>{_N})/(?P<session>(?:ES-|S-)?{_N})/(?P<series>{_SERIES})?(?P<number>{_N}){_MORE}",
        rf"(?P<organ>A)/(?P<resolution>RES/|DEC/)?(?P<session>(?:ES-|S-)?{_N})/(?P<series>{_SERIES})?(?P<number>{_N})(?:\s?[A-Z])?{_MORE}",
        rf"(?P<organ>A)/(?P<resolution>RES/)(?P<number>{_N})(?:\s?[A-Z])?\s?\((?P<roman>(?:ES-|S-)?[IVXL]+)\)(?:\s?[A-Z])?",
        rf"(?P<organ>S)/RES/(?P<number>{_N})\s?\((?P<year>\d{{4}}|_{{2,}})\)",
        rf"(?P<organ>S)/(?:PRST/)?(?P<year>\d{{4}}|_{{2,}})/(?P<number>{_N}){_MORE}",
        rf"(?P<organ>S)/(?P<series>PV\.)?(?P<number>{_N}){_MORE}",
        rf"(?P<organ>E)/(?P<resolution>RES/|DEC/)?(?P<year>\d{{4}}|_{{2,}})/(?P<series>{_SERIES})?(?P<number>{_N}){_MORE}",
        rf"(?P<organ>E)/(?:CN|C)\.{_N}/(?P<year>\d{{4}}|_{{2,}})/(?P<series>{_SERIES})?(?P<number>{_N}){_MORE}",
    )
)


@dataclass(frozen=True, slots=True)
class Symbol:
    """The parts of a symbol; None where it has none or where `__` stands.

    `text` is without the asterisk of a document that was issued again.
    `organ` is A, S, E or A/HRC; `session` a code as "80" or "S-21"; `series` is "L", "RES", ... or "";
    `unknown` says that some number is not known yet.
    """

    text: str
    organ: str
    committee: int | None = None
    session: str | None = None
    year: int | None = None
    series: str = ""
    unknown: bool = False


def parse_symbol(text: str) -> Symbol | None:
    """The parts of a symbol of a known form, or None."""
    bare = text.strip().rstrip("*").rstrip()
    for form in _FORMS:
        if match := form.fullmatch(bare):
            parts = match.groupdict()
            session = _in_figures(parts["roman"]) if parts.get("roman") else parts.get("session")
            return Symbol(
                bare,
                parts["organ"],
                committee=_known(parts.get("committee")),
                session=session if session and "_" not in session else None,
                year=_known(parts.get("year")),
                series=(parts.get("resolution") or parts.get("series") or "").rstrip("/."),
                unknown="__" in bare,
            )
    return None


def typed_symbol(text: str) -> str:
    """What was typed for a symbol as it is printed: "a/c.3/81/l5/rev.1" is "A/C.3/81/L.5/Rev.1"."""
    if parse_symbol(text) is not None:
        return text
    large = _WITHOUT_DOT.sub(".", text.upper())
    large = re.sub(
        r"(?<=/)(?:REV|ADD|CORR|AMEND)(?=\.)|(?<=\()(?:PARTS?|VOL(?:UMES?)?|SECT|INTRODUCTION)\b",
        lambda part: part[0].capitalize(),
        large,
    )
    return large if parse_symbol(large) is not None else text


_WITHOUT_DOT = re.compile(
    "|".join(rf"(?<=/{part})(?=[\d_])" for part in ("C", "L", "SR", "PV", "CRP", "WP", "REV", "ADD", "CORR", "AMEND"))
)


def with_blanks(text: str) -> str | None:
    """A symbol with `__` where letters stand for a number, or nothing, "A/C.2/80/L.X"; None where none do, or where it
    is of no known form then. An ellipsis and empty brackets are printed for numbers to come."""
    blank = _NO_NUMBER.sub(UNKNOWN, text.strip())
    return blank if blank != text.strip() and parse_symbol(blank) is not None else None


_NO_NUMBER = re.compile(r"(?:(?<=/L\.)|(?<=/Rev\.))(?!\d|__|[….\[])[^/]*|(?<=/)(?:[Xx]{1,4}|\?+|_)(?=/|$)")


def _in_figures(session: str) -> str | None:
    """A session as symbols have it since 1976: "XXIII" is 23, "S-VI" is S-6."""
    special, _, numeral = session.rpartition("-")
    number = from_roman(numeral)
    return f"{special}-{number}".removeprefix("-") if number else None


def _known(number: str | None) -> int | None:
    return int(number) if number and number.isdigit() else None


def blank_symbol(session: str | None, committee: int | None) -> str:
    """The symbol of a draft resolution whose number is not known yet, as "A/C.2/80/L.__"."""
    return f"A/{f'C.{committee}/' if committee else ''}{session or UNKNOWN}/L.{UNKNOWN}"


def suggested_symbols(session: str | None, committee: int | None, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Symbols that may be meant: the blank of session and committee, then those that are known and their revisions."""
    found = [blank_symbol(session, committee)]
    for symbol in dict.fromkeys(known):
        parts = parse_symbol(symbol)
        if parts is None or parts.series != "L":
            continue
        found.append(symbol)
        revision = re.search(r"/Rev\.(\d+)$", symbol)
        if revision:
            found.append(f"{symbol[: revision.start()]}/Rev.{int(revision[1]) + 1}")
        elif "/Add." not in symbol and "/Corr." not in symbol:
            found.append(f"{symbol}/Rev.1")
    return tuple(dict.fromkeys(found))
