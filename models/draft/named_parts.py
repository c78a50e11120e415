"""What a text names that is no paragraph: "footnote 1 above", "section II of the present resolution", "annex I"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

from models.draft.late_pattern import late_pattern
from models.draft.mentions import Sign

Sort = Literal["note", "section", "annex"]

_SPACE = "[ \u00a0\u202f]"
_AND = f"(?:,?{_SPACE}+(?:and|or|et|ou|y|o|и){_SPACE}+|,{_SPACE}+)"
_FIGURE = r"\d{1,3}(?![\d/]|[.,]\d)"
_NUMERAL = r"(?:[IVXLC]+|\d{1,2}|[A-H])(?![\w/]|[.,]\d)"
_NEAR = (
    r"above|below|supra|infra|ci-dessus|ci-dessous|anterior(?:es)?|precedentes?|siguientes?|más (?:arriba|abajo)"
    r"|выше|ниже|أعلاه|أدناه"
)
_PRESENT = (
    r"(?:of|to) (?:the present|this) (?:draft )?(?:resolution|decision)|hereto|hereof"
    r"|(?:de|à) la présente (?:résolution|décision)|(?:de|a) la presente (?:resolución|decisión)"
)
_TAIL = rf"(?P<own>,?{_SPACE}+(?:{_NEAR}|{_PRESENT})(?!\w))?"
_ELSEWHERE = late_pattern(
    rf",?{_SPACE}+(?:of|to|in|by|from|thereof|therein|thereto|du|des?|del|à|au|a|al|annexed|contained)(?!\w)"
    rf"|{_SPACE}+d['’]|\s*\((?:of|to|see|in)\b",
    re.IGNORECASE,
)
_NOTES = late_pattern(
    rf"(?P<before>(?:supra|infra|(?:op|loc)\. cit\.,?){_SPACE}+|[上下]文(?:的)?)?"
    rf"(?:(?<!\w)(?:(?:foot|end)?notes?(?: de bas de page)?|notas?(?: (?:al|a|de) pie(?: de página)?)?|сноск\w{{1,3}}"
    rf"|\w{{0,2}}الحاشية){_SPACE}|脚注{_SPACE}?)(?P<figures>{_FIGURE}(?:{_AND}{_FIGURE})*){_TAIL}",
    re.IGNORECASE,
)
_NOTE_LEADS = late_pattern(
    rf"(?<!\w)(?:see(?: also)?|cf\.|(?:as|same as) in|(?:[a-z]{{2,}}(?:ed|en)|set out|to) in|voir"
    rf"|cité[es]{{0,2}} (?:à|dans)|véase|citad[oa]s? en|см\.|انظر|见){_SPACE}*(?:(?:the|la|las|les){_SPACE}+)?\Z",
    re.IGNORECASE,
)
"""What leads to a note of the text itself, where nothing says above or below."""
_INSTRUMENT = late_pattern(
    r"(?<!\w)(?:convention|convenci|protocol|treat(?:y|ies)|traité|tratado|agreement|accord|acuerdo|resolu[ct]|résolution"
    r"|decisi[oó]n|décision|reports?\s+of\b|the\s+report\b|rapport|informe|charter|charte|carta|covenant|pact|statut"
    r"|estatuto|constitu|letter|lettre|memorand|directive|declarat|déclarat|declaraci|compact|judge?ment|handbook|manual)"
    r"|[A-Z]/\S*\d|\d/\d",
    re.IGNORECASE,
)
"""What has sections and annexes of its own."""
_PARTS = late_pattern(
    rf"(?<!\w)(?:(?:paragraph|paragraphe|párrafo|para\.){_SPACE}(?P<paragraph>{_FIGURE}){_SPACE}"
    rf"(?:of|in|de|del|de l[’'])(?:{_SPACE}|(?<=[’']))(?:(?:la|el){_SPACE})?)?"
    rf"(?:(?P<section>sections?|sección|secciones)|(?P<annex>annex(?:es)?|annexes?|anexos?)){_SPACE}"
    rf"(?P<figures>{_NUMERAL}(?:{_AND}{_NUMERAL})*){_TAIL}"
)
# One pattern for each word: what begins with fixed letters is found several times as fast.
_NOTE = late_pattern(rf"ote(?:s| de bas de page)?{_SPACE}\d")
_NOTA = late_pattern(r"nota(?:s? \d|s? al? pie|s? de pie)")
_ANNEX = late_pattern(rf"nnexe?s?{_SPACE}[IVXLC\dA-H]")
_ANEXO = late_pattern(rf"nexos?{_SPACE}[IVXLC\dA-H]")
_SECTION = late_pattern(rf"ec(?:tions?|ción|ciones){_SPACE}[IVXLC\dA-H]")
_OTHER_NOTE = late_pattern(rf"(?:сноск\w+{_SPACE}|脚注{_SPACE}?|الحاشية{_SPACE})\d")


class NamedPart(NamedTuple):
    """A footnote, a section or an annex that a text names, or paragraph `paragraph` of a section or an annex.

    `start` and `end` are those of all the words: of "footnotes 1 and 2" each note has those of both.
    """

    sort: Sort
    sign: Sign
    start: int
    end: int
    paragraph: Sign | None = None

    @property
    def signs(self) -> tuple[Sign, ...]:
        """All that can be another figure."""
        return (self.paragraph, self.sign) if self.paragraph else (self.sign,)


def may_name_part(text: str) -> bool:
    """Whether a text may name a footnote, a section or an annex."""
    return may_name_note(text) or may_name_division(text)


# Written out: every paragraph of every comparison is asked. What most texts do not even hold is looked for first.


def may_name_note(text: str) -> bool:
    """Whether a text may name a footnote; quick."""
    if "ote" in text and _NOTE.search(text):
        return True
    if "nota" in text and _NOTA.search(text):
        return True
    return not text.isascii() and any(word in text for word in _MARKERS) and _OTHER_NOTE.search(text) is not None


def may_name_division(text: str) -> bool:
    """Whether a text may name a section or an annex; quick."""
    if "nex" in text and (_ANNEX.search(text) or _ANEXO.search(text)):
        return True
    return ("ection" in text or "ecci" in text) and _SECTION.search(text) is not None


_MARKERS = ("сноск", "脚注", "الحاشية")


def named_parts(text: str) -> list[NamedPart]:
    """The footnotes, sections and annexes of the same text that a text names, in their order; those of others left out.

    One that says neither above nor below nor of which text counts only where the words before lead to a note of the
    text itself, or, of sections and annexes, where nothing that may be another document is named beside it.
    """
    if not may_name_part(text):
        return []
    return sorted([*_notes(text), *_sections_and_annexes(text)], key=lambda part: part.sign.start)


def _notes(text: str) -> Iterator[NamedPart]:
    for match in _NOTES.finditer(text):
        own = match["own"] is not None or match["before"] is not None
        if own or (
            not _ELSEWHERE.match(text, match.end())
            and _NOTE_LEADS.search(text, max(0, match.start() - 40), match.start())
        ):
            for sign in _signs(match, _FIGURE):
                yield NamedPart("note", sign, match.start() + len(match["before"] or ""), match.end())


def _sections_and_annexes(text: str) -> Iterator[NamedPart]:
    found = list(_PARTS.finditer(text))
    other: bool | None = None
    for match in found:
        if match["own"] is None:
            if _ELSEWHERE.match(text, match.end()):
                continue
            if other is None:
                other = _INSTRUMENT.search(_PARTS.sub("", text)) is not None
            if other:
                continue
        paragraph = Sign(*match.span("paragraph"), match["paragraph"]) if match["paragraph"] else None
        for sign in _signs(match, _NUMERAL):
            yield NamedPart("section" if match["section"] else "annex", sign, match.start(), match.end(), paragraph)


def _signs(match: re.Match[str], pattern: str) -> Iterator[Sign]:
    start = match.start("figures")
    for one in re.finditer(pattern, match["figures"]):
        said = "".join(str(unicodedata.decimal(letter, letter)) for letter in one[0])
        yield Sign(start + one.start(), start + one.end(), said)
