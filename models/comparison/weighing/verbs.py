"""Operative verbs that changed, and whether the new one is usually read as stronger (`ladder.py`)."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from functools import cache
from itertools import compress, count

from models.comparison.change import VerbChange
from models.comparison.weighing.denied import chinese_denial, denial
from models.comparison.weighing.ladder import ladder, one_spelling, rung, sizes
from models.comparison.weighing.leads import only_leads
from models.comparison.weighing.manners import READ, Said, adverbs, direction_said, may_say_how, said_how
from models.comparison.weighing.said_in_preamble import Said as InPreamble
from models.comparison.weighing.said_in_preamble import as_operative
from models.comparison.weighing.spoken_by_us import as_said_of_organ, both_as_said_of_organ
from models.comparison.words.openings import ADDITIVE_WORDS
from models.comparison.words.text_parts import TextParts, fold
from models.comparison.words.tokens import is_word, tokens, words_among
from models.draft import Kind, Paragraph, Run
from models.draft.brackets import OPENING
from models.draft.first_letter import with_capital
from models.reading.openings import opening, rows

_ASIDE = (
    ("once", "again"), ("once", "more"), ("again",), ("à", "nouveau"), ("de", "nouveau"), ("una", "vez", "más"),
    ("вновь",), ("مرة", "أخرى"), ("in", "this", "regard"), ("in", "this", "respect"), ("in", "this", "context"),
    ("in", "that", "regard"), ("nevertheless",), ("moreover",), ("furthermore",), ("likewise",), ("à", "cet", "égard"),
    ("a", "este", "respecto"), ("в", "этой", "связи"), ("в", "этом", "контексте"),
)  # fmt: skip
"""What may stand beside a verb and is no part of it."""
_ASIDE_STARTS = frozenset(aside[0] for aside in _ASIDE)
_ASIDE_BEGINS = 4
"""It begins among so many words from the start."""
_LOOKED_AT = 16
"""A verb stands in so many words from the start."""
_SAME = 120
"""Paragraphs that begin with so many equal characters open with the same verb."""
_CHINESE_ALSO, _CHINESE_AGAIN = "又还", "再次"
_CHINESE_OR = f" /或{OPENING}"
_LINKS = frozenset(
    {"of", "that", "the", "to", "all", "its", "de", "que", "du", "des", "a", "à", "al", "los", "las", "le", "la"}
)
_UPON = frozenset({"on", "upon"})
"""What is part of a verb, and no object of it: "calls upon"."""
_BORDER = r"(?:\[|(?:[,;:(—–،؛\]]|(?<!\w)(?:and|but|or|et|y|e|и|а))\s+\[?)\s*"
_BESIDE = r"(?:(?!(?:the|its|their|his|all|of|for|these|those|such|any|a|an|on|by|with)\b)\w+,?\s+){0,3}"
"""Where another verb of a paragraph begins: ", and, in this regard, also strongly urges". Behind "the" is a noun."""


def verb_change(old: Paragraph, new: Paragraph) -> VerbChange | None:
    """The change of the opening verb of an operative paragraph, or of an item of one that has a verb of its own.

    None where it stayed, if in the form of the other part, or where one side is none.
    """
    if {old.kind, new.kind} == _BOTH_PARTS:
        return _across(old, new)
    if old.kind is not new.kind or old.kind not in _WITH_VERB or old.text == new.text:
        return None
    if old.text[:_SAME] == new.text[:_SAME] and (old.kind is not Kind.OPERATIVE or not only_leads(old.text)):
        return None
    before, now = _acting(old), _acting(new)
    # Behind a lead of both the one verb is known and the other is not.
    if (before is old) is not (now is new) and only_leads(old.text) and only_leads(new.text):
        return None
    (one, asked), (two, asks) = _opened(before), _opened(now)
    if not one or not two:
        said = both_as_said_of_organ(old, new)
        return verb_change(*said) if said[0] is not old or said[1] is not new else None
    old, new = before, now
    one, two = _without_object(one, asks), _without_object(two, asked)
    if old.kind is Kind.SUBPARAGRAPH and not (_acts(one, asked) and _acts(two, asks)):
        return None
    if one == two and not may_say_how(old.text[:READ]) and not may_say_how(new.text[:READ]):
        return None
    said_one, said_two = said_how(one, _read(old.text[:READ])), said_how(two, _read(new.text[:READ]))
    if _same(said_one.verb, said_two.verb):
        return None
    if one[0].rstrip(",") == two[0].rstrip(",") and ("and" in one) is not ("and" in two):
        several, text = (one, new.text) if "and" in one else (two, old.text)
        if _last_of(several) in _read(text[:READ]):  # "condemns, deplores or rejects", "condemns and does not reject"
            return None
    # Of one object, "the report of the", the old verb may stand further on again: "and welcomes the report of the".
    whom = asked if len(asked) == _ASKED and asked == asks else ()
    if not _same(one, two) and (_further_on((*one, *whom), new.text) or _further_on((*two, *whom), old.text)):
        return VerbChange(_printed(one), _printed(two), "other", instead=False)
    # "Requests the Board to act" may be "Recalls the law, and invites the Board to act": it is asked less firmly.
    if not whom and (verb := _verb_before(asks, old.text, len(one))) and one[-len(verb) :] != verb:
        one, said_one = verb, Said(verb)
    if not whom and (verb := _verb_before(asked, new.text, len(two))) and two[-len(verb) :] != verb:
        two, said_two = verb, Said(verb)
    how = direction_said((one, said_one), (two, said_two))
    return VerbChange(_printed(said_one.verb), _printed(said_two.verb), how)


_BOTH_PARTS = {Kind.PREAMBULAR, Kind.OPERATIVE}


def _across(old: Paragraph, new: Paragraph) -> VerbChange | None:
    """The change of the verb of a paragraph that went from one part to the other, each as it stands."""
    leaves = old.kind is Kind.PREAMBULAR
    said = as_operative(old.text if leaves else new.text)
    found = said and verb_change(*((said.paragraph, new) if leaves else (old, said.paragraph)))
    if said is None or found is None:
        return None
    before = _in_preamble(found.old, said) if leaves else found.old
    return replace(found, old=before, new=found.new if leaves else _in_preamble(found.new, said))


def _in_preamble(verb: str, said: InPreamble) -> str:
    """A verb as the preamble has it."""
    words = [said.in_preamble.get(word, word) for word in _read(verb).split()]
    return _printed((*_read(" ".join((said.begins, *words) if said.begins else words)).split(),))


_POINTS = dict.fromkeys([0x640, *range(0x64B, 0x653), 0x670])
"""The Arabic ones, and the stroke that only makes a word longer: with them or without, a verb is the same."""


def _read(text: str) -> str:
    """Words as verbs are known by them: in small letters, each in one shape, without points."""
    text = fold(text).casefold()
    return text if text.isascii() else text.translate(_POINTS)


def _acts(verb: tuple[str, ...], behind: tuple[str, ...]) -> bool:
    """Whether words that open an item are a verb of the organ: no "Recognizing", and no noun, as in "Requests for"."""
    found = opening(" ".join(verb))
    is_noun = len(verb) == 1 and (not behind or (verb[0] in _NOUNS and behind[:1] in _OF_NOUNS))
    return found is not None and found.operative and not is_noun


_WITH_VERB = frozenset({Kind.OPERATIVE, Kind.SUBPARAGRAPH})
_OF_NOUNS = {(word,) for word in ("of", "for", "from", "by", "to", "on", "in", "at", "and", "or", "made")}
"""What stands behind a noun."""
_NOUNS = frozenset({"requests", "calls", "appeals", "demands", "notes", "urges", "supports", "reviews", "regrets"})
"""Verbs that may be one: "Requests for funds"; "Decides to meet" is none."""


def _without_object(verb: tuple[str, ...], behind: tuple[str, ...]) -> tuple[str, ...]:
    """A verb without what the other one has `behind` it: "stresses the importance" is "stresses" beside "notes the
    importance"."""
    for size in range(len(verb) - 1, 0, -1):
        rest = verb[size:]
        if (
            behind[: len(rest)] == rest
            and rest[0] not in (_LINKS | _UPON) - _WHOSE
            and opening(" ".join(verb[:size])) is not None
        ):
            return verb[:size]
    return verb


