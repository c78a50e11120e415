"""A preambular paragraph with its verb as an operative one has it: "Noting with concern", "Notes with concern"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from models.draft import Kind, Paragraph, Run
from models.reading.openings import WORD, in_third_person, opening, words_begin

_LOOKED_AT = 4
"""The verb is one of so many words from the start: "Noting", "Also strongly condemning"."""
_WHILE = ("وإذ", "إذ")
_ENDINGS = {
    "ant": ("e", "d"), "ando": ("a",), "iendo": ("e",), "аясь": ("ается",), "ая": ("ает",), "авая": ("ает",),
    "яя": ("яет",), "уя": ("ует",), "ясь": ("ится",), "дя": ("дит",),
}  # fmt: skip
"""How a verb ends in the preamble, and in the operative part: French, Spanish and Russian."""


_ANOTHER = re.compile(r"(?P<before>\s+and\s+(?:\w+ly\s+)?)(?P<verb>\w+ing)\b")
"""A verb that is said with the first, "Recognizing and emphasizing"."""


class Said(NamedTuple):
    """Such a paragraph, what begins that the verb has no word for, and for words of it those of the preamble."""

    paragraph: Paragraph
    begins: str
    in_preamble: Mapping[str, str]


@lru_cache(maxsize=1024)
def as_operative(text: str) -> Said | None:
    """The text of a preambular paragraph with the verb of an operative one; None where it opens with no such verb."""
    start = words_begin(text)
    for at, word in enumerate(islice(WORD.finditer(text, start), _LOOKED_AT)):
        arabic = at == 0 and word[0] in _WHILE
        chinese = at == 0 and "\u4e00" <= word[0] <= "\u9fff"
        behind = text[word.end() :].lstrip() if arabic else text[word.end() :]
        for verb in ("",) if arabic else (word[0],) if chinese else _as_operative(word[0]):
            said = text[start : word.start()] + verb + behind
            known = opening(said)
            if known is not None and known.operative and known.end > word.start() - start:
                forms = {verb.casefold(): word[0]} if verb else {}
                if (another := _ANOTHER.match(behind)) is not None and (also := _one_of_organ(another["verb"])):
                    said = text[start : word.start()] + verb + another["before"] + also + behind[another.end() :]
                    forms[also.casefold()] = another["verb"]
                return Said(Paragraph(Kind.OPERATIVE, (Run(text[:start] + said),)), "" if verb else word[0], forms)
    return None


def _one_of_organ(word: str) -> str | None:
    """The verb of an operative paragraph that a word is in the preamble."""
    for verb in _as_operative(word):
        known = opening(verb)
        if known is not None and known.operative:
            return verb
    return None


def _as_operative(word: str) -> Iterator[str]:
    stem = word.removesuffix("ing")
    if stem != word:
        yield from in_third_person(stem)
        if stem[-1:] == stem[-2:-1]:
            yield from in_third_person(stem[:-1])
    for ending, others in _ENDINGS.items():
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (stem + other for other in others)
            yield stem + stem[-1:] + others[0]  # "rappelant", "rappelle"
