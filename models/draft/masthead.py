"""The masthead: symbol, organ, dates, agenda item, sponsors and title, derived from a draft and never stored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.draft.dates import find_date
from models.draft.forum_lines import AGENDA, COMMITTEE, ordinal_of_session
from models.draft.known_table import table
from models.draft.late_pattern import late_pattern
from models.draft.masthead_lines import (
    ADOPTED,
    DISTRIBUTION,
    MEETING,
    NUMBERED_TITLE,
    ORGANS,
    ORIGINAL,
    REPORT,
    SPONSOR,
    SYMBOL,
    masthead_roles,
)
from models.draft.paragraph import Draft, Kind

_ON_BEHALF = late_pattern(
    r"(?:\bon behalf of\s+(?:the\s+)?(?:States\b[^,;()]*\bmembers\s+of\s+)?(?:the\s+)?"
    r"|\bau nom (?:(?:des États\b[^,;()]*\bmembres\s+)?(?:du|de la|des)\s+|de l[’'])"
    r"|\ben nombre (?:de los Estados\b[^,;()]*\bmiembros\s+)?(?:del|de la|de los|de)\s+)"
    r"(?P<group>[^,;()]+?)(?:\s*[,;()]|\.?\s*$)",
    re.IGNORECASE,
)
_ON_ONES_BEHALF = "on behalf of|au nom d|en nombre de|от имени|代表|باسم"
_BEHALF_OF = late_pattern(
    rf"[(（][^()（）]*(?:{_ON_ONES_BEHALF})[^()（）]*[)）]|[,،，]?\s*\b(?:{_ON_ONES_BEHALF}).*$", re.IGNORECASE
)

BETWEEN_STATES = late_pattern(
    r"\s*(?:,\s*(?:and|et|[ye]|и)\s|[,،]\s*و(?!لايات)|,|\s+(?:and|et|[ye]|и)\s+|\s+و(?!لايات)|、|，|(?<!共)和|،)\s*"
)
"""What parts States in a list; the Arabic "and" is one with the word behind it, and Micronesia's name begins so, as the
Chinese one is in the word for a republic."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a document says of itself before its text begins.

    Dates are ISO 8601: `date` is that of issuance, `adopted` that of adoption. `session` is a number, `agenda_item`
    as printed ("93 (c)"). `sponsors` are States in the order printed; empty where an officer submits. `on_behalf` is
    the group named by the sponsors' note. `base_symbol` is the draft this one is based on, amends or was adopted from.
    `report` is the committee report, with its paragraph where printed. None where the document does not say.
    """

    symbol: str | None = None
    organ: str | None = None
    distribution: str | None = None
    date: str | None = None
    original: str | None = None
    session: int | None = None
    committee: str | None = None
    agenda_item: str | None = None
    agenda_title: str | None = None
    sponsor_line: str | None = None
    sponsors: tuple[str, ...] = ()
    on_behalf: str | None = None
    base_symbol: str | None = None
    title: str | None = None
    adopted: str | None = None
    meeting: str | None = None
    report: str | None = None


def masthead(draft: Draft) -> Masthead:
    """The masthead of a draft, from its masthead paragraphs, sponsors' note and closing lines."""
    roles = masthead_roles(draft)
    lines = [(roles[at], draft.paragraphs[at].text.strip()) for at in sorted(roles)]
    everything = [text for _, text in lines]
    notes = [p.text for p in draft.paragraphs if p.kind is Kind.SPONSOR_NOTE]
    closing = [p.text for p in draft.paragraphs if p.kind is Kind.CLOSING]
    sponsor_line = _joined(lines, "sponsor_line")
    adoption = [text for role, text in lines if role == "adopted"]
    report, tabled = _report(everything)
    organ = _organ(lines, draft)
    symbol = _symbol(lines, adoption)
    agenda = next((match for text in everything if (match := AGENDA.match(text))), None)
    return Masthead(
        symbol=symbol,
        organ=organ,
        distribution=_first(DISTRIBUTION, everything),
        date=_issued(lines),
        original=_first(ORIGINAL, everything),
        session=_session(everything, symbol),
        committee=_committee(everything),
        agenda_item=re.sub(r"\s+", " ", agenda["item"]).strip() if agenda else None,
        agenda_title=_joined(lines, "agenda_title") or (agenda["title"] if agenda and agenda["title"] else None),
        sponsor_line=sponsor_line,
        sponsors=_sponsors(sponsor_line),
        on_behalf=_on_behalf([*notes, *_notes_to(draft, roles), *([sponsor_line] if sponsor_line else [])]),
        base_symbol=_base(sponsor_line) or tabled,
        title=_title(lines),
        adopted=next((day for text in [*adoption, *closing] if (day := find_date(text))), None),
        meeting=next((match[0] for text in [*adoption, *closing] if (match := MEETING.search(text))), None),
        report=report,
    )


