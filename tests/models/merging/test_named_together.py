"""References to several paragraphs in a merged text: they name the same ones, as ranges or lists, and in order."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from models.comparison.references.cited_ranges import taken_in
from models.comparison.references.mentions_abroad import followed_in
from models.comparison.references.pointing import Pointing
from models.draft import Draft, Kind, canonical
from models.merging import merge
from tests.models.comparison.small_drafts import draft

WORDS = {
    "a": "Decides to meet in Geneva in the spring",
    "b": "Calls upon all Member States to act without delay",
    "c": "Requests the Secretary-General to report on the matter at its next session",
    "d": "Welcomes the generous offer of the host country",
    "e": "Invites donors to pay into the trust fund for small islands",
    "f": "Notes the growing number of storms",
    "g": "Aware of the high waves at sea and on land",
    "h": "Asks banks to lend at low rates on rainy days",
    "i": "Reaffirms the purposes for which the bureau was founded",
    "R": "Urges all of them to carry out",
}


def text(order: str, says: str) -> Draft:
    """The paragraphs of an order, of which R says something more."""
    lines = [f"{WORDS[one]}, {says};" if one == "R" else f"{WORDS[one]};" for one in order]
    return draft(*(f"{number}. {line}" for number, line in enumerate(lines, 1)))


def said(made: Draft) -> str:
    (found,) = [one.text for one in made.paragraphs if one.text.startswith(WORDS["R"])]
    return found.removeprefix(f"{WORDS['R']}, ").removesuffix(";")


SAYING = [
    # One of a range moved elsewhere: a list says the same ones.
    ("paragraphs 1 to 3 above", "bcdefa", "paragraphs 1, 2 and 6 above"),
    ("paragraphs 1 to 3 above", "acdefb", "paragraphs 1, 2 and 6 above"),
    ("paragraphs 1 to 3 above", "abdefc", "paragraphs 1, 2 and 6 above"),
    ("paragraphs 1 to 5 above", "abdefc", "paragraphs 1 to 4 and 6 above"),
    ("paragraphs 1 through 3 above", "acdefb", "paragraphs 1, 2 and 6 above"),
    ("paragraphs 1 through to 3 above", "acdefb", "paragraphs 1, 2 and 6 above"),
    ("paragraphs 1–3 above", "acdefb", "paragraphs 1, 2 and 6 above"),
    ("paragraphs one to three above", "acdefb", "paragraphs one, two and six above"),
    ("the first to third operative paragraphs", "acdefb", "the first, second and sixth operative paragraphs"),
    ("OP1-3", "acdefb", "OP1, 2 and 6"),
    ("OP1 to OP5", "abdefc", "OP1 to OP4 and 6"),
    ("paragraphs 1 to 3, 5 and 6 above", "acdefb", "paragraphs 1, 2, 4, 5 and 6 above"),
    ("les paragraphes 1 à 3 ci-dessus", "acdefb", "les paragraphes 1, 2 et 6 ci-dessus"),
    ("los párrafos 1 a 3 supra", "acdefb", "los párrafos 1, 2 y 6 supra"),
    ("пункты 1–3 выше", "acdefb", "пункты 1, 2 и 6 выше"),
    ("الفقرات من 1 إلى 3 أعلاه", "acdefb", "الفقرات 1 و 2 و 6 أعلاه"),
    ("上文第1至3段", "acdefb", "上文第1、2和6段"),
    # What stands between its ends now and did not is named no more than before.
    ("paragraphs 1 to 3 above", "aebcdf", "paragraphs 1, 3 and 4 above"),
    ("paragraphs 1 to 3 above", "abefcd", "paragraphs 1, 2 and 5 above"),
    # It stays a range where its paragraphs stand together, with what is new among them.
    ("paragraphs 1 to 3 above", "cabdef", "paragraphs 1 to 3 above"),
    ("paragraphs 1 to 3 above", "defabc", "paragraphs 4 to 6 above"),
    ("paragraphs 1 to 3 above", "aghbcdef", "paragraphs 1 to 5 above"),
    ("paragraphs 1 to 3 above", "abgdefc", "paragraphs 1, 2 and 7 above"),
    ("paragraphs 1 to 3 above", "acdef", "paragraphs 1 to 2 above"),
    # Lists stay in ascending order, but where each goes with something else.
    ("paragraphs 2 and 3 above", "acdefb", "paragraphs 2 and 6 above"),
    ("paragraphs 1, 2 and 3 above", "bcdefa", "paragraphs 1, 2 and 6 above"),
    ("paragraphs 1 and 2 above", "bacdef", "paragraphs 1 and 2 above"),
    ("OP4, 2", "acdefb", "OP3, 6"),
    ("OP1, OP2 and OP3", "acdefb", "OP1, OP2 and OP6"),
    ("OP1/OP2", "bacdef", "OP1/OP2"),
    ("OP1 and OP3 to OP5", "abdefc", "OP1, OP3, OP4 and OP6"),
    ("paragraphs 2 and 3 above, respectively", "acdefb", "paragraphs 6 and 2 above, respectively"),
    # What is in brackets alone is not agreed, and stays in them.
    ("paragraphs 1 [and 2] above", "bcdefa", "paragraphs 6 [and 1] above"),
    ("OP1 [and OP2]", "bacdef", "OP2 [and OP1]"),
    ("[OP1 and OP2]", "bcdefa", "[OP1 and OP6]"),
    # Nobody can say so in its form.
    ("paragraphs 1 [to] 3 above", "acdefb", "paragraphs 1 [to] 3 above"),
    ("paragraph 1 to paragraph 3 above", "acdefb", "paragraph 1 to paragraph 3 above"),
]


@pytest.mark.parametrize(("before", "order", "after"), SAYING)
def test_what_one_side_newly_refers_to_is_named_where_the_other_has_it(before: str, order: str, after: str) -> None:
    base, ours, theirs = text("abcdef", ""), text("abcdefR", before), text(order, "")
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        assert said(found.draft) == after
        assert "".join(one.text for one in found.stretches(len(found.draft.paragraphs) - 1)).endswith(f"{after};")
        about = [one for one in found.told if " says " in one]
        assert bool(about) == (before != after or "[to]" in before or "to paragraph" in before)


def test_what_cannot_be_said_as_a_list_stays_and_is_told() -> None:
    found = merge(text("abcdef", ""), text("abcdefR", "paragraphs 1 [to] 3 above"), text("acdefb", ""))
    assert "OP7 says paragraphs 1 [to] 3; what was meant is OP1, OP2 and OP6 now." in found.told


@pytest.mark.parametrize(
    ("says", "order", "now"),
    [
        ("operative paragraphs 1 to 3", "acdefb", "OP1, OP2 and OP6 now"),
        ("operative paragraphs 1 to 3", "adcefb", "OP1, OP3 and OP6 now"),  # its ends have their numbers
        ("operative paragraphs 1 to 3", "defabc", "OP4 to OP6 now"),
        ("operative paragraphs 1 to 3", "aghbcdef", "OP1 to OP5 now"),  # what is new belongs to it
        ("operative paragraphs 1 to 3", "cabdef", ""),
        ("operative paragraphs 2 and 4", "acdefb", "OP6 and OP3 now"),
    ],
)  # fmt: skip
def test_what_may_be_of_another_text_is_told_with_all_that_it_took_in(says: str, order: str, now: str) -> None:
    base, ours, theirs = text("abcdef", ""), text("abcdefR", says), text(order, "")
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert said(found.draft) == says
        told = [one for one in found.told if " says " in one]
        name = found.draft.paragraphs[-1].number
        assert told == [f"OP{name} says “{says}”; if that is of this text, what was meant is {now}."] * bool(now)


def test_what_is_gone_of_a_range_is_told() -> None:
    found = merge(text("abcdef", ""), text("abcdefR", "paragraphs 1 to 3 above"), text("acdef", ""))
    assert f"OP6 says paragraphs 1 to 3, of which “{WORDS['b'][:35]}…” is gone." in found.told


def test_paragraphs_of_which_some_stand_above_and_some_below_are_told() -> None:
    found = merge(text("abcdef", ""), text("abcdRef", "paragraphs 1 to 3 above"), text("acdefb", ""))
    assert said(found.draft) == "paragraphs 1, 2 and 7 above"
    assert "OP4 says “above” of OP7, which does not stand there now." in found.told
    with_base = merge(text("abcdRef", "paragraphs 1 to 3 above"), text("abcdRef", "paragraphs 1 to 3 above"),
                      text("acdRefb", "paragraphs 1, 2 and 7 above"))  # fmt: skip
    assert not with_base.told


def test_items_of_a_range_that_moved_to_another_paragraph_are_named_by_its_number() -> None:
    def made(first: str, fourth: str, says: str = "") -> Draft:
        lists = {"1": first, "4": fourth}
        lines = [
            f"{number}. {WORDS[one]}{':' if lists.get(number) else ';'}"
            for number, one in zip("1234", "abcd", strict=True)
        ]
        for number, items in sorted(lists.items(), reverse=True):
            at = int(number)
            letters = zip("abcd", items, strict=False)
            lines[at:at] = [f"({letter}) To {WORDS[one].split(' ', 1)[1]};" for letter, one in letters]
        return draft(*lines, *([f"5. {WORDS['R']}, {says};"] if says else []))

    base, ours = made("efg", "hi"), made("efg", "hi", "paragraph 1 (a) to (c) above")
    found = merge(base, ours, made("eg", "hfi"))
    assert not found.conflicts
    assert said(found.draft) == "paragraph 1 (a), (b) and 4 (b) above"


UNTOUCHED = [
    # Neither side touched the figures: all of them read as on one side, or are the base's.
    ("abcdefR", "paragraphs 2 and 5 above", "bacdefR", "abcdfeR", "paragraphs 1 and 6 above"),
    ("abcdefR", "paragraphs 2 to 4 above", "acdefbR", "gabcdefR", "paragraphs 3, 4 and 7 above"),
    ("abcdefR", "paragraphs 1 to 3 above", "abcdfeR", "abdefcR", "paragraphs 1 to 3 above"),
]


@pytest.mark.parametrize("says", ["paragraphs 1 to 3 above", "paragraphs 1 to 5 above", "paragraphs 1 and 3 above"])
def test_a_list_that_a_side_made_of_a_reference_stays_one(says: str) -> None:
    listed = "paragraphs 1, 2 and 4 above"
    base, ours, theirs = text("abfcdeR", says), text("abcfdeR", listed), text("abfdeR", says)
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        assert said(found.draft) == "paragraphs 1, 2 and 3 above"


@pytest.mark.parametrize(("base", "says", "ours", "theirs", "after"), UNTOUCHED)
def test_what_nobody_touched_is_never_some_of_one_side_and_some_of_the_other(
    base: str, says: str, ours: str, theirs: str, after: str
) -> None:
    one, two, three = (text(order, says) for order in (base, ours, theirs))
    for found in (merge(one, two, three), merge(one, three, two)):
        assert said(found.draft) == after


def test_figures_that_both_set_in_another_order_mean_what_both_meant() -> None:
    base = text("abcdefR", "paragraphs 3, 4 and 6 above")
    ours = text("abcdgefR", "paragraphs 3, 4 and 7 above")
    theirs = text("fabcdeR", "paragraphs 1, 4 and 5 above")
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert said(found.draft) == "paragraphs 1, 4 and 5 above"


FORMS = (
    "paragraph {} above",
    "paragraphs {} and {} above",
    "paragraphs {}, {} and {} above",
    "paragraphs {} to {} above",
    "paragraphs {}–{} above",
    "paragraphs {} to {} and {} above",
    "OP{} and OP{}",
    "OP{}, OP{} and OP{}",
)


def _random(chance: random.Random, order: str) -> tuple[str, str]:
    """A text in which R refers to some paragraphs that stand before it."""
    at = chance.randrange(4, len(order) + 1)
    form = chance.choice(FORMS)
    numbers = sorted(chance.sample(range(1, at + 1), form.count("{}")))
    return order[:at] + "R" + order[at:], form.format(*numbers)


def _changed(chance: random.Random, order: str, new: str) -> str:
    made = [*order]
    for _ in range(chance.randint(1, 2)):
        made.insert(chance.randrange(len(made)), made.pop(chance.randrange(len(made))))
    if chance.random() < 0.5:
        made.insert(chance.randrange(len(made)), new)
    return "".join(made)


def _meant(made: Draft) -> frozenset[str] | None:
    """What R refers to, as letters; None where that is not all known."""
    at = next(at for at, one in enumerate(made.paragraphs) if WORDS["R"] in one.text)
    (mention,) = followed_in(made.paragraphs[at].text)
    points = Pointing(made).of(at, mention)
    found: list[int] = []
    for item, point in zip(mention.items, points, strict=True):
        if point is None:
            return None
        found += (taken_in(made.paragraphs.__getitem__, found[-1], point) or ()) if item.ranges else ()
        found.append(point)
    return frozenset(letter for one in found for letter, words in WORDS.items() if words in made.paragraphs[one].text)


@pytest.mark.parametrize("seed", range(60))
def test_after_any_merge_a_reference_means_what_it_meant(seed: int) -> None:
    chance = random.Random(seed)
    order, says = _random(chance, "abcdefg")
    plain = order.replace("R", "")
    base, ours = text(plain, ""), text(order, says)
    theirs = text(_changed(chance, plain, "h"), "")
    found = merge(base, ours, theirs)
    if found.conflicts:
        return
    assert _meant(found.draft) in (_meant(ours), (_meant(ours) or frozenset()) | {"h"}), found.told
    numbers = [*map(int, re.findall(r"\d+", said(found.draft)))]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize("seed", range(60))
def test_a_reference_that_nobody_touched_reads_as_on_a_side_or_means_what_it_did(seed: int) -> None:
    chance = random.Random(1_000 + seed)
    order, says = _random(chance, "abcdefg")
    base = text(order, says)
    ours, theirs = (text(_changed(chance, order, new), says) for new in "hi")
    found = merge(base, ours, theirs)
    if found.conflicts or [one for one in found.told if " says " in one and "not" not in one]:
        return
    wanted = [
        meant | more for meant in map(_meant, (base, ours, theirs)) if meant for more in ({*"hi"}, {"h"}, {"i"}, {*""})
    ]
    assert _meant(found.draft) in wanted, found.told
    assert canonical(merge(base, theirs, ours).draft) == canonical(found.draft)


def test_a_range_of_which_one_paragraph_has_no_number_any_more_stays_and_is_told() -> None:
    says = ["1. Urges States to act, as set out in paragraphs 2–5;", "2. Requests a report;", "3. Welcomes it;"]
    says += ["4. Encourages donors to give;", "5. Decides to meet in Rome, and invites all donors to come along;"]
    base = draft(*says, "6. Stresses peace.")
    plain = replace(base.paragraphs[3], kind=Kind.TEXT, number=None)
    ours = replace(base, paragraphs=(*base.paragraphs[:3], plain, *base.paragraphs[4:]))
    parted = "5. Decides to meet in Rome;", "6. Invites all donors to come along;"
    theirs = draft(*says[:4], *parted, "6. Stresses peace.")
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert found.draft.paragraphs[0].text == base.paragraphs[0].text
        assert found.told == (
            "OP1 says paragraphs 2–5; what was meant is OP2, OP3, another paragraph, OP5 and OP6 now.",
        )
