"""Numbers that stand in the text: "1.", "3 bis.", "(a)", "ii)", "OP5 bis", "II Capacity-building", "（一）", "أ -"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from models.draft.alphabets import ARABIC, CHINESE, ENCLOSED, value_in
from models.draft.end_marks import SIGNS
from models.draft.late_pattern import late_pattern
from models.draft.mentioned_items import LETTER
from models.draft.numbering import HYPHEN, SUFFIX_WORDS, from_letters, from_roman, plain_suffix
from models.draft.ordinals import ARABIC_ADVERB
from models.draft.unseen_signs import UNSEEN_SIGNS
from models.reading.cyrillic_labels import with_latin_labels
from models.reading.labels_in_words import number_in_words
from models.reading.named_only import begins_behind_label, behind_aside, names_only, said_before, tells_of_it
from models.reading.openings import opening

_HEAD = 60  # signs in which a number stands
_GAP = r"[ \t\u00a0\u202f]"
_SUFFIX = rf"(?:(?:{SUFFIX_WORDS})(?:{_GAP}*\d+)?)"
_SUFFIXES = rf"(?:(?:{_GAP}*|(?<=\d){HYPHEN}){_SUFFIX}(?!\w))*"
_JOINED = (
    rf"(?:(?:{_GAP}|[./-])*(?:\((?:{_SUFFIX}|(?:{SUFFIX_WORDS})\.?{_GAP}?\d+)\)"
    rf"|(?:{SUFFIX_WORDS})\.\d+\b|{_SUFFIX}(?!\w)))*"
)
"""Behind a label or a bracketed letter a suffix is written in more ways: "OP5.bis", "OP5-bis", "OP5 (bis)", "alt.1",
"(alt. 1)"."""
_BEFORE = rf"[\s\[{UNSEEN_SIGNS}]*"
_LEAD = rf"^(?P<lead>{_BEFORE})"
_PLACE = rf"(?P<value>(?P<one>[a-z])(?P=one)?|[ivxlc]{{1,6}}|\d{{1,3}}|[а-я]|{ARABIC}|{CHINESE})"  # a, aa, iv, 3

_AFTER_DIGITS = r"(?:\s+|$|(?=(?-i:[A-ZÀ-Ý\[“«а-яё\u4e00-\u9fffء-ي])))"
_DIGITS = late_pattern(
    _LEAD + rf"(?P<all>(?P<value>\d{{1,5}})(?P<suffix>{_SUFFIXES}){_GAP}*"
    rf"(?P<mark>\.[)–—-]|[.)、．]|[–—-](?=[\sء-ي\u4e00-\u9fff]))"
    rf"(?P<after>(?:{_GAP}*(?:{SUFFIX_WORDS})\b[.:]?)*){_AFTER_DIGITS})",
    re.I,
)
_BARE_DIGITS = late_pattern(
    _LEAD + rf"(?P<all>(?P<value>(?:\d|[lI|S](?=[\dlI|S.,])){{1,3}})(?:[.,，]?(?:{_GAP}|\u3000)+|[。，]))"
    r"(?=[*\[A-Zа-яء-ي\u4e00-\u9fff])"
)
_LOOKALIKES = str.maketrans("lI|S", "1115")
_SUFFIXED = late_pattern(
    _LEAD
    + rf"(?P<all>(?P<value>\d{{1,5}})(?P<suffix>(?:(?:{_GAP}*|(?<=\d){HYPHEN}){_SUFFIX}(?!\w))+)(?:{_GAP}|[.:])*\s)",
    re.I,
)
_PAREN = late_pattern(
    _LEAD + rf"(?P<all>(?P<open>[(（]){_PLACE}(?P<suffix>{_SUFFIXES})(?P<shut>[)）])"
    rf"(?P<after>{_JOINED})(?:(?<=\w)[.:])?(?:\s*|$))",
    re.I,
)
_HALF = late_pattern(
    _LEAD + rf"(?P<all>(?!\d){_PLACE}(?P<suffix>{_SUFFIXES})\)(?P<after>{_SUFFIXES})(?:(?<=\w)[.:])?{_AFTER_DIGITS})"
)
_DOT = late_pattern(_LEAD + r"(?P<all>(?P<value>[a-z]|[ivxlc]{1,6})(?P<suffix>)\.(?:\s+|$))")
_BEHIND = rf"(?P<suffix>{_SUFFIXES})(?:(?<=[a-z\d])[.:])?"
_DASH = late_pattern(_LEAD + rf"(?P<all>(?P<number>(?P<value>{ARABIC}) ?[–—-]){_BEHIND}(?:\s+|$))")
_ENCLOSED = late_pattern(_LEAD + rf"(?P<all>(?P<number>(?P<value>{ENCLOSED})){_BEHIND}\s*)")
_FIGURE = late_pattern(_LEAD + rf"(?P<all>(?P<value>{CHINESE})(?P<suffix>{_SUFFIXES})(?:、\s*|(?<=[a-z\d])[.:]?\s+))")
_QUOTED = late_pattern(_LEAD + rf"(?P<all>(?P<number>['’‘`](?P<value>\d{{1,2}})['’‘`]){_BEHIND}\s+)(?=\W*[ء-ي])")
"""The second level of Arabic lists, where others have (i)."""
_SHOWN = str.maketrans({"\uf0b7": "•", "o": "○", "§": "▪", "\uf0a7": "▪", "Ø": "•", "\uf0d8": "•"})
"""Bullets of fonts of symbols, and the letters that stand for them where Word gives its lists as plain text."""
_BULLET = late_pattern(
    _LEAD
    + rf"(?P<all>(?P<value>[•·▪●○‣◦\uf0b7‐-―−-]|[o§Ø\uf0a7\uf0d8](?=\t))(?:{_GAP}+(?=\S)|(?<=[–—―])(?=[A-ZÀ-ÖØ-ÞА-Я])"
    r"|(?<=[•▪●○‣◦\uf0b7])(?=[^\W\d_])))"
)
_SUB = rf"{_GAP}*(?:[(（](?:{LETTER}|{CHINESE}){_SUFFIXES}[)）]|{LETTER}{_SUFFIXES}\)|{ENCLOSED}|['’‘`]\d{{1,2}}['’‘`])"
""" "(a)" behind a label as each language prints it: "OP2 a) i)", "OP2 (أ) ’1‘", "OP2 (a) ㈠"."""
_EACH_SUB = late_pattern(_SUB, re.I)
_GLUED = r"(?<=[\w.:：)、．])(?=(?-i:[A-ZÀ-ÝА-ЯЁ][a-zà-ÿа-яё’']|[а-яё]{2}|[ء-ي]{2}|[\u4e00-\u9fff]))"
"""Words right behind a label, "OP1.Takes", "OP1决定"; a letter alone is its item, "OP1a"."""
_LABEL = late_pattern(
    _LEAD + rf"(?P<all>(?P<kind>[OP]\.?{_GAP}?P){_GAP}*\.?{_GAP}*(?:(?:#|n(?:[°º]|os?\.?)){_GAP}*)?"
    rf"(?P<value>\d{{1,5}})(?P<suffix>{_JOINED})"
    rf"(?P<sub>(?:{_SUB}){{0,3}})(?P<after>(?<=[)）]){_JOINED})?"
    rf"{_GAP}*[.:：)、．]*(?:{_GAP}*[–—-](?={_GAP}))?(?:\s+|$|(?=[\[\]])|(?<=：)|{_GLUED}))",
    re.I,
)
_LABEL_ALONE = late_pattern(_LEAD + rf"\((?P<own>[OP]P{_GAP}?\d[^()]{{0,16}})\)[.:]?\s+", re.I)
""" "(OP5) Requests"."""
_SECTION = late_pattern(
    _LEAD + rf"(?P<all>(?:(?:Section|Sección|Раздел){_GAP}+)?"
    r"(?P<value>[IVXLC]+)(?P<mark>[.:]?)(?:\s+|$))(?P<title>.*)$",
    re.S,
)
_START = re.compile(_BEFORE)
_BRACKETED = re.compile(rf"{_BEFORE}\[(?P<own>[^\[\]]{{2,24}})\]")
_SMALL = re.compile(r"[a-zß-ÿ]")
_PLAINLY_A_WORD = re.compile("[A-Z][a-z]{2}")  # "Recalling": no number begins so
_PART = late_pattern(rf"^\s*(?:(?P<value>[A-Z])\.?|(?P<figure>{CHINESE})|(?P<word>{ARABIC_ADVERB}))\s*$")
# Not the end of "0.20"; in "2024.5" the year ends a sentence, and 5 is a note.
_NOTE_FIGURE = late_pattern(r"(?<=[,;:.])(?:\s|(?<!\D\d\.)(?<!\D\d\d\.)(?<!\D\d\d\d\.))\d{1,3}/?$")
_JOINING_WORDS = (
    "and",
    "or",
    "et",
    "ou",
    "y",
    "o",
    "e",
    "u",
    "и",
    "или",
    "а также",
    "و",
    "أو",
    "和",
    "或",
    "及",
    "以及",
)
_JOINING_WORD = late_pattern(rf"(?<=[;,；，؛،])\s*(?:{'|'.join(_JOINING_WORDS)})$")
_LONGEST_JOINING = 12
_END = frozenset("!?").union(SIGNS)


class Literal(NamedTuple):
    """A number found at the start of a text.

    `style` is "digit", "paren", "half" (a parenthesis after it only), "dot", "quoted" (’1‘), "bullet" or "label" (PP5);
    `value` its bare letters or digits; `number` as it is kept in a paragraph; `start` and `end` its place, the space
    after it included, in code points of the text. `sub` holds the further levels of a label: ("(a)", "(i)").
    """

    style: str
    value: str
    number: str
    start: int
    end: int
    suffix: str = ""
    kind: str = ""
    sub: tuple[str, ...] = ()


def _is_place(value: str) -> bool:
    return value.isdigit() or not value.isascii() or from_letters(value) is not None or from_roman(value) is not None


def _suffix(text: str) -> str:
    words = plain_suffix(text.replace(".", " "))
    return " ".join(" ".join(re.findall(r"[^\W\d]+(?:\s*\d+)?", words)).split())


def _span(match: re.Match[str]) -> tuple[int, int]:
    """The place of a number, with the space before it; brackets before it stay in the text."""
    return match.start("all") if match["lead"].strip() else 0, match.end("all")


@lru_cache(maxsize=32_768)  # who reads a text asks of each line several times, and goes through all of them in between
def literal(text: str) -> Literal | None:
    """The number at the start of a text, brackets before it set aside, or None; one that only names a paragraph, as in
    "(a) and (b) above" and "OP2 was deleted", is none."""
    text = with_latin_labels(text)
    found = printed(text) or _behind_name(text)
    if found is None:
        return _in_words(text)
    if found.style == "bullet":
        return found
    if names_only(text, found.end) or (found.style == "label" and not _begins(text, found)):
        return None
    return found


def _in_words(text: str) -> Literal | None:
    """A number that is written out: "Operative paragraph 1:" is OP1, and "Paragraph 1:" is 1."""
    found = number_in_words(text)
    if found is None:
        return None
    style = "label" if found.part else "digit"
    number = f"{found.value} {found.suffix}".strip()
    start = found.start if text[: found.start].strip() else 0
    return Literal(style, str(found.value), number, start, found.end, found.suffix, found.part)


def _behind_name(text: str) -> Literal | None:
    """The label or number of a paragraph that somebody's name, or "NEW", stands before, where it opens as one does."""
    start = said_before(text)
    found = printed(text[start:]) if start else None
    if found is None or found.style not in ("label", "digit"):
        return None
    words, before = text[start + found.end :], text[: start + found.end].rstrip()
    # Without a sign between they go on with a sentence in small letters, but in Russian: "New OP5 requests too much".
    if opening(behind_aside(words)) is None or (_SMALL.match(words) is not None and before[-1].isalnum()):
        return None
    return found._replace(start=start + found.start, end=start + found.end)


