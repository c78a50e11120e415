"""What begins as a number and only names a paragraph, as words within a sentence do: "(a) and (b) above", "OP2 was"."""

from __future__ import annotations

import re

from models.draft.late_pattern import late_pattern
from models.draft.mentioned_items import AND, Item, named_from
from models.draft.whose import present_end, side_of
from models.reading.openings import opening, words_begin

_HEAD = 160
_NUMBER = re.compile(r"\W*?(?:[OP]P[ \u00a0.]*)?(?=[\w(（])", re.IGNORECASE)
_OF_A_PART = late_pattern(
    r"\s+(?:of\s+(?:(?:the|this|its|that)\s+(?:(?:present|said|same)\s+)?)?|(?:de|du|des|del)\s+"
    r"(?:(?:la|las|los|les|le|el|cette|este|esta)\s+)?|(?:de\s+)?l[’']"
    r"|(?=[а-я])(?!(?:статья|пункты?|разделы?|приложение|резолюция|решение)\s))"
    r"(?:(?:art[ií]c(?:le|ulo)|para(?:s?\.|graph)|p[aá]rra|alin[ée]a|apartado|inciso|an(?:nex|exo)|secci[óo]n|section"
    r"|r[ée]solu|d[ée]cisi|стать|пункт|раздел|приложени|резолюци)\w*\s+(?:\d|[IVX]+\b)|[OP]P ?\d)"
    r"|\s+من\s+(?:ال)?(?:ماد|فقر|قرار)\w*\s+\d",
    re.IGNORECASE,
)
"""A part that is named by its figure: behind "(a) of resolutions" a paragraph may well go on."""
_OF_A_DATE = late_pattern(
    r",?\s+(?:of|du|de|от)\s+\d{1,2}(?:er)?\s+(?:de\s+)?[^\W\d_]+\s+(?:de\s+)?(?:19|20)\d\d(?!\d)"
)
"""Behind the session of a resolution, "1904 (XVIII) of 20 November 1963", whose number stands elsewhere."""
_AND_FIGURE = late_pattern(rf"\s+{AND}\s+\(?\d{{1,3}}\)")
_OF_CHINESE = late_pattern(r"\s*[和与及或至、—–-]\s*[（(]\w|(?:以[上下]|[上下]文)(?=所|\W|$)|[项段款](?![目落项])")
"""“以下措施” and “项目” are the first words of an item."""
_IN_ONE_WORD = late_pattern(r"[,\s]+(?:above|below)-\w", re.IGNORECASE)
_SAYS = late_pattern(
    rf"(?:{AND}|as|of|is|are|was|were|has|have|had|shall|will|would|should|may|might|must|can|could|does|did|therein"
    r"|thereof|hereof|above|below|est|sont|était|étaient|a|ont|peut|doit|de[ls]?|du|es|son|fue|fueron|será|debe"
    r"|был[аои]?|будет|является|следует)(?!\w)"
)
_GOES_ON = ";；:：,，،؛"
_ASIDE = late_pattern(r"(?:[\s\[]*\([^()\n]{1,40}\)[.:]?|\s*\[[^\[\]\n]{1,40}\][.:]?){1,3}")
_SAID = late_pattern(
    r"[\s–—-]*(?:agreed(?: ad ref(?:erendum|\.)?)?|(?:rev(?:ised)?|new|clean|consolidated|pending|option|version)"
    r"(?:[ .]{0,2}\d{1,2})?)(?![a-zà-ÿа-яё\d])[ .:–—-]*",
    re.IGNORECASE,
)
""" "OP4 agreed ad ref: Requests", "OP4 rev.1 Requests"."""
_WHO = r"[A-Z][\w’.-]{0,30}(?:[ ,/+&]{1,3}(?:and |et |y )?[A-Z][\w’.-]{0,30}){0,8}"
_SAID_BEFORE = late_pattern(
    rf"[\s\[]*(?:(?i:new|nouv(?:eau|el)|nuevo|новый|新|جديد|revised|agreed)[ \u00a0]*|\({_WHO}[^()\n]{{0,12}}\)[.:]?\s*"
    rf"|\[{_WHO}[^\[\]\n]{{0,12}}\][.:]?\s*|{_WHO} ?(?::| [–—-]) ?)(?=\[?(?:[OP]\.?P|[ОП]П|\d))"
)
"""What stands before a label in a text that goes round: "NEW OP3 bis", "EU: OP3 alt", "(Fiji, Kenya) 3."."""


def names_only(text: str, end: int) -> bool:
    """Whether a number that ends at a place of a text goes on as a reference: "(a) and (b)", "2 bis above"."""
    behind = text[end : end + _HEAD].lstrip(" \t\u00a0[]")
    if not behind or behind[0].isupper():
        return False
    number = _NUMBER.match(text)
    start = number.end() if number is not None else 0
    head = text[start : start + _HEAD].translate({ord("["): None, ord("]"): None})
    end = len(text[start:end].rstrip().translate({ord("["): None, ord("]"): None}))
    if any(pattern.match(head, end) for pattern in (_OF_A_PART, _OF_A_DATE, _AND_FIGURE)):
        return True
    if head[:1] in "（(" and _OF_CHINESE.match(head, end):
        return True
    named = named_from(head, 0, many=True, label=True, again=lambda at: at + 2 * head.startswith(("OP", "PP"), at))
    ends = {end} if named is None else {end, named.end}
    if any((side_of(head, at) and not _IN_ONE_WORD.match(head, at)) or present_end(head, at) for at in ends):
        return True
    return named is not None and _several(named.items)


def _several(items: tuple[Item, ...]) -> bool:
    """Whether several are named, of one sort: "(a) – 15 per cent" is one."""
    first, *rest = items
    return any((one.number is None) == (first.number is None) for one in rest)


def tells_of_it(words: str) -> bool:
    """Whether words behind a number only go on with a sentence that names it: "and others", "was deleted"."""
    return _SAYS.match(words.lstrip()) is not None


def behind_aside(words: str) -> str:
    """Words behind a label without what is said of it in brackets: "(new) (Fiji): Requests"."""
    aside = _ASIDE.match(words)
    return words[aside.end() :] if aside is not None else words


def behind_what_is_said(words: str) -> str:
    """Words behind a label without what is said of its paragraph there, in brackets or not: "(Fiji) rev.1: Urges"."""
    words = behind_aside(words)
    said = _SAID.match(words)
    return words[said.end() :] if said is not None else words


def said_before(text: str) -> int:
    """Where the label, or number, behind what is said of its paragraph begins: "NEW OP3 bis", "EU: 3."; else 0."""
    said = _SAID_BEFORE.match(text)
    return said.end() if said is not None else 0


def begins_behind_label(words: str, *, dotted: bool) -> bool:
    """Whether words behind "OP2" begin a paragraph, and do not tell of that one, as "was deleted" does.

    They have a capital or open as a paragraph, or end as one where no letter is a capital; behind "OP2." any do.
    """
    words = behind_aside(words)
    begin = words[words_begin(words) :].lstrip(" (]")
    first = begin[:1]
    if dotted or not first.isalpha() or first.isupper() or opening(begin) is not None:
        return True
    if opening(behind_what_is_said(words)) is not None:
        return True
    return first.upper() == first.lower() and words.rstrip()[-1] in _GOES_ON
