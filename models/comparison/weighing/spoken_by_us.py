"""Paragraphs of a declaration, "We strongly urge", or "Urge" alone, in the words of an organ: "strongly urges"."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from models.comparison.words.openings import ADDITIVE_WORDS
from models.draft import Kind, Paragraph, Run
from models.reading.openings import WORD, in_third_person, opening, plain, rows, words_begin

_WE = "we"
_OF_US = {"our": "its"}
_LOOKED_AT = 6
"""The verb is one of so many words from the start: "We also, in this regard, urge"."""
_BEHIND_NOUNS = frozenset({
    "shall", "should", "will", "may", "must", "can", "is", "are", "was", "were", "has", "have", "remains", "remain",
    "requires", "require", "needs", "need", "of", "from", "by", "for", "among", "between", "and", "or",
})  # fmt: skip
"""Before these a word that no "We" stands before is no verb, "Support shall be provided", but of "Call for"."""
_DENIED = re.compile(r"\s+do\s+not\s+\Z")
_ANOTHER = re.compile(
    r"(?P<before>(?:,(?:\s+(?:and|but))?|\band|\bbut)\s+(?:(?:also|further|strongly)\s+)?)(?P<verb>\w+)"
)
"""Where another verb may stand: "We recall the law, and urge"."""


def both_as_said_of_organ(old: Paragraph, new: Paragraph) -> tuple[Paragraph, Paragraph]:
    """Two paragraphs with their verbs as those of an organ; "Encourage" is French but beside an English one."""
    if old.text.split(None, _LOOKED_AT)[:_LOOKED_AT] == new.text.split(None, _LOOKED_AT)[:_LOOKED_AT]:
        return old, new  # the same verb, whichever
    only_we = old.kind is not Kind.OPERATIVE  # "(a) Ensure" is what is asked of somebody
    one, two = as_said_of_organ(old, only_we=only_we), as_said_of_organ(new, only_we=only_we)
    if (one is old) is (two is new):
        return one, two
    if one is old:
        return as_said_of_organ(old, only_we=only_we, anyhow=True), two
    return one, as_said_of_organ(new, only_we=only_we, anyhow=True)


def as_said_of_organ(paragraph: Paragraph, *, only_we: bool, anyhow: bool = False) -> Paragraph:
    """A paragraph with its verb as one of an organ has it; the paragraph itself where no known verb is said by us.

    `only_we`: "Urge" alone is none, as what is asked of others may be said so. `anyhow`: even where it opens with one
    as it stands.
    """
    text = paragraph.text
    if not anyhow and opening(text) is not None:
        return paragraph
    words = list(islice(WORD.finditer(text, words_begin(text)), _LOOKED_AT))
    we = bool(words) and plain(words[0][0]) == _WE
    if only_we and not we:
        return paragraph
    start = words[0].end() if we else 0
    for at, word in enumerate(words[we:], 1 + we):
        behind = words[at] if at < len(words) else None
        next_word = plain(behind[0]) if behind is not None else ""
        if plain(word[0]) not in _said_by_us():
            if we or plain(word[0]) in ADDITIVE_WORDS or word[0].endswith("ly"):
                continue
            break
        rest = text[word.end() :]
        if behind is not None and next_word in _OF_US:
            rest = text[word.end() : behind.start()] + _OF_US[next_word] + text[behind.end() :]
        for verb in in_third_person(plain(word[0])):
            before, denied = _DENIED.subn(" ", text[start : word.start()])
            known = opening(f"{before}{verb}{rest}".strip(" ,"))
            if known is not None and known.operative:
                if not we and next_word in _BEHIND_NOUNS and opening(f"{verb} {next_word}") == opening(verb):
                    return paragraph
                said = f"does not {plain(word[0])}" if denied else verb
                return Paragraph(paragraph.kind, (Run(_ANOTHER.sub(_of_organ, f"{before}{said}{rest}".strip(" ,"))),))
    return paragraph


@cache
def _said_by_us() -> frozenset[str]:
    """The words that are one of a known opening where an organ says them: "urge"."""
    words = {word for language, phrase in rows("operative") if language == "en" for word in phrase.lower().split()}
    stems = {stem for word in words if word.endswith("s") for stem in (word[:-1], word[:-2], f"{word[:-3]}y")}
    return frozenset(stem for stem in stems - {"", "not"} if not words.isdisjoint(in_third_person(stem)))


def _of_organ(another: re.Match[str]) -> str:
    """Another verb further on, ", and urge", as an organ has it."""
    for verb in in_third_person(another["verb"]):
        known = opening(verb)
        if known is not None and known.operative:
            return another["before"] + verb
    return another[0]