def _joined(lines: Sequence[tuple[str, str]], role: str) -> str | None:
    return " ".join(text for at, text in lines if at == role) or None


def _first(pattern: re.Pattern[str], lines: Sequence[str]) -> str | None:
    value = next((match["value"] for text in lines if (match := pattern.search(text))), None)
    return value.capitalize() if value else None


def _symbol(lines: Sequence[tuple[str, str]], adoption: Sequence[str]) -> str | None:
    for role, text in lines:
        if role in ("symbol", "united_nations", "distribution", "organ") and (match := SYMBOL.search(text)):
            return match[0]
    for text in adoption:
        match = ADOPTED.match(text)
        if match and match["number"]:
            return f"S/RES/{match['number']} ({match['year']})"
    return None


def _organ(lines: Sequence[tuple[str, str]], draft: Draft) -> str | None:
    """The organ the masthead names; of several the one whose line begins the text, as of a Council of the Assembly."""
    enacting = next((p.text for p in draft.paragraphs if p.kind is Kind.ENACTING), None)
    texts = [text for role, text in lines if role in ("organ", "distribution", "symbol", "adopted")]
    named = [match[0] for text in texts for organ in ORGANS.values() if (match := re.search(organ, text))]
    if named:
        return next((name for name in named if enacting and name in enacting), named[0])
    if enacting is None:
        return None
    bare = re.sub(r"^\W*(?:the|l['’]|la|le|les|el|los|las)\s*", "", enacting.strip(), flags=re.IGNORECASE)
    return bare.rstrip(' ,:;.،，]*"”') or None


def _issued(lines: Sequence[tuple[str, str]]) -> str | None:
    for role, text in lines:
        if role in ("date", "distribution", "symbol") and (day := find_date(text)):
            return day
    return None


def _session(lines: Sequence[str], symbol: str | None) -> int | None:
    found = next((number for text in lines if (number := ordinal_of_session(text)) is not None), None)
    if found is None and symbol and (match := re.match(r"A/(?:C\.\d/|RES/|HRC/(?:RES/)?|DEC/)?(\d{1,3})/", symbol)):
        found = int(match[1])
    return found


def _committee(lines: Sequence[str]) -> str | None:
    return next((match[0] for text in lines if (match := COMMITTEE.search(text)) and not SPONSOR.search(text)), None)


def _title(lines: Sequence[tuple[str, str]]) -> str | None:
    title = _joined(lines, "title")
    match = NUMBERED_TITLE.match(title) if title else None
    return match["title"] if match else title


def _report(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """The committee report, and the draft an organ adopted without one."""
    for text in lines:
        if match := REPORT.match(text.strip().strip("*")):
            source = match["source"].strip()
            if match["without"] and re.search(r"/L\.\d", source):
                return None, _base(source)
            return source, None
    return None, None


def _base(line: str | None) -> str | None:
    match = SYMBOL.search(line) if line else None
    return match[0] if match else None


def _notes_to(draft: Draft, positions: Iterable[int]) -> list[str]:
    """The footnotes of masthead lines: in a Word file the sponsors' asterisk is one."""
    marked = {number for at in positions for number in draft.paragraphs[at].footnotes}
    return [note.text for note in draft.footnotes if note.id in marked] if marked else []


def _on_behalf(texts: Sequence[str]) -> str | None:
    for text in texts:
        if match := _ON_BEHALF.search(text):
            return re.sub(r"^the\s+", "", match["group"].strip())
    return None


def _sponsors(sponsor_line: str | None) -> tuple[str, ...]:
    """The States before the colon of a sponsor line; none where an officer or an organ submits."""
    if not sponsor_line:
        return ()
    states, colon, _ = sponsor_line.replace("：", ":").partition(":")
    if not colon or SPONSOR.search(states):
        return ()
    return states_in(states.replace("*", ""))


def states_in(names: str) -> tuple[str, ...]:
    """The States of a list of names, told apart at its commas and its "and"; those that hold one are whole."""
    states = _BEHALF_OF.sub("", names)
    kept: list[str] = []
    for _, name in table("phrases/names_with_and"):
        if name in states:
            states = states.replace(name, f"\0{len(kept)}\0")
            kept.append(name)
    parts = BETWEEN_STATES.split(states)
    return tuple(
        re.sub(r"\0(\d+)\0", lambda match: kept[int(match[1])], part.strip()) for part in parts if part.strip()
    )
