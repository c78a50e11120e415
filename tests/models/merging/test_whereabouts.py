"""Every paragraph of a merged text stands in the part, and under the heading and the head, where a side put it."""

from __future__ import annotations

from random import Random

import pytest

from models.draft import Kind, canonical
from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging import test_never_silently as never
from tests.models.merging.answered import resolve
from tests.models.merging.settling import settled
from tests.models.merging.sided_words import SidedWords
from tests.models.merging.whereabouts import Lines, Words, edited, generated, names_of, strays, text, whereabouts

PLANS, REPORT, GENEVA, DONORS = (
    "Urges Member States to adopt national action plans to combat sand and dust storms by 2027;",
    "Requests the Secretary-General to report to the Assembly at its eighty-first session;",
    "Decides to convene a conference in Geneva in 2028;",
    "Calls upon donors to provide predictable and adequate financing;",
)
ACT = "Calls upon all Governments to act without delay;"
URGING = PLANS.replace("Urges", "Urging").replace(";", ",")


def test_a_section_that_one_side_edited_and_the_other_struck_is_one_question() -> None:
    base = ("§ Plans", f"1. {PLANS}", f"2. {REPORT}", "§ Financing", f"3. {GENEVA}", f"4. {DONORS}")
    ours = (*base[:-1], base[-1].replace("adequate", "timely"))
    three = draft(*base), draft(*ours), draft(*base[:3])
    found = merge(*three)
    (asked,) = found.conflicts
    assert (asked.kind, asked.base, asked.theirs) == ("deleted", f"Financing\n{GENEVA}\n{DONORS}", "")
    assert settled(found, "theirs").draft == three[2]
    assert settled(found, "ours").draft == three[1]
    assert settled(found, "base").draft == three[0]


def test_so_is_an_annex() -> None:
    words = Words(Random(1))
    annex = [words.line("N"), words.line("H"), words.line("T"), words.line("T")]
    body = [words.line("P"), words.line("O")]
    kind, said = annex[-1]
    found = merge(text([*body, *annex]), text([*body, *annex[:-1], (kind, [*said[:-1], "else"])]), text(body))
    (asked,) = found.conflicts
    assert (asked.kind, asked.base, asked.theirs) == ("deleted", "\n".join(" ".join(line) for _, line in annex), "")
    assert whereabouts(found.draft, names_of(annex))[said[0]][1].annex == annex[0][1][0]


ITEMS = (f"1. {PLANS}", f"2. {REPORT}", f"3. {GENEVA}", f"4. {DONORS}")


def test_what_one_side_made_an_item_is_asked_with_the_head_that_the_other_struck() -> None:
    ours = draft(*ITEMS[:2], f"(a) {GENEVA}", f"3. {DONORS}")
    theirs = draft(ITEMS[0], f"2. {GENEVA}", f"3. {DONORS}")
    found = merge(draft(*ITEMS), ours, theirs)
    (asked,) = found.conflicts
    assert (asked.kind, asked.ours) == ("shape", f"{REPORT}\n{GENEVA}")
    assert canonical(resolve(found, asked, "ours").draft) == canonical(ours)
    assert canonical(resolve(found, asked, "theirs").draft) == canonical(theirs)


def test_what_one_side_made_an_item_stays_under_its_head() -> None:
    ours = draft(*ITEMS[:2], f"(a) {GENEVA}", f"3. {DONORS}")
    between = draft(*ITEMS[:2], f"3. {ACT}", f"4. {GENEVA}", f"5. {DONORS}")
    moved = draft(ITEMS[0], f"2. {GENEVA}", f"3. {DONORS}", f"4. {REPORT}")
    for theirs in (between, moved):
        for found in (merge(draft(*ITEMS), ours, theirs), merge(draft(*ITEMS), theirs, ours)):
            lines = [one.text for one in found.draft.paragraphs]
            assert not found.conflicts
            assert lines.index(GENEVA[:-1] + lines[lines.index(REPORT) + 1][-1]) == lines.index(REPORT) + 1