def _begins(text: str, label: Literal) -> bool:
    """Whether what stands behind a label begins a paragraph, or an item."""
    if label.sub:
        return not tells_of_it(text[label.end :])
    dotted = text[: label.end].rstrip().endswith(".")
    return begins_behind_label(text[label.end :], dotted=dotted)


def printed(text: str) -> Literal | None:
    """What is printed as a number at the start of a text, whatever stands behind it."""
    head = text[:_HEAD]
    if _PLAINLY_A_WORD.match(head):
        return None
    before = _START.match(head)
    first = head[before.end() if before else 0 :][:1]
    if not first:
        return None
    if before and "[" in before[0] and (own := _in_brackets(head)):
        return own
    if first.isdecimal():
        return _figure(head)
    if first in "(（":
        return _in_parentheses(head)
    if first in "pPoO" and (match := _LABEL.match(head)):
        suffix = _suffix(match["suffix"])
        number = f"{match['value']} {suffix}".strip()
        sub = tuple(_item(one) for one in _EACH_SUB.findall(match["sub"]))
        if match["after"]:
            sub = (*sub[:-1], _item(sub[-1] + match["after"]))
        return Literal("label", match["value"], number, *_span(match), suffix, (match["kind"][0] + "P").upper(), sub)
    if (match := _HALF.match(head)) and _is_place(match["value"]):
        suffix = _suffix(match["suffix"] + " " + match["after"])
        return Literal("half", match["value"], f"{match['value']}) {suffix}".strip(), *_span(match), suffix)
    if (match := _DOT.match(head)) and (len(match["value"]) == 1 or from_roman(match["value"])):
        return Literal("dot", match["value"], f"{match['value']}.", *_span(match))
    if found := _eastern(head):
        return found
    if match := _BULLET.match(head):
        end = _behind_bullets(text, match.end())
        listed = None if match["lead"].strip() else literal(text[end:])
        if listed is not None and listed.start == 0 and _is_of_paragraph(text[end:], listed):
            return listed._replace(end=end + listed.end)
        value = match["value"].translate(_SHOWN)
        return Literal("bullet", value, value, *_span(match))
    return None


