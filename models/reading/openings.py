"""The opening phrases of paragraphs, in the official languages (resources/phrases)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple
from unicodedata import normalize

from models.draft.brackets import CLOSING, OPENING
from models.draft.known_table import table
from models.draft.late_pattern import late_pattern
from models.draft.unseen_signs import UNSEEN_SIGNS, as_seen

WORD = re.compile(rf"[^\s,;:.{re.escape(OPENING + CLOSING)}“”\"«»()*…|~—]+")
_SIGNS = rf"[\s{re.escape(OPENING)}“”\"«‘…|~—*{UNSEEN_SIGNS}]*"
_NOISE = re.compile(rf"{_SIGNS}(?:(?<=[{re.escape(OPENING)}])[{re.escape(CLOSING)}]{_SIGNS})?")  # "[] Requests"
_ARABIC_MARKS = late_pattern("[\u064b-\u0652\u0670\u0640]")
_CHINESE_ADVERB = late_pattern("[又还也]|再次?|进一步")
"""Before the phrase of an opening, "又促请", as "also" and "further" stand in others."""
_CHINESE_NOUN = late_pattern("书(?![面记籍])|的(?!确)|(?<=商定)结论")
"""Behind a phrase, what makes it part of a noun: “批准书”, “议定书”, “同意的要件”, “商定结论”, not “要求书面答复”,
“请书记官长”."""
_ONE_SIGN = str.maketrans("’أإآٱ", "'اااا")
_MOST_ADVERBS = 3
MOST_KEPT = 32_768
"""What so many texts open with is kept: both sides of a long redline are read, and both again before it leaves."""
_MOST_WORDS = 12
"""Of an opening, adverbs and all."""


class Opening(NamedTuple):
    """How a paragraph opens: what such a phrase opens, and where it ends in the text (code points)."""

    preambular: bool
    operative: bool
    end: int


def rows(name: str) -> list[tuple[str, str]]:
    """Language and phrase of each line of a phrase list."""
    return [(language, phrase) for language, phrase, *_ in table(f"phrases/{name}")]


def plain(word: str) -> str:
    """A word as it is compared: small letters and accents in one, straight apostrophes, no Arabic vowel marks, no signs
    that nobody sees, and one alif, on which many write no hamza."""
    if word.isascii():
        return word.lower()
    return _ARABIC_MARKS.sub("", normalize("NFC", as_seen(word)).casefold().translate(_ONE_SIGN))


def in_third_person(stem: str) -> tuple[str, ...]:
    """How a verb may be written behind "The General Assembly": "decides" of "decide"; one of them is."""
    return f"{stem}s", f"{stem}es", f"{stem[:-1]}ies"


@cache
def _phrases(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as tuples of words, longest first, by their first word; Chinese ones stand under their first sign."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for language, phrase in _rows_before_verbs() if name == "adverbs" else rows(name):
        if language == "zh":
            found.setdefault(phrase[0], []).append((phrase,))
        else:
            words = tuple(plain(word) for word in WORD.findall(phrase))
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(set(items), key=len, reverse=True)) for first, items in found.items()}


def _rows_before_verbs() -> list[tuple[str, str]]:
    """What stands before a verb: adverbs, and in Russian all that as well stands behind it, «с признательностью»."""
    return [*rows("adverbs"), *(row for row in rows("behind_verbs") if row[0] == "ru")]


class _Said:
    """Some words that a phrase begins with: whether one of each list ends there, and the words that may come next."""

    __slots__ = ("adverbs", "between", "next", "operative", "preambular")

    def __init__(self) -> None:
        self.next: dict[str, _Said] = {}
        self.preambular = self.operative = self.adverbs = self.between = False


@cache
def _nothing_said() -> _Said:
    """Where every phrase begins."""
    nothing = _Said()
    for name in ("preambular", "operative", "adverbs"):
        for first, phrases in _phrases(name).items():
            for words in phrases:
                if words[0] != first:  # Chinese, where words are not written apart
                    continue
                said = nothing
                for word in words:
                    said = said.next.setdefault(word, _Said())
                setattr(said, name, True)
    return nothing


@cache
def _nothing_between() -> _Said:
    """Where all begins that may stand within a phrase behind its verb: « Prend également note », “تطلب أيضا إلى”."""
    nothing = _Said()
    for _, phrase in rows("behind_verbs"):
        said = nothing
        for word in WORD.findall(phrase):
            said = said.next.setdefault(plain(word), _Said())
        said.between = True
    return nothing


def _behind_between(text: str, place: int, said: _Said) -> int:
    """Where a phrase goes on that what stands at a place of its text interrupts; the place itself where it does not."""
    between, goes_on = _nothing_between(), place
    for word in WORD.finditer(text, place):
        if between.between and plain(word[0]) in said.next:
            goes_on = word.start()
        more = between.next.get(plain(word[0]))
        if more is None:
            break
        between = more
    return goes_on


def _chinese(text: str) -> Opening | None:
    adverb = _CHINESE_ADVERB.match(text)
    begins = {0, adverb.end()} if adverb else {0}
    lengths = {}
    for name in ("preambular", "operative"):
        phrases = ((at, words[0]) for at in begins for words in _phrases(name).get(text[at : at + 1], ()))
        lengths[name] = max((at + len(words) for at, words in phrases if text.startswith(words, at)), default=0)
    longest = max(lengths.values())
    how = text[longest : longest + 1] == "地" and _chinese(text[longest + 1 :])
    if how:  # “深为关切地注意到”
        return how._replace(end=longest + 1 + how.end)
    if not longest or _CHINESE_NOUN.match(text, longest):
        return None
    return Opening(bool(lengths["preambular"]), bool(lengths["operative"]), longest)


def words_begin(text: str) -> int:
    """Where the words of a text begin: behind brackets, quotation marks and the like, which are no part of them."""
    noise = _NOISE.match(text)
    return noise.end() if noise else 0


@lru_cache(maxsize=MOST_KEPT)
def opening(text: str) -> Opening | None:
    """The known opening phrase of a text, brackets and quotation marks before it set aside, or None."""
    start = words_begin(text)
    if "\u4e00" <= text[start : start + 1] <= "\u9fff":
        found = _chinese(text[start:])
        return Opening(found.preambular, found.operative, found.end + start) if found else None
    left, shorter, between = _MOST_WORDS, None, _nothing_between().next
    # Whether the words before the verb are adverbs is tried last: "Continuing to" may itself be a phrase.
    for _ in range(_MOST_ADVERBS + 1):
        preambular = operative = adverb = taken = 0  # where the longest phrase of each list ends, and words of the last
        said, past, interrupted = _nothing_said(), start, False
        begun = None  # what came before the last word that may be said behind a verb, and where that stands
        for count, word in enumerate(islice(WORD.finditer(text, start), left), 1):
            if word.start() < past:
                continue
            more = said.next.get(key := plain(word[0]))
            if count > 1 and key in between and not interrupted:
                begun = said, word.start()
            if more is None and begun is not None:
                said, at = begun
                begun, interrupted, past = None, True, _behind_between(text, at, said)
                if past > word.start():
                    continue
            if more is None:
                break
            said = more
            if said.preambular:
                preambular = word.end()
            if said.operative:
                operative = word.end()
            if said.adverbs and not interrupted:
                adverb, taken = word.end(), count
        end = max(preambular, operative)
        if end:
            found = Opening(preambular >= operative, operative >= preambular, end)
            if end != adverb:
                return found
            shorter = shorter or found  # « Vivement » opens by itself, too, and goes on in « Vivement alarmée »
        elif not adverb:
            break
        start, left = adverb, left - taken
    return shorter


_BY_US = (("ons", "e"), ("mos", ""), ("м", "т"))
"""How French, Spanish and Russian verbs end where "we" is meant, and how in the third person."""
_VERB_AMONG = 3
_NOUNS_TOO = (
    r"(?i:requests?|demands?|appeals?|calls?|notes?|recalls?|supports?|pledges?|welcomes?|trusts?|reviews?|plans?|resolves?"
    r"|undertakings?|demandes?|notes?|charges?)"
)
_OF_NOUN = (
    r"(?:for|of|by|from|under|against|concerning|regarding|relating|made|submitted|received|on|in|to|des?|du|en|pour)"
    r"(?!\w)|d[’']"
)
_SUBORDINATE = r"(?:that|which|whom?|whose|where|when|until|because|since|if|as|so|qui|que|dont|où)"
_ITS_VERB = "(?:shall|should|must|may|can|cannot|will|are|were|is|was|have|has|doit|doivent|peut|peuvent|est|sont)"
_IS_NOUN = late_pattern(
    rf"{_NOUNS_TOO}\s+(?:(?:{_OF_NOUN})(?:(?!\b{_SUBORDINATE}\b)[^.;:]){{1,200}}?\s)?{_ITS_VERB}(?!\w)"
)
"""A paragraph that begins as an opening does with what is a noun: "Requests for assistance shall be sent"."""


def is_clause(text: str) -> bool:
    """Whether a paragraph is a clause of a resolution or declaration: "Reaffirms our will", "Strongly reaffirm our
    will", « Réaffirmons notre volonté », not "We reaffirm our will"."""
    known = opening(text)
    if known is not None:
        return known.operative and not _IS_NOUN.match(text, words_begin(text))
    for word in islice(WORD.finditer(text, words_begin(text)), _VERB_AMONG):
        for said in _in_third_person(plain(word[0])):
            known = opening(f"{text[: word.start()]}{said} {' '.join(text[word.end() :].split()[:_MOST_WORDS])}")
            if known is not None and known.operative:
                return not _IS_NOUN.match(text, word.start())
    return False


