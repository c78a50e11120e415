"""What the fields of a masthead say to each other: what agrees, what contradicts, what is not known yet.

Everything here informs; nothing refuses a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from models.draft.dates import find_date
from models.draft.first_letter import with_capital
from models.draft.masthead_lines import ISSUED, SYMBOL
from models.masthead.agenda import contradicted, of_assembly
from models.masthead.facts import Session, committee_number, committees, organ_prefix, session, session_codes
from models.masthead.parts import FIELD_WORDS, MastheadFields
from models.masthead.sponsors import Form, parse_sponsors
from models.masthead.symbol import Symbol, parse_symbol, typed_symbol, with_blanks
from models.masthead.words import printed_date, session_code, session_line
from models.telling.sentences import listed

Severity = Literal["agrees", "unknown", "warning"]
_BLANK = re.compile(r"(?<![^/.])_{2,}(?![^/*\s])")
"""What stands for a number, alone in its part of a symbol."""
_ORGAN_NAMES = {
    "A": "General Assembly",
    "S": "Security Council",
    "E": "Economic and Social Council",
    "A/HRC": "Human Rights Council",
}


@dataclass(frozen=True, slots=True)
class MastheadCheck:
    """One thing to be told, as a sentence, and the fields it is about."""

    severity: Severity
    words: str
    fields: tuple[str, ...] = ()


def checks(fields: MastheadFields, left: Iterable[str] = (), language: str = "en") -> tuple[MastheadCheck, ...]:
    """All there is to tell: what was `left` unwritten by `set_fields`, contradictions, what agrees, what is unknown.

    `language` is that of the masthead: titles of agenda items are known in English.
    """
    symbol = parse_symbol(fields.symbol)
    warnings = [
        *_unwritten(fields, left),
        *_symbol_form(fields, symbol),
        *_no_such(symbol),
        *_session(fields, symbol),
        *_date(fields, symbol),
        *_committee(fields, symbol),
        *_organ(fields, symbol),
        *_distribution(fields, symbol),
        *_agenda(fields, language),
        *_based_on(fields, symbol),
        *_note(fields),
    ]
    agreeing = _agreeing(fields, symbol, warnings)
    doubted = any("symbol" in one.fields for one in _symbol_form(fields, symbol))
    return (*warnings, *agreeing, *_unknown(fields, doubted=doubted))


def session_fact(fields: MastheadFields) -> str:
    """When the session opened, "opened 9 September 2025"; "" where it is not known, as of other bodies' sessions."""
    known = _known_session(fields)
    return f"opened {printed_date(known.opens)}" if known else ""


def _known_session(fields: MastheadFields) -> Session | None:
    return session(session_code(fields.session) or "") if of_assembly(fields) else None


def _warning(words: str, *fields: str) -> MastheadCheck:
    return MastheadCheck("warning", words, fields)


def _unwritten(fields: MastheadFields, left: Iterable[str]) -> Iterator[MastheadCheck]:
    hints = {
        "date": "write it as 17 November 2025",
        "session": "write it as Eightieth session, or 80",
        "symbol": "write it as A/C.2/80/L.__",
        "language": "give the original its language first",
        "agenda_item": "write it as 18 (i)",
        "agenda_title": "give the item its number first",
    }
    for name in left:
        value, word = getattr(fields, name), FIELD_WORDS[name]
        if not value:
            yield _warning(f"The {word} stays in the text: without it another line would be read as the {word}", name)
        else:
            hint = hints.get(name, "word it otherwise")
            yield _warning(f"“{value}” would not be read as the {word} and is not in the text yet: {hint}", name)


def _symbol_form(fields: MastheadFields, symbol: Symbol | None) -> Iterator[MastheadCheck]:
    if not fields.symbol or symbol is not None:
        return
    if (meant := typed_symbol(fields.symbol)) != fields.symbol:
        yield _warning(f"“{fields.symbol}” is no symbol; {meant} may be meant", "symbol")
    elif blank := with_blanks(fields.symbol):
        words = f"“{fields.symbol}” has no number; while it is not known, {blank} is a symbol"
        yield _warning(words, "symbol")
    elif not ISSUED.fullmatch(fields.symbol):
        yield _warning(f"“{fields.symbol}” has no form of symbol that Adref knows, such as A/C.2/80/L.__", "symbol")


