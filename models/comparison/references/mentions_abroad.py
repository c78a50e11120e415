"""All references to paragraphs of the same text, those among them that are written in Chinese or with an ordinal:
"上文第3段(b)", "the second preambular paragraph"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from models.draft.above_in_another import is_in_another_in_chinese
from models.draft.alphabets import CHINESE, ENCLOSED, value_in
from models.draft.beside import is_anothers
from models.draft.late_pattern import late_pattern
from models.draft.mentioned_items import LETTER
from models.draft.mentions import Item, Mention, Part, Sign, may_refer, mentions_in
from models.draft.number_words import ORDINAL, in_figures
from models.draft.operative_part import names_resolution
from models.draft.whose import Reach, Side, division_of, names_document, quoted, reach_of

_FIGURE = r"\d{1,4}(?![\d/]|[.,]\d)"
_LETTERED = rf"(?:\s?(?:[（(](?:{LETTER}|{CHINESE})[）)]|{ENCLOSED}))"
_LINK = r"\s?(?:[、和及与或至到–—-]|以及)\s?"
_ONE = rf"(?:第\s?)?(?:{_FIGURE}|{CHINESE}){_LETTERED}*"
_LETTERS = rf"{_LETTERED}+(?:{_LINK}{_LETTERED}+)*"
_CALLED = "(?:分段|小段|项(?!目))"
_ITEMS = rf"{_LETTERS}(?:{_CALLED}(?:{_LETTERS}{_CALLED}?)?)?"
_GROUP = rf"{_ONE}(?:{_LINK}(?:{_ONE}|{_LETTERED}+))*\s?段(?!之[二三四五])(?:{_ITEMS})?"
_PARAGRAPHS = rf"第(?P<list>\s?{_GROUP}(?:{_LINK}(?:{_GROUP}|{_ITEMS}))*)"
_COUNTED = r"年岁月日天人个名项条款万亿千百十九八七六五四三二一之半%％\d"
"""Of these there may be so many or more, “三分之二以上”."""
_CHINESE: tuple[tuple[re.Pattern[str], Reach], ...] = (
    (
        late_pattern(
            rf"(?:(?<![{_COUNTED}])以(?=[上下]第)|(?=[上下前后][文述面]))(?:(?P<above>[上前])|[下后])[文述面]?的?"
            rf"(?:{_PARAGRAPHS}|(?:第\s?)?(?P<letters>{_LETTERS})(?={_CALLED}))"
        ),
        "near",
    ),
    (late_pattern(rf"(?<![议定其该])(?<![议定]的)执行部分{_PARAGRAPHS}"), "near"),
    (late_pattern(rf"本(?:决议|决定)(?:草案)?(?:执行部分)?{_PARAGRAPHS}"), "present"),
)
"""Each says that the paragraphs are of the same text, the second where no other text is named beside them."""
_VERBS = ("按照", "根据", "依照", "依据", "遵照", "执行", "适用", "违反", "决定", "以及", "见", "如")
_LED = "".join(f"|(?<={word})" for word in _VERBS)
_BARE = late_pattern(rf"(?:(?<![^\s，；：。（(“]){_LED}){_PARAGRAPHS}")
"""Nothing says of which text it is, “按照第4段”; nor does “决定第1段所述”, which may be "decides"."""
_ANY_OTHER = late_pattern(
    r"(?<!本)决议|[号该其]决定|报告|公约|宪章|章程|条约|协定|协议|议定书|宣言|盟约|规约|附件|议程|《"
    r"|第\s?[\d一二三四五六七八九十]+[条章节款]|\d/\d"
)
_SIGN = late_pattern(
    rf"(?P<link>{_LINK})|[（(](?P<letter>{LETTER}|{CHINESE})[）)]|(?P<enclosed>{ENCLOSED})|(?P<number>{_FIGURE}|{CHINESE})"
)
_ONE_ORDINAL = late_pattern(rf"(?<!\w)(?:{ORDINAL})(?!\w)", re.IGNORECASE)
_WORDS = "段文述面"
_PART_OF_IT = ("特别是", "尤其是", "包括", "其中", "特别是其", "尤其是其")
"""Before a part of the resolution just named."""
_RANGES = frozenset(("to", "à", "a"))

_BETWEEN = (
    r"(?:\s*,\s*(?:(?:and|et|y)\s+)?|\s+(?:and|et|y|or|ou|o|to|à|a)\s+)(?:(?:the|les?|el|los|du|aux?|del|al)\s+)?"
)
_ORDINAL = late_pattern(
    rf"(?<!\w)(?:the|les?|el|los|du|aux?|del|al)\s+(?P<list>(?:{ORDINAL})(?:{_BETWEEN}(?:{ORDINAL}))*)\s+"
    r"(?:(?P<preambular>preambular\s+paragraphs?|alinéas?\s+du\s+préambule|párrafos?\s+del\s+preámbulo)"
    r"|operative\s+paragraphs?|paragraphes?\s+du\s+dispositif|párrafos?\s+de\s+la\s+parte\s+dispositiva)(?!\w)"
    r"(?!\s+(?:of|in|from|de|du|del)(?!\w)(?!\s+(?:the\s+present|this|la\s+présente|la\s+presente)(?!\w)))",
    re.IGNORECASE,
)


def followed_in(text: str) -> tuple[Mention, ...]:
    """The references of a text to its own paragraphs that follow their numbers, in their order."""
    if not may_refer(text):
        return ()
    found = mentions_in(text)
    chinese = _in_chinese(text) if any(word in text for word in _WORDS) else ()
    others = (*with_ordinals(text), *(one for one in chinese if one.reach != "bare"))
    return tuple(sorted((*found, *others), key=lambda one: one.start)) if others else found


def unsure_in_chinese(text: str) -> Iterator[Mention]:
    """Those to an operative part where another resolution is named that it may be of, "79/1号决议，执行部分第4段", and
    those of which nothing says of which text they are, where no other is named."""
    for one in _in_chinese(text) if "执行部分第" in text else ():
        if one.reach == "bare" and not text[: one.start].endswith(_PART_OF_IT):
            yield one
    for match in _BARE.finditer(text) if "第" in text and "段" in text and not _ANY_OTHER.search(text) else ():
        yield Mention("OP", tuple(_items(text, *match.span("list"))), "bare", *match.span())


def _in_chinese(text: str) -> Iterator[Mention]:
    """Those that are written in Chinese, "上文第3段(b)"."""
    for pattern, reach in _CHINESE:
        for match in pattern.finditer(text):
            said = match.groupdict()
            if "above" in said and is_in_another_in_chinese(text, match.start()):
                continue
            if "above" not in said and reach == "near":
                if is_anothers(text, *match.span()):
                    continue
                reach = "bare" if names_resolution(text) else reach
            items = tuple(_items(text, *match.span("list" if said["list"] else "letters")))
            side: Side = "" if "above" not in said else "above" if said["above"] else "below"
            part: Part = "item" if items[0].number is None else "OP"
            yield Mention(part, items, reach, match.start(), match.end(), "", side)


def _items(text: str, start: int, end: int) -> list[Item]:
    items: list[Item] = []
    ranges, beside = False, False
    for match in _SIGN.finditer(text, start, end):
        if match["link"]:
            ranges, beside = match["link"].strip() in "至到–—-", False
            continue
        if match["number"]:
            items.append(Item(Sign(*match.span("number"), _value(match["number"])), (), ranges))
            beside = True
            continue
        group = "enclosed" if match["enclosed"] else "letter"
        letter, glued = Sign(*match.span(group), match[group].lower()), group == "enclosed"
        if beside:
            items[-1] = items[-1]._replace(letters=(*items[-1].letters, letter), glued=glued)
        else:
            items.append(Item(None, (letter,), ranges, glued))
        beside = True
    return items


def _value(figure: str) -> str:
    chinese = value_in("chinese", figure)
    return str(chinese) if chinese else "".join(str(unicodedata.decimal(digit, digit)) for digit in figure.lower())


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
            yield Mention(part, tuple(_ordinals(text, *match.span("list"))), reach or "near", start, end, division)


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
