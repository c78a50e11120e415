"""References to paragraphs of the same text that are written in Russian, Chinese and Arabic, or with an ordinal:
"пунктами 1 и 2 выше", "the second preambular paragraph"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from models.draft.alphabets import CHINESE, value_in
from models.draft.beside import is_anothers
from models.draft.late_pattern import late_pattern
from models.draft.mentions import Item, Mention, Part, Sign, may_refer, mentions_in
from models.draft.number_words import ORDINAL, in_figures
from models.draft.whose import Reach, division_of, names_document, quoted, reach_of

_FIGURE = r"\d{1,4}(?![\d/]|[.,]\d)"
_RUSSIAN = rf"(?<!\w)пункт\w{{0,3}}\s(?P<list>{_FIGURE}(?:\s*(?:[–—-]|(?:,|,?\s(?:и|или|по|до)\s))\s*{_FIGURE})*)\s"
_NUMERAL = rf"(?:{_FIGURE}|{CHINESE})"
_CHINESE = rf"第\s?(?P<list>{_NUMERAL}(?:\s?段?\s?(?:[、和及与至到–—-]|以及)\s?第?\s?{_NUMERAL})*)\s?段"
_ARABIC = (
    r"(?<!\w)\w{0,3}فقر(?:ة|تين|تان|ات)\s(?:من\s)?"
    rf"(?P<list>{_FIGURE}(?:\s?(?:[،–—-]|إلى\s|أو\s|و\s?)\s?{_FIGURE})*)\s"
)
_HERE: tuple[tuple[re.Pattern[str], Reach], ...] = (
    (late_pattern(rf"{_RUSSIAN}(?:выше|ниже)(?!\w)"), "near"),
    (late_pattern(rf"{_RUSSIAN}постановляющей\sчасти(?!\s(?:\w+\s)?(?:резолюц|решени))"), "near"),
    (late_pattern(rf"{_RUSSIAN}(?:постановляющей\sчасти\s)?настоящ\w+\s(?:резолюци\w+|решени\w+)"), "present"),
    (late_pattern(rf"[上下]文{_CHINESE}"), "near"),
    (late_pattern(rf"(?<![议定其该])(?<![议定]的)执行部分{_CHINESE}"), "near"),
    (late_pattern(rf"本(?:决议|决定)(?:草案)?(?:执行部分)?{_CHINESE}"), "present"),
    (late_pattern(rf"{_ARABIC}(?:أعلاه|أدناه)"), "near"),
    (late_pattern(rf"{_ARABIC}من\s(?:منطوق\s)?هذا\s(?:القرار|المقرر)"), "present"),
)
"""Each says that the paragraphs are of the same text."""
_OF_PART = (_HERE[1][0], _HERE[4][0])
"""And two say so where no other text is named beside them."""
_ONE = late_pattern(_NUMERAL)
_ONE_ORDINAL = late_pattern(rf"(?<!\w)(?:{ORDINAL})(?!\w)", re.IGNORECASE)
_RANGES = frozenset("–—-至到") | {"по", "до", "إلى", "to", "à", "a"}
MARKERS = ("пункт", "段", "فقر")
"""One of them stands in every such reference."""

_LINK = r"(?:\s*,\s*(?:(?:and|et|y)\s+)?|\s+(?:and|et|y|or|ou|o|to|à|a)\s+)(?:(?:the|les?|el|los|du|aux?|del|al)\s+)?"
_ORDINAL = late_pattern(
    rf"(?<!\w)(?:the|les?|el|los|du|aux?|del|al)\s+(?P<list>(?:{ORDINAL})(?:{_LINK}(?:{ORDINAL}))*)\s+"
    r"(?:(?P<preambular>preambular\s+paragraphs?|alinéas?\s+du\s+préambule|párrafos?\s+del\s+preámbulo)"
    r"|operative\s+paragraphs?|paragraphes?\s+du\s+dispositif|párrafos?\s+de\s+la\s+parte\s+dispositiva)(?!\w)"
    r"(?!\s+(?:of|in|from|de|du|del)(?!\w)(?!\s+(?:the\s+present|this|la\s+présente|la\s+presente)(?!\w)))",
    re.IGNORECASE,
)


def abroad(text: str) -> Iterator[Mention]:
    """The references of a text that say that they are of the same text."""
    if not text.isascii():
        for pattern, reach in _HERE:
            for match in pattern.finditer(text):
                if pattern in _OF_PART and is_anothers(text, *match.span()):
                    continue
                yield Mention("OP", _items(text, *match.span("list")), reach, match.start(), match.end())
    yield from with_ordinals(text)


def _items(text: str, start: int, end: int) -> tuple[Item, ...]:
    items: list[Item] = []
    at = start
    for match in _ONE.finditer(text, start, end):
        between = text[at : match.start()].strip("第 \u00a0")
        items.append(Item(Sign(match.start(), match.end(), _value(match[0])), (), bool(items) and between in _RANGES))
        at = match.end()
    return tuple(items)


def _value(figure: str) -> str:
    chinese = value_in("chinese", figure)
    return str(chinese) if chinese else "".join(str(unicodedata.decimal(digit)) for digit in figure)


def with_ordinals(text: str) -> Iterator[Mention]:
    """ "The second preambular paragraph", where no other document is named that it may be of."""
    found = list(_ORDINAL.finditer(text))
    if not found or names_document(text):
        return
    in_quotes = quoted(text)
    for match in found:
        if not any(start <= match.start() < end for start, end in in_quotes):
            part: Part = "PP" if match["preambular"] else "OP"
            start, end = match.span()
            reach = _said_behind(text, start, end)
            if reach is None and is_anothers(text, start, end):
                continue
            division = division_of(text, end) if reach in ("annex", "section") else ""
            yield Mention(
                part, tuple(_ordinals(text, *match.span("list"))), reach or "near", start, end, None, division
            )


def followed_in(text: str) -> tuple[Mention, ...]:
    """The references of a text to its own paragraphs that follow their numbers, in their order."""
    if not may_refer(text):
        return ()
    found = mentions_in(text)
    ordered = tuple(with_ordinals(text))
    return tuple(sorted((*found, *ordered), key=lambda one: one.start)) if ordered else found


def is_of_part_alone(text: str, mention: Mention) -> bool:
    """Whether only the part of a resolution says of which text a reference is, "the second operative paragraph"."""
    return _ORDINAL.match(text, mention.start) is not None and _said_behind(text, mention.start, mention.end) is None


def _said_behind(text: str, start: int, end: int) -> Reach | None:
    """How far a reference goes by what stands behind it; None where nothing does."""
    return reach_of(text, start, end, start, label=False, of_part=True)


def _ordinals(text: str, start: int, end: int) -> Iterator[Item]:
    at = start
    for word in _ONE_ORDINAL.finditer(text, start, end):
        ranges = at > start and text[at : word.start()].split()[0] in _RANGES
        yield Item(Sign(*word.span(), in_figures(word[0]) or ""), (), ranges)
        at = word.end()