def _no_such(symbol: Symbol | None) -> Iterator[MastheadCheck]:
    """A committee that the General Assembly does not have, or a session that is far to come."""
    if symbol is None or symbol.organ != "A":
        return
    last = len(committees())
    if symbol.committee is not None and not 1 <= symbol.committee <= last:
        yield _warning(
            f"The symbol is of a committee C.{symbol.committee}; the Main Committees are C.1 to C.{last}", "symbol"
        )
    latest = int(session_codes()[0])
    if symbol.session and symbol.session.isdigit() and int(symbol.session) > latest + 1:
        yield _warning(f"The symbol is of session {symbol.session}; the last that is known is {latest}", "symbol")


def _session(fields: MastheadFields, symbol: Symbol | None) -> Iterator[MastheadCheck]:
    code = session_code(fields.session)
    if symbol and symbol.session and code and symbol.session != code:
        words = f"The symbol is of session {symbol.session}, the session line says {_bare(fields.session)}"
        yield _warning(words, "symbol", "session")


def _bare(line: str) -> str:
    return line.removesuffix(" session")


def _date(fields: MastheadFields, symbol: Symbol | None) -> Iterator[MastheadCheck]:
    day = _day(fields)
    if day is None:
        return
    if symbol and symbol.year and symbol.year != day.year and symbol.series != "RES":
        yield _warning(f"The symbol is of {symbol.year}, the date is of {day.year}", "symbol", "date")
    if not of_assembly(fields):
        return
    code = session_code(fields.session) or (symbol.session if symbol else None)
    known = session(code or "")
    if known is None:
        return
    if day < known.opens:
        words = f"Session {code} opened on {printed_date(known.opens)}, after the date of issue, {printed_date(day)}"
        yield _warning(words, "session", "date")
        return
    # A text of the last days, and whatever was adopted, may be issued when the next session has opened.
    grace = 366 if symbol and symbol.series in ("RES", "DEC") else 1
    if known.closes and (day - known.closes).days > grace and known.code.isdigit():
        after = f"Session {code} was over on {printed_date(known.closes)}, before the date of issue,"
        yield _warning(f"{after} {printed_date(day)}", "session", "date")


def _day(fields: MastheadFields) -> date | None:
    found = find_date(fields.date)
    return date.fromisoformat(found) if found else None


def _committee(fields: MastheadFields, symbol: Symbol | None) -> Iterator[MastheadCheck]:
    number = committee_number(fields.committee) if fields.committee else None
    if symbol is None or (symbol.organ == "A" and symbol.series in ("RES", "DEC")):
        return
    if symbol.organ != "A":
        if number:
            words = f"The symbol is of the {_ORGAN_NAMES[symbol.organ]}, the committee line says {fields.committee}"
            yield _warning(words, "symbol", "committee")
    elif symbol.committee and number and symbol.committee != number:
        words = f"The symbol is of committee {symbol.committee} (C.{symbol.committee}), the committee line says"
        yield _warning(f"{words} {fields.committee}", "symbol", "committee")
    elif number and symbol.committee is None and "/C." not in symbol.text:
        words = f"The symbol is of the plenary, the committee line says {fields.committee}"
        yield _warning(words, "symbol", "committee")


def _organ(fields: MastheadFields, symbol: Symbol | None) -> Iterator[MastheadCheck]:
    prefix = organ_prefix(fields.organ)
    # The page of a document of the Human Rights Council is headed by the General Assembly.
    if symbol and prefix and symbol.organ.split("/")[0] != prefix != symbol.organ:
        words = f"The symbol is of the {_ORGAN_NAMES[symbol.organ]}, the organ says {fields.organ}"
        yield _warning(words, "symbol", "organ")


_LIMITED = ("limited", "limitée", "limitada")
_GENERAL = ("general", "générale")