def _further_on(verb: tuple[str, ...], text: str) -> bool:
    """Whether a verb stands in a text as another operative verb than the first: "recalls the law, and urges all"."""
    text = _read(text)
    if verb[0] not in text:
        return False  # most often; a pattern takes long to be made
    said = r"\W+".join(map(re.escape, verb))
    if verb[0][:1] >= "\u2e80":
        return re.search(rf"(?:[，；、。\[\]]|并|和|以及)[又还再次并]*{said}", text) is not None
    return re.search(rf"{_BORDER}{_BESIDE}و?{said}(?!\w)", text) is not None


def _verb_before(asked: tuple[str, ...], text: str, opening_verb: int) -> tuple[str, ...] | None:
    """The operative verb before some words where they stand in a text, behind so many of its opening verb."""
    if len(asked) < _ASKED:
        return None
    words = [_read(word) for word in tokens(text).words if is_word(word) or word in _STOPS]
    for at in range(1, len(words) - _ASKED + 1):
        if tuple(words[at : at + _ASKED]) == asked:
            sizes = [size for size in range(1, min(6, at) + 1) if " ".join(words[at - size : at]) in ladder()]
            if sizes and at - sizes[-1] > opening_verb and words[at - sizes[-1] - 1] in _BEFORE_VERB:
                return tuple(words[at - sizes[-1] : at])
    return None


