"""Words that one side moved and that the text, as it was answered, says twice or no longer: they are told.

Clauses are asked about (`accounted`). Told is what is left over: fewer words, those in the masthead and the cells of
tables, what comes of answers that go one way here and the other way there. A word that the base says more than once is
known again in a row that it says once, in a clause of which it says the rows seldom, or where all three texts say it
more often. One that no side says more than once is told whatever stands around it; of others, which may be the same by
chance, a clause is, and what is most of what a side changed at one place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from models.comparison.references.mentions_abroad import followed_in
from models.draft import Draft, Kind, labels
from models.draft.mentions import may_refer
from models.draft.named_parts import may_name_part, named_parts
from models.merging.conflict import Row
from models.merging.layout import cites
from models.merging.plan import Plan
from models.merging.sheet import Line, Sheet, Sides
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.told.accounted import CLAUSE, WIDE, Here, amiss, is_known, places_of
from models.merging.told.counted import Counted, Words, is_note, is_run, key_of
from models.merging.told.edits import edited
from models.merging.told.said_of_words import Said, phrases, sentence, sentence_of_all, sentence_of_the_masthead
from models.merging.words.called import quoted
from models.merging.words.pieces import ALL
from models.merging.words.telling import telling_words

_MOST = 0.6
"""Such a share of what a side changed at a place is most of it."""
_Three = tuple[Words, Words, Words]
_Found = dict[tuple[str, tuple[int, ...]], list[str]]
"""Words, by what befell them and at which places."""


def follow(plan: Plan, sheet: Sheet, draft: Draft, notes: Mapping[str, str]) -> tuple[Sequence[str], Sequence[str]]:
    """A sentence for the words that stand too often or too seldom at the same places, and one for all of the masthead.

    What a masthead says of sponsors and of how it is issued is no text of anybody's: it is told last. `notes` are those
    of the text of which nothing is open, by key.
    """
    counted = Counted(plan, sheet, prose=False)
    here = [*places_of(counted, sheet)]
    found: _Found = defaultdict(list)
    figures = {row.key: _figures_set(sheet, row) for row in sheet.rows if row.key}
    set_here = [set[str]().union(*(figures[part.key] for part in one.parts if part.key)) for one in here]
    for word, how, numbers in amiss(here, counted):
        if how == "twice" and len(numbers) > WIDE:
            continue  # a name that is said at many places
        # A figure that follows the paragraph it means is told with that.
        if not any(not set_here[number].isdisjoint(word.split()) for number in numbers):
            found[how, numbers].append(word)
    if not found:
        return (), ()
    moved, single = _parted(plan, found, here, counted)
    every = {**moved, **single}
    shown = {one: _shown(one[0], [here[number] for number in one[1]], words[0]) for one, words in every.items()}
    issued = {one for one, at in shown.items() if at and all(_is_issued(plan.sides, place) for place in at)}
    left = ({one: words for one, words in each.items() if one not in issued} for each in (moved, single))
    said = {
        phrase
        for one in issued
        for phrase in phrases(plan.sides, _places([here[number] for number in one[1]]), every[one], notes)
    }
    return [*_told(plan, sheet, draft, notes, here, *left)], [sentence_of_the_masthead(sorted(said))] if said else []


def _figures_set(sheet: Sheet, row: Row) -> set[str]:
    """The figures and letters of references in a row that follow: those of a side that none has now, and new ones."""
    lines = [(line.text(sheet.sides), line.edits) for at in row.merged for line in (sheet.lines[at],)]
    edits = ((text[edit.start : edit.end], edit.text) for text, own in lines for edit in own)
    words = {word for both in edits for text in both for word in telling_words(text)}
    found = {word for word in words if word.isdigit() or len(word) == 1}
    if any(may_refer(text) or may_name_part(text) for text, _ in lines):
        places = zip(sheet.sides, (row.base, row.ours, row.theirs), strict=True)
        there = _signs(side.draft.paragraphs[at].text for side, its in places for at in its)
        found |= there ^ _signs(edited(text, own) for text, own in lines)
    return found


def _signs(texts: Iterable[str]) -> set[str]:
    """The figures and letters of the references of some texts, as the words of an account have them."""
    found: set[str] = set()
    for text in texts:
        signs = [sign for one in followed_in(text) for item in one.items for sign in item.signs]
        signs += [sign for one in named_parts(text) for sign in one.signs]
        found.update(word for sign in signs for word in telling_words(sign.text))
    return found


def _is_issued(sides: Sides, one: Here) -> bool:
    """Whether all that stands at a place is of the masthead, or says who else may be a sponsor."""
    return all(
        side.draft.paragraphs[at].kind in (Kind.MASTHEAD, Kind.SPONSOR_NOTE)
        for side, its in zip(sides, _places([one]), strict=True)
        for at in its
    )


def _parted(plan: Plan, found: _Found, here: Sequence[Here], counted: Counted) -> tuple[_Found, _Found]:
    """What went from one place to another and is not the same by chance, and single words that may be."""
    known = {one: [word for word in words if is_known(word)] for one, words in found.items()}
    moved = {one: found[one] for one in _moved({one: words for one, words in known.items() if words}, here, counted)}
    told = {(how, part) for (how, _), words in moved.items() for word in words if is_run(word) for part in word.split()}
    single: _Found = {}
    for one in found.keys() - moved.keys():
        words = [
            word
            for word in found[one]
            if (counted.said[word] > 1 or counted.is_once(word)) and (one[0], word) not in told
        ]
        places = _places([here[number] for number in one[1]])
        if any(is_known(word) or _has_its_neighbour(plan.sides, places, word) for word in words):
            single[one] = words
    return moved, single


def _places(here: Sequence[Here]) -> list[list[int]]:
    """The paragraphs of base, ours and theirs at some places, each once."""
    return [sorted({at for one in here for part in one.parts for at in part.places[side]}) for side in ALL]


def _has_its_neighbour(sides: Sides, places: Sequence[Sequence[int]], word: str) -> bool:
    """Whether a figure, or a letter, stands beside a word on a side beside which it stands in the base."""
    beside: list[set[tuple[int, str]]] = []
    for side in ALL:
        texts = (sides[side].draft.paragraphs[at].text.casefold() for at in places[side])
        read = [["", *re.findall(r"\w+", text), ""] for text in texts]
        stands = [(words, at) for words in read for at, one in enumerate(words) if one == word]
        beside.append({(step, words[at + step]) for words, at in stands for step in (-1, 1)} - {(-1, ""), (1, "")})
    return not beside[BASE].isdisjoint(beside[OURS] | beside[THEIRS])


def _moved(found: _Found, here: Sequence[Here], counted: Counted) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Which of the words went from one place to another, and are not the same by chance.

    A clause did, and fewer words that are most of what a side changed at one of two places.
    """
    between: dict[tuple[int, int], set[str]] = defaultdict(set)
    for (_, numbers), words in found.items():
        for pair in product(numbers, numbers) if len(numbers) <= WIDE else ():
            between[pair].update(words if len(numbers) == 1 or pair[0] != pair[1] else ())
    most = {(a, b) for (a, b), words in between.items() if _is_most(here[a].said, here[b].said, words)}
    for (how, numbers), words in found.items():
        few = how == "deleted" and not any(map(is_run, words))
        once = [word for word in words if how != "deleted" or counted.is_known(word)]
        if _is_clause(how, words if any(map(is_run, once)) else once) or (
            not few and not most.isdisjoint(product(numbers, numbers))
        ):
            yield how, numbers


