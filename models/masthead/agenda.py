"""Items of the agenda: which are known of a session and a committee, and their titles as mastheads print them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from models.draft.known_table import table
from models.masthead.facts import committee_number, committees, organ_prefix
from models.masthead.parts import MastheadFields
from models.masthead.symbol import parse_symbol
from models.masthead.words import session_code

_OF_ASSEMBLY = re.compile(r"A/(?:C\b|RES/|DEC/|INF/|(?:E?S-)?[\d_])")
PLENARY = 0
"""Stands for a committee where a document goes to the plenary."""
_ITEM = re.compile(
    r"(?P<number>\d{1,3})\s*(?:[(（]?(?P<letter>(?P<one>[a-z\u0620-\u064a])(?P=one)?)ـ?[)）]?)?", re.IGNORECASE
)
"""One item; behind (z) of it comes (aa). In Arabic "هـ" is written with a stroke behind it."""
_OF_ITS_SESSION = re.compile(r"\b[a-z]+-[a-z]+ sessions?\b|\bfor \d{4}\b", re.IGNORECASE)
"""Said by a title that no other session has: “… of its fifty-eighth session”, “Programme budget for 2025”."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item, "18 (i)", with its whole title, and the document whose masthead says so.

    `session` is a code as "80", "" where the document says none; `committee` 1 to 6, `PLENARY`, or None where it is
    not told.
    """

    session: str
    committee: int | None
    item: str
    title: str
    document: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """The session and the committee of a masthead, each None where it does not say; facts are of the `known`."""

    session: str | None
    committee: int | None
    known: bool

    def has(self, one: AgendaItem) -> bool:
        """Whether an item is on the agenda of this session: its number is right here."""
        return self.session is None or one.session in ("", self.session)


def place(fields: MastheadFields) -> Place:
    """Where a masthead belongs; facts are known of the General Assembly alone."""
    symbol = parse_symbol(fields.symbol)
    assembly = of_assembly(fields)
    session = session_code(fields.session) or (symbol.session if symbol else None)
    committee = committee_number(fields.committee) if fields.committee else None
    if committee is None and symbol is not None and symbol.organ == "A":
        plenary = "/C." not in symbol.text and symbol.series not in ("RES", "DEC")
        committee = PLENARY if plenary else symbol.committee
    return Place(session, committee, assembly)


def of_assembly(fields: MastheadFields) -> bool:
    """Whether a masthead is one of the General Assembly, whose sessions are known; one that names nobody may be.

    Other bodies have sessions of their own under the same numbers.
    """
    symbol = parse_symbol(fields.symbol)
    named = symbol.organ == "A" if symbol else not fields.symbol or _OF_ASSEMBLY.match(fields.symbol) is not None
    return named and (not fields.organ or organ_prefix(fields.organ) == "A")


@cache
def known_items() -> tuple[AgendaItem, ...]:
    """The items of the facts, each session in the order of its agenda; titles are English."""
    rows = table("facts/agenda_items")
    titles = {(session, item): title for session, _, item, title, _ in rows}

    def whole(session: str, item: str, title: str) -> str:
        number, sub, _ = item.partition(" ")
        return f"{titles[session, number]}: {title}" if sub else title

    return tuple(
        AgendaItem(session, PLENARY if of == "plenary" else int(of), item, whole(session, item, title), document)
        for session, of, item, title, document in rows
    )


def offered_items(
    fields: MastheadFields, own: Iterable[AgendaItem] = (), language: str = "en"
) -> tuple[AgendaItem, ...]:
    """What may be meant in a masthead: items of its session and committee, then titles that other sessions had.

    What drafts of the dossier say, `own`, comes before the facts. Of an item of another session the title may be
    meant, the number is not known here. Without a session there is no fact to offer, and all of the drafts' items are.
    """
    at = place(fields)
    pool = (*own, *_facts(at, language))
    fitting = [one for one in pool if None in (at.committee, one.committee) or at.committee == one.committee]
    numbered: dict[tuple[str, str], AgendaItem] = {}
    elsewhere: dict[str, AgendaItem] = {}
    for one in fitting:
        if at.has(one):
            numbered.setdefault((one.item, plain(one.title)), one)
        elif one.title and not _OF_ITS_SESSION.search(one.title):
            elsewhere.setdefault(plain(one.title), one)
    here = {title for _, title in numbered}
    return (*numbered.values(), *(one for title, one in elsewhere.items() if title not in here))


def _facts(at: Place, language: str) -> tuple[AgendaItem, ...]:
    # Special sessions have agendas of their own.
    return known_items() if at.known and (at.session or "").isdigit() and language == "en" else ()


def filled_by_item(
    fields: MastheadFields, before: str, own: Iterable[AgendaItem] = (), language: str = "en"
) -> MastheadFields:
    """A masthead whose item has its one known title, where it had none or that of the item `before`.

    The title that drafts of the dossier give it, `own`, comes before that of the facts.
    """
    at, item = place(fields), typed_item(fields.agenda_item)
    said = [[one for one in pool if at.has(one) and one.title] for pool in (own, _facts(at, language))]
    had = {plain(one.title) for pool in said for one in pool if one.item == typed_item(before)}
    title = next((title for pool in said if (title := _one_title(pool, item))), "")
    if not title or (fields.agenda_title and plain(fields.agenda_title) not in had):
        return fields
    return replace(fields, agenda_item=printed_item(item, language), agenda_title=title)


def _as_elsewhere(fields: MastheadFields, at: Place, pool: Iterable[AgendaItem]) -> str:
    """That item and title are those of another session, the latest of them, as after the session was changed."""
    said = typed_item(fields.agenda_item), plain(fields.agenda_title)
    same = [one for one in pool if not at.has(one) and one.document and (one.item, plain(one.title)) == said]
    if not same:
        return ""
    one = max(same, key=lambda one: int(one.session) if one.session.isdigit() else 0)
    return f"as {one.document} has it for session {one.session}; what it is in session {at.session} is not known"


def _of_session(fields: MastheadFields, own: Iterable[AgendaItem], language: str) -> tuple[AgendaItem, ...]:
    """All items on the agenda of a masthead's session; a text may be before another committee than those before it."""
    at = place(fields)
    return tuple(one for one in (*own, *_facts(at, language)) if at.has(one) and one.title)