_ASKED = 4
"""So many words behind a verb tell whom it asks."""
_STOPS = frozenset(",;:")
_BEFORE_VERB = _STOPS | {"and", "but", "also", "further", "et", "y", "и", "а", "также", "también", "également"}


def _same(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether nothing is to be told of two verbs: "reaffirms" and "reaffirms its commitment", "regrets deeply" and
    "emphasises" too."""
    one, two = (tuple(map(one_spelling, verb)) for verb in (one, two))
    if one[0] == two[0] and not (_telling(one) and _telling(two)) and ("and" in one) is ("and" in two):
        return True
    short, long = sorted((one, two), key=len)
    if long[: len(short)] == short and long[len(short) : len(short) + 1] in _WHOSE_FIRST:
        return True
    return (sorted(one) == sorted(two) and _each(one) == _each(two)) or _bare(one) == _bare(two)


def _each(verb: tuple[str, ...]) -> list[list[str]]:
    """The words of each of the verbs that are said as one, "strongly condemns and rejects", in no order."""
    return sorted(sorted(words.split()) for words in " ".join(verb).split(" and "))


def _last_of(several: tuple[str, ...]) -> str:
    """How the last of several verbs begins in any person: "reject" of "condemns, deplores and rejects"."""
    behind = several[len(several) - several[::-1].index("and") :]
    verb = next((word for word in behind if word.endswith("s")), "".join(behind[:1]))
    return verb.removesuffix("s").removesuffix("e")


def _bare(verb: tuple[str, ...]) -> tuple[str, ...]:
    """A verb without "to" or "that" at its end, and whether it is "its" or "the request", one or more."""
    size = len(verb)
    while size > 1 and verb[size - 1] in _LINKS:
        size -= 1
    said = [word for at, word in enumerate(verb[:size]) if not at or word not in _WHOSE]
    if said[0] in _AGAIN:
        said[1:] = [word.removesuffix("s") for word in said[1:]]
    return tuple(said)


_WHOSE = frozenset({"its", "the"})
_WHOSE_FIRST = {(word,) for word in _WHOSE}
_AGAIN = frozenset({"reiterates", "renews", "repeats"})
_ASKS_AGAIN = frozenset({"request", "invitation", "call", "appeal", "demand", "decision"})
"""What is said again is part of the verb: "reiterates its request" is none that only reiterates."""


def _telling(verb: tuple[str, ...]) -> bool:
    """Whether more after the first word of the other would be another verb: not of "Reaffirms (its commitment)"."""
    return " ".join(verb) in ladder() or len(verb) > 1


def _acting(paragraph: Paragraph) -> Paragraph:
    """An operative paragraph as from its verb: what only leads to that, "In accordance with its mandate", apart."""
    if paragraph.kind is Kind.OPERATIVE and only_leads(paragraph.text):
        for comma in _COMMA.finditer(paragraph.text, 0, READ):
            rest = as_said_of_organ(Paragraph(paragraph.kind, (Run(paragraph.text[comma.end() :]),)), only_we=True)
            verb, asked = _opened(rest)
            if verb and _acts(verb, asked):
                return rest
    return paragraph


_COMMA = re.compile(r"[,،，]\s*")


def _opened(paragraph: Paragraph) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of the verb in small letters, without also, further and once again, and those behind it.

    One word for Chinese, and nothing where the paragraph opens with no verb of the lists, or with more than one to
    choose from.
    """
    if "\u4e00" <= paragraph.text[:1] <= "\u9fff":
        text = paragraph.text.lstrip(_CHINESE_ALSO)
        again = text.removeprefix(_CHINESE_AGAIN)
        text = again if opening(again) else text
        no = chinese_denial(text) if opening(text) is None else ""
        text = text.removeprefix(no)
        listed = opening(text)
        ranked = max((size for size in range(1, 9) if text[:size] in ladder()), default=0)
        size = max(ranked, listed.end if listed else 0)
        behind = text[size:].lstrip(_CHINESE_OR)
        if not size or (len(behind) < len(text) - size and opening(behind)):
            return (), ()
        return (no + text[:size],), ()
    parts = TextParts(paragraph, _LOOKED_AT)
    _, _, start, end = parts.opening
    said = parts.words[:_LOOKED_AT]
    places = [at for at in compress(count(), words_among(said)) if not start <= at < end]
    words = _read(" ".join([said[at] for at in places])).split(" ") if places else []
    if not _ASIDE_STARTS.isdisjoint(words[:_ASIDE_BEGINS]):
        for at in range(_ASIDE_BEGINS):
            for aside in _ASIDE if words[at : at + 1] and words[at] in _ASIDE_STARTS else ():
                if tuple(words[at : at + len(aside)]) == aside:
                    del words[at : at + len(aside)], places[at : at + len(aside)]
    denied, size_denied = denial(words)
    words = _adverb_first(words)
    ranked = rung(words)
    phrase = opening(" ".join(words))
    if not ranked and phrase is None:
        return (), ()
    known = len(" ".join(words)[: phrase.end].split()) if phrase else 0
    size = max(ranked, known)
    if size == 1 and words[0] in _all_adverbs():  # one that is listed for what may stand behind it
        rest = opening(" ".join(words[1:]))
        size += max(rung(words[1:]), len(" ".join(words[1:])[: rest.end].split()) if rest else 0)
    # "Welcomes and invites" is no "Welcomes", listed or not.
    commas = {at for at in range(1, len(words)) if "," in said[places[at - len(words) - 1] : places[at - len(words)]]}
    first, size = size, _of_several(words, size, commas)
    if words[0] in _AGAIN and {*words[1:2]} & _WHOSE and words[2:3] and words[2].removesuffix("s") in _ASKS_AGAIN:
        first = size = 3
    verb = [
        f"{word}," if at in commas and first <= at < size and words[at] != "and" else word
        for at, word in enumerate(words[:size], 1)
    ]
    # A "further" that is still here is of the noun: "Encourages further cooperation", though one may begin so.
    while len(verb) > max(1, ranked) and verb[-1] in _LINKS | ADDITIVE_WORDS:
        verb.pop()
    if _offers_another(parts, places[len(places) - len(words) :], words, len(verb)):
        return (), ()
    asked = tuple(words[len(verb) : len(verb) + _ASKED])
    return (*denied, *verb[size_denied:]), asked


def _of_several(words: list[str], size: int, commas: Collection[int]) -> int:
    """How many words several verbs have that open a paragraph, "condemns, deplores and rejects"; `size` has the first.

    `commas`: the words that stand behind one.
    """
    at = size
    while words[at : at + 1] != ["and"]:
        another = rung(words[at:]) if at in commas else 0
        if not another:
            return size
        at += another
    last = rung(words[at + 1 :])
    return at + 1 + last if last else size


@cache
def _all_adverbs() -> frozenset[str]:
    return frozenset(_read(word) for _, word in rows("adverbs"))


def _adverb_first(words: list[str]) -> list[str]:
    """The words of a verb with an adverb behind its first or second one in front: "urges strongly", "calls strongly
    upon"."""
    for at in range(1, min(3, len(words))):
        adverb, rest = words[at], [*words[:at], *words[at + 1 :]]
        if adverb not in adverbs() and adverb not in sizes():
            continue
        if _has_rung(words, at + 1):
            return words  # "engage vivement"
        # One of another language stays behind its verb: "exhorte fermement".
        if _has_rung([adverb, *rest], at + 1) or (adverb.endswith("ly") and _has_rung(rest, at)):
            return [adverb, *rest]
    return words


def _has_rung(words: list[str], least: int) -> bool:
    """Whether a verb of the ladder begins some words and has at least so many."""
    return any(size >= least and " ".join(words[:size]) in ladder() for size in sizes().get(words[0], ()))


def _offers_another(parts: TextParts, places: list[int], words: list[str], size: int) -> bool:
    """Whether brackets or a stroke leave open which verb it is: "[Urges] [Calls upon]", "[Strongly] urges"."""
    cuts = [at for at, _, _ in parts.brackets] + [at for at, word in enumerate(parts.words) if word in _OR]
    if not cuts:
        return False
    behind = next((at for at in range(size, len(words)) if words[at] not in _LINKS | _OR), 0)
    another = " ".join(words[behind:]) if behind else ""
    last = behind if another and (opening(another) or words[behind] in ladder()) else size - 1
    return any(places[0] < cut <= places[last] for cut in cuts)


_OR = frozenset({"/", "or"})


def _printed(verb: tuple[str, ...]) -> str:
    return with_capital(" ".join(verb))