def _is_clause(how: str, words: set[str] | Sequence[str]) -> bool:
    if how != "deleted" and any(map(is_run, words)):
        return True
    return len({part for word in words for part in word.split()}) >= CLAUSE or any(map(is_note, words))


def _is_most(said: _Three, there: _Three, words: set[str]) -> bool:
    """Whether some words are most of what a side put in at a place, or most of what it took out.

    With a run of them went all that the side took out or put in at the other place.
    """
    parts = {part for word in words for part in word.split()}
    for side in (OURS, THEIRS):
        for one, two in (
            (said[side] - said[BASE], there[BASE] - there[side]),
            (said[BASE] - said[side], there[side] - there[BASE]),
        ):
            many = {word for word in one if not is_run(word) and not is_note(word)}
            its = parts | two.keys() if any(map(is_run, words)) else parts
            if many and len(its & many) >= _MOST * len(many):
                return True
    return False


def _told(
    plan: Plan,
    sheet: Sheet,
    draft: Draft,
    notes: Mapping[str, str],
    here: Sequence[Here],
    moved: _Found,
    single: _Found,
) -> Iterator[str]:
    names, rows = labels(draft), {row.key: row for row in sheet.rows if row.key}

    def name(one: Here, word: str) -> str:
        """What people call the paragraph that says a word now, or that it stood in."""
        lines = [at for part in one.parts if part.key for at in rows[part.key].merged]
        saying = [at for at in lines if _says(sheet, sheet.lines[at], word)] or lines
        if saying:
            return names[saying[0]] or quoted(draft.paragraphs[saying[0]].text)
        for of in ((BASE,), (OURS, THEIRS)):  # what is new, and was left out, is called as it was where it stood
            stood = [(plan.sides[side], at) for side in of for part in one.parts for at in part.places[side]]
            if stood:
                return min(side.labels[at] or quoted(side.draft.paragraphs[at].text) for side, at in stood)
        return ""

    def said(how: str, numbers: Sequence[int], words: Sequence[str]) -> Said:
        places = [here[number] for number in numbers]
        shown = _shown(how, places, words[0])
        return Said(
            [*phrases(plan.sides, _places(places), words, notes)],
            [*dict.fromkeys(name(one, words[0]) for one in shown)],
        )

    for how in ("deleted", "lost", "twice"):
        for (_, numbers), words in _of(moved, how):
            yield sentence(how, said(how, numbers, words))
        few = [said(how, numbers, words) for (_, numbers), words in _of(single, how)]
        if few:
            yield sentence_of_all(how, few)


def _says(sheet: Sheet, line: Line, word: str) -> bool:
    if is_note(word):
        return key_of(word) in cites(sheet.sides, line)
    return f" {word} " in f" {' '.join(telling_words(line.text(sheet.sides)))} "


def _shown(how: str, places: Sequence[Here], word: str) -> list[Here]:
    """Where a word stands; of a lost one where it no longer does."""
    if how == "lost":
        return [one for one in places if one.now[word] < max(side[word] for side in one.said)]
    return [one for one in places if one.now[word]]


def _of(found: _Found, how: str) -> list[tuple[tuple[str, tuple[int, ...]], list[str]]]:
    return sorted((one for one in found.items() if one[0][0] == how), key=lambda one: sorted(one[1]))
