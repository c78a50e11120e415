"""Parts that changed their order when paragraphs were joined or divided: what changed within them is told."""

from __future__ import annotations

import pytest

from models.comparison.change import Change, Comparison
from models.comparison.compare import compare
from models.comparison.words.marked import Words, side
from models.draft import Draft, Kind, Paragraph, Run
from models.telling.turned_parts import turned_words
from models.telling.what_happened import story
from tests.models.comparison.small_drafts import C, draft

WEIRS = (
    "Calls upon all parishes to mend weirs, sluices and locks before the spring flood, to report each leak of a bank to"
    " the keepers, and to hold, wherever they can, joint exercises with the crews of ferries and of barges"
)
MILLS = (
    "Calls upon millers, bakers and brewers of the valley to address the want of clean water, which spoils bread, and"
    " encourages them to share wells by turns"
)
GREW = MILLS.replace("spoils bread", "spoils bread and leads to sour beer in taverns")
APART = [f"1. {WEIRS};", f"2. {MILLS};", f"3. {C};"]
TURNED = [f"1. {GREW}, and in this regard {WEIRS[0].lower()}{WEIRS[1:]};", f"2. {C};"]
INSIDE = "“and leads to sour beer in taverns”"


def of_kind(comparison: Comparison, kind: str) -> Change:
    (found,) = (change for change in comparison.changes if change.kind == kind)
    return found


@pytest.mark.parametrize(
    ("old", "new", "kind", "told"),
    [
        (APART, TURNED, "merged", f"what OP2 said stands elsewhere in OP1: {INSIDE} in"),
        (TURNED, APART, "split", f"what OP2 says stood elsewhere in OP1: {INSIDE} out"),
    ],
)
def test_what_changed_in_a_part_that_stands_elsewhere_is_told(
    old: list[str], new: list[str], kind: str, told: str
) -> None:
    comparison = compare(draft(*old), draft(*new))
    change = of_kind(comparison, kind)
    assert told in story(comparison, change)
    texts = (comparison.old, change.old, "delete"), (comparison.new, change.new, "insert")
    for text, places, op in texts:
        assert side(change.words, op) == "\n".join(text.paragraphs[at].text for at in places)


def test_what_was_joined_in_its_order_needs_no_more_words() -> None:
    joined = [f"1. {WEIRS}, and {GREW[0].lower()}{GREW[1:]};", f"2. {C};"]
    for old, new, kind in ((APART, joined, "merged"), (joined, APART, "split")):
        comparison = compare(draft(*old), draft(*new))
        assert not any("elsewhere" in phrase for phrase in story(comparison, of_kind(comparison, kind)))


HEAD = "Requests all keepers to mend the old weirs by spring"
PART = "alder birch cedar elder hazel maple rowan spruce"
TEN = f"{PART} walnut willow"


def turned(
    part: str,
    *elsewhere: str,
    kept: int = 0,
    label: str | None = "OP2",
    whole: str | None = "OP1",
    split: bool = False,
    first: bool = False,
) -> list[str]:
    """What is told of a part, behind the head or before it, whose first words are kept, and that stands elsewhere."""
    stay, gone = " ".join(part.split(" ")[:kept]), " ".join(part.split(" ")[kept:])
    came = [(op, text) for one in elsewhere for op, text in (("insert", f" {one}"), ("equal", " and"))]
    between = [("delete", "\n"), ("equal", stay), ("delete", f" {gone}")] if stay else [("delete", f"\n{gone}")]
    words: Words = (("equal", HEAD), *came, *between)
    if first:
        words = (("equal", f"{stay} "), ("delete", f"{gone}\n"), ("equal", HEAD), *came)
    if split:
        words = tuple(({"insert": "delete", "delete": "insert"}.get(op, op), text) for op, text in words)
    sides = [
        [Paragraph(Kind.OPERATIVE, (Run(text),)) for text in side(words, op).split("\n")] for op in ("delete", "insert")
    ]
    parts = (label, "OP1") if first else ("OP1", label)
    labels = [(whole,), parts] if split else [parts, (whole,)]
    change = Change(
        kind="split" if split else "merged", moved=False, renumbered=False, weight="substance", reasons=(),
        old=tuple(range(len(sides[0]))), new=tuple(range(len(sides[1]))), old_labels=labels[0], new_labels=labels[1],
        similarity=0.5, verb=None, words=words,
    )  # fmt: skip
    return turned_words(Comparison(Draft(tuple(sides[0])), Draft(tuple(sides[1])), (change,)), change)


