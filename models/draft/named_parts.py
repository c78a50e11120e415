"""What a text names that is no paragraph: "footnote 1 above", "section II of the present resolution", "annex I"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from models.draft.division_names import (
    AND,
    AND_TO,
    FIGURE,
    INSTRUMENT,
    SEVERAL,
    SPACE,
    TAIL,
    TO,
    divisions,
    figures,
    may_name_another,
    paragraph_of,
    without_divisions,
)
from models.draft.late_pattern import late_pattern
from models.draft.mentions import Sign

Sort = str
"""Note, section or annex, or what a heading with a typed number is called: article."""

_ONE = r"(?:\d{1,3}|[IVXLC]+)(?![\w/]|[.,]\d)"

_ELSEWHERE = late_pattern(
    rf",?{SPACE}+(?:of|to|in|by|from|thereof|therein|thereto|du|des?|del|à|au|a|al|annexed|contained)(?!\w)"
    rf"|{SPACE}+d['’]|\s*\((?:of|to|see|in)\b",
    re.IGNORECASE,
)
_NOTES = late_pattern(
    rf"(?P<before>(?:supra|infra|(?:op|loc)\. cit\.,?){SPACE}+|[上下]文(?:的)?)?"
    rf"(?:(?<!\w)(?:(?:foot|end)?notes?(?: de bas de page)?|notas?(?: (?:al|a|de) pie(?: de página)?)?|сноск\w{{1,3}}"
    rf"|\w{{0,2}}الحاشية){SPACE}|脚注{SPACE}?){SEVERAL}(?P<figures>{FIGURE}(?:{AND_TO}{FIGURE})*){TAIL}",
    re.IGNORECASE,
)
_NOTE_LEADS = late_pattern(
    rf"(?<!\w)(?:see(?: also)?|cf\.|(?:as|same as) in|(?:[a-z]{{2,}}(?:ed|en)|set out|to) in|voir"
    rf"|cité[es]{{0,2}} (?:à|dans)|véase|citad[oa]s? en|см\.|انظر|见){SPACE}*(?:(?:the|la|las|les){SPACE}+)?\Z",
    re.IGNORECASE,
)
"""What leads to a note of the text itself, where nothing says above or below."""
# One pattern for each word: what begins with fixed letters is found several times as fast.
_NOTE = late_pattern(rf"ote(?:s| de bas de page)?{SPACE}\d")
_NOTA = late_pattern(r"nota(?:s? \d|s? al? pie|s? de pie)")
_ANNEX = late_pattern(rf"nnexe?s?{SPACE}[IVXLC\dA-H]")
_ANEXO = late_pattern(rf"nexos?{SPACE}[IVXLC\dA-H]")
_SECTION = late_pattern(rf"ec(?:tions?|ción|ciones){SPACE}[IVXLC\dA-H]")
_OTHER_NOTE = late_pattern(rf"(?:сноск\w+{SPACE}|脚注{SPACE}?|الحاشية{SPACE})\d")


_HEADED = late_pattern(
    rf"(?<!\w)(?P<word>(?:[Aa]rticle|[Cc]hapter|[Pp]rinciple|[Rr]ule|[Rr]egulation|[Gg]uideline|[Tt]arget|[Cc]hapitre"
    rf"|[Pp]rincipe|[Rr]ègle|[Aa]rtículo|[Cc]apítulo|[Pp]rincipio|[Rr]egla)s?){SPACE}"
    rf"{SEVERAL}(?P<figures>{_ONE}(?:{AND_TO}{_ONE})*)"
)
_HEAD_WORDS = re.compile(
    rf"(?:rticle|hapter|rinciple|ule|egulation|uideline|arget|hapitre|rincipe|ègle|rtículo|apítulo|rincipio|egla)s?{SPACE}[\dIVXLC]"
)
_OF_ANOTHER = late_pattern(
    rf"(?:,?{SPACE}+(?:(?:and|or){SPACE}+)?(?:sub-?)?(?:paragraph|párrafo|paragraphe)s?{SPACE}"
    rf"[\d()a-z]{{1,6}}(?:(?:{AND}|{SPACE}to{SPACE}|[–-])[\d()a-z]{{1,6}})*)?"
    rf"(?:,?{SPACE}+(?:of|thereof|therein|thereto|du|des?|del)(?!\w)|,?{SPACE}+d['’])"
    rf"(?!{SPACE}+(?:this|the present)(?!\w))"
)
_BETWEEN = re.compile(TO)
_ANOTHERS = late_pattern(rf"(?:(?<!\w)(?:its|their|whose|sus?|ses|leurs?)|['’]s){SPACE}+\Z")


class NamedPart(NamedTuple):
    """A footnote, a section, an annex or an article that a text names, or `paragraph` of a section or an annex.

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
    if ("ection" in text or "ecci" in text) and _SECTION.search(text):
        return True
    return may_name_heading(text) or may_name_another(text)


