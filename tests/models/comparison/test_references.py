"""References inside a draft: which figures follow, and what a reference points to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.comparison.compare import compare
from models.comparison.references.mentions_abroad import followed_in
from models.comparison.references.pointing import Pointing
from models.comparison.references.unfollowed import unfollowed_in
from models.draft import Draft, Kind, Paragraph, Run
from models.draft.mentions import mentions_in
from tests.models.comparison.small_drafts import A, B, C, by_old, draft

EASTERN = str.maketrans("1234", "١٢٣٤")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("as set out in paragraph 2 above;", "as set out in paragraph 3 above;"),
        ("as set out in OP2;", "as set out in OP3;"),
        ("as set out in paragraph 2;", "as set out in paragraph 3;"),
        ("under paragraph 2 of the present resolution;", "under paragraph 3 of the present resolution;"),
        ("under paragraphs 1 and 2 above;", "under paragraphs 2 and 3 above;"),
        ("under paragraphs 1 to 2 above;", "under paragraphs 2 to 3 above;"),
        ("under operative paragraph 2 above;", "under operative paragraph 3 above;"),
        ("under operative paragraphs 1 and 2 of the present resolution;",
         "under operative paragraphs 2 and 3 of the present resolution;"),
        ("under para. 2 above;", "under para. 3 above;"),
        ("the measures referred to in paragraph 2;", "the measures referred to in paragraph 3;"),
        ("pursuant to paragraph 2 and in good faith;", "pursuant to paragraph 3 and in good faith;"),
        ("with the Committee established by paragraph 2;", "with the Committee established by paragraph 3;"),
        ("under paras. 1 and 2 above;", "under paras. 2 and 3 above;"),
        ("under paragraphs 1 and/or 2 above;", "under paragraphs 2 and/or 3 above;"),
        ("as set out in paragraph 2, above;", "as set out in paragraph 3, above;"),
        ("as requested in paragraph 2 hereof;", "as requested in paragraph 3 hereof;"),
        ("under [this mandate] [and] [paragraph 2 above];", "under [this mandate] [and] [paragraph 3 above];"),
        ("as set out in paragraph [2] above;", "as set out in paragraph [3] above;"),
        ("as set out in paragraph 2[ above];", "as set out in paragraph 3[ above];"),
        ("as set out in paragraph two above;", "as set out in paragraph three above;"),
        ("under the first and second operative paragraphs;", "under the second and third operative paragraphs;"),
        ("under the 2nd operative paragraph;", "under the 3rd operative paragraph;"),
    ],
)  # fmt: skip
def test_a_cross_reference_that_still_points_to_the_same_paragraph(old: str, new: str) -> None:
    ask = "Requests the Bureau to act in good time"
    comparison = compare(
        draft(f"1. {A};", f"2. {B};", f"3. {ask} {old}"), draft(f"1. {C};", f"2. {A};", f"3. {B};", f"4. {ask} {new}")
    )
    assert by_old(comparison, 2) == ("housekeeping", ("renumbered", "cross-reference"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("as set out in paragraph 2 above;", "as set out in paragraph 1 above;"),
        ("as set out in paragraph 2 of resolution 57/270;", "as set out in paragraph 3 of resolution 57/270;"),
        ("on water [57/270, OP2];", "on water [57/270, OP3];"),
        ("on water (CRC, OP2);", "on water (CRC, OP3);"),
        ("on water (formerly OP2);", "on water (formerly OP3);"),
        ("on the report (see paragraph 2);", "on the report (see paragraph 3);"),
        ("on the report, see paragraph 2;", "on the report, see paragraph 3;"),
        ("within 2 years from paragraph 1;", "within 3 years from paragraph 1;"),
        ("within two years of the second session;", "within three years of the third session;"),
        ("under the second operative paragraph of resolution 57/270;",
         "under the third operative paragraph of resolution 57/270;"),
        ("under paragraphs 1 to 2 above;", "under paragraphs 1 to 3 above;"),
        # Another document is named beside it: the paragraph may be its own.
        ("as set out in paragraph 2, and in the report of the Board;",
         "as set out in paragraph 3, and in the report of the Board;"),
        ("recalling resolution 57/270, in particular paragraph 2;",
         "recalling resolution 57/270, in particular paragraph 3;"),
        ("under “paragraph 2 above” of that text;", "under “paragraph 3 above” of that text;"),
        ("under its paragraph 2;", "under its paragraph 3;"),
        ("as set out in paragraph 2 thereof;", "as set out in paragraph 3 thereof;"),
        ("recalling the preamble, paragraph 2;", "recalling the preamble, paragraph 3;"),
        ("under operative paragraph 2;", "under operative paragraph 3;"),
        # Which of two is meant nobody knows.
        ("as set out in paragraph [1][2] above;", "as set out in paragraph [2][3] above;"),
        ("as set out in paragraph [1] [2] above;", "as set out in paragraph [2] [3] above;"),
        ("as per the Council’s request in paragraph 2;", "as per the Council’s request in paragraph 3;"),
        ("under preambular paragraph 2 above;", "under preambular paragraph 3 above;"),
        # What stands before it may be another document, whatever it is called.
        ("endorsing the wishes of the experts (paragraph 2);", "endorsing the wishes of the experts (paragraph 3);"),
        ("in line with the SAMOA Pathway, paragraph 2;", "in line with the SAMOA Pathway, paragraph 3;"),
        ("pursuant to the road map, paragraph 2;", "pursuant to the road map, paragraph 3;"),
        ("as set out by the Committee under paragraph 2;", "as set out by the Committee under paragraph 3;"),
        ("in line with the findings contained in paragraph 2;", "in line with the findings contained in paragraph 3;"),
        ("as ministers recommended in paragraph 2;", "as ministers recommended in paragraph 3;"),
        ("pursuant to paragraph 2 adopted by ministers;", "pursuant to paragraph 3 adopted by ministers;"),
    ],
)  # fmt: skip
def test_other_digits_are_substance(old: str, new: str) -> None:
    ask = "Requests the Bureau to act in good time"
    comparison = compare(
        draft(f"1. {A};", f"2. {B};", f"3. {ask} {old}"), draft(f"1. {C};", f"2. {A};", f"3. {B};", f"4. {ask} {new}")
    )
    assert by_old(comparison, 2)[0] == "substance"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("просит Секретариат представить доклад, указанный в пункте 2 выше;",
         "просит Секретариат представить доклад, указанный в пункте 3 выше;"),
        ("просит Секретариат представить доклад, упомянутый в пункте 2 настоящей резолюции;",
         "просит Секретариат представить доклад, упомянутый в пункте 3 настоящей резолюции;"),
        ("просит Секретариат представить доклад, указанный в пункте 2 постановляющей части;",
         "просит Секретариат представить доклад, указанный в пункте 3 постановляющей части;"),
        ("请秘书处提交执行部分第2段所述报告；", "请秘书处提交执行部分第3段所述报告；"),
        ("Prie le Secrétariat de présenter le rapport visé au paragraphe 2 du dispositif ;",
         "Prie le Secrétariat de présenter le rapport visé au paragraphe 3 du dispositif ;"),
        ("Pide a la Secretaría que presente el informe mencionado en el párrafo 2 de la parte dispositiva;",
         "Pide a la Secretaría que presente el informe mencionado en el párrafo 3 de la parte dispositiva;"),
        ("请秘书处提交上文第2段所述报告；", "请秘书处提交上文第3段所述报告；"),
        ("请秘书处提交本决议第2段所述报告；", "请秘书处提交本决议第3段所述报告；"),
        ("تطلب إلى الأمانة العامة تقديم التقرير المشار إليه في الفقرة ٢ أعلاه؛",
         "تطلب إلى الأمانة العامة تقديم التقرير المشار إليه في الفقرة ٣ أعلاه؛"),
        ("Prie le Secrétariat de présenter le rapport visé au paragraphe 2 ci-dessus ;",
         "Prie le Secrétariat de présenter le rapport visé au paragraphe 3 ci-dessus ;"),
        ("Pide a la Secretaría que presente el informe mencionado en el párrafo 2 de la presente resolución;",
         "Pide a la Secretaría que presente el informe mencionado en el párrafo 3 de la presente resolución;"),
    ],
)  # fmt: skip
def test_references_in_other_languages(old: str, new: str) -> None:
    comparison = compare(
        draft(f"1. {A};", f"2. {B};", f"3. {old}"), draft(f"1. {C};", f"2. {A};", f"3. {B};", f"4. {new}")
    )
    assert by_old(comparison, 2) == ("housekeeping", ("renumbered", "cross-reference"))
    wrong = compare(draft(f"1. {A};", f"2. {B};", f"3. {old}"), draft(f"1. {A};", f"2. {B};", f"3. {new}"))
    assert by_old(wrong, 2)[0] == "substance"


def test_references_follow_paragraphs_numbered_in_eastern_figures() -> None:
    comparison = compare(
        _in_eastern_figures(f"1. {A};", f"2. {B};", "3. تطلب تنفيذ الفقرة ٢ أعلاه؛"),
        _in_eastern_figures(f"1. {C};", f"2. {A};", f"3. {B};", "4. تطلب تنفيذ الفقرة ٣ أعلاه؛"),
    )
    assert by_old(comparison, 2) == ("housekeeping", ("renumbered", "cross-reference"))


def _in_eastern_figures(*lines: str) -> Draft:
    western = draft(*lines).paragraphs
    return Draft(tuple(replace(one, number=(one.number or "").translate(EASTERN)) for one in western))


def test_letters_of_a_reference_follow_too() -> None:
    old = draft("1. Decides as follows:", f"(a) {A};", f"(b) {B};", f"2. {C} under paragraph 1 (b) above;")
    new = draft("1. Decides as follows:", f"(a) {B};", f"2. {C} under paragraph 1 (a) above;")
    assert by_old(compare(old, new), 3) == ("housekeeping", ("cross-reference",))
    other = draft("1. Decides as follows:", f"(a) {A};", f"(b) {B};", f"2. {C} under paragraph 1 (a) above;")
    assert by_old(compare(old, other), 3)[0] == "substance"


WITH_ITEMS = (
    "under paragraph {} ({}) above;", "under paragraph {}, subparagraph ({}), above;",
    "under paragraph {}, item ({}), above;", "under OP{} ({});", "visé au paragraphe {}, alinéa {}), ci-dessus ;",
    "visé au paragraphe {} {}) ci-dessus ;", "mencionado en el párrafo {}, apartado {}), supra;",
    "указанный в пункте {} ({}) выше;", "указанный в пункте {}, подпункт ({}), выше;",
    "请秘书处提交上文第{}段({})所述报告；",
    "请秘书处提交本决议第{}({})段所述报告；", "وفقا للفقرة {} ({}) أعلاه؛",
)  # fmt: skip
ITEMS_OF = (
    "under subparagraph ({1}) of paragraph {0} above;",
    "under item ({1}) of paragraph {0} of the present resolution;",
    "under item ({1}) of OP{0};",
    "visé à l’alinéa {1}) du paragraphe {0} ci-dessus ;",
    "mencionado en el apartado {1}) del párrafo {0} de la presente resolución;",
    "указанный в подпункте ({1}) пункта {0} выше;",
    "وفقا للفقرة الفرعية ({1}) من الفقرة {0} أعلاه؛",
)


@pytest.mark.parametrize("words", [*WITH_ITEMS, *ITEMS_OF])
def test_the_number_and_the_letters_of_a_reference_follow_together(words: str) -> None:
    lines = ("Opens at night;", "Closes at noon;", "Reports on storms;")
    letters = "أبج" if "فقر" in words else "abc"
    ask = "Requests the Bureau to act in good time"

    def made(number: int, shown: int, letter: int) -> Draft:
        items = [f"({one}) {line}" for one, line in zip(letters, lines[3 - shown :], strict=False)]
        before = [f"{one}. {text};" for one, text in enumerate((A, B)[: number - 1], 1)]
        read = draft(*before, f"{number}. Decides as follows:", f"{number + 1}. {ask} {words}".format(number, "?"))
        said = f"{ask} {words}".format(number, letters[letter])
        head, last = read.paragraphs[-2], replace(read.paragraphs[-1], runs=(Run(said),))
        under = [Paragraph(Kind.SUBPARAGRAPH, (Run(item[4:]),), 1, item[:3]) for item in items]
        return Draft((*read.paragraphs[:-2], head, *under, last))

    old = made(3, 3, 1)
    assert by_old(compare(old, made(2, 3, 1)), 6) == ("housekeeping", ("renumbered", "cross-reference"))
    assert by_old(compare(old, made(3, 2, 0)), 6) == ("housekeeping", ("cross-reference",))
    assert by_old(compare(old, made(2, 2, 0)), 6) == ("housekeeping", ("renumbered", "cross-reference"))
    # The number follows and the letter does not: it means another item now.
    assert by_old(compare(old, made(2, 2, 1)), 6)[0] == "substance"
    assert by_old(compare(old, made(2, 3, 0)), 6)[0] == "substance"
    # Nothing changes but an item before it.
    assert by_old(compare(old, made(3, 2, 1)), 6) == ("substance", ("reference",))


@pytest.mark.parametrize("words", ["under paragraph {} ({});", "under subparagraph ({1}) of paragraph {0} above;"])
def test_letters_in_the_words_of_a_paragraph_stay_its_own(words: str) -> None:
    said = "Decides (a) to open at night and (b) to close at noon;"
    ask = "Requests the Bureau to act in good time"
    old = draft(f"1. {A};", f"2. {said}", f"3. {ask} {words}".format(2, "b"))
    new = draft(f"1. {said}", f"2. {ask} {words}".format(1, "b"))
    assert by_old(compare(old, new), 2) == ("housekeeping", ("renumbered", "cross-reference"))
    other = draft(f"1. {said}", f"2. {ask} {words}".format(1, "a"))
    assert by_old(compare(old, other), 2)[0] == "substance"


POINTING = draft(
    "1. Decides as follows:", "(a) The first thing to do;", "(b) The second thing to do;",
    "2. Requests the Board to act;", "3. Urges States to act;", "(a) At home;", "(b) Abroad;",
)  # fmt: skip


@pytest.mark.parametrize(
    ("position", "text", "points"),
    [
        (3, "under paragraph 1 above", [0]),
        (3, "under paragraph 1 (b) above", [2]),
        (3, "under paragraphs 1 (a) and (b) above", [1, 2]),
        (3, "under paragraphs 1 to 3 above", [0, 4]),
        (3, "under subparagraph (b) of paragraph 1 above", [2]),
        (5, "under subparagraph (b) above", [6]),
        (3, "under subparagraph (b) above", [2]),
        (3, "under subparagraph (b) below", [6]),
        (3, "under item (c) above", [None]),
        (3, "under paragraph 1, subparagraph (b), above", [2]),
        (3, "under items (a) and (b) of paragraph 1 above", [1, 2]),
        (0, "under paragraph 2 (b) above", [None]),
        (3, "under paragraph 9 above", [None]),
        (3, "under OP3", [4]),
    ],
)
def test_what_a_reference_points_to(position: int, text: str, points: list[int | None]) -> None:
    mention = mentions_in(text)[0]
    assert Pointing(POINTING).of(position, mention) == tuple(points)


def test_a_reference_inside_an_annex_points_there() -> None:
    annex = Paragraph(Kind.ANNEX, (Run("Annex"),))
    whole = replace(POINTING, paragraphs=(*POINTING.paragraphs, annex, *draft("1. To act;", "2. To speak;").paragraphs))
    (mention,) = mentions_in("under paragraph 2 above")
    assert Pointing(whole).of(8, mention) == (9,)
    (present,) = mentions_in("under paragraph 2 of the present resolution")
    assert Pointing(whole).of(8, present) == (3,)
    for text in ("as in operative paragraph 2 of the resolution.", "under paragraph 2 of the draft decision and this,"):
        (of_whole,) = mentions_in(text)
        assert Pointing(whole).of(8, of_whole) == (3,)
        # From the resolution itself it may be another that was spoken of before.
        assert Pointing(whole).of(3, of_whole) == (None,)
    (annexed,) = mentions_in("under paragraph 2 of the annex to the present resolution")
    assert Pointing(whole).of(3, annexed) == (9,)
    assert Pointing(POINTING).of(3, annexed) == (None,)


@pytest.mark.parametrize(
    "text",
    [
        "as in resolution 57/270 and paragraph 2 of the resolution.",
        "as in paragraph 2 of the decision on principles and objectives.",
        "as in paragraph 2 of the resolution adopted in May.",
    ],
)
def test_of_the_resolution_may_be_of_another_that_is_named(text: str) -> None:
    assert not mentions_in(text)


def test_a_paragraph_after_another_bis_takes_its_number() -> None:
    old = draft(f"1. {A};", f"1 bis. {B};", f"2. {C} as decided in paragraph 1 bis above;")
    new = draft(f"1. {A};", f"2. {B};", f"3. {C} as decided in paragraph 2 above;")
    assert by_old(compare(old, new), 2) == ("housekeeping", ("renumbered", "cross-reference"))


def test_an_item_after_another_bis_takes_its_letter() -> None:
    old = draft(f"1. {A}:", f"(a) {B};", f"(b) {C};", f"2. {C} as decided in paragraph 1 (a) bis above;")
    first, second, third, last = old.paragraphs
    old = replace(old, paragraphs=(first, second, replace(third, number="(a) bis"), last))
    new = draft(f"1. {A}:", f"(a) {B};", f"(b) {C};", f"2. {C} as decided in paragraph 1 (b) above;")
    assert by_old(compare(old, new), 3) == ("housekeeping", ("cross-reference",))


def test_a_reference_to_a_paragraph_that_was_split_is_substance() -> None:
    old = draft(f"1. {A}, and {B};", f"2. {C} under paragraph 1 above;")
    new = draft(f"1. {A};", f"2. And {B};", f"3. {C} under paragraph 2 above;")
    assert by_old(compare(old, new), 1)[0] == "substance"


ASK = "Requests the Bureau to act in good time"


@pytest.mark.parametrize(
    ("reference", "strays"),
    [
        ("as set out in paragraph 1 above;", True),
        ("as set out in OP1;", True),
        ("as set out in paragraph [1] above;", True),
        ("as set out in paragraph 1, above;", True),
        ("conformément au paragraphe 1 du dispositif ;", True),
        ("conformément au paragraphe 1 du dispositif de la résolution 57/270 ;", False),
        ("under paragraph 1 of the present resolution;", True),
        ("under paragraphs 1 and 2 above;", True),
        ("under paragraphs 1 to 2 above;", True),
        ("as set out in paragraph 1;", True),
        # It is told what these mean if they mean this text.
        ("under operative paragraph 1;", True),
        ("under operative paragraphs 1 and 2;", True),
        ("endorsing the wishes of the experts (paragraph 1);", True),
        ("as set out in paragraph 1, and in the report of the Board;", True),
        ("and to submit a report under paragraph 1;", True),
        ("and to consider the report of the Secretary-General on paragraph 1;", True),
        ("recalling resolution 57/270, and to submit a report on OP1;", True),
        ("and to submit the report requested in paragraph 1;", True),
        ("with the World Bank, under the mandate established in paragraph 1;", True),
        ("and to implement paragraph 1 in line with the Paris Agreement;", True),
        ("in accordance with the plan (see paragraph 1);", True),
        ("as mentioned in para 1, with UNEP;", True),
        ("under the programme set out in paragraph 2 above and in paragraph 1;", True),
        ("et d’examiner le rapport demandé au paragraphe 1 ;", True),
        ("y presentar un informe sobre el párrafo 1;", True),
        ("рассмотреть доклад, запрошенный в пункте 1;", True),
        ("التقرير المطلوب في الفقرة 1 من المنطوق؛", True),
        # It is of another document, or would be.
        ("under operative paragraph 1 of resolution 57/270;", False),
        ("recalling resolution 57/270, in particular operative paragraph 1;", False),
        ("under its operative paragraph 1;", False),
        ("as set out in paragraph 1 of resolution 57/270;", False),
        ("and to submit the report requested in paragraph 1 of resolution 57/270;", False),
        ("recalling the annex to resolution 57/270, as well as paragraph 1, in which years are named;", False),
        ("recalling [57/270, report under OP1];", False),
        ("рассмотреть доклад, запрошенный в пункте 1 резолюции 57/270;", False),
        ("في الفقرة 1 من القرار 57/270؛", False),
        ("under “paragraph 1 above” of that text;", False),
        # Nothing has that number in the old text.
        ("as set out in paragraph 9 above;", False),
        ("как указано в пункте 1 выше;", True),
        ("上文第1段；", True),
    ],
)
def test_a_reference_whose_figures_stayed_and_that_points_to_another_paragraph_now(
    reference: str, strays: bool
) -> None:
    old = draft(f"1. {A};", f"2. {B};", f"3. {ASK} {reference}")
    comparison = compare(old, draft(f"1. {C};", f"2. {A};", f"3. {B};", f"4. {ASK} {reference}"))
    expected = ("substance", ("reference", "renumbered")) if strays else ("housekeeping", ("renumbered",))
    assert by_old(comparison, 2) == expected
    assert next(change.kind for change in comparison.changes if change.old == (2,)) == "unchanged"
    same = compare(old, draft(f"1. {A};", f"2. {B};", f"3. {ASK} {reference}", f"4. {C};"))
    assert by_old(same, 2) == (None, ())


@pytest.mark.parametrize(
    ("reference", "strays"),
    [
        ("paragraph 3 below", True),
        ("OP3", True),
        ("operative paragraph 3", True),
        ("paragraph 2 (b) below", True),
        ("paragraph 2 (a) below", False),
        ("paragraph 9 below", False),
        ("paragraph 3 of resolution 57/270", False),
    ],
)
def test_a_reference_that_leads_nowhere_any_more(reference: str, strays: bool) -> None:
    rows = f"1. {ASK} under {reference};", f"2. {B}:", "(a) Roads and bridges;"
    old, new = draft(*rows, "(b) Rivers and lakes;", f"3. {C}."), draft(*rows)
    assert by_old(compare(old, new), 0) == (("substance", ("reference",)) if strays else (None, ()))


def test_what_a_reference_points_to_may_have_been_reworded() -> None:
    old = draft(f"1. {A}, and {B};", f"2. {C} under paragraph 1 above;")
    reworded = draft(f"1. {A}, and also {B};", f"2. {C} under paragraph 1 above;")
    assert by_old(compare(old, reworded), 1) == (None, ())


def test_a_reference_that_stayed_means_a_part_of_what_was_split() -> None:
    old = draft(f"1. {A}, and {B};", f"2. {C} under paragraph 1 above;")
    split = draft(f"1. {A};", f"2. And {B};", f"3. {C} under paragraph 1 above;")
    assert by_old(compare(old, split), 1) == ("substance", ("reference", "renumbered"))
    old = draft(f"1. {A}, and {B};", f"2. {ASK} under paragraph 1 above;", f"3. {C};")
    in_items = draft(f"1. {A}:", f"(a) And {B};", f"2. {ASK} under paragraph 1 above;", f"3. {C};")
    unnumbered = draft(f"1. {A}.", f"And {B};", f"2. {ASK} under paragraph 1 above;", f"3. {C};")
    for new in (in_items, unnumbered):
        assert by_old(compare(old, new), 1) == (None, ())


def test_a_reference_follows_what_was_split_into_its_own_items() -> None:
    old = draft(f"1. {A}, and {B};", f"2. {ASK} under paragraph 1 above;")
    in_items = draft(f"1. {C};", f"2. {A}:", f"(a) And {B};", f"3. {ASK} under paragraph 2 above;")
    assert by_old(compare(old, in_items), 1) == ("housekeeping", ("renumbered", "cross-reference"))
    apart = draft(f"1. {C};", f"2. {A};", f"3. And {B};", f"4. {ASK} under paragraph 2 above;")
    assert by_old(compare(old, apart), 1)[0] == "substance"


def test_all_pieces_of_what_was_split_may_be_meant() -> None:
    old = draft(f"1. {A}, and {B};", f"2. {C};", f"3. {ASK} under paragraphs 1 and 2 above;")
    new = draft(f"1. {A};", f"2. And {B};", f"3. {C};", f"4. {ASK} under paragraphs 1 and 2 above;")
    assert by_old(compare(old, new), 2) == ("substance", ("reference", "renumbered"))


def test_two_paragraphs_that_changed_places_are_told_where_one_refers_to_them() -> None:
    old = draft(f"1. {A};", f"2. {B};", f"3. {ASK} as set out in paragraph 1 above;")
    new = draft(f"1. {B};", f"2. {A};", f"3. {ASK} as set out in paragraph 1 above;")
    assert by_old(compare(old, new), 2) == ("substance", ("reference",))


def test_a_reference_in_a_note_strays_as_one_in_the_text_does() -> None:
    notes = {1: "See paragraph 1 above."}
    old = draft(f"1. {A};", f"2. {B};[^1]", notes=notes)
    comparison = compare(old, draft(f"1. {C};", f"2. {A};", f"3. {B};[^1]", notes=notes))
    assert by_old(comparison, 1) == ("substance", ("reference", "renumbered"))
    assert by_old(compare(old, draft(f"1. {A};", f"2. {B};[^1]", f"3. {C};", notes=notes)), 1) == (None, ())


def test_a_reference_in_a_note_follows_as_one_in_the_text_does() -> None:
    old = draft(f"1. {A};", f"2. {B};[^1]", notes={1: "See paragraph 1 above."})
    now = draft(f"1. {C};", f"2. {A};", f"3. {B};[^1]", notes={1: "See paragraph 2 above."})
    assert by_old(compare(old, now), 1) == ("housekeeping", ("renumbered", "cross-reference"))
    wrong = draft(f"1. {C};", f"2. {A};", f"3. {B};[^1]", notes={1: "See paragraph 3 above."})
    assert by_old(compare(old, wrong), 1)[0] == "substance"
    other = draft(f"1. {C};", f"2. {A};", f"3. {B};[^1]", notes={1: "See paragraph 2 above and A/80/1."})
    assert by_old(compare(old, other), 1)[0] == "substance"


ACT = "Requests the Bureau to act in good time under"


@pytest.mark.parametrize(
    ("reference", "old", "new"),
    [
        # What lies between the ends of a range is another paragraph.
        ("paragraphs 1 to 3 above", (A, B, C), (A, "Decides to meet again", C)),
        ("paragraphs 1–3 above", (A, B, C), (A, "Decides to meet again", C)),
        ("the preceding paragraph", (A, B), (B, A)),
        ("the immediately preceding paragraph", (A, B), (A, B, C)),
        ("the two preceding paragraphs", (A, B), (B, C)),
        # All of what was meant has gone.
        *(
            (words, (A, B), (C, "Decides to meet again in the year to come"))
            for words in (
                "the foregoing paragraphs",
                "les paragraphes précédents",
                "los párrafos anteriores",
                "предыдущих пунктах",
                "الفقرات السابقة",
                "以上各段",
            )
        ),
        ("the paragraphs above and the previous paragraph of the present resolution", (A, B), (B, A)),
        ("le paragraphe précédent", (A, B), (B, A)),
        ("el párrafo anterior", (A, B), (B, A)),
        ("предыдущим пунктом", (A, B), (B, A)),
        ("前一段", (A, B), (B, A)),
        ("الفقرة السابقة", (A, B), (B, A)),
        ("пунктами 1 и 2 выше", (A, B), (C, A, B)),
        ("пунктами 1–3 выше", (A, B, C), (A, "Decides to meet again", C)),
        ("пунктах 1, 2 и 3 настоящей резолюции", (A, B, C), (A, "Decides to meet again", C)),
        ("上文第二段", (A, B), (B, A)),
        ("上文第1段和第2段", (A, B), (C, A, B)),
        ("上文第一至三段", (A, B, C), (A, "Decides to meet again", C)),
        ("الفقرتين 1 و 2 أعلاه", (A, B), (C, A, B)),
        ("للفقرتين 1 و2 أعلاه", (A, B), (C, A, B)),
        ("الفقرات من 1 إلى 3 أعلاه", (A, B, C), (A, "Decides to meet again", C)),
        ("the second operative paragraph", (A, B), (B, A)),
    ],
)
def test_a_reference_in_the_same_words_that_means_another_paragraph(
    reference: str, old: tuple[str, ...], new: tuple[str, ...]
) -> None:
    one, two = (
        draft(*(f"{at}. {text};" for at, text in enumerate((*texts, f"{ACT} {reference}"), 1))) for texts in (old, new)
    )
    assert "reference" in by_old(compare(one, two), len(old))[1]
    assert by_old(compare(one, one), len(old)) == (None, ())


@pytest.mark.parametrize(
    ("reference", "old", "new"),
    [
        ("the following paragraph", (A, B), (B, A)),
        ("the following operative paragraph", (A, B), (C, A, B)),
        ("the two following paragraphs", (A, B, C), (A, C, B)),
        ("le paragraphe suivant", (A, B), (B, A)),
        ("el párrafo siguiente", (A, B), (B, A)),
        ("следующем пункте", (A, B), (B, A)),
        ("الفقرة التالية", (A, B), (B, A)),
        ("下一段", (A, B), (B, A)),
    ],
)
def test_what_follows_is_meant_as_what_precedes_is(reference: str, old: tuple[str, ...], new: tuple[str, ...]) -> None:
    one, two = (
        draft(*(f"{at}. {text};" for at, text in enumerate((f"{ACT} {reference}", *texts), 1))) for texts in (old, new)
    )
    assert "reference" in by_old(compare(one, two), 0)[1]
    assert by_old(compare(one, one), 0) == (None, ())


@pytest.mark.parametrize(
    ("old", "new", "strays"),
    [
        # Of all that stand before, one may go and others come; where one stands elsewhere now, others are meant.
        ((A, B, "*"), (A, C, B, "*"), False),
        ((A, B, "*"), (A, "*"), False),
        ((A, B, "*"), (A, "*", B), True),
        ((A, "*", B), (A, B, "*"), False),
    ],
)
def test_all_that_stand_before(old: tuple[str, ...], new: tuple[str, ...], strays: bool) -> None:
    said = f"{ACT} the preceding paragraphs"
    one, two = (
        draft(*(f"{at}. {said if text == '*' else text};" for at, text in enumerate(texts, 1))) for texts in (old, new)
    )
    assert ("reference" in by_old(compare(one, two), old.index("*"))[1]) is strays


def test_what_is_quoted_next_and_items_of_a_paragraph() -> None:
    quoted = "1. Decides to insert the following paragraph:"
    one, two = (draft(quoted, f"2. {text};") for text in (A, "Decides to meet again in the year to come"))
    assert by_old(compare(one, two), 0) == (None, ())
    items = f"(a) {A};", f"(b) {B};"
    one, two = (draft(f"1. {ACT} the two following subparagraphs", *rows) for rows in (items, (f"(a) {C};", *items)))
    assert "reference" in by_old(compare(one, two), 0)[1]


@pytest.mark.parametrize(
    "reference",
    [
        "the preceding paragraph of resolution 79/1",
        "the “preceding paragraph” of that text",
        "the second operative paragraph of resolution 79/1",
        "the following paragraph",
    ],
)
def test_a_reference_to_another_text_stays_what_it_is(reference: str) -> None:
    one, two = (draft(*(f"{at}. {text};" for at, text in enumerate((*texts, f"{ACT} {reference}"), 1)))
                for texts in ((A, B), (B, A)))  # fmt: skip
    assert by_old(compare(one, two), 2) == (None, ())


@pytest.mark.parametrize("words", ["the second preambular paragraph", "le deuxième alinéa du préambule"])
def test_a_paragraph_of_the_preamble_by_its_ordinal(words: str) -> None:
    first, second = "PP Recalling the rivers of the region,", "PP Noting the lakes,"
    one, two = (draft(*texts, f"1. {ACT} {words};") for texts in ((first, second), (second, first)))
    assert by_old(compare(one, two), 2) == ("substance", ("reference",))


def test_figures_in_other_languages_follow_in_their_number() -> None:
    old = draft(f"1. {A};", f"2. {B};", f"3. {ACT} пунктами 1 и 2 выше;")
    new = draft(f"1. {C};", f"2. {A};", f"3. {B};", f"4. {ACT} пунктами 2 и 3 выше;")
    assert by_old(compare(old, new), 2) == ("housekeeping", ("renumbered", "cross-reference"))


def test_before_the_first_item_of_a_list_stands_what_is_before_the_list() -> None:
    items = "2. Decides the following:", f"(a) {ACT} the preceding paragraph;", f"(b) {C};"
    one, two = (draft(f"1. {first};", *items) for first in (A, "Decides to meet again in the year to come"))
    assert by_old(compare(one, two), 2) == ("substance", ("reference",))


@pytest.mark.parametrize(
    "text",
    [
        "Rappelle le fonds [79/212, paragraphe 2 du dispositif];",
        "Rappelle le fonds (CRC, paragraphe 2 du dispositif);",
        "Rappelle le fonds (anciennement paragraphe 2 du dispositif);",
        "Recuerda el fondo [79/212, párrafo 2 de la parte dispositiva];",
        "Recuerda el fondo (antes párrafo 2 de la parte dispositiva);",
        "Напоминает о фонде [79/212, пункт 2 постановляющей части];",
        "Напоминает о фонде (бывший пункт 2 постановляющей части);",
        "回顾基金[79/212，执行部分第2段]；",
        "回顾基金（原执行部分第2段）；",
        "回顾基金（79/212，执行部分第2段）；",
        "يشير إلى الصندوق [79/212، الفقرة 2 من المنطوق]؛",
        "Rappelle le fonds [A/RES/79/212, alinéa a) du paragraphe 2 du dispositif];",
        "Рассматривает пункт 2 постановляющей части (79/212);",
        "回顾执行部分第2段（79/212）；",
        "Rappelle le paragraphe 2 du dispositif (79/212);",
        "Acts on the second operative paragraph (CRC);",
        "Acts on the fund [formerly the second operative paragraph];",
    ],
)
def test_a_paragraph_of_an_operative_part_beside_another_text_is_of_that(text: str) -> None:
    assert followed_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Rappelle le paragraphe 2 du dispositif;",
        "Recuerda el párrafo 2 de la parte dispositiva;",
        "Напоминает о пункте 2 постановляющей части;",
        "回顾执行部分第2段；",
        "回顾上文第2段；",
        "Rappelle la résolution 79/212 et le paragraphe 2 ci-dessus;",
        "Напоминает о пункте 2 выше (79/212);",
        "Acts on the second preambular paragraph above (CRC);",
    ],
)
def test_a_paragraph_of_the_operative_part_is_of_this_text(text: str) -> None:
    assert followed_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rappelle sa résolution 79/1, où elle a prié, au paragraphe 2 du dispositif, d’agir ;",
        "Recuerda su resolución 79/1, en la que pidió, en el párrafo 2 de la parte dispositiva, que actuara;",
        "Ссылается на свою резолюцию 79/1, в которой она просила, в пункте 2 постановляющей части, действовать;",
        "تشير إلى قرارها 79/1 الذي طلبت فيه، في الفقرة 2 من المنطوق، إلى الأمين العام؛",
        "回顾其第79/1号决议，其中在执行部分第2段请秘书长采取行动；",
        "回顾安全理事会第1325(2000)号决议，特别是执行部分第2段；",
        "Recalls its resolution 79/1, in which it requested, in operative paragraph 2, to be told;",
    ],
)
def test_a_paragraph_of_an_operative_part_where_a_resolution_is_named_is_left_to_whoever_writes(text: str) -> None:
    assert followed_in(text) == ()
    assert not any(one.sure for one in unfollowed_in(text, ()))


@pytest.mark.parametrize(
    "text",
    [
        "Requests the General Assembly and the United Nations system to act in accordance with paragraph 2;",
        "Invites Member States to act in accordance with paragraph 2;",
        "Prie le Secrétaire général, conformément au paragraphe 2, de lui rendre compte ;",
        "Prie les États Membres, conformément au paragraphe 2, d’organiser une réunion des Nations Unies ;",
        "Pide al Secretario General que, de conformidad con el párrafo 2, convoque una reunión;",
        "Pide a los Estados Miembros y a la Asamblea General que actúen de conformidad con el párrafo 2;",
    ],
)
def test_what_is_asked_of_those_whom_every_text_asks_is_by_a_paragraph_of_this_text(text: str) -> None:
    assert [text[one.start : one.end].split()[-1] for one in followed_in(text)] == ["2"]


@pytest.mark.parametrize(
    "text",
    [
        "Requests the United Nations Children’s Fund to act in accordance with paragraph 2;",
        "Requests the General Assembly to act in accordance with paragraph 2 of its resolution;",
        "Recalls the United Nations Convention and acts in accordance with paragraph 2;",
        "Prie les États, conformément au paragraphe 2, de la Charte ;",
        "Prie les États, conformément au paragraphe 2, d’une résolution ;",
        "Pide al Secretario General Adjunto que actúe de conformidad con el párrafo 2;",
    ],
)
def test_what_may_be_another_text_beside_them_is_looked_at_as_before(text: str) -> None:
    assert followed_in(text) == ()


def test_what_somebody_is_asked_to_do_is_no_text_that_a_paragraph_is_of() -> None:
    text = "Просит Генерального секретаря в соответствии с пунктом 2 представить доклад;"
    assert [one.words for one in unfollowed_in(text, ())] == ["пунктом 2"]
    assert unfollowed_in("Ссылается на пункт 2 части 3 Устава;", ()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Prie le Secrétariat de présenter le rapport visé au paragraphe 2 du dispositif, et les décisions prises ;",
        "Prie, par la présente résolution et ces décisions, d’appliquer le paragraphe 2 du dispositif ;",
        "Recuerda los informes, las decisiones y el párrafo 2 de la parte dispositiva;",
        "В целях поиска решений осуществить пункт 2 постановляющей части;",
        "تطلب تنفيذ الفقرة 2 من المنطوق والاستقرار وصنع القرار؛",
        "请秘书长就执行部分第2段的执行情况和本决议提出报告；",
    ],
)
def test_what_has_no_operative_part_leaves_it_to_this_text(text: str) -> None:
    assert len(followed_in(text)) == 1
