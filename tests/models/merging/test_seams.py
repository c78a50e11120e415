"""One side divides a paragraph, joins two or makes a list, and the other puts words in there or takes some out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest

from models.draft import Draft, computed_numbers
from models.merging import Merge, merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.accounts import WAYS, answered
from tests.models.merging.random_brackets import balanced

LAST = "Decides to remain seized of the matter."
WORDS = (
    "rivers lakes wetlands deltas springs aquifers glaciers estuaries floods droughts harbours dunes forests coasts "
    "reefs ponds valleys fields orchards seeds boats nets markets roads bridges schools clinics women youth farmers"
)


def lines(found: Draft) -> list[str]:
    return [f"{one.number or ''} {one.text}".strip() for one in found.paragraphs]


class Clauses:
    """A text of some clauses that are one paragraph, several, or a chapeau and its items."""

    def __init__(self, chance: Random) -> None:
        self.words = WORDS.split()
        chance.shuffle(self.words)
        self.paragraphs = chance.random() < 0.5
        many = chance.randint(2, 4)
        verbs = ("calls upon", "invites", "encourages", "urges")
        starts = [(*verbs[at].split(), "States") if self.paragraphs else ("to", "restore") for at in range(many)]
        self.clauses = [[*start, *self.take(chance, 2, 4)] for start in starts]
        if not self.paragraphs:
            self.clauses.insert(0, ["calls", "upon", *self.take(chance, 1, 3)])

    def take(self, chance: Random, least: int, most: int) -> list[str]:
        return [self.words.pop() for _ in range(chance.randint(least, most))]

    def edited(self, chance: Random) -> list[list[str]]:
        """The clauses with words put in or taken out at a place, the end of a clause before its mark among them."""
        made = [[*one] for one in self.clauses]
        one = made[chance.randrange(len(made))]
        if chance.random() < 0.6:
            at = chance.choice((len(one), chance.randint(2, len(one))))
            new = self.take(chance, 1, 3)
            if at == len(one) and chance.random() < 0.4:
                one[-1] += ","
            elif at == len(one) and chance.random() < 0.3:
                new.insert(0, "and")
            one[at:at] = new
        else:
            at = chance.randrange(len(one))
            del one[at : at + chance.randint(1, min(2, len(one) - 1))]
        return made

    def whole(self, clauses: Sequence[Sequence[str]]) -> Draft:
        first, *more = (" ".join(one) for one in clauses)
        if self.paragraphs:
            text = ", and ".join((first, *more))
        else:
            text = f"{first} {', '.join(more[:-1])}{' and ' if more[:-1] else ''}{more[-1]}"
        return draft(f"1. {_capital(text)};", f"2. {LAST}")

    def parted(self, clauses: Sequence[Sequence[str]]) -> Draft:
        first, *more = (_capital(" ".join(one)) for one in clauses)
        if self.paragraphs:
            return draft(*(f"{at}. {one};" for at, one in enumerate((first, *more), 1)), f"{len(clauses) + 1}. {LAST}")
        ends = [";"] * (len(more) - 2) + ["; and"] * (len(more) > 1) + [";"]
        items = (f"({'abcd'[at]}) {one}{end}" for at, (one, end) in enumerate(zip(more, ends, strict=True)))
        return draft(f"1. {first}:", *items, f"2. {LAST}")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@pytest.mark.parametrize("seed", range(80))
def test_words_of_the_other_side_stand_where_one_divides_or_joins(seed: int) -> None:
    chance = Random(seed)
    text = Clauses(chance)
    edited = text.edited(chance)
    made = (text.whole, text.parted) if chance.random() < 0.5 else (text.parted, text.whole)
    base, shaped, theirs = made[0](text.clauses), made[1](text.clauses), made[0](edited)
    for found in (merge(base, shaped, theirs), merge(base, theirs, shaped)):
        assert not found.conflicts
        assert lines(found.draft) == lines(made[1](edited))


def _over_a_seam(chance: Random, text: Clauses) -> list[list[str]]:
    """The clauses, words from one into the next taken out, or others put instead."""
    made = [[*one] for one in text.clauses]
    at = chance.randrange(len(made) - 1)
    before, behind = made[at : at + 2]
    kept = before[: len(before) - chance.randint(1, len(before) - 2)]
    made[at : at + 2] = [[*kept, *text.take(chance, 0, 3), *behind[chance.randint(1, len(behind) - 1) :]]]
    return made


@pytest.mark.parametrize("seed", range(50))
def test_where_the_seam_itself_went_every_answer_has_its_brackets_and_numbers(seed: int) -> None:
    chance = Random(seed)
    text = Clauses(chance)
    edited = _over_a_seam(chance, text)
    if len(edited) < 2 + (not text.paragraphs):
        return
    made = (text.whole, text.parted) if chance.random() < 0.5 else (text.parted, text.whole)
    base, shaped, theirs = made[0](text.clauses), made[1](text.clauses), made[0](edited)
    found = merge(base, shaped, theirs)
    assert lines(answered(found, "ours").draft) == lines(shaped) or len(found.conflicts) != 1
    for one in (found, *(answered(found, way) for way in WAYS)):
        _is_sound(one)


def _is_sound(found: Merge) -> None:
    """Numbers follow from the places; brackets have their partners in their paragraph, or hold whole paragraphs."""
    assert [one.number for one in found.draft.paragraphs] == [*computed_numbers(found.draft)]
    whole = any(one.kind == "shape" for one in found.conflicts)
    assert whole or all(balanced(one.text) for one in found.draft.paragraphs)


MET = (
    "Recalls the dialogue held in New York in 2018, during which the need to act was highlighted{}"
    " the high-level meeting held in 2025;"
)


def _met(between: str) -> Draft:
    """The text with what joins its two clauses, or divides them."""
    one, *more = MET.format(between).split("\n")
    return draft(*(f"{at}. {text}" for at, text in enumerate((one, *more, LAST), 1)))


@pytest.mark.parametrize(
    ("ours", "theirs", "asked", "label"),
    [
        (",\nAlso recalls", ";\nAlso recalls", (",", ";"), "OP1"),
        (";\nAlso recalls", ";\nFurther recalls", ("Also", "Further"), "OP2"),
        (";\nAlso recalls", ";\nWelcomes", ("Also recalls", "Welcomes"), "OP2"),
        (";\nAlso recalls", ";\nRecalls", ("Also recalls", "Recalls"), "OP2"),
    ],
)
def test_both_divide_at_one_place_and_the_mark_or_the_opening_is_asked(
    ours: str, theirs: str, asked: tuple[str, str], label: str
) -> None:
    base, one, two = map(_met, (", and also recalls", ours, theirs))
    for found, texts in ((merge(base, one, two), asked), (merge(base, two, one), asked[::-1])):
        (question,) = found.conflicts
        assert (question.ours, question.theirs, question.label) == (*texts, label)
        assert "base" not in question.choices  # it had neither an end nor an opening there
        assert lines(answered(found, "ours").draft) == lines(found.ours.new)
        assert lines(answered(found, "theirs").draft) == lines(found.theirs.new)
        its = ours if texts == asked else theirs
        both = lines(_met(its.replace(texts[0], f"[{texts[0]}] [{texts[1]}]")))
        assert lines(answered(found, "both").draft) == both
        for each in (found, answered(found, "both")):
            _is_sound(each)
            assert len(each.draft.paragraphs) == 3


@pytest.mark.parametrize("both", [";\nAlso recalls", ";\nWelcomes"])
def test_both_divide_alike_and_nothing_is_asked(both: str) -> None:
    found = merge(_met(", and also recalls"), _met(both), _met(both))
    assert not found.conflicts
    assert lines(found.draft) == lines(_met(both))


@pytest.mark.parametrize(
    ("divided", "changed", "merged"),
    [
        (";\nAlso recalls", ", and welcomes", ";\nWelcomes"),
        (";\nAlso recalls", ", and also recalls with concern", ";\nAlso recalls with concern"),
        (";\nAlso recalls", ", in particular in Africa, and also recalls", ", in particular in Africa;\nAlso recalls"),
        (";\nAlso recalls", ", and in this regard also recalls", ";\nIn this regard also recalls"),
        (";\nAlso recalls", " by all, and also recalls", " by all;\nAlso recalls"),
        (";\nAlso recalls", ", and recalls", ";\nRecalls"),
        (";\nAnd also recalls", ", and urgently also recalls", ";\nAnd urgently also recalls"),
        (";\nAnd also recalls", " by all, and also recalls", " by all;\nAnd also recalls"),
    ],
)
def test_what_the_other_side_says_at_the_seam_stands_before_or_behind_it(
    divided: str, changed: str, merged: str
) -> None:
    base, one, two = map(_met, (", and also recalls", divided, changed))
    joined = (_met(divided), base, _met(merged))
    for found, wanted in (
        (merge(base, one, two), merged), (merge(base, two, one), merged),
        (merge(joined[0], joined[1], joined[2]), changed), (merge(joined[0], joined[2], base), changed),
    ):  # fmt: skip
        assert not found.conflicts
        assert lines(found.draft) == lines(_met(wanted))


def test_a_note_on_the_word_that_opens_a_new_paragraph_stays_with_it() -> None:
    text = "1. Recalls the dialogue held in 2018, in which the need{} was seen{}[^1] the meeting held in 2025;"
    base, ours, theirs = (
        draft(*text.format(urgent, seam).replace("\n", "\n2. ").split("\n"), notes={1: "See A/80/301."})
        for urgent, seam in (("", ", and also recalls"), ("", ";\nAlso recalls"), (" to act", ", and also recalls"))
    )
    found = merge(base, ours, theirs)
    assert not found.conflicts
    assert [len(one.footnotes) for one in found.draft.paragraphs] == [0, 1]
    assert found.draft.paragraphs[1].runs == ours.paragraphs[1].runs


def test_a_bracket_over_words_that_both_changed_ends_where_the_paragraph_does() -> None:
    base = draft("1. Requests States to protect lakes, and invites donors to help;", f"2. {LAST}")
    ours = draft("1. Requests States to protect lakes;", "2. Invites donors to help;", f"3. {LAST}")
    theirs = draft("1. Requests States to protect reefs and boats to help;", f"2. {LAST}")
    found = merge(base, ours, theirs)
    assert lines(found.draft)[:2] == [
        "1 Requests States to protect [ours: lakes;]",
        "2 [Invites donors | theirs: reefs and boats] to help;",
    ]
    assert lines(answered(found, "both").draft)[:2] == [
        "1 Requests States to protect [lakes;]",
        "2 [Invites donors] [reefs and boats] to help;",
    ]


X, Y = "Notes* the generous offer of the host country to hold a meeting", "the report of the panel on rivers and lakes;"


@pytest.mark.parametrize(
    ("whole", "opens", "changed", "wanted"),
    [
        ("and also welcomes", "*Also welcomes*", "and also takes note of", "*Also takes note of*"),
        ("and welcomes", "*Welcomes*", "and also welcomes", "*Also welcomes*"),
        ("and calls upon", "*Calls upon*", "and strongly calls upon", "*Strongly calls upon*"),
        ("and welcomes", "*Welcomes*", "and, with regret, welcomes", "*With regret, welcomes*"),
        ("and welcomes", "Welcomes", "and also welcomes", "Also welcomes"),
    ],
)
def test_what_a_side_puts_into_the_opening_of_a_new_paragraph_looks_as_it_does(
    whole: str, opens: str, changed: str, wanted: str
) -> None:
    base, ours, theirs = (
        draft(f"1. *{X}, {whole} {Y}"),
        draft(f"1. *{X};", f"2. {opens} {Y}"),
        draft(f"1. *{X}, {changed} {Y}"),
    )
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        assert found.draft == draft(f"1. *{X};", f"2. {wanted} {Y}")


def test_what_a_side_puts_into_the_opening_of_a_paragraph_that_is_joined_looks_as_the_words_around_it() -> None:
    base, ours, theirs = (
        draft(f"1. *{X};", f"2. *Also welcomes* {Y}"),
        draft(f"1. *{X}, and also welcomes {Y}"),
        draft(f"1. *{X};", f"2. *Also warmly welcomes* {Y}"),
    )
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert not found.conflicts
        assert found.draft == draft(f"1. *{X}, and also warmly welcomes {Y}")


def test_a_bracket_that_opens_behind_a_seam_stands_apart_from_the_word_before_it() -> None:
    base = draft("1. Calls upon all to see inlets;", "2. Urges States to protect rivers, and to report on lakes;")
    ours = draft("1. Calls upon all to see inlets;", "2. [Urges States to protect rivers, and to report on lakes];")
    theirs = draft("1. Calls upon all to see inlets, and to protect rivers, and to report on lakes;")
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        (one,) = answered(found, "ours").draft.paragraphs[:1]
        assert not re.search(r"\w\[|\]\w", one.text)


VERBS = "urges", "requests", "invites", "encourages", "welcomes", "stresses"


def divided(clauses: Sequence[str], places: set[int], also: str) -> Draft:
    """Clauses as paragraphs divided at some places, with an "and" before the last of each."""
    starts = [0, *sorted(places), len(clauses)]
    parts = [[*clauses[start:end]] for start, end in pairwise(starts)]
    said = [", and ".join([", ".join(part[:-1])] * (len(part) > 1) + part[-1:]) for part in parts]
    return draft(*(f"{at}. {_capital(one)};" for at, one in enumerate((said[0], *(also + one for one in said[1:])), 1)))


@pytest.mark.parametrize("seed", range(60))
def test_paragraphs_that_both_divide_open_as_paragraphs_do(seed: int) -> None:
    chance = Random(seed)
    words = iter(chance.sample(WORDS.split(), 24))
    clauses = [f"{verb} {' '.join(next(words) for _ in range(4))}" for verb in VERBS[: chance.randint(3, 6)]]
    one, two = ({at for at in range(1, len(clauses)) if chance.random() < 0.4} for _ in range(2))
    also = chance.choice(("", "also "))
    base, ours, theirs = divided(clauses, set(), ""), divided(clauses, one, also), divided(clauses, two, also)
    found = merge(base, ours, theirs)
    for way in WAYS[:2]:
        made = [paragraph.text for paragraph in answered(found, way).draft.paragraphs]
        assert all(text[0].isupper() and not text.startswith("And") for text in made)
        assert [word for word in re.findall("[a-z]+", " ".join(made).casefold()) if word not in ("and", "also")] == (
            " ".join(clauses).split()
        )
        assert found.conflicts or len(made) == 1 + len(one | two)


def test_what_both_put_in_place_of_the_opening_of_a_paragraph_that_one_side_joins_is_not_asked() -> None:
    donors, said = "Calls upon donors to give;", "{} the Office needs staff and money for all its work;"
    was, new = (said.format(one) for one in ("Underlines that", "Recognizes that, over the years,"))
    base, joined, divided = (
        draft(*lines)
        for lines in ((f"1. {donors}", f"2. {was}"), (f"1. {donors} {new}",), (f"1. {donors}", f"2. {new}"))
    )
    for found in (merge(base, joined, divided), merge(base, divided, joined)):
        assert not found.conflicts
        assert [one.text for one in found.draft.paragraphs] == [one.text for one in joined.paragraphs]
