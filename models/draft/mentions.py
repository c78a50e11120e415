"""References to paragraphs as they are written: "paragraph 4 above", "paragraphs 3 to 5", "OP4", "subparagraph (b)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from models.draft.bare_names import names_anybody
from models.draft.beside import is_anothers, is_somebodys, section_before
from models.draft.brackets import may_hold_brackets
from models.draft.late_pattern import late_pattern
from models.draft.mention import Mention, Part, in_brackets, without_brackets
from models.draft.mentioned_items import AND, ARABIC_AND, AS_WELL_AS, SPACE, Item, Sign
from models.draft.numbering import SUFFIX_WORDS
from models.draft.operative_part import names_resolution, part_end
from models.draft.whose import (
    Reach,
    division_of,
    is_made,
    may_be_own,
    names_document,
    present_end,
    quoted,
    reach_of,
    side_of,
)
from models.draft.written_mentions import Written, without_titles, written_in

__all__ = [
    "Item",
    "Mention",
    "Part",
    "Sign",
    "beside_a_name",
    "either_in",
    "may_refer",
    "mentions_in",
    "unsure_in",
]

_SHARED = late_pattern(
    rf"(?:{SPACE}*,{SPACE}*|{SPACE}+(?=(?:{AND}|{AS_WELL_AS}){SPACE}))"
    rf"(?:(?:{AND}|{AS_WELL_AS}){SPACE}+)?"
    rf"(?:(?:of|in|under|to|with|by|from|de|du|des|del|aux?|en|dans|el|las?|los?|les?|[вск]о?|на|по|из){SPACE}+|l[’'])*"
    rf"|{SPACE}*،?{SPACE}+{ARABIC_AND}{SPACE}*(?:في{SPACE}+)?",
    re.IGNORECASE,
)
"""Between two references of which the second says for both which text they mean."""
_LISTED = late_pattern(
    rf"{SPACE}*[,;:(–—]{SPACE}*(?:(?:{AND}|{AS_WELL_AS}|see|voir|véase|cf\.|also|in|under|to|with){SPACE}+)*",
    re.IGNORECASE,
)
"""Before a label that goes on from a reference to this text: "paragraph 1 of the present resolution (see also OP2)"."""
_ABROAD = ("árr", "linéa", "فقر", "ункт", "п.", "П.", "段", "项")
_UNDOTTED = late_pattern(rf"aras?{SPACE}[\d(]")
_POINT = late_pattern(rf"(?:oint|unto|lause|láusula)e?s?{SPACE}\d")
_LOWER = late_pattern(r"op ?\d")
_HOLDS = late_pattern(rf"{SPACE}\((?=[^()]{{0,60}}\){SPACE}(?:above|below)(?!\w))")
"""Behind a reference a bracket, behind which stands what goes with both: "paragraph 2 (see also paragraph 3) above"."""
_SEE_HERE = late_pattern(
    rf"(?<!\w)(?:see|cf\.|voir|v[ée]anse|v[ée]ase|см\.|انظر)(?:{SPACE}(?:also|aussi|également|también|также))?{SPACE}+"
    rf"(?:above|below|supra|infra|ci-dessus|ci-dessous|ci-après|más{SPACE}(?:arriba|abajo)|выше|ниже|أعلاه|أدناه)"
    rf"[,،]?{SPACE}+(?:(?:in|au|aux|en{SPACE}el|el|los|в|في){SPACE}+)?\Z",
    re.IGNORECASE,
)
"""Before a reference where it is, "see above, para. 4"."""
_LATE = late_pattern(rf"(?<=[\d)])\[{SPACE}?(?:{SUFFIX_WORDS})\]", re.IGNORECASE)


def mentions_in(text: str) -> tuple[Mention, ...]:
    """References in a text to paragraphs of the same text, those to other documents and in quoted words left out.

    One that says neither above nor below nor of which text counts only where the words before lead to a paragraph of
    the text itself, and nothing that may be another document is named beside it.
    """
    if not may_refer(text):
        return ()
    text = without_titles(text)
    return _of_this(text, in_brackets(text, _own) if may_hold_brackets(text) else _own(text))


def unsure_in(text: str) -> tuple[Mention, ...]:
    """References that nobody should change unasked: those by number of which nothing says that they are to the same
    text, where no other is named, those beside a mere name, and those of which nobody can say how far their list goes.
    """
    if not may_refer(text):
        return ()
    text = without_titles(text)
    brackets = may_hold_brackets(text)
    unsure = list(in_brackets(text, _unsure) if brackets else _unsure(text))
    found = _of_this(text, unsure)
    own = in_brackets(text, _own) if brackets else _own(text)
    named = [one for one in (*own, *unsure) if beside_a_name(text, one)]
    return tuple(sorted((*found, *named), key=lambda one: one.start)) if named else found


def beside_a_name(text: str, mention: Mention) -> bool:
    """Whether only a name beside a reference of a text leaves open whose it is."""
    return _is_unsaid(text, mention) and is_somebodys(text, mention.start, mention.end)


def _is_unsaid(text: str, mention: Mention) -> bool:
    """Whether a reference does not say that it is to this text, but by its section at most: "II.OP2"."""
    return mention.reach == "bare" or (mention.reach == "section" and section_before(text, mention.start) is not None)


def either_in(text: str) -> tuple[Mention, ...]:
    """References of a text whose figures are in square brackets of which nobody knows whether they will stay,
    "paragraph [2][3] above" and "paragraph 2[ bis] above": none of them can be followed. Others may be among them."""
    if not (may_hold_brackets(text) and may_refer(text)):
        return ()
    text = without_titles(text)
    without, places = without_brackets(text, "&")
    found = [*_own(without, places), *_unsure(without, places)]
    found = [one._replace(start=places[one.start], end=places[one.end - 1] + 1) for one in found]
    if _LATE.search(text):
        text = _LATE.sub(lambda suffix: " " * len(suffix[0]), text)
        found += [*in_brackets(text, _own), *in_brackets(text, _unsure)]
    return _of_this(text, found)


def _of_this(text: str, found: Iterable[Mention]) -> tuple[Mention, ...]:
    """Those beside which nothing says that they are another's; the brackets of a text may say it."""
    return tuple(one for one in found if not _is_anothers(text, one))


