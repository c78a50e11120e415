"""The line of an organ, "The General Assembly,": known by its form, in the official languages.

Whole names are in `resources/phrases/organs.tsv`, nouns that any organ may be named by in `organ_nouns.tsv`. Around
either stand attributes, and what the organ is for: "The Commission on the Status of Women,". Where more stands there
than a whole name, so does the comma that ends such a line. A name begins with a capital: "the Council," goes on in a
sentence; and some have one behind their noun: "The Parties to the conflict," are no organ.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from models.draft.brackets import CLOSING, OPENING
from models.draft.late_pattern import late_pattern
from models.reading.openings import MOST_KEPT, WORD, opening, plain, rows

_SIGNS = re.compile(rf'[{re.escape(OPENING + CLOSING)}“”"«»*]+')
_LONGEST = 260  # characters of an organ's line
_MARKS = ",:،，："
_COLONS = (":", "：")
_WORD = rf"[^\s;.。{_MARKS}]+"
_ANY_WORDS = rf"(?:\s[^;.。{_MARKS}]{{0,160}})?"
_ADJECTIVE = r"(?:\S+(?:[ыиоь]й|[ая]я|[ое]е|[ыи]е)|и)"


class _Form(NamedTuple):
    """How an organ's line is built: what stands before the noun, its article with it, and what behind; the words that
    stand in a sentence about an organ and in no name of one; what nouns have a name in capitals behind them; and what
    Parties say that agree."""

    before: str
    behind: str
    of_sentences: str
    named_behind: str = "(?!)"
    formula: str = "(?!)"


_FORMS = {
    "en": _Form(
        rf"(?P<article>the\s+)(?P<before>(?:(?!(?:of|to|for|in|on|by|with|from|at|the|that|which|whose)\b){_WORD}\s+)"
        r"{0,7}?)",
        rf"(?:\s(?:(?:of|on|for|to|against|under|serving|established)\b|\()[^;.。{_MARKS}]{{0,160}})?",
        "shall|should|will|would|may|might|must|can|could|is|are|was|were|has|have|had|be|that|which",
        ".*",
        r"have agreed as follows\s*:?",
    ),
    "fr": _Form(
        rf"(?P<article>(?:les?|la)\s+|l'\s*)(?P<before>(?:(?!(?:d[eu]s?|à|aux?|sur|pour)\b|d'){_WORD}\s+){{0,2}}?)",
        _ANY_WORDS,
        r"\w+[eidv]ra|\w+ront|est|sont|a|ont|avai(?:en)?t|doi(?:ven)?t|peu(?:ven)?t|se|ne|[sn]'.*|qui",
        r"(?:\w+ )?parties",
        r"sont convenus? (?:de )?ce qui suit\s*:?",
    ),
    "es": _Form(
        rf"(?P<article>(?:el|la|los|las)\s+)(?P<before>(?:(?!(?:del?|al?|sobre|para)\b){_WORD}\s+){{0,2}}?)",
        _ANY_WORDS,
        r"\w+rán?|\w+ó|es|son|han?|había|deben?|pueden?|se|no|que",
        r"(?:\w+ )?partes",
        r"han acordado lo siguiente\s*:?",
    ),
    "ru": _Form(
        rf"(?P<article>)(?P<before>(?:{_ADJECTIVE}\s+){{0,5}}?)",
        _ANY_WORDS,
        r"\w+[аеиоуыя]л[аои]?|\w+[аеиуюя]т(?:ся)?|\w+л[аои]?с[ья]|\w{2,}[аеиуыя]ть(?:ся)?|быть|не"
        r"|долж(?:ен|н[аоы])|обязан[аоы]?|намерен[аоы]?|готов[аоы]?|вправе|сво(?:[еий]|ей|его|ему|им|ими|их|ю|я|ём)"
        r"|которы[йемх]|которая|которое",
        r"стороны|государства-участники",
    ),
    "zh": _Form(r"(?P<article>)(?P<before>(?:作为.{0,60}的)?[\u3400-\u9fff《》、·]{0,30}?)", "", "(?!)"),
    "ar": _Form(r"(?P<article>(?:ان\s+)?)(?P<before>)", _ANY_WORDS, "قد|لا|لم|لن|سوف|كانت?"),
}
_DOES_SO = late_pattern(
    r"\d/\d|(?<!\w)(?:(?:at|during|in|through|under)\s(?:its|their)|(?:dans|en|par)\s(?:sa|son|ses|leurs?)"
    r"|à\s(?:sa|ses)|(?:durante|en|por|según)\ssus?)(?!\w)|\A\s(?:et|y)\s(?:sa|son|ses|leurs?|sus?)(?!\w)"
)
"""Where an organ does what is told: "The General Assembly in its resolution 75/1,"; or others with it, "La Commission
et ses membres,". "Members of Their Families" is of a name."""
_OF_SO_MANY = late_pattern(r"\sof\s(?:the\s)?\d{1,2}")
"""What an organ is usually named by that has so many members: "The Committee of 24,"."""
_UNENDED_WORDS = 6
"""Words of an organ's line in Arabic that is known by the word it begins with, without its comma."""
_NO_NAME = late_pattern(
    "[在对向由为从于就请以按依经与和及将把被应使令让令据并还该本各其此每第至到提]|(?!作为).*的|.*(?:提交|转交|送交)"
)
"""How words begin in Chinese that are no name of an organ, but tell what is done with one or is of it."""
_SPLIT = late_pattern(r"^(\W*(?:The|La|Le|Les|L['’]|El|Los|Las)\s*[^,;:.]{3,80},\W*)\s+(?=\S)")