def test_what_one_side_took_into_the_preamble_stands_there() -> None:
    base = draft("PP Recalling its resolution 78/158,", *ITEMS)
    ours = draft("PP Recalling its resolution 78/158,", f"PP {URGING}", *ITEMS[1:])
    theirs = draft("PP Recalling its resolution 78/158,", f"1. {ACT}", *ITEMS)
    swapped = draft("PP Recalling its resolution 78/158,", ITEMS[1], ITEMS[0], *ITEMS[2:])
    for other, first in ((theirs, ACT), (swapped, REPORT)):
        for found in (merge(base, ours, other), merge(base, other, ours)):
            assert not found.conflicts
            assert [one.text for one in found.draft.paragraphs[1:3]] == [URGING, first]


@pytest.mark.parametrize("start", range(0, 500, 100))
def test_nothing_stands_silently_where_no_side_has_it(start: int) -> None:
    asked = 0
    for seed in range(start, start + 100):
        chance = Random(seed)
        words = Words(chance)
        base = generated(chance, words)
        ours, theirs = edited(chance, base, words.of("o")), edited(chance, base, words.of("t"))
        found = merge(text(base), text(ours), text(theirs))
        assert not [*strays(found, names_of(base, ours, theirs))], seed
        asked += bool(found.conflicts)
    assert asked < 50  # most of what two sides do to a text fits


def lettered(letters: str) -> Lines:
    """A paragraph for each two: its kind, and a letter for its words, the same for the same letter."""
    return [
        (kind, [f"{4 * one}b{ord(one)}{n}" for n in range(3 if kind in "INH" else 7)])
        for kind, one in zip(letters[::2], letters[1::2], strict=True)
    ]


@pytest.mark.parametrize("way", [1, -1])
def test_a_section_that_came_into_another_annex_is_told(way: int) -> None:
    """One side took the section to the end of the annex, of which the other made two."""
    base, ours, theirs = map(lettered, ("OaHbOcNdTeTfTg", "OaNdTeTfTgHbOc", "OaHbOcNdTeNhTfTg"))
    one, two = (ours, theirs)[::way]
    found = merge(text(base), text(one), text(two))
    section, annex = (" ".join(lettered(one)[0][1]) for one in ("Hb", "Nh"))
    assert not [*strays(found, names_of(base, ours, theirs))]
    assert f"“{section}” stands under “{annex}” now, with all it holds: look where it belongs." in found.told


@pytest.mark.parametrize("way", [1, -1])
def test_a_section_stays_outside_of_an_annex_that_one_side_moved_to_where_the_other_put_it(way: int) -> None:
    base, ours, theirs = ("OaIbOcNdTeNfTgHhTiTj", "OaIbOcNfTgHhTiTjNdTe", "OaHhTiTjIbOcNdTeNfTg")
    one, two = (ours, theirs)[::way]
    found = merge(text(lettered(base)), text(lettered(one)), text(lettered(two)))
    expected = text(lettered("OaHhTiTjIbOcNfTgNdTe"))
    assert [one.text for one in found.draft.paragraphs] == [one.text for one in expected.paragraphs]
    assert not found.conflicts
    assert not found.told


@pytest.mark.parametrize("way", [1, -1])
def test_the_annex_that_one_side_put_over_a_section_and_the_other_struck_is_asked(way: int) -> None:
    base, ours, theirs = map(lettered, ("PaIbOcOdNeTfNgTh", "PaNeTfNgThIbOcOd", "PaIbOcOdNeTf"))
    one, two = (ours, theirs)[::way]
    found = merge(text(base), text(one), text(two))
    annex = " ".join(lettered("Ng")[0][1])
    assert annex in {one.base.partition("\n")[0] for one in found.conflicts if one.kind == "deleted"}
    kept, struck = (settled(found, one) for one in ("ours", "theirs")[::way])
    assert annex in [one.text for one in kept.draft.paragraphs]
    assert annex not in [one.text for one in struck.draft.paragraphs]
    assert any("look where it belongs" in one for one in struck.told)