def said(within: str = "") -> list[str]:
    return [f"what OP2 said stands elsewhere in OP1{within}"]


@pytest.mark.parametrize("split", [False, True])
def test_a_part_of_eight_words_is_told_and_one_of_seven_is_not(split: bool) -> None:
    told = [f"what OP2 {'says stood' if split else 'said stands'} elsewhere in OP1"]
    assert turned(PART, PART, split=split) == told
    assert turned(PART[: PART.rindex(" ")], TEN, split=split) == []
    assert turned(TEN, PART[: PART.rindex(" ")], split=split) == []  # so is what it is looked for in


def test_a_part_most_of_which_went_is_told_and_one_that_stays_is_not() -> None:
    assert turned(TEN, TEN, kept=3) == said()
    assert turned(TEN, TEN, kept=4) == []
    assert turned(TEN, TEN, label=None) == []
    assert turned(TEN, TEN, kept=3, first=True) == said()
    assert turned(TEN, TEN, kept=4, first=True) == []


@pytest.mark.parametrize(("alike", "told"), [(6, True), (5, False), (0, False)])
def test_what_came_in_elsewhere_is_as_alike_as_six_words_of_ten(alike: int, told: bool) -> None:
    names = TEN.split(" ")
    others = [f"x{name}" for name in names]
    # The same at both ends, as nothing beyond them counts.
    ends = [*names[: alike - 1], *others[alike - 1 : -1], *names[-1:]] if alike else others
    assert bool(turned(TEN, " ".join(ends))) is told


def test_the_stretch_most_alike_is_taken_and_the_rest_of_it_left() -> None:
    other = TEN.replace("cedar", "ash").replace("elder", "oak")
    near = TEN.replace("cedar", "yew")
    assert turned(TEN, other, f"to be sure {near} as ever") == said(": “cedar” out, “yew” in")


def test_what_it_stands_in_is_called_by_its_label() -> None:
    assert turned(PART, PART, whole="OP7") == ["what OP2 said stands elsewhere in OP7"]
    assert turned(PART, PART, whole="OP7", split=True) == ["what OP2 says stood elsewhere in OP7"]
    assert turned(PART, PART, whole=None) == ["what OP2 said stands elsewhere in the other"]


def test_marks_alone_are_not_told() -> None:
    assert turned(PART, PART.replace("elder", "elder,")) == said()


def test_three_places_are_told_and_the_rest_counted() -> None:
    long = " ".join(f"{name} {name}s" for name in TEN.split(" "))
    once = long.replace("birch ", "").replace("elder ", "").replace("maple ", "")
    assert turned(long, once) == said(": “birch” out, “elder” out, “maple” out")
    assert turned(long, once.replace("spruce ", "")) == said(": “birch” out, “elder” out, “maple” out and 1 more")


def test_sixteen_words_are_said_and_of_more_as_many() -> None:
    names = [f"n{number}" for number in range(17)]
    long = " ".join(f"{name} {name}s" for name in TEN.split(" "))
    for size, more in ((16, ""), (17, " …")):
        came = f"{long[: long.index(' maple')]} {' '.join(names[:size])}{long[long.index(' maple') :]}"
        assert turned(long, came) == said(f": “{' '.join(names[:16])}{more}” in")