def _in_third_person(verb: str) -> tuple[str, ...]:
    """What a verb with "we" understood may be in the third person; in Chinese it is the same."""
    of_us = tuple(verb.removesuffix(ours) + theirs for ours, theirs in _BY_US if verb.endswith(ours))
    return (*in_third_person(verb), *of_us, *((f"ت{verb[1:]}",) if verb.startswith("ن") else ()))


def opening_language(text: str) -> str | None:
    """The language of an opening phrase ("en", "fr"), by its first word; None where it is none, or of several."""
    first = WORD.search(text) if opening(text) is not None else None
    spoken = _spoken().get(plain(first[0]), ()) if first is not None else ()
    return next(iter(spoken)) if len(spoken) == 1 else None


@cache
def _spoken() -> dict[str, set[str]]:
    """The languages of the opening phrases that begin with a word."""
    found: dict[str, set[str]] = {}
    for language, phrase in (*rows("preambular"), *rows("operative")):
        if (first := WORD.search(phrase)) is not None:
            found.setdefault(plain(first[0]), set()).add(language)
    return found


def is_plain_decision(text: str) -> bool:
    """Whether a text is a decision in one sentence: "The General Assembly decides ..." or "At its ... meeting, ..."."""
    bare = text.strip()
    match = re.match(
        r"The (?:General Assembly|Security Council|Economic and Social Council|Human Rights Council)\s+", bare
    )
    if match is not None:
        known = opening(bare[match.end() :])
        return known is not None and known.operative and bare.endswith((".", ":"))
    return re.match(r"At its .{3,60} meetings?, (?:on|held)\b.{3,60}, the \w+", bare) is not None