def _behind_bullets(text: str, end: int) -> int:
    """Where the bullets end that follow one, as in a line drawn with "- - -"."""
    while (match := _BULLET.match(text[end : end + _HEAD])) and not match["lead"].strip():
        end += match.end()
    return end


def _is_of_paragraph(text: str, listed: Literal) -> bool:
    """Whether what stands behind the bullet of a point numbers a paragraph; remarks are listed by label, too: "- OP1:
    delete"."""
    if listed.style == "label":
        return opening(behind_aside(text[listed.end :])) is not None
    return listed.style != "bullet"


def _in_brackets(head: str) -> Literal | None:
    """A number that alone stands in brackets, "[OP2] Requests": both stay in the text, as with nothing in them."""
    match = _BRACKETED.match(head)
    own = match["own"].strip() if match is not None else ""
    ends = ".)）、" if own[:1].isascii() else ".)）、-–—"
    found = literal(f"{own} ") if own and (own[-1].isalnum() or own[-1] in ends) else None
    if match is None or found is None or found.end < len(own):
        return None
    return found._replace(start=match.start("own"), end=match.end("own"))


def _item(number: str) -> str:
    """ "(a)", and with a suffix, wherever that is written, "(a) bis"; "’1‘" as it is: alone it is no number."""
    found = printed(f"{number.strip()} ".lower())
    return found.number if found is not None else number.strip()