@pytest.mark.parametrize("way", [1, -1])
def test_the_heading_of_what_is_in_doubt_is_asked_where_an_item_follows_that(way: int) -> None:
    base, ours, theirs = map(lettered, ("OaIbOcHdOeOfSg", "OaIbOcHdOeSfSg", "OaSgIbOc"))
    one, two = (ours, theirs)[::way]
    found = merge(text(base), text(one), text(two))
    (asked,) = found.conflicts
    assert asked.base.startswith(" ".join(lettered("Hd")[0][1]))
    assert not [*strays(found, names_of(base, ours, theirs))]


@pytest.mark.parametrize("way", [1, -1])
@pytest.mark.parametrize(
    ("letters", "due"),
    [
        (("PaIbOcOdHeOfOgOhIiOj", "PaOdHeOfOcOgOhIbIiOj", "PaOcIbOdHeOfOgOhIiOj"), "abdefcghij"),
        (("PaObHcOdOeHfOgOiIjOkOlOm", "PaOdOeHfOgOiIjOkOlObOmHc", "PaObOeHcHfOgOiIjOkOlOm"), "acdefgijklbm"),
    ],
)
def test_a_heading_that_both_moved_stands_as_it_was_over_what_it_stood_over(
    letters: tuple[str, str, str], due: str, way: int
) -> None:
    base, *sides = (text(lettered(one)) for one in letters)
    one, two = sides[::way]
    found = merge(base, one, two)
    for asked in found.conflicts:
        of_heading = asked.key.endswith((":moved", ":deleted"))
        found = resolve(found, asked, "base" if of_heading else ("ours", "theirs")[::way][0])
    assert "".join(line.text[0] for line in found.draft.paragraphs) == due


@pytest.mark.parametrize("way", [1, -1])
def test_a_heading_that_one_side_moved_stands_there_whatever_the_other_moved_past_it(way: int) -> None:
    letters = ("PaObIcOdOeIfOgOhOk", "PaObIfIcOdOgOhOk", "PaObIcOdOeOkIfOgOh")
    base, *sides = (text(lettered(one)) for one in letters)
    one, two = sides[::way]
    found = merge(base, one, two)
    assert not found.conflicts
    assert "".join(line.text[0] for line in found.draft.paragraphs) == "abfcdkgh"


@pytest.mark.parametrize("way", [1, -1])
def test_what_stands_between_two_paragraphs_that_came_under_two_new_headings_is_asked(way: int) -> None:
    """It goes with both or with none of them."""
    letters = ("PaIbOcOdOe", "PaIbOcOdOxOe", "PaIbHyOcOdHzOe")
    base, *sides = (text(lettered(one)) for one in letters)
    one, two = sides[::way]
    (asked,) = merge(base, one, two).conflicts
    heading, new = (" ".join(lettered(one)[0][1]) for one in ("Ib", "Hy"))
    assert (asked.ours, asked.theirs)[::way] == (f"under “I {heading}”", f"under “{new}”")


@pytest.mark.parametrize("way", [1, -1])
def test_what_one_side_put_under_a_heading_stands_there_while_the_place_of_that_is_asked(way: int) -> None:
    base, *sides = (text(lettered(one)) for one in ("PaPbHcOdNeTf", "PaHcObOdNeTf", "PaPbPdHcNeTf"))
    one, two = sides[::way]
    found = merge(base, one, two)
    (asked,) = found.conflicts
    assert (asked.kind, asked.base) == ("moved", "after PP2")
    assert [line.text.split()[-1][0] for line in found.draft.paragraphs] == [*"adcbef"]


