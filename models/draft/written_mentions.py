"""References as they are written, with all their parts: "OP4", "subparagraph (b) of paragraph 4", "пункт 3 b)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.draft.late_pattern import late_pattern
from models.draft.mentioned_items import LETTER, QUOTED, SPACE, WORD, Item, Named, named_from
from models.draft.whose import names_document

_HEAD = late_pattern(
    rf"(?<![^\W\u2e80-\u9fff])(?:(?:(?P<of_part>operative|(?P<preambular>preambular)){SPACE}+)?"
    rf"(?:(?:sub-?|sous-)?(?:paragraph|paragraphe|párrafo)(?P<many>s)?"
    rf"|(?:sub-?)?para(?P<paras>s)?(?:\.|(?P<undotted>(?={SPACE})))"
    rf"|(?P<short>par\.|párrs?\.|(?<!\bт\.)(?<!\bт\.{SPACE})пп?\.)"
    rf"|(?:sous-)?(?:alinéa|apartado|inciso)(?P<lists>s)?"
    rf"|(?:sub-?|sous-)?(?:item|point|clause|lettre|letra|literal)(?P<points>e?s)?(?={SPACE}\(?{LETTER}\))"
    rf"|(?P<point>point|punto|clause|cláusula)(?P<pointed>e?s)?(?={SPACE}\d)"
    rf"|(?-i:(?P<label>OP|PP|op(?=\s?\d)))(?P<labels>s)?"
    rf"|و?(?:[بكف]?ال|لل)فقر(?:ة|(?P<arabic>ات|تين|تان))(?:{SPACE}الفرعي(?:ة|تين|تان|ات))?(?:{SPACE}من(?={SPACE}\d))?"
    rf"|(?P<russian>(?:под)?пункт)(?:а|у|е|ом|(?P<russians>ы|ов|ам|ами|ах))?(?:{SPACE}с(?={SPACE}\d{{1,3}}{SPACE}по{SPACE}\d))?){SPACE}?"
    rf"(?:(?:nos?\.|n[°º]s?|núms?\.|№){SPACE}?(?=\d))?(?=[\d(]|(?<={SPACE})(?:{LETTER}\)|{QUOTED}|{WORD}))"
    # "The reports under (a) and (b) above": a letter alone, which says where it stands.
    rf"|(?P<alone>in|of|under|from|by|to|with|see|that){SPACE}"
    rf"(?=\(?{LETTER}\)[^.;:]{{0,40}}{SPACE}(?:above|below)))",
    re.IGNORECASE,
)
_PLURALS = ("many", "paras", "lists", "points", "pointed", "labels", "arabic", "russians", "alone", "short")
_OWNED = late_pattern(
    rf"{SPACE}+(?:(?:(?:of|in|du|del?)(?:{SPACE}+(?:the|la|el))?|من){SPACE}+|de{SPACE}+l[’'])", re.IGNORECASE
)
"""Between letters and what they are items of: "subparagraph (b) of paragraph 4"; Russian has no word for it."""
_OF_ITS_OWN = late_pattern(rf"{SPACE}+of (?:the present|this) paragraph(?!\w)", re.IGNORECASE)
"""Behind letters that are items of the paragraph itself, whatever is named before them."""
_BLANK = late_pattern(f"{SPACE}+")
_HAS = late_pattern(rf"{SPACE}*[,،]?{SPACE}+(?:(?:in|dans|en){SPACE}+(?:(?:the|l[’']|el){SPACE}*)?)?", re.IGNORECASE)
"""The same where that stands first: "paragraph 4, subparagraph (b), above"."""
_BEGINS = late_pattern(r"[\s.:)\]]*(?:\Z|[.:)]|[\[“(]*[^\W\d_a-zß-ÿ])")

_TITLED = late_pattern(rf"(?<=[\d)]){SPACE}?\((?=[^\W\d_a-zß-öø-ÿ]|[^()]{{3,20}}\){SPACE}(?:above|below))")
_TITLE = late_pattern(
    rf"{SPACE}?\((?![^()]*(?:\d|[^\W\d_a-zß-öø-ÿ]{{2}}|Group|Union|League|Delegation|Chair|Facilitator|States?\b))"
    rf"[^\W\d_a-zß-öø-ÿ][\w’'-]+(?:,?{SPACE}[^\W\d_][\w’'-]*){{0,9}}\)"
)
"""Behind a reference in words what its paragraph is about, "paragraph 2 (Safeguards)", or of whom nobody speaks so: who
means a delegation's proposal writes "OP2 (Kenya)"."""

_OF_IT = late_pattern(
    rf"{SPACE}?\((?:option|alternative|alt\.?|variant|(?:first|second|third|last|final){SPACE}(?:sentence|part)|chapeau)"
    rf"(?:{SPACE}[\dA-Z])?\)(?={SPACE}(?:above|below)(?!\w))"
)
"""What of a paragraph is meant: "paragraph 4 (option 1) above"."""