def is_enacting(text: str) -> bool:
    """Whether a text is an organ's line: "The General Assembly,", "The Conference of the Parties,"."""
    return organ_language(text) is not None


@lru_cache(maxsize=MOST_KEPT)
def organ_language(text: str) -> str | None:
    """The language of an organ's line ("en", "fr"); None for what is none."""
    if len(text) > 2 * _LONGEST:
        return None
    written = _SIGNS.sub("", text).strip()
    bare = plain(written)
    if len(bare) > _LONGEST or not bare:
        return None
    for language in _may_be_in(bare):
        match = _line(language).fullmatch(bare)
        if match is not None and (match["noun"] is None or _is_name(language, match, written)):
            return language
    return None


def _is_name(language: str, match: re.Match[str], written: str) -> bool:
    """Whether a line that reads like an organ's is a name and nothing more."""
    return _ends(language, match) and not _tells(language, match) and _written_large(language, match, written)


def _written_large(language: str, match: re.Match[str], written: str) -> bool:
    """Whether a line begins with a capital and so does its noun, and some word behind one that has a name there.

    A Russian name has a capital at its beginning alone, and "L’assemblée générale," is known whatever it has.
    """
    form, words = _FORMS[language], written.split()
    at = len(re.split(r"\s+", match[0][: match.start("noun")])) - 1
    noun = re.split("['’]", words[at])[-1]
    behind = words[at + len(match["noun"].split()) :]
    large = any(word.strip("(\"'’«")[:1].isupper() for word in re.split("[\\s'’]", " ".join(behind)))
    named = large or _OF_SO_MANY.fullmatch(match["behind"]) is not None
    unnamed = behind and not named and re.fullmatch(form.named_behind, match["noun"])
    known = " " in match["noun"] and match["noun"] in _named("organs", language)
    small = words[0][0].islower() or (language != "ru" and noun[:1].islower() and not known)
    return not small and not unnamed


def _may_be_in(bare: str) -> tuple[str, ...]:
    """The languages a line may be in, by its first letter."""
    for language, first, last in (("ru", "\u0400", "\u04ff"), ("ar", "\u0600", "\u06ff"), ("zh", "\u3400", "\u9fff")):
        if first <= bare[0] <= last:
            return (language,)
    return ("en", "fr", "es")


@cache
def _line(language: str) -> re.Pattern[str]:
    """How an organ's line reads in a language, in plain letters."""
    form = _FORMS[language]
    names = sorted((*_named("organs", language), *_named("organ_nouns", language)), key=len, reverse=True)
    nouns = "|".join(map(re.escape, names))
    ends = "" if language == "zh" else r"(?!\w)"
    line = rf"{form.before}(?P<noun>{nouns}){ends}(?P<behind>{form.behind})(?P<mark>[{_MARKS}]?)"
    return re.compile(f"{line}|{form.formula}")


@cache
def _named(of: str, language: str) -> frozenset[str]:
    """Names or nouns of organs in a language, in plain letters."""
    return frozenset(plain(name) for spoken, name in rows(of) if spoken == language)


def _ends(language: str, match: re.Match[str]) -> bool:
    """Whether a line ends as one: without a mark only a whole name does, or in Arabic a few words behind its particle.

    Other than whole names tell nothing in Arabic without that particle, nor what begins a list: "The Commission:".
    """
    named = match["noun"] in _named("organs", language)
    begun = language != "ar" or bool(match["article"])
    whole = named and not (match["before"].strip() or match["behind"].strip())
    if match["mark"] in _COLONS:
        return whole and (language == "zh" or len(match["noun"].split()) > 1)
    if match["mark"]:
        return begun or whole
    return whole or (language == "ar" and begun and len(match[0].split()) <= _UNENDED_WORDS)


def _tells(language: str, match: re.Match[str]) -> bool:
    """Whether the words around a noun make a sentence of it, or tell what is done with an organ."""
    if language == "zh":
        before = match["before"]
        return _NO_NAME.match(before) is not None or (bool(before) and opening(before) is not None)
    words = [word[0] for word in WORD.finditer(match["behind"])]
    if any(re.fullmatch(_FORMS[language].of_sentences, word) for word in words) or _DOES_SO.search(match["behind"]):
        return True
    known = (opening(" ".join(words[at:])) for at in range(len(words)))
    return any(one is not None and one.operative for one in known)


def glued_enacting(text: str) -> int:
    """Where a paragraph after an organ's line glued to it begins ("The Security Council, Reaffirming ..."), or 0."""
    match = _SPLIT.match(text)
    if match is None or not is_enacting(match[1]):
        return 0
    rest = text[match.end() :]
    first = rest.lstrip(f"*{OPENING}")[:1]
    found = opening(rest) if first.isupper() else None
    return match.end() if found is not None and found.preambular else 0