@pytest.mark.parametrize("way", [1, -1])
def test_items_stand_with_what_both_moved_before_the_headings_that_are_asked_there(way: int) -> None:
    letters = ("HaObScSdOeHfOgShSiOj", "HfOgShSiHzOjObScSd", "HaOgShSiObScSdOeOjOk")
    base, *sides = (text(lettered(one)) for one in letters)
    one, two = sides[::way]
    found = merge(base, one, two)
    assert [line.kind for line in found.draft.paragraphs[:3]] == [Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SUBPARAGRAPH]
    assert not found.told
    was = settled(found, "base")
    assert [line.text.split()[-1][0] for line in was.draft.paragraphs] == [*"abcdfghijk"]
    assert not was.told


@pytest.mark.parametrize("way", [1, -1])
def test_a_heading_that_was_asked_about_with_what_stands_round_it_is_called_by_its_words(way: int) -> None:
    chance = Random(822002024)
    words = SidedWords(chance, 5)
    lines = never.generated(chance, words)
    base, *sides = never.text(lines), *(never.text(never.changed(chance, lines, words.of(one))) for one in "ot")
    one, two = sides[::way]
    found = settled(merge(base, one, two), ("ours", "theirs")[::way][0])
    (told,) = found.told
    assert (
        told == "OP6 and OP7 stand under “splkro75 gvrkso74” now, where neither text has them: look where they belong."
    )


@pytest.mark.parametrize("way", [1, -1])
def test_the_heading_over_what_was_struck_is_asked_with_that_where_the_same_side_made_another_of_it(way: int) -> None:
    letters = ("PaObHcOdSeOf", "PaObHcOdOeOf", "PaObHgOf")
    base, *sides = (text(lettered(one)) for one in letters)
    one, two = sides[::way]
    found = merge(base, one, two)
    assert [asked.kind for asked in found.conflicts] == ["shape", "deleted"]
    assert found.conflicts[0].base == " ".join(lettered("Hc")[0][1])


@pytest.mark.parametrize("way", [1, -1])
def test_an_item_whose_head_is_gone_stands_under_the_heading_that_the_other_side_put_over_it(way: int) -> None:
    letters = ("AePaObScOd", "AeScOd", "AePaObHgScOd")
    base, *sides = (text(lettered(one)) for one in letters)
    one, two = sides[::way]
    found = merge(base, one, two)
    assert not found.conflicts
    assert [line.text for line in found.draft.paragraphs] == [
        line.text for line in text(lettered("AeHgScOd")).paragraphs
    ]


@pytest.mark.parametrize("seed", [940000190, 940000573, 940000681])
def test_of_the_text_of_a_side_as_it_was_answered_nothing_is_told_to_stand_elsewhere(seed: int) -> None:
    chance = Random(seed)
    words = Words(chance)
    lines = generated(chance, words)
    base, *sides = text(lines), *(text(edited(chance, lines, words.of(one))) for one in "ot")
    one, two = sides
    found = merge(base, one, two)
    made = [settled(found, way) for way in ("ours", "theirs")]
    said = [[[line.text for line in one.paragraphs] for one in side] for side in (sides, [one.draft for one in made])]
    like = [one for one, ours, its in zip(made, *said, strict=True) if ours == its]
    assert found.conflicts
    assert not [told for one in like for told in one.told if "look where" in told]


@pytest.mark.parametrize("seed", [120224])  # what stays under its heading where the other side moved that
def test_an_order_does_not_depend_on_whose_side_is_whose_once_it_is_answered(seed: int) -> None:
    chance = Random(seed)
    words = Words(chance)
    base = generated(chance, words)
    ours, theirs = edited(chance, base, words.of("o")), edited(chance, base, words.of("t"))
    found, turned = (merge(text(base), text(one), text(two)) for one, two in ((ours, theirs), (theirs, ours)))
    for way, other in (("ours", "theirs"), ("theirs", "ours"), ("base", "base")):
        assert settled(found, way).draft == settled(turned, other).draft
