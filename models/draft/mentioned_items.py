"""The figures and letters of a reference: one, several or ranges of them, "4 bis (a) to (c), 5 and 7–9".

A list or range is taken whole. Where nobody can say how far it goes ("OP1 bis and ter", "OP3 and 4 States") it is torn.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from models.draft.alphabets import ARABIC, ENCLOSED
from models.draft.late_pattern import late_pattern
from models.draft.number_words import CARDINAL, in_figures
from models.draft.numbering import HYPHEN, SUFFIX_WORDS, apart, plain_suffix

SPACE = "[ \u00a0\u202f]"
_DOUBLES = "|".join(2 * letter for letter in "abcdefghijklmnopqrstuvwxyz")
LETTER = rf"(?:[ivxl]{{1,6}}|{_DOUBLES}|[a-zа-яё]|{ARABIC})"
_SUFFIX = rf"(?:{SUFFIX_WORDS})(?!\w)"
_BESIDE = rf"(?:{SPACE}?|{HYPHEN}){_SUFFIX}"
"""Behind a figure: "1 bis", "1bis", "1-бис"."""
_GOES_ON = (
    "above|below|supra|infra|and|or|as|of|in|on|by|to|for|from|with|under|at|into|is|are|was|were|be|been|being|shall"
    "|will|would|should|may|might|must|can|could|have|has|had|do|does|did|not|which|that|who|where|when|while|but|if"
    "|than|so|also|only|therein|thereof|hereof|ci-dessus|ci-dessous|ci-après|et|ou|de|du|des|dans|par|pour|sur|est|sont|qui|que"
    "|ne|y|o|del?|en|por|para|con|es|son|anterior(?:es)?|precedentes?|siguientes?|más"
)
WORD = (
    rf"(?:{CARDINAL})(?:{SPACE}{_SUFFIX})?(?![\w-])"
    rf"(?!{SPACE}(?!(?:{_GOES_ON}|through|thru|up|until|till|plus)\b)[^\W\d_])"
)
"""A number in words; "in each paragraph one issue" has none."""
_NUMBER = late_pattern(rf"(?P<number>\d{{1,4}}(?![\d/|]|[.,]\d)(?:{_BESIDE})?|{WORD})", re.IGNORECASE)
_IN_LIST = late_pattern(
    rf"(?P<number>\d{{1,4}}(?![\d|]|\.\d|/(?!(?:[OP]P)?\d{{1,2}}(?!\d))|,\d{{3}})(?:{_BESIDE})?|{WORD})",
    re.IGNORECASE,
)
"""The same among several: "OP1/2", "paragraphs 1,2 and 3"; yet no "60/123" and no "1,200"."""
_YEAR = late_pattern(r"19\d\d|20\d\d")
"""Behind a link no paragraph: "OP3 and 2030"."""
_BEHIND = rf"(?P<suffix>{SPACE}?(?i:{_SUFFIX}))?"
QUOTED = r"[’'‘]\d{1,2}[’'‘]"
"""What Arabic has for "(i)": "’1‘"."""
_AFTER_ARABIC = "(?<=[\u0621-\u064aـ]\\))"
_ITEM = late_pattern(
    rf"(?:{SPACE}*\((?P<inner>{LETTER})\)|{SPACE}(?P<half>{LETTER})\)"
    rf"|{_AFTER_ARABIC}{SPACE}?(?P<quoted>{QUOTED})){_BEHIND}"
)
_FIRST_ITEM = late_pattern(
    rf"(?:\((?P<inner>{LETTER})\)|(?P<half>{LETTER})\)|(?<=[\u0621-\u064a]{SPACE})(?P<quoted>{QUOTED})){_BEHIND}"
)
AND = "(?:and(?:/or)?|or|et(?:/ou)?|ou|y(?:/o)?|o|и(?:/или)?|или)"
AS_WELL_AS = "(?:as well as|ainsi que|así como|а также)"
ARABIC_AND = "(?:و|أو)"
RANGE = (
    rf"{SPACE}+(?:(?:up )?to|(?:through|thru)(?: to)?|until|till|à|au|al?|по|до|إلى){SPACE}+"
    rf"|{SPACE}*[-‐‑–—−]{SPACE}*"
)
"""Between the ends of a range."""
_GOES_WITH = (
    rf"(?:{RANGE}|{SPACE}*[&+/,;]{SPACE}*(?:(?:{AND}|{AS_WELL_AS}){SPACE}+)?"
    rf"|{SPACE}+(?:{AND}|{AS_WELL_AS}|plus){SPACE}+)"
)
_GLUED = late_pattern(rf"[a-z](?!\w)(?!{SPACE}(?i:{_SUFFIX})|(?i:{_GOES_WITH})[b-z](?![\w’']))")
"""As rooms write it behind a label, "OP5b"; of "OP5a-c", "OP5a and b" and "OP5b bis" the letters are
left alone. An "a" behind it is an article: "OP5b through a fund"."""
_LINK = late_pattern(
    rf"(?P<range>{RANGE})"
    rf"|{SPACE}*,{SPACE}*(?:(?:{AND}|{AS_WELL_AS}){SPACE}+)?|{SPACE}+(?:{AND}|{AS_WELL_AS}|plus){SPACE}+"
    rf"|{SPACE}*[&+/]{SPACE}*"
    # The Arabic "and" is written together with what follows.
    rf"|{SPACE}*،{SPACE}*(?:{ARABIC_AND}{SPACE}*)?|{SPACE}+{ARABIC_AND}{SPACE}*"
)
_ASIDE = late_pattern(rf"{SPACE}\((?:{AND}|{AS_WELL_AS}){SPACE}+(?=\d{{1,3}}(?:{_BESIDE})?\))", re.IGNORECASE)
"""Before one more that stands in a bracket: "paragraph 2 (and 4)"."""
_MORE = late_pattern(rf"\d{{1,2}}/\d{{1,2}}(?![\d/])|{_SUFFIX}", re.IGNORECASE)
"""What goes on with a list behind a link and is no figure."""
_NEAR_BY = late_pattern(
    rf"(?:{SPACE}+(?![OP]P)[^\W\d_]{{1,8}}|{SPACE}*[^\w\s()\[\]“”\"]{{1,3}}){SPACE}*"
    rf"\d{{1,3}}(?![\d/|%]|[.,]\d|{SPACE}*[^\W\d_])"
)
"""A figure of its own behind one word or sign that is no link: "OP1 vs 2"."""
_COUNTS = late_pattern(
    rf"{SPACE}+(?!(?i:{_GOES_ON})\b)(?:[^\W\d_a-zß-öø-ÿ]|\w+s\b|(?:[mb]illion|per cent|people|women|men|children)\b)"
)
"""A word that says what there are so many of, "paragraph 3 and 20 States"; a verb behind several has no "s"."""


_SAYS_WHERE = late_pattern(
    rf",?{SPACE}+(?:above|below|supra|infra|ci-dessus|ci-dessous|ci-après|выше|ниже)(?!\w)", re.IGNORECASE
)
"""Amid a list, "paragraphs 1 above and 3 below"."""


class Sign(NamedTuple):
    """A figure or letter of a reference: where it stands, in places, and what it says, "4 bis" or "a".

    It says the same where it stands in words, "four bis". A letter with a suffix holds its closing bracket: "(a) bis".
    """

    start: int
    end: int
    text: str


class Item(NamedTuple):
    """One paragraph of a reference: 4, 4 (a), or (b) after 4 (a); `ranges`: it is the end of a range from the last.

    The letters are those from the paragraph down, wherever they stand: "(i) of subparagraph (a) of paragraph 4".
    `glued`: the letter has no bracket, "OP5b".
    """

    number: Sign | None
    letters: tuple[Sign, ...]
    ranges: bool = False
    glued: bool = False

    @property
    def signs(self) -> tuple[Sign, ...]:
        """All that can be another figure; in the text the number may stand behind the letters."""
        return ((self.number,) if self.number else ()) + self.letters

    @property
    def in_order(self) -> bool:
        """Whether the number stands before the letters, where there is one."""
        return self.number is None or self.number == min(self.signs)

    @property
    def end(self) -> int:
        """Where the last sign ends, with its closing bracket."""
        last = max((end_of(letter) - self.glued for letter in self.letters), default=0)
        return max(last, self.number.end if self.number else 0)


def end_of(letter: Sign) -> int:
    """Where a letter ends, with its closing bracket."""
    return letter.end + (" " not in letter.text)


def in_round_brackets(letter: str) -> str:
    """A letter as it is printed: "(a)", "(a) bis"; "㈠" has its own."""
    if letter[:1] in f"{ENCLOSED[1:-1]}’'‘":
        return letter
    letter, space, suffix = letter.partition(" ")
    return f"({letter}){space}{suffix}"


class Named(NamedTuple):
    """The paragraphs that a reference names; `torn` where others may be named with them that were not understood, or,
    `near`, where some of them are said to be above and others elsewhere; `aside`: the last is in a bracket."""

    items: tuple[Item, ...]
    torn: bool = False
    near: bool = False
    aside: bool = False

    @property
    def end(self) -> int:
        """Where the last of them ends, with its bracket."""
        return self.items[-1].end + self.aside


def named_from(text: str, at: int, *, many: bool, label: bool, again: Callable[[int], int]) -> Named | None:
    """What is named from a place on; None where nothing is.

    `many`: a plural leads to it, `label`: OP or PP. `again` gives from a place that ends a link the place behind the
    same word where that is repeated there, "OP1 to OP3" or "OP1 and OP3", else the place itself.
    """
    items: list[Item] = []
    bracketed = 0
    ranges = apart = near = said = led = aside = opened = False
    while (item := _item(text, at, first=not items, loose=many or label, label=label)) is not None:
        if items and item.number is not None and items[0].number is None:
            break
        if ranges and items[-1].ranges:
            return Named(tuple(items), torn=True)
        items.append(item._replace(ranges=ranges))
        aside, opened = opened, False
        bracketed = len(items) if aside else bracketed
        near, where = near or said, None if aside else _SAYS_WHERE.match(text, item.end)
        said, link = where is not None, _LINK.match(text, where.end() if where is not None else item.end + aside)
        if link is None:
            link = None if aside or said else _ASIDE.match(text, item.end)
            if link is None:
                break
            opened = True
        ranges = not opened and link["range"] is not None
        apart = apart or any(letter.isalpha() or letter in ",،" for letter in link[0])
        at = again(link.end()) if ranges or (label and not said) else link.end()
        led = at > link.end()
    else:
        if items and _MORE.match(text, at):
            return Named(tuple(items), torn=True)
    if not items:
        return None
    several = sum(item.number is not None for item in items) > 1
    if several and apart and not many and not led and _COUNTS.match(text, items[-1].end):
        if bracketed and len(items) == bracketed + 1:
            return Named(tuple(items[:bracketed]), aside=True)
        # "Paragraph 3 and 20 States" names one; of "OP3 and 4 States", or behind a bracket, nobody knows.
        return Named(tuple(items), torn=True) if label or bracketed else Named(tuple(_first(items)))
    return Named(tuple(items), near or (label and _NEAR_BY.match(text, items[-1].end) is not None), near, aside)


def _first(items: list[Item]) -> list[Item]:
    """The first paragraph that is named by a number, with all of its letters."""
    end = next((at for at, item in enumerate(items) if at and item.number is not None), len(items))
    return items[:end]


def _item(text: str, at: int, *, first: bool, loose: bool, label: bool) -> Item | None:
    number = (_IN_LIST if loose else _NUMBER).match(text, at)
    letters: list[Sign] = []
    if number and not first and _YEAR.fullmatch(number["number"]):
        return None
    if number:
        at = number.end()
        if label and (glued := _GLUED.match(text, at)) is not None:
            return Item(_figure(number), (Sign(at, glued.end(), glued[0]),), glued=True)
    elif (found := _FIRST_ITEM.match(text, at)) is not None and (first or text[at] == "(" or not found["inner"]):
        letters.append(_letter(found))
        at = found.end()
    else:
        return None
    while (found := _ITEM.match(text, at)) is not None:
        letters.append(_letter(found))
        at = found.end()
    unbracketed = bool(letters) and not letters[-1].text[:1].isalpha()  # "’1‘"
    return Item(_figure(number) if number else None, tuple(letters), glued=unbracketed)


def _figure(number: re.Match[str]) -> Sign:
    figure, *suffix = apart(number["number"]).split()
    figure = "".join(str(unicodedata.decimal(letter, letter)) for letter in figure)
    said = in_figures(figure) or figure.lstrip("0") or "0"
    return Sign(number.start(), number.end(), " ".join((said, *suffix)))


def _letter(found: re.Match[str]) -> Sign:
    group = next(name for name in ("inner", "half", "quoted") if found[name])
    letter, suffix = found[group].lower(), found["suffix"]
    if suffix is None:
        return Sign(found.start(group), found.end(group), letter)
    return Sign(found.start(group), found.end(), f"{letter} {plain_suffix(suffix)}")