def _one_title(pool: Iterable[AgendaItem], item: str) -> str:
    titles = {plain(one.title): one.title for one in pool if one.item == item}
    return next(iter(titles.values())) if len(titles) == 1 else ""


def typed_item(text: str) -> str:
    """What was typed for one item as it is printed in English: "18(i)" and "18 I" are "18 (i)"; several items stay as
    they are."""
    return printed_item(" ".join(text.split()))


def printed_item(text: str, language: str = "en") -> str:
    """What was typed for one item as a language prints it: "18 (i)", in French, Spanish and Russian "18 i)"; several
    items stay as they were typed, and so do Chinese brackets, before which no space need stand."""
    match = _ITEM.fullmatch(text.strip())
    if match is None or (language == "zh" and match[0].endswith((")", "）"))):
        return text
    if not match["letter"]:
        return match["number"]
    letter = match[0][match.start("letter") - match.start() :].rstrip(")）").lower()
    return f"{match['number']} {letter})" if language in _HALF_BRACKETED else f"{match['number']} ({letter})"


_HALF_BRACKETED = ("fr", "es", "ru")


def contradicted(fields: MastheadFields, language: str = "en") -> Iterator[AgendaItem]:
    """The known items that a masthead's item and title speak against: none while either is unknown, or half typed.

    Its title under another number if it has one, else what its number stands for.
    """
    item, title = typed_item(fields.agenda_item), plain(fields.agenda_title)
    if not item or not title or not _ITEM.fullmatch(item):
        return
    pool = _of_session(fields, (), language)
    same = [one for one in pool if one.item == item]
    if any(plain(one.title).startswith(title) for one in same):
        return
    yield from [*(one for one in pool if plain(one.title) == title), *same][:1]


def plain(title: str) -> str:
    """A title without what mastheads print now so and now so: capitals, quotation marks, asterisks, dashes."""
    return " ".join(title.casefold().translate(_ALIKE).rstrip("*").split())


_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def offer_words(one: AgendaItem, at: Place) -> str:
    """An offered item as a line of a list; of another session it says what the number was there."""
    if at.has(one):
        return f"{one.item}  {one.title}".rstrip()
    return f"number not known ({one.item} in session {one.session})  {one.title}"


def agenda_fact(fields: MastheadFields, own: Iterable[AgendaItem] = (), language: str = "en") -> str:
    """Where the item of a masthead is known from, be it for another session, or how many are known of its session and
    committee; "" of others."""
    at = place(fields)
    own, item = tuple(own), typed_item(fields.agenda_item)
    if item:
        title = plain(fields.agenda_title)
        pool = [one for one in _of_session(fields, own, language) if one.item == item and one.document]
        said = next((f"as {one.document} has it" for one in pool if title in ("", plain(one.title))), "")
        return said or (_as_elsewhere(fields, at, (*own, *_facts(at, language))) if not pool else "")
    if not _facts(at, language):
        return ""
    offered = offered_items(fields, own)
    here = {one.item for one in offered if at.has(one)}
    of = f"session {at.session}"
    if at.committee is not None and at.committee <= len(committees()):
        of += f", {committees()[at.committee - 1] if at.committee else 'plenary'},"
    if not offered:
        return ""
    if not here:
        return f"No item of {of} is known: titles of other sessions are offered"
    items = "1 item" if len(here) == 1 else f"{len(here)} items"
    return f"{items} of {of} {'is' if len(here) == 1 else 'are'} known; there may be more"
