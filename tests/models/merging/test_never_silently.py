"""Nothing is merged silently: what stands otherwise than a side has it is asked; what is told contradicts nobody."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.draft import Draft, Kind, Paragraph, Run, brackets, computed_numbers, labels
from models.merging import Merge, merge
from models.merging.words.called import quoted
from tests.models.merging.settling import settled
from tests.models.merging.sided_words import SidedWords

seeds = st.integers(0, 10**9).map(Random)
_KINDS = {"H": Kind.HEADING, "O": Kind.OPERATIVE, "S": Kind.SUBPARAGRAPH}
_HARMLESS = re.compile(
    r" ends with | opens (as|with) |look at the order| says paragraph .* not | refers to .* gone|There is nothing under"
    r"|^Beside what is asked|still belongs? there"
    r"| one text has the one in the middle of the other: "  # which the other text joined: no place is as the one has it
)
_ORDER = re.compile("^(.+?) stands? (?:before|behind) (.+) now, ")
Lines = list[tuple[str, list[str]]]
"""What a paragraph is (H a heading, O operative, S an item under that), and its words, no two alike in a text."""


def generated(chance: Random, words: SidedWords) -> Lines:
    made: Lines = []
    for _ in range(chance.randint(1, 3)):
        made.append(("H", words.some(2)))
        for _ in range(chance.randint(1, 3)):
            made.append(("O", words.some(9)))
            if chance.random() < 0.25:
                made += [("S", words.some(6)), ("S", words.some(6))]
    return made


def end_of(lines: Lines, at: int) -> int:
    """Behind an operative paragraph and its items."""
    end = at + 1
    while lines[at][0] == "O" and end < len(lines) and lines[end][0] == "S":
        end += 1
    return end


def changed(chance: Random, lines: Lines, words: SidedWords) -> Lines:
    made = [(kind, [*said]) for kind, said in lines]
    moved = False
    for _ in range(chance.randint(1, 3)):
        places = [at for at, (kind, _) in enumerate(made) if kind == "O"]
        if not places:
            return made
        at = chance.choice(places)
        end = end_of(made, at)
        free = all("[" not in said and "]" not in said for _, said in made[at:end])
        act = chance.choice(
            ("word", "out", "new", "round", "across", "clause", "head", "cut", "section", "gone", "move")
        )
        said = made[at][1]
        if act == "word":
            said.insert(chance.randint(1, len(said)), *words.some(1))
        elif act == "out" and len(said) > 4:
            said.remove(chance.choice([one for one in said if one not in "[]"]))
        elif act == "new":
            made.insert(end, ("O", words.some(8)))
        elif act == "round" and free:
            made[end - 1][1].append("]")
            said.insert(0, "[")
        elif act == "across" and free and end < len(made) and made[end][0] == "O":
            last = end_of(made, end)
            if all("[" not in one and "]" not in one for _, one in made[end:last]):
                made[last - 1][1].append("]")
                said.insert(0, "[")
        elif act == "clause" and free and len(said) > 8 and len(places) > 1 and not moved:
            moved = True
            other = made[chance.choice([one for one in places if one != at])][1]
            start = chance.randrange(1, len(said) - 4)
            other[1:1] = said[start : start + 4] if other[0] != "[" else []
            del said[start : start + 4 if other[0] != "[" else start]
        elif act == "head":
            made.insert(at, ("H", words.some(2)))
        elif act == "cut":
            del made[chance.choice([n for n, (kind, _) in enumerate(made) if kind == "H"] or [at])]
        elif act in ("gone", "move") and free:
            taken = made[at:end]
            del made[at:end]
            if act == "move":
                stops = [n for n in range(len(made) + 1) if n == len(made) or made[n][0] != "S"]
                stop = chance.choice(stops)
                made[stop:stop] = taken
        elif act == "section":
            start = max((n for n in range(at) if made[n][0] == "H"), default=0)
            stop = next((n for n in range(start + 1, len(made)) if made[n][0] == "H"), len(made))
            if all("[" not in one and "]" not in one for _, one in made[start:stop]):
                del made[start:stop]
    return made


def text(lines: Lines) -> Draft:
    made = []
    for kind, said in lines:
        words = " ".join(said).replace("[ ", "[").replace(" ]", "]")
        words = words if kind == "H" else re.sub(r"(\]*)$", r";\1", words, count=1)
        made.append(Paragraph(_KINDS[kind], (Run(words),), level=int(kind == "S")))
    numbers = computed_numbers(Draft(tuple(made)))
    return Draft(tuple(Paragraph(o.kind, o.runs, o.level, n) for o, n in zip(made, numbers, strict=True)))


def said(whole: str) -> list[str]:
    return re.findall(r"[a-z]{5}[bot]\d+", whole)


def counted(draft: Draft) -> Counter[str]:
    return Counter(said("\n".join(one.text for one in draft.paragraphs)))


def is_balanced(draft: Draft) -> bool:
    return all(one.start is not None and one.end is not None for one in brackets(draft))


def inside(draft: Draft) -> set[str]:
    """The words that stand in brackets."""
    found, depth = set(), 0
    for sign in re.findall(r"[\[\]]|[a-z]{5}[bot]\d+", "\n".join(one.text for one in draft.paragraphs)):
        depth += (sign == "[") - (sign == "]")
        if depth and sign not in "[]":
            found.add(sign)
    return found


def asked(found: Merge) -> set[str]:
    rows = {at: row for row in found.rows for at in row.merged}
    words = {one for c in found.conflicts for one in said(f"{c.base} {c.ours} {c.theirs}")}
    return words | {one for at, row in rows.items() if row.conflicts for one in said(found.draft.paragraphs[at].text)}


def called(found: Merge) -> set[str]:
    """What the paragraphs are called about which something is asked."""
    names, drafts = labels(found.draft), (found.ours.old, found.ours.new, found.theirs.new)
    rows = [row for row in found.rows if row.conflicts]
    texts = {
        draft.paragraphs[at].text
        for row in rows
        for draft, places in zip(drafts, (row.base, row.ours, row.theirs), strict=True)
        for at in places
    }
    return {name for row in rows for at in row.merged if (name := names[at])} | {*map(quoted, texts)}


def put_by(found: Merge, name: str) -> tuple[str, ...]:
    """The sides that moved what is called so."""
    at = labels(found.draft).index(name) if name in labels(found.draft) else -1
    return next((row.moved for row in found.rows if at in row.merged), ())


def is_harmless(told: str, found: Merge) -> bool:
    """Whether what is told contradicts no side, or is of the order of something that is asked about.

    Or of what each side moved past the other: neither said how the two are to stand.
    """
    if _HARMLESS.search(told):
        return True
    order = _ORDER.match(told)
    if order is None:
        return False
    names = *re.split(" and | to ", order[1]), order[2]
    return not called(found).isdisjoint(names) or {put_by(found, one) for one in names} == {("ours",), ("theirs",)}


@given(seeds)
@example(Random(2826474))  # a head deleted, its items left behind
@example(Random(7000096))  # a clause out of brackets over several paragraphs
@example(Random(7000315))  # two clauses that cross
@example(Random(21000157))  # new words in brackets whose list is gone
@example(Random(31000715))  # under a heading that neither side has it under
@example(Random(11000728))  # a list joined to another paragraph and moved
@example(Random(367))  # a clause of a paragraph that both deleted, moved by one
@example(Random(245497))  # a heading put over what the other side deleted, whose items it left
@example(Random(902896))  # a clause that each moved into a new paragraph of its own, of one label
@example(Random(7001093))  # a clause moved out of brackets, of which some words stayed
@example(Random(51002055))  # a head deleted, its items in both texts under something else
@example(Random(9001030))  # under a heading that the other side deleted, divided from a clause
@example(Random(951))  # items of what is one question with a paragraph that stands elsewhere
@example(Random(2672675))
@example(Random(822001154))  # at the end, behind what the other side moved, which put a heading over the rest
@example(Random(822001887))  # under a heading that is shown as one with the paragraphs round it
@example(Random(428))  # a question about what shape some paragraphs have, one of them a heading
@example(Random(340))  # a clause moved out of what is asked because of a clause that the other moved into it
@example(Random(610277242))  # one put a heading where the other moved the next one to
@example(Random(60001630))  # brackets round several paragraphs, of which the side joined two and the other moved them
@example(Random(157796))  # each moved one past what stands between the two
@example(Random(33775910))  # brackets that begin in a section that the other side deleted, and end in what is asked
@example(Random(555003219))  # under a heading that both its forms, of which it is asked, have at another place
@example(Random(555002793))  # between two of which the other side put the greater parts into one
@settings(max_examples=50, deadline=None)
def test_nothing_is_merged_silently(chance: Random) -> None:
    words = SidedWords(chance, 5)
    lines = generated(chance, words)
    base = text(lines)
    ours, theirs = text(changed(chance, lines, words.of("o"))), text(changed(chance, lines, words.of("t")))
    found, turned = merge(base, ours, theirs), merge(base, theirs, ours)
    assert Counter((one.kind, one.base, one.ours, one.theirs) for one in found.conflicts) == Counter(
        (one.kind, one.base, one.theirs, one.ours) for one in turned.conflicts
    )
    assert all(is_harmless(one, found) for one in found.told)
    open_to_all = asked(found)
    was, one, two, now = map(counted, (base, ours, theirs, found.draft))
    for word in {*was, *one, *two} - open_to_all:
        assert now[word] == ((word in one and word in two) if word in was else 1)
    if is_balanced(ours) and is_balanced(theirs):
        for way in ("ours", "theirs", "both"):
            # Of brackets over several paragraphs under two headings one may be sent elsewhere; who does it is told.
            made = settled(found, way)
            assert is_balanced(made.draft) or any("bracket" in one for one in made.told)
        if all("both" in one.choices for one in found.conflicts):
            assert not any("holds other paragraphs" in one for one in made.told)
    held = [inside(one) for one in (ours, theirs, found.draft)]
    had = inside(base)
    new = {
        word
        for compared in (found.ours, found.theirs)
        for change in compared.changes
        for at in (change.new if not change.old else ())
        for word in said(compared.new.paragraphs[at].text)
    }  # a paragraph of which so little is left that it counts as new has no brackets to leave
    for word in ((held[0] ^ held[1]) & {*was} & {*one} & {*two} & {*now}) - open_to_all - new:
        # What one side put in brackets, or took out of them, stands so.
        assert (word in held[2]) == (word not in had)