def _is_anothers(text: str, mention: Mention) -> bool:
    unsaid = _is_unsaid(text, mention) or part_end(text, mention.end) is not None
    return unsaid and is_anothers(text, mention.start, mention.end)


def _own(text: str, places: Sequence[int] | None = None) -> Iterator[Mention]:
    return _judged(text, places, sure=True)


def _unsure(text: str, places: Sequence[int] | None = None) -> Iterator[Mention]:
    return _judged(text, places, sure=False)


def _judged(text: str, places: Sequence[int] | None, *, sure: bool) -> Iterator[Mention]:
    """Those that are to paragraphs of the text, or those that may be."""
    in_quotes: list[tuple[int, int]] | None = None
    is_own = _IsOwn(text)
    for mention, reach, torn in _read(text, places):
        in_quotes = quoted(text) if in_quotes is None else in_quotes
        if any(start <= mention.start < end for start, end in in_quotes):
            continue
        if reach is not None and is_own(mention):
            if torn is not sure:
                yield mention
        elif not sure and (reach is not None or mention.part != "item"):
            end = part_end(text, mention.end) if reach is None else None
            if may_be_own(text, mention.start, end or mention.end):
                yield mention


class _IsOwn:
    """Whether references of a text are to it; what is named in it is looked for when that is first asked."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self, mention: Mention) -> bool:
        if mention.reach != "bare" or self._text.startswith(("OP", "PP"), mention.start):
            return True
        return not self._document and (is_made(self._text, mention.start) or not self._name)

    @cached_property
    def _document(self) -> bool:
        return names_document(self._text)

    @cached_property
    def _name(self) -> bool:
        return names_anybody(self._text)


def may_refer(text: str) -> bool:
    """Whether a text holds a word that references have; quick, for all of a long text."""
    # Written out: every paragraph of every comparison is asked, and a loop takes five times as long. What several
    # begin with is looked for first, for most texts do not even hold that.
    if "ara" in text and (
        "aragraph" in text or "aras." in text or "ara. " in text or _UNDOTTED.search(text) is not None
    ):
        return True
    if "P" in text and ("OP" in text or "PP" in text or "PARAGRAPH" in text):
        return True
    if "op" in text and _LOWER.search(text):
        return True
    if ("." in text and ("par." in text or "Par." in text)) or "partado" in text or "nciso" in text:
        return True
    if ("oint" in text or "unto" in text or "laus" in text) and _POINT.search(text):
        return True
    if ")" in text and (") above" in text or ") below" in text):
        return True
    return not text.isascii() and any(word in text for word in _ABROAD)


def _read(text: str, places: Sequence[int] | None) -> Iterator[tuple[Mention, Reach | None, bool]]:
    """All references, with None for those to another document, and whether they are torn; `places` as in `_shares`."""
    raw = written_in(text)
    reaches: list[Reach | None] = [None] * len(raw)
    shared: Reach | None = None
    for at, one in reversed(list(enumerate(raw))):
        label, of_part = bool(one.head["label"]), bool(one.head["of_part"])
        if not _shares(text, one.end, raw[at + 1].start if at + 1 < len(raw) else None, places):
            shared = None
        reaches[at] = reach_of(text, one.start, one.end, one.start, shared, label=label, of_part=of_part)
        if reaches[at] == "near" and part_end(text, one.end) is not None and names_resolution(text):
            reaches[at] = None  # as of "operative paragraph 4", nobody knows whose it is
        if reaches[at] is None and (one.named.near or _is_parted(text, raw, at)):
            reaches[at] = "near"
        if reaches[at] is None and label and is_somebodys(text, one.start, one.end):
            reaches[at] = "bare"  # "OP2 of the EU" leaves as open as "EU, OP2" whether it is this text's
        if reaches[at] in (None, "bare") and _is_to_be_seen_here(text, one):
            reaches[at] = "near"
        if label and section_before(text, one.start):
            reaches[at] = "section"
        shared = reaches[at] if reaches[at] in ("near", "present", "whole") else None
    for at in range(1, len(raw)):
        if reaches[at - 1] == "present" and reaches[at] in (None, "bare") and _goes_on(text, raw[at - 1], raw[at]):
            reaches[at] = "present"
    for one, reach, parted in zip(raw, reaches, (_is_parted(text, raw, at) for at in range(len(raw))), strict=True):
        part: Part = "item" if one.items[0].number is None else "PP" if one.preambular else "OP"
        if one.counts and reach not in ("near", "present"):
            if not one.may_count(text):
                continue
            reach = None
        if part == "item" and one.head["label"]:
            continue
        division = division_of(text, one.end) if reach in ("annex", "section") else ""
        if one.head["label"] and (section := section_before(text, one.start)):
            division = division or section[section.lastgroup or 0]
        mention = Mention(part, one.items, reach or "bare", one.start, one.end, division, side_of(text, one.end))
        yield mention, reach, one.named.torn or parted


def _is_to_be_seen_here(text: str, one: Written) -> bool:
    """Whether what leads to a reference says where it is: "(see above, para. 4)"."""
    leads = _SEE_HERE.search(text, max(0, one.start - 40), one.start)
    return leads is not None and one.is_of_nothing(text) and may_be_own(text, one.start, one.end)


def _goes_on(text: str, before: Written, one: Written) -> bool:
    """Whether a label stands right behind a reference to this text, and nothing else says that it is another's: the
    resolution named between them is this one, "paragraph 1 of the present resolution, OP2"."""
    said = present_end(text, before.end)
    begin = before.end if said is None and before.head["label"] else said
    if (
        not one.head["label"]
        or begin is None
        or not any(between.fullmatch(text, begin, one.start) for between in (_SHARED, _LISTED))
    ):
        return False
    rest, start, end = text[begin:], one.start - begin, one.end - begin
    is_said = reach_of(rest, start, end, start, label=True, of_part=False) is not None
    return is_said and not is_anothers(rest, start, end)


def _is_parted(text: str, raw: Sequence[Written], at: int) -> bool:
    """Whether a reference is parted by another from the word that says where it is."""
    holds = _HOLDS.match(text, raw[at].end) if at + 1 < len(raw) else None
    return holds is not None and raw[at + 1].start < text.index(")", holds.end())


def _shares(text: str, end: int, following: int | None, places: Sequence[int] | None) -> bool:
    """Whether a reference that ends at a place may share what is said behind the one that follows; not across a
    bracket, which may go with all that is in it: `places` are those of the letters in the text with its brackets."""
    if following is None:
        return False
    if places is not None and places[following] - places[end - 1] != following - end + 1:
        return False
    return _SHARED.fullmatch(text, end, following + 1 if text[following] == "و" else following) is not None