def _distribution(fields: MastheadFields, symbol: Symbol | None) -> Iterator[MastheadCheck]:
    said = fields.distribution.casefold()
    if symbol and symbol.series == "L" and said in _GENERAL:
        words = f"A draft with L. in its symbol is of limited distribution, the masthead says {fields.distribution}"
        yield _warning(words, "symbol", "distribution")
    elif symbol and symbol.series == "RES" and said in _LIMITED:
        words = f"An adopted resolution is of general distribution, the masthead says {fields.distribution}"
        yield _warning(words, "symbol", "distribution")


def _agenda(fields: MastheadFields, language: str) -> Iterator[MastheadCheck]:
    for one in contradicted(fields, language):
        of = f"Agenda item {one.item} of the {session_line(one.session).lower()} is"
        yield _warning(f"{of} “{one.title}” ({one.document})", "agenda_item", "agenda_title")


def _based_on(fields: MastheadFields, symbol: Symbol | None) -> Iterator[MastheadCheck]:
    match = SYMBOL.search(fields.sponsor_line)
    base = parse_symbol(match[0]) if match else None
    if base is None:
        return
    own_session = (symbol.session if symbol else None) or session_code(fields.session)
    own_committee = (symbol.committee if symbol else None) or committee_number(fields.committee or "?")
    if base.organ == "A" and base.session and own_session and base.session != own_session:
        words = f"The sponsor line names {base.text}, which is of session {base.session}, not {own_session}"
        yield _warning(words, "sponsor_line", "session")
    if base.committee and own_committee and base.committee != own_committee:
        words = f"The sponsor line names {base.text}, which is of committee {base.committee}, not {own_committee}"
        yield _warning(words, "sponsor_line", "committee")
    if symbol and not symbol.unknown and base.text == symbol.text:
        yield _warning(f"The sponsor line names {base.text}, which is this draft itself", "sponsor_line", "symbol")


def _note(fields: MastheadFields) -> Iterator[MastheadCheck]:
    called = parse_sponsors(fields.sponsor_line).noted or "*" in fields.sponsor_line
    if called and not fields.sponsor_note:
        yield _warning("An asterisk stands in the sponsor line, and there is no note to it", "sponsor_line")
    elif fields.sponsor_note and fields.sponsor_line and not called:
        yield _warning("There is an asterisk note, and no asterisk in the sponsor line calls it", "sponsor_note")


def _agreeing(
    fields: MastheadFields, symbol: Symbol | None, warnings: Iterable[MastheadCheck]
) -> Iterator[MastheadCheck]:
    """One line for what was compared and fits."""
    apart = {name for one in warnings for name in one.fields}
    code = session_code(fields.session)
    compared = {
        "symbol": symbol is not None and (symbol.session is not None or symbol.year is not None),
        "session": code is not None and symbol is not None and symbol.session is not None,
        "committee": bool(symbol and symbol.committee and committee_number(fields.committee or "?")),
        "date": _day(fields) is not None and bool(_known_session(fields) or (symbol and symbol.year)),
    }
    words = {"symbol": "symbol", "session": "session", "committee": "committee", "date": "year"}
    fitting = [word for name, word in words.items() if compared[name] and name not in apart]
    if len(fitting) > 1 and "symbol" not in apart:
        agree = f"{listed(fitting)} agree"
        yield MastheadCheck("agrees", with_capital(agree), tuple(compared))


def _unknown(fields: MastheadFields, *, doubted: bool) -> Iterator[MastheadCheck]:
    if _BLANK.search(fields.symbol) and not doubted:
        words = f"No number yet: {fields.symbol} is a valid unknown and prints as a blank"
        yield MastheadCheck("unknown", words, ("symbol",))
    if "__" in fields.sponsor_line:
        blank = parse_sponsors(fields.sponsor_line)
        missing = {
            Form.STATES: "who sponsors it",
            Form.OFFICER: "what the consultations were on",
            Form.CHAIR: "who submits it",
        }
        words = f"The sponsor line does not say yet {missing.get(blank.form, 'everything')}: it prints as a blank"
        yield MastheadCheck("unknown", words, ("sponsor_line",))