def may_name_heading(text: str) -> bool:
    """Whether a text may name a heading that has a typed number, an article; quick."""
    return _HEAD_WORDS.search(text) is not None


_MARKERS = ("сноск", "脚注", "الحاشية")


def named_parts(text: str) -> list[NamedPart]:
    """The footnotes, sections and annexes of the same text that a text names, in their order; those of others left out.

    One that says neither above nor below nor of which text counts only where the words before lead to a note of the
    text itself, or, of sections and annexes, where nothing that may be another document is named beside it.
    """
    if not may_name_part(text):
        return []
    return sorted(
        [*named_notes(text), *_sections_and_annexes(text), *named_headings(text)], key=lambda part: part.sign.start
    )


def is_range(text: str, first: Sign, last: Sign) -> bool:
    """Whether two figures that follow one another in a text are the ends of a range: "3 to 5"."""
    return _BETWEEN.fullmatch(text, first.end, last.start) is not None


def named_notes(text: str) -> Iterator[NamedPart]:
    """Those of them that are footnotes."""
    for match in _NOTES.finditer(text):
        own = match["own"] is not None or match["before"] is not None
        if own or (
            not _ELSEWHERE.match(text, match.end())
            and _NOTE_LEADS.search(text, max(0, match.start() - 40), match.start())
        ):
            for sign in _signs(match, FIGURE):
                yield NamedPart("note", sign, match.start() + len(match["before"] or ""), match.end())


def named_headings(text: str) -> Iterator[NamedPart]:
    """Those of them that are headings with a typed number: "Article 4" of what the text names is left out."""
    for match in _HEADED.finditer(text) if may_name_heading(text) else ():
        whose = _ANOTHERS.search(text, max(0, match.start() - 12), match.start())
        if whose is None and not _OF_ANOTHER.match(text, match.end()):
            sort = match["word"].casefold().removesuffix("s")
            for sign in _signs(match, _ONE):
                yield NamedPart(sort, sign, match.start(), match.end())


def _sections_and_annexes(text: str) -> Iterator[NamedPart]:
    other: bool | None = None
    for match, own in divisions(text):
        if not own:
            if _ELSEWHERE.match(text, match.end()):
                continue
            if other is None:
                other = INSTRUMENT.search(without_divisions(text)) is not None
            if other:
                continue
        at = paragraph_of(match)
        paragraph = Sign(*at, text[slice(*at)]) if at is not None else None
        for figure in figures(match):
            part: Sort = "section" if match["section"] else "annex"
            yield NamedPart(part, Sign(*figure), match.start(), match.end(), paragraph)


def _signs(match: re.Match[str], pattern: str) -> Iterator[Sign]:
    start = match.start("figures")
    for one in re.finditer(pattern, match["figures"]):
        said = "".join(str(unicodedata.decimal(letter, letter)) for letter in one[0])
        yield Sign(start + one.start(), start + one.end(), said)
