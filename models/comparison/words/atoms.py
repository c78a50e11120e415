"""What no reader wants cut: words, numbers, dates, symbols of documents, numbers of resolutions, addresses.

Letters, accents and Chinese characters are told apart by the properties of Unicode that the library regex knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import cast

from models.awaited import ask
from models.comparison.words.tokens import Chunks, OtherSpacing, Tokens, taken_apart
from models.reading.openings import rows

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    "|كانون الثاني(?:/يناير)?|شباط(?:/فبراير)?|آذار(?:/مارس)?|نيسان(?:/أبريل)?|أيار(?:/مايو)?|حزيران(?:/يوني[هو])?"
    "|تموز(?:/يولي[هو])?|آب(?:/أغسطس)?|أيلول(?:/سبتمبر)?|تشرين الأول(?:/أكتوبر)?|تشرين الثاني(?:/نوفمبر)?"
    "|كانون الأول(?:/ديسمبر)?"
    "|يناير|فبراير|مارس|أبريل|مايو|يونيه|يونيو|يوليه|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
    "|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_DAY = r"\d{1,2}(?:er|st|nd|rd|th)?"
_DATE = (
    # 22-23 September 2024; 20th of July; July 20, 2024.
    rf"{_DAY}(?:[-–]{_DAY})?\s+(?:de\s+|of\s+)?(?:{_MONTHS})(?:,?\s+(?:de\s+)?\d{{4}})?(?!\w)(?:\s+года(?!\w))?"
    # May 2024, May 3; 2024-05-03T10:00Z.
    rf"|(?:{_MONTHS})\s+(?:(?:\d{{1,2}}(?:[-–]\d{{1,2}})?,\s+)?(?:de\s+)?\d{{4}}(?!\w)|{_DAY}(?![\w/(]|[-–.,:/]\w))"
    r"|\d\d{3}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[-+−]\d\d:?\d\d)?(?!\w)"
    r"|(?:\d+[-–—～])?\d+\s?年(?:\s?\d+\s?月(?:\s?\d+(?:[-–—～]\d+)?\s?日)?)?|\d+\s?月\s?\d+(?:[-–—～]\d+)?\s?日"
)
_ROMAN = r"\((?:S-|ES-)?[IVXL]+\)"
_RESOLUTION = (
    # 57/270 B; 217 A (III), 3379 (XXX); 1325 (2000), S/RES/1325(2000).
    rf"\d{{1,4}}/\d{{1,3}}\s[A-Z](?![\w/])|\d{{1,4}}(?:\s[A-Z])?\s{_ROMAN}|(?:S/RES/)?\d{{1,4}}\s?\((?:19|20)\d\d\)"
)
# 2 500; 1 500.50; 1 500万美元.
_SPACED = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\da-zA-Z_/])(?:[.,]\d+(?!\w))?"
# 10 a.m., 10:30:15, 10 h 30; UTC+02:00.
_CLOCK = (
    r"\d{1,2}(?:[:.]\d\d)?\s[ap]\.m\.(?!\w)"
    r"|\d{1,2}(?:[:.h]|\sh\s)\d\d(?::\d\d)?(?![\w/.,:]\w|\w)"
    r"|[UG](?:TC|MT)[-+−–±]\d{1,2}(?::\d\d)?(?![\w/]|[.,:]\w)"
)
_RATIO = r"\d{1,3}:\d{1,3}(?:,\d{3})*(?::\d{1,3}){0,4}(?![\w/]|[.,:]\w)"
_MAIL = r"\w[\w.+'’-]{0,63}@\w[\w-]*(?:\.\w[\w-]*)+"
_PART = r"\((?:[a-z]|[ivxl]+|\d{1,3})\)"
# (a)(i), (a)–(c).
_SIGNS = rf"{_PART}(?:[-–]?{_PART})*"
_MONEY = r"[$€£¥\u20a0-\u20cf]"
_FREE = r"(?<![^\s(\[“\"])"
_SIGN = (
    rf"(?:(?:§§?|[№#٪]|n[°º])(?=\d)|{_FREE}(?:[@#](?=\w)|['’](?=\d\ds))"
    rf"|{_FREE}(?:[<>≤≥≈~]=?(?=[-−+±]?{_MONEY}?\.?\d))?(?:[-−–+±](?={_MONEY}?\.?\d))?(?:\.(?=\d))?)?"
)
_SHORTENED = r"(?:[^\W\d_]\.-?){2,16}(?!\w)"
_ITEM = r"(?:[a-zа-я]|[ivxl]+)\)"
# 5 a) ii), 5 a)-c), as in French, Spanish and Russian.
_ITEMS = rf"(?<=[\d)]\s){_ITEM}(?:[-–]{_ITEM})?"
_TITLE = r"(?:Mrs?|Ms|Mmes?|Dr|Prof|Sra?)\.(?!\w)"
_DEGREES = r"°[A-Z]?(?!\w)"
_MINUTES = r"\d{1,2}(?:[.,]\d+)?"
# 3°31′45″N, 3° 31' N, 45° N.
_COORDINATE = (
    rf"\d\d{{0,2}}(?:[.,]\d+)?°(?:\s?{_MINUTES}['′’](?:\s?{_MINUTES}(?:[″\"”]|''|′′|’’))?)?(?:\s?[NSEWO])?(?![\w°])"
)
_ADDRESS = r"[hd](?:ttps?://|oi:)(?:[^\s<>“”\"()\[\]]|\([^\s()]*\))*(?:[\w/]|\([^\s()]*\))"


def _atom(letters: str, others: str) -> str:
    """The pattern of an atom, by the pattern of what is written without a break in a word.

    Points and apostrophes within it, and hyphens, slashes and full stops between two of it, cut nothing: "1,000",
    "A/C.2/80/L.5", "R&D", "States’", "resolution(s)", "6(2)(b)", "10^-6"; nor does a sign before or behind
    it: "−5", "5%", "1.5°C", "a.m.". `others` are atoms of other scripts.
    """
    joined = (
        rf"{letters}(?:(?:(?<=\d)[.,٫٬](?=\d)|(?<=[^\W\d_])['’.](?=[^\W\d_])){letters})*"
        rf"(?:\(e?s\)|\(\w{{1,8}}\)(?=/)|(?<=[\dIVX]){_SIGNS})?"
        rf"(?:(?<=\d)(?:[%‰٪％]|{_MONEY}|°[A-Z]?(?!\w)|[′″](?!\w)))?"
    )
    sign = rf"{_SIGN}(?:[A-Z]{{1,3}}(?={_MONEY}))?{_MONEY}?"
    links = (
        rf"(?=[^\s,;)])(?:[-/.–‐‑’'·&]|(?<=\w)(?:-/|\+)|(?<=\d)(?:[—～×．]|--|\^[-−]?)(?=\d)"
        rf"|[-–—](?={_MONEY}\d){_MONEY})"
    )
    linked = rf"{sign}(?:\([^\W\d_]{{2,8}}-?\)(?=[^\W\d_]))?{joined}(?:{links}{joined})*"
    clock = rf"{_CLOCK}|{_RATIO}"
    figures = rf"{_DATE}|{_COORDINATE}|{_RESOLUTION}|{_ADDRESS}|{_MAIL}|{sign}{_SPACED}|{clock}|{_SIGNS}|{_SHORTENED}"
    return rf"(\n|{figures}|{_TITLE}|{_ITEMS}|{_DEGREES}|{others}{linked}|_+|[^\s\u200b\u2060\ufeff])"


_PLAIN_ATOM = re.compile(_atom(r"[^\W_]+", ""))
_BEYOND_LATIN = re.compile("[^\x00-\xac\xae-\u02ff\u2010-\u206f]")
"""Letters and signs in a text that may be of another script: not those that texts in Latin letters are full of."""
_CHINESE_WORDS = ("发展中", "发达")
"""What countries are called by: cut, one is told as a stretch of the other."""


@cache
def _other_scripts() -> re.Pattern[str]:
    import regex  # seven milliseconds that no comparison of texts in Latin letters has to wait for

    return cast("re.Pattern[str]", regex.compile(r"[\p{M}\p{Han}\p{Hiragana}\p{Katakana}\u00ad\u200c\u200d]"))


@cache
def _atoms() -> re.Pattern[str]:
    """The pattern of an atom in any script.

    Letters keep their accents and points. A Chinese character is a word of its own, but not within a number or a verb
    of the lists.
    """
    import regex

    return cast(
        "re.Pattern[str]",
        regex.compile(
            _atom(
                r"(?:(?![\p{Han}\p{Hiragana}\p{Katakana}])[\p{L}\p{N}][\p{M}\u00ad\u200c\u200d]*)+",
                r"[〇零一二三四五六七八九]{4}年(?:[一二三四五六七八九十]+月(?:[一二三四五六七八九十]+日)?)?"
                r"|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
                r"|第?[〇零一二三四五六七八九十百千万亿]{2,}|第[一二三四五六七八九十]"
                rf"|{'|'.join((*_chinese_verbs(), *_CHINESE_WORDS))}"
                r"|[\p{Katakana}ー]+|[\p{Han}\p{Hiragana}]\p{M}*|\p{M}+|",
            )
        ),
    )


def _chinese_verbs() -> list[str]:
    """The verbs of several characters; of one with more before it, "strongly condemns", the verb alone."""
    verbs = {verb for language, verb in rows("operative") if language == "zh" and len(verb) > 1}
    return sorted(verb for verb in verbs if not any(verb.endswith(other) for other in verbs - {verb}))


def atoms(text: str) -> Tokens:
    """The parts of a text that a reader never wants cut, without losing a character."""
    ask()
    if not text.isascii() and _BEYOND_LATIN.search(text) is not None and _other_scripts().search(text) is not None:
        return taken_apart(_atoms(), text)
    try:
        return Tokens(_by_chunks(text.split(" ")))
    except OtherSpacing:
        return taken_apart(_PLAIN_ATOM, text)


_FIGURE = re.compile(r"\d")
_REACH = 3
"""So many stretches between two spaces an atom with a space in it goes beyond its figures: "de enero de", "A (III)"."""


def _chunk(chunk: str) -> tuple[str, ...]:
    """A space, and the pieces of what stands behind it; nothing where a figure may go on beyond it."""
    return () if _FIGURE.search(chunk) else _spaced(chunk)


def _spaced(text: str) -> tuple[str, ...]:
    pieces = _PLAIN_ATOM.split(text)
    if len(pieces) == 1 or pieces[0] or pieces[-1]:
        raise OtherSpacing
    return " ", *pieces[1:-1]


_chunks = Chunks(_chunk)


def _by_chunks(chunks: list[str]) -> list[str]:
    """The pieces of a text by what stands between its spaces, and around its figures as one."""
    known = [_chunks[chunk] for chunk in chunks]
    found: list[str] = []
    done = 0
    for first, last in _around([at for at, pieces in enumerate(known) if not pieces]):
        ask()
        found += chain.from_iterable(known[done : max(first, done)])
        found += _spaced(" ".join(chunks[max(first, done) : last]))
        done = min(last, len(chunks))
    found += chain.from_iterable(known[done:])
    return ["", *found[1:], ""]


def _around(figures: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The stretches within reach of figures, from the first to behind the last, those that touch as one."""
    first, last = 0, -1
    for at in figures:
        if last >= 0 and at - _REACH > last:
            yield max(first, 0), last
            first = at - _REACH
        elif last < 0:
            first = at - _REACH
        last = at + _REACH + 1
    if last >= 0:
        yield max(first, 0), last