_IN_ENGLISH = late_pattern(
    r"(?<!\w)(?:in|of|to|by|on|with|under|from|see|the|and|or|operative|preambular|per)\s+\Z", re.IGNORECASE
)
_OF_NOTHING = late_pattern(
    r"\s*(?:\Z|[,;.:!?)\]](?!\d)|(?:и|или|либо|а|но|and|or|in|by|to|with|on)\s"
    r"|\s+[а-яё]+(?:ть|ться)(?!\w)|\s+в\s+(?:(?:полном|целом)(?!\w)|20\d\d\sгод)|\s+(?:этой\s+резолюции|этого\s+решения)(?!\w))"
)


class Written(NamedTuple):
    """A reference as it is written: the words that lead to its figures, what they name, and where it stands."""

    head: re.Match[str]
    named: Named
    start: int
    end: int

    @property
    def items(self) -> tuple[Item, ...]:
        return self.named.items

    @property
    def preambular(self) -> bool:
        return bool(self.head["preambular"]) or self.head["label"] == "PP"

    @property
    def counts(self) -> bool:
        """Whether it is one of which it must be said that it is of this text: no other reads so by itself."""
        return any(self.head[name] is not None for name in ("alone", "undotted", "russian", "short", "point"))

    def may_count(self, text: str) -> bool:
        """Whether it may be read so where nothing is said: "as in para 2", of which Spanish makes no "for 2", and
        "пункт 2" where no word behind it says of what it is."""
        if self.head["undotted"] is not None and not _IN_ENGLISH.search(text, max(0, self.start - 20), self.start):
            return False
        if self.head["short"] is not None or self.head["point"] is not None:
            return False  # "п. 2" most often cites another text, and "point 2" is one of anything
        return self.head["alone"] is None and self.is_of_nothing(text)

    def is_of_nothing(self, text: str) -> bool:
        """Whether no word behind it says of what it is."""
        return _OF_NOTHING.match(text, self.end) is not None


def written_in(text: str) -> list[Written]:
    """All references of a text in their order; one that says whose items another names is one with it."""
    return _joined(text, list(_written(text)))


def without_titles(text: str) -> str:
    """A text as long, without what says behind a reference in words what its paragraph is about."""
    if not _TITLED.search(text):
        return text
    for one in written_in(text):
        if one.head["label"]:
            continue
        part, title = _OF_IT.match(text, one.end), _TITLE.match(text, one.end)
        title = part or (None if title is None or names_document(title[0]) else title)
        if title is not None:
            text = text[: one.end] + " " * len(title[0]) + text[title.end() :]
    return text


def _joined(text: str, written: Sequence[Written]) -> list[Written]:
    """References of which one says whose items the other names are one: "subparagraph (b) of paragraph 4"."""
    found: list[Written] = []
    for one in reversed(written):
        both = _as_one(text, one, found[-1]) if found else None
        if both is not None:
            found[-1] = both
        else:
            found.append(one)
    return found[::-1]


def _as_one(text: str, one: Written, other: Written) -> Written | None:
    """Two references as one; None where they are two."""
    first, last = other.items[0], one.items[-1]
    torn, near = one.named.torn or other.named.torn, one.named.near or other.named.near
    owned = _OWNED if other.head["russian"] is None else _BLANK
    if one.items[0].number is None and owned.fullmatch(text, one.end, other.start):
        letters = one.items[0]._replace(number=first.number, letters=first.letters + one.items[0].letters)
        # Of "subparagraph (b) of paragraphs 3 and 4" each has its own, by one letter.
        alone = len(other.items) == 1
        items = (letters, *one.items[1:]) if alone else other.items
        return Written(other.head, Named(items, torn or not alone, near), one.start, other.end)
    has = last.number and not first.number and not other.head["alone"] and _HAS.fullmatch(text, one.end, other.start)
    if has and not _OF_ITS_OWN.match(text, other.end):
        items = (*one.items[:-1], last._replace(letters=last.letters + first.letters), *other.items[1:])
        return Written(one.head, Named(items, torn, near), one.start, other.end)
    return None


def _written(text: str) -> Iterator[Written]:
    end = 0
    for head in _HEAD.finditer(text):
        if head.start() < end:
            continue  # named by a range already, "paragraph 1 to paragraph 3"
        many = any(head[name] for name in _PLURALS)

        def again(at: int, head: re.Match[str] = head) -> int:
            word = _HEAD.match(text, at)
            return word.end() if word and _is_alike(head, word) else at

        named = named_from(text, head.end(), many=many, label=bool(head["label"]), again=again)
        if named is None or (len(named.items) == 1 and head["label"] and _is_own_label(text, head, named)):
            continue
        end = named.end
        if head["point"]:
            named = named._replace(torn=True)  # it may be of a list in the words: nobody's to change
        yield Written(head, named, named.items[0].signs[0].start - 1 if head["alone"] else head.start(), end)


def _is_alike(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two words lead to paragraphs of one sort."""
    return one["label"] == other["label"] and one["preambular"] == other["preambular"] and not other["alone"]


def _is_own_label(text: str, head: re.Match[str], named: Named) -> bool:
    """Whether it is the label of the paragraph itself, before its words."""
    return not text[: head.start()].strip(" \u00a0[](*") and _BEGINS.match(text, named.end) is not None