def _figure(head: str) -> Literal | None:
    """ "1.", "3 bis.", "4)": digits and what is printed after them."""
    match = _DIGITS.match(head)
    if match is not None:
        suffix = _suffix(match["suffix"] + " " + match["after"])
        style = "digit-paren" if match["mark"] == ")" else "digit"
        return Literal(style, match["value"], f"{match['value']} {suffix}".strip(), *_span(match), suffix)
    match = _SUFFIXED.match(head)
    if match is None:
        return None
    suffix = _suffix(match["suffix"])
    return Literal("digit", match["value"], f"{match['value']} {suffix}".strip(), *_span(match), suffix)


def _in_parentheses(head: str) -> Literal | None:
    if match := _LABEL_ALONE.match(head):
        found = literal(f"{match['own'].strip()}. x")
        return found._replace(start=0, end=match.end()) if found is not None and not match["lead"].strip() else None
    match = _PAREN.match(head)
    if match is None or not _is_place(match["value"]):
        return None
    suffix = _suffix(match["suffix"] + " " + match["after"])
    signs = match["open"] + match["shut"] if value_in("chinese", match["value"]) else "()"
    number = f"{signs[0]}{match['value']}{signs[1]} {suffix}".strip()
    return Literal("paren", match["value"], number, *_span(match), suffix)


