"""The opening phrases of paragraphs and the names of organs, in the official languages (resources/phrases)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from itertools import islice
from typing import NamedTuple

from models.draft.late_pattern import late_pattern

_WORD = re.compile(r"[^\s,;:.\[\]“”\"«»()*…|~—]+")
_NOISE = re.compile(r"[\s\[“”\"«‘…|~—*]*")
_ARABIC_MARKS = late_pattern("[\u064b-\u0652\u0670\u0640]")
_MOST_ADVERBS = 3
_MOST_WORDS = 12
"""Of an opening, adverbs and all."""


class Opening(NamedTuple):
    """How a paragraph opens: what such a phrase opens, and where it ends in the text (code points)."""

    preambular: bool
    operative: bool
    end: int


def rows(name: str) -> list[tuple[str, str]]:
    """Language and phrase of each line of a phrase list."""
    text = (resources.files("resources") / "phrases" / f"{name}.tsv").read_text(encoding="utf-8")
    return [(language, phrase) for language, phrase in (line.split("\t")[:2] for line in text.splitlines()[1:])]


def plain(word: str) -> str:
    """A word as it is compared: small letters, straight apostrophes, no Arabic vowel marks."""
    return word.lower() if word.isascii() else _ARABIC_MARKS.sub("", word.casefold().replace("’", "'"))


@cache
def _phrases(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as tuples of words, longest first, by their first word; Chinese ones stand under their first sign."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for language, phrase in rows(name):
        if language == "zh":
            found.setdefault(phrase[0], []).append((phrase,))
        else:
            words = tuple(plain(word) for word in _WORD.findall(phrase))
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(set(items), key=len, reverse=True)) for first, items in found.items()}


class _Beginning(NamedTuple):
    """The phrases of each list that begin with one word, longest first, and how many words the longest has."""

    preambular: tuple[tuple[str, ...], ...]
    operative: tuple[tuple[str, ...], ...]
    adverbs: tuple[tuple[str, ...], ...]
    longest: int


@cache
def _beginnings() -> dict[str, _Beginning]:
    """What may begin with each first word of a phrase."""
    lists = [_phrases(name) for name in ("preambular", "operative", "adverbs")]
    found = {}
    for word in {word for phrases in lists for word in phrases}:
        preambular, operative, adverbs = (phrases.get(word, ()) for phrases in lists)
        longest = max(len(phrases[0]) for phrases in (preambular, operative, adverbs) if phrases)
        found[word] = _Beginning(preambular, operative, adverbs, longest)
    return found


def _chinese(text: str) -> Opening | None:
    lengths = {}
    for name in ("preambular", "operative"):
        fitting = [words[0] for words in _phrases(name).get(text[:1], ()) if text.startswith(words[0])]
        lengths[name] = max(map(len, fitting), default=0)
    longest = max(lengths.values())
    return Opening(bool(lengths["preambular"]), bool(lengths["operative"]), longest) if longest else None


def _length(phrases: tuple[tuple[str, ...], ...], words: tuple[str, ...]) -> int:
    """How many words the longest of these phrases takes at the start, 0 for none."""
    for phrase in phrases:
        if words[: len(phrase)] == phrase:
            return len(phrase)
    return 0


@lru_cache(maxsize=1024)
def opening(text: str) -> Opening | None:
    """The known opening phrase of a text, brackets and quotation marks before it set aside, or None."""
    noise = _NOISE.match(text)
    start = noise.end() if noise else 0
    if "\u4e00" <= text[start : start + 1] <= "\u9fff":
        found = _chinese(text[start:])
        return Opening(found.preambular, found.operative, found.end + start) if found else None
    beginnings, left = _beginnings(), _MOST_WORDS
    # Whether the words before the verb are adverbs is tried last: "Continuing to" may itself be a phrase.
    for _ in range(_MOST_ADVERBS + 1):
        first = _WORD.search(text, start) if left else None
        begun = None if first is None else beginnings.get(plain(first[0]))
        if first is None or begun is None:
            return None
        spans = [first, *islice(_WORD.finditer(text, first.end()), min(begun.longest, left) - 1)]
        words = tuple([plain(span[0]) for span in spans])
        preambular, operative = _length(begun.preambular, words), _length(begun.operative, words)
        if preambular or operative:
            end = spans[max(preambular, operative) - 1].end()
            return Opening(preambular >= operative, operative >= preambular, end)
        adverb = _length(begun.adverbs, words)
        if not adverb:
            return None
        start, left = spans[adverb - 1].end(), left - adverb
    return None


_LONGEST_LINE = 260  # characters of an organ's line
_ARTICLE = r"(?:the|la|le|les|l'|el|los|las)"
_ARTICLE_BEFORE = re.compile(rf"{_ARTICLE}(?:\s|(?<='))")
_AGREED = re.compile(
    r"have agreed as follows\s*:?|sont convenus? (?:de )?ce qui suit\s*:?|han acordado lo siguiente\s*:?"
)


@cache
def _enacting_pattern() -> re.Pattern[str]:
    names = "|".join(sorted({re.escape(plain(name)) for _, name in rows("organs")}, key=len, reverse=True))
    return re.compile(
        rf"(?:{_ARTICLE}\s*)?(?P<words>(?:[^\s,;:.]+\s+){{0,6}}?)(?P<organ>{names})\b(?P<rest>[^,;:.]{{0,160}})[,:،，]?$"
    )


@lru_cache(maxsize=1024)
def is_enacting(text: str) -> bool:
    """Whether a text is an organ's line: "The General Assembly,", "The Conference of the Parties,"."""
    bare = text.strip(' \t[]“”"«»*')
    if len(bare) > _LONGEST_LINE and bare.isascii():
        return False
    bare = plain(bare)
    if len(bare) > _LONGEST_LINE or not bare:
        return False
    if _AGREED.fullmatch(bare):
        return True
    article = _ARTICLE_BEFORE.match(bare) is not None
    if bare.isascii() and not article:
        return False
    match = _enacting_pattern().match(bare)
    if match is None:
        return False
    # Latin-script organ lines carry the article; without a comma nothing but the organ's name may stand there.
    latin = "a" <= match["organ"][0] <= "z"
    if latin and not article:
        return False
    return bare[-1] in ",:،，" or not (match["words"].strip() or match["rest"].strip())


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


_SPLIT = late_pattern(r"^(\W*(?:The|La|Le|Les|L['’]|El|Los|Las)\s*[^,;:.]{3,80},\W*)\s+(?=\S)")


def glued_enacting(text: str) -> int:
    """Where a paragraph after an organ's line glued to it begins ("The Security Council, Reaffirming ..."), or 0."""
    match = _SPLIT.match(text)
    if match is None or not is_enacting(match[1]):
        return 0
    rest = text[match.end() :]
    first = rest.lstrip("*[")[:1]
    found = opening(rest) if first.isupper() else None
    return match.end() if found is not None and found.preambular else 0