def _eastern(head: str) -> Literal | None:
    """ "أ -", "’1‘", "㈠" and "一、": a list's letter, a list's figures, and the figure of a whole paragraph."""
    if head.isascii():
        return None
    for style, pattern in (("quoted", _QUOTED), ("half", _DASH), ("paren", _ENCLOSED)):
        if match := pattern.match(head):
            suffix = _suffix(match["suffix"])
            return Literal(style, match["value"], f"{match['number']} {suffix}".strip(), *_span(match), suffix)
    if (match := _FIGURE.match(head)) and (value := value_in("chinese", match["value"])):
        suffix = _suffix(match["suffix"])
        return Literal("digit", str(value), f"{match['value']} {suffix}".strip(), *_span(match), suffix)
    return None


def holds_item(text: str) -> bool:
    """Whether the words of a paragraph are its first item: "(a) Decides" of "3. (a) Decides"."""
    found = literal(text)
    return found is not None and found.style in ("paren", "half", "dot") and not found.value.isdecimal()


def bare_digits(text: str) -> Literal | None:
    """A number not printed cleanly ("26 Condemns", "ll. Requests"); only the sequence can tell whether it is one."""
    match = _BARE_DIGITS.match(text[:40])
    if match is None:
        return None
    value = match["value"].translate(_LOOKALIKES)
    return Literal("digit", value, value, *_span(match))


def section(text: str) -> Literal | None:
    """The roman numeral of a section's heading ("II Capacity-building", "I.", "B" alone), or None."""
    if match := _PART.match(text):
        value = match["value"] or match["figure"] or match["word"]
        return Literal("section", value, value, 0, len(text))
    match = _SECTION.match(text)
    if match is None or from_roman(match["value"]) is None:
        return None
    title = match["title"].strip()
    if len(title) > 500 or (title and (title[-1] in _END or not (title[0].isupper() or title[0] in '[“"*«'))):
        return None
    # "I am", "C is": a single letter that is a word or a name needs its full stop, save the numerals of sections.
    if not match["mark"] and match["value"] not in {"I", "V", "X"} and len(match["value"]) == 1:
        return None
    return Literal("section", match["value"], match["value"], *_span(match))


def _without_tail(text: str) -> str:
    """A text without the quotes and brackets at its end, and without a note's figure that lost its mark (", 12")."""
    bare = text.rstrip(' \t\n]*_”’"»)')
    return _NOTE_FIGURE.sub("", bare) if bare[-1:].isdigit() or bare.endswith("/") else bare


def ends_open(text: str) -> bool:
    """Whether a text ends without any mark of the end of a paragraph, closing quotes and brackets set aside."""
    bare = _without_tail(text)
    return bool(bare) and bare[-1] not in _END


def end_mark(text: str) -> str:
    """The last mark of a text among those that end paragraphs, a Chinese or Arabic one as English has it, or ""; "and"
    and "or" after it are set aside, in the official languages."""
    bare = _without_tail(text)
    if bare.endswith(_JOINING_WORDS):
        joins = _JOINING_WORD.search(bare, max(0, len(bare) - _LONGEST_JOINING))
        bare = bare[: joins.start()] if joins is not None else bare
    return SIGNS.get(bare[-1], bare[-1]) if bare and bare[-1] in _END else ""
