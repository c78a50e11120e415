"""What is substance, what is brackets only, what is housekeeping; substance is never called housekeeping."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.comparison.pointing import Pointing
from models.draft import Kind, Paragraph, Run
from models.editing.mentions import mentions_in
from tests.models.comparison.small_drafts import draft, only, tell

A = "Requests the Secretary-General to report to the General Assembly at its next session"
B = "Welcomes the progress made by Member States in the implementation of the programme"
C = "Encourages all organizations to provide resources for regional cooperation"

HOUSEKEEPING = [
    (f"3. {A};", f"4. {A};", "renumbered"),
    (f"3. {A};", f"3. {A}.", "end"),
    (f"3. {A};", f"3. {A}", "end"),
    (f"3. {A};", f"3. {A}:", "end"),
    (f"(a) {A};", f"(a) {A}; and", "end"),
    (f"(a) {A}, and", f"(a) {A}.", "end"),
    ("1. Notes the “new” plan of one’s own;", '1. Notes the "new" plan of one\'s own;', "typography"),
    ("1. Notes the period 2015–2030 and its end;", "1. Notes the period 2015-2030 and its end;", "typography"),
    ("1. Notes the caf\u00e9s of the hall;", "1. Notes the cafe\u0301s of the hall;", "typography"),
    ("1. Notes  the plan of the hall;", "1. Notes the plan of the hall;", "spacing"),
    ("1. Notes the plan of\u00a0the hall;", "1. Notes the plan of the hall;", "spacing"),
    ("1. Notes the plan of \u200bthe hall;", "1. Notes the plan of the hall;", "spacing"),
    ("1. 请会员国提交报告；", "1. 请会 员国提交报告；", "spacing"),
    ("1. Notes the plan of the hall;", "1. Notes the plan of the hall ;", "spacing"),
    ("1. Notes the plan\nof the hall;", "1. Notes the plan of the hall;", "spacing"),
    ("1. *Notes* the plan of the hall;", "1. Notes the plan of the hall;", "italics"),
    ("1. *Notes* the plan of the hall;", "1. *Notes the* plan of the hall;", "italics"),
    ("1. *Notes* the plan *inter alia* here;", "1. *Notes* the plan inter alia here;", "format"),
]


@pytest.mark.parametrize(("old", "new", "reason"), HOUSEKEEPING)
def test_housekeeping(old: str, new: str, reason: str) -> None:
    change = only(old, new)
    assert (change.weight, change.reasons) == ("housekeeping", (reason,))
    assert only(new, old).weight == "housekeeping"


SUBSTANCE = [
    ("1. Notes the plan of States and funds;", "1. Notes the plan of States or funds;"),
    ("1. Notes the plan, of States;", "1. Notes the plan of States;"),
    ("1. Notes the plan of States;", "1. Notes the plan of states;"),
    ("1. Notes the programme of States;", "1. Notes the program of States;"),
    ("1. Notes resolution 57/270 of May;", "1. Notes resolution 57/271 of May;"),
    ("1. Notes the date of 5 May;", "1. Notes the date of 6 May;"),
    ("1. Notes the non-governmental plan;", "1. Notes the nongovernmental plan;"),
    ("1. Notes the non-governmental plan;", "1. Notes the non governmental plan;"),
    ("1. Notes the plan of States;", "1. Also notes the plan of States;"),
    ("PP Noting the plan of States,", "PP Noting also the plan of States,"),
    ("1. Notes the plan of 1,000 States;", "1. Notes the plan of 1 000 States;"),
    ("1. Notes that all may be here;", "1. Notes that all maybe here;"),
    ("1. Notes that all may be here;", "1. Notes that all may\u200bbe here;"),
    ("(a) The plan of States; or", "(a) The plan of States;"),
    ("(a) The plan of States; and", "(a) The plan of States; or"),
    ("1. Notes paragraph 4 of resolution 57/270;", "1. Notes paragraph 5 of resolution 57/270;"),
    ("1. Notes the plan (of States);", "1. Notes the plan of States;"),
    ("1. Notes the plan?", "1. Notes the plan."),
    ("1. Notes the (a) plan;", "1. Notes the (b) plan;"),
    ("1. Notes the plan of $5 million;", "1. Notes the plan of 5 million;"),
    ("1. Notes the Côte plan;", "1. Notes the Cote plan;"),
]


@pytest.mark.parametrize(("old", "new"), SUBSTANCE)
def test_substance(old: str, new: str) -> None:
    assert only(old, new).weight == "substance"
    assert only(new, old).weight == "substance"


BRACKETS = [
    ("1. Notes [the] plan of States;", "1. Notes the plan of States;"),
    ("1. Notes [the plan] of States;", "1. Notes the [plan of] States;"),
    ("1. Notes the plan of States;", "1. [Notes the plan of States;]"),
    ("1. Notes the [[plan] of] States;", "1. Notes the [plan] of States;"),
    ("1. Notes [ the plan ] of States;", "1. Notes the plan of States;"),
    ("1. [Notes the plan of States;]", "2. Notes the plan of States."),
]


@pytest.mark.parametrize(("old", "new"), BRACKETS)
def test_only_brackets(old: str, new: str) -> None:
    change = only(old, new)
    assert (change.weight, change.similarity, "brackets" in change.reasons) == ("bracket", 1, True)


def test_brackets_with_words_are_substance() -> None:
    assert only("1. Notes [all] [some] States;", "1. Notes all States;").weight == "substance"


def test_null_where_nothing_differs() -> None:
    change = only("1. *Notes* the plan[^1];", "1. *Notes* the plan[^1];", ({1: "A/58/1."}, {1: "A/58/1."}))
    assert (change.kind, change.weight, change.reasons) == ("unchanged", None, ())


def by_old(comparison: Comparison, position: int) -> tuple[str | None, tuple[str, ...]]:
    change = next(change for change in comparison.changes if position in change.old)
    return change.weight, change.reasons


def test_also_follows_from_a_neighbour_that_is_gone() -> None:
    old = draft(
        f"1. {B};",
        f"2. {A};",
        "3. Also requests the Bureau to meet early in spring;",
        "4. Further requests funds for it.",
    )
    new = draft(f"1. {B};", "2. Requests the Bureau to meet early in spring;", "3. Also requests funds for it.")
    comparison = compare(old, new)
    assert by_old(comparison, 2) == ("housekeeping", ("renumbered", "also"))
    assert by_old(comparison, 3) == ("housekeeping", ("renumbered", "also"))


def test_also_follows_from_a_neighbour_that_is_new_or_has_another_verb() -> None:
    new_one = compare(
        draft("PP Recalling the Summit of the year 2000,", "PP Noting its plan of action for all,"),
        draft("PP Recalling the Charter of the United Nations,", "PP Recalling also the Summit of the year 2000,",
              "PP Noting its plan of action for all,"),
    )  # fmt: skip
    assert by_old(new_one, 0) == ("housekeeping", ("also",))
    changed = compare(
        draft(f"1. {A};", "2. Also requests the Bureau to meet early in spring;"),
        draft(f"1. {A.replace('Requests', 'Urges')};", "2. Requests the Bureau to meet early in spring;"),
    )
    assert by_old(changed, 1) == ("housekeeping", ("also",))


@pytest.mark.parametrize(
    ("first", "second", "after"),
    [
        ("请秘书长向大会第八十一届会议提交报告；", "又请秘书处组织一次区域会议；", "请秘书处组织一次区域会议；"),
        ("تطلب إلى الأمين العام أن يقدم تقريرا إلى الجمعية؛", "تطلب أيضا إلى الأمانة عقد اجتماع إقليمي؛",
         "تطلب إلى الأمانة عقد اجتماع إقليمي؛"),
        ("просит Генерального секретаря представить доклад Ассамблее;", "просит также Секретариат созвать совещание;",
         "просит Секретариат созвать совещание;"),
        ("Prie le Secrétaire général de lui présenter un rapport ;", "Prie également le Secrétariat d’agir ;",
         "Prie le Secrétariat d’agir ;"),
        ("Pide al Secretario General que presente un informe;", "Pide también a la Secretaría que actúe pronto;",
         "Pide a la Secretaría que actúe pronto;"),
    ],
)  # fmt: skip
def test_also_in_other_languages(first: str, second: str, after: str) -> None:
    gone = compare(draft(f"1. {B};", f"2. {first}", f"3. {second}"), draft(f"1. {B};", f"2. {after}"))
    assert by_old(gone, 2) == ("housekeeping", ("renumbered", "also"))
    kept = compare(draft(f"1. {B};", f"2. {first}", f"3. {second}"), draft(f"1. {B};", f"2. {first}", f"3. {after}"))
    assert by_old(kept, 2)[0] == "substance"


def test_another_chinese_verb_that_begins_with_the_same_sign_asks_for_no_also() -> None:
    old = draft("1. 欢迎秘书长的报告；", "2. 请秘书处组织一次区域会议；")
    new = draft("1. 请求权问题由委员会审议；", "2. 又请秘书处组织一次区域会议；")
    assert by_old(compare(old, new), 1)[0] == "substance"


def test_also_without_such_a_neighbour_is_substance() -> None:
    same = compare(draft(f"1. {B};", f"2. {A};"), draft(f"1. {B};", f"2. Also r{A[1:]};"))
    assert by_old(same, 1)[0] == "substance"
    # A neighbour is new, but with another verb: nothing demands "Also".
    other = compare(draft(f"1. {A};"), draft(f"1. {B};", f"2. Also r{A[1:]};"))
    assert by_old(other, 0)[0] == "substance"


def test_further_before_an_article_needs_no_italics() -> None:
    one, two = "PP Recalling the Summit of 2000,", "PP Recalling also its plan of action,"
    old = draft(one, two, "PP Recalling further the Declaration on rivers of 2012,")
    new = draft(one, "PP Recalling also the Declaration on rivers of 2012,", two)
    assert by_old(compare(old, new), 2)[1][-1] == "also"
    gone = draft(one, "PP Recalling also the Declaration on rivers of 2012,")
    assert by_old(compare(old, gone), 2) == ("housekeeping", ("also",))


def test_further_that_belongs_to_what_follows_is_substance() -> None:
    old = draft(f"1. {A};", "2. Requests further information from the Bureau of the Committee;")
    new = draft(f"1. {B};", "2. Requests information from the Bureau of the Committee;")
    assert by_old(compare(old, new), 1)[0] == "substance"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("as set out in paragraph 2 above;", "as set out in paragraph 3 above;"),
        ("as set out in OP2;", "as set out in OP3;"),
        ("as set out in paragraph 2;", "as set out in paragraph 3;"),
        ("under paragraph 2 of the present resolution;", "under paragraph 3 of the present resolution;"),
        ("under paragraphs 1 and 2 above;", "under paragraphs 2 and 3 above;"),
        ("under paragraphs 1 to 2 above;", "under paragraphs 2 to 3 above;"),
    ],
)
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
        ("within 2 years from paragraph 1;", "within 3 years from paragraph 1;"),
        ("under paragraphs 1 to 2 above;", "under paragraphs 1 to 3 above;"),
        # Another document is named beside it: the paragraph may be its own.
        ("as set out in paragraph 2, and in the report of the Board;",
         "as set out in paragraph 3, and in the report of the Board;"),
        ("recalling resolution 57/270, in particular paragraph 2;",
         "recalling resolution 57/270, in particular paragraph 3;"),
        ("under “paragraph 2 above” of that text;", "under “paragraph 3 above” of that text;"),
        ("under its paragraph 2;", "under its paragraph 3;"),
        ("as set out in paragraph 2 thereof;", "as set out in paragraph 3 thereof;"),
    ],
)  # fmt: skip
def test_other_digits_are_substance(old: str, new: str) -> None:
    ask = "Requests the Bureau to act in good time"
    comparison = compare(
        draft(f"1. {A};", f"2. {B};", f"3. {ask} {old}"), draft(f"1. {C};", f"2. {A};", f"3. {B};", f"4. {ask} {new}")
    )
    assert by_old(comparison, 2)[0] == "substance"


def test_notes_are_compared_by_what_they_say() -> None:
    text = "1. Notes the report[^1] and the annex[^2];"
    other = "1. Notes the report[^4] and the annex[^5];"
    same = only(text, other, ({1: "A/58/1.", 2: "Ibid."}, {4: "A/58/1.", 5: "Ibid."}))
    assert (same.kind, same.weight, same.reasons) == ("unchanged", "housekeeping", ("note number",))
    changed = only(text, text, ({1: "A/58/1.", 2: "Ibid."}, {1: "A/58/2.", 2: "Ibid."}))
    assert (changed.kind, changed.weight, changed.reasons) == ("unchanged", "substance", ("notes",))
    gone = only(text, "1. Notes the report[^1] and the annex;", ({1: "A", 2: "B"}, {1: "A"}))
    assert (gone.kind, gone.weight, gone.reasons) == ("unchanged", "substance", ("notes",))


IBID = "1. Notes the report[^1] of the Board;", "2. Welcomes the annex[^2] to it;"
TREATY = "United Nations, Treaty Series, vol. 1771, No. 30822."


@pytest.mark.parametrize(
    ("old", "new", "weight", "reasons"),
    [
        (("Resolution 70/1.", "Ibid."), ("Resolution 70/1.", "Ibid."), None, ()),
        # The words are the same, the document is another.
        (("Resolution 70/1.", "Ibid."), ("Resolution 71/1.", "Ibid."), "substance", ("notes",)),
        ((TREATY, "Ibid., vol. 1522, No. 26369."), (TREATY.replace("30822", "30619"), "Ibid., vol. 1522, No. 26369."),
         None, ()),
        ((TREATY, "Ibid., vol. 1522, No. 26369."), ("A/58/1.", "Ibid., vol. 1522, No. 26369."),
         "substance", ("notes",)),
        # The document is the same, said in full or not.
        (("Resolution 70/1.", "Ibid."), ("A/58/1.", "Resolution 70/1."), "housekeeping", ("ibid",)),
        (("Resolution 69/283, annex I.", "Ibid., annex II."), ("A/58/1.", "Resolution 69/283, annex II."),
         "housekeeping", ("ibid",)),
        (("See resolution 70/1.", "Ibid."), ("A/58/1.", "resolution 70/1."), "housekeeping", ("ibid",)),
        (("Resolution 69/283, annex I.", "Ibid., annex II."), ("A/58/1.", "Resolution 69/283, annex I."),
         "substance", ("notes",)),
        (("A/58/1", "Ibid., para. 5."), ("A/58/1", "Ibid., para. 6."), "substance", ("notes",)),
        (("A/58/1", "Vol. 3 – “Rivers”."), ("A/58/1", "Vol. 3 - \"Rivers\"."), "housekeeping", ("typography",)),
        (("A/58/1", "Vol. 3 – 4."), ("A/58/1", "Vol. 3 – 5."), "substance", ("notes",)),
    ],
)  # fmt: skip
def test_ibid_means_the_note_before(
    old: tuple[str, str], new: tuple[str, str], weight: str | None, reasons: tuple[str, ...]
) -> None:
    one, two = (draft(*IBID, notes=dict(enumerate(notes, 1))) for notes in (old, new))
    assert by_old(compare(one, two), 1) == (weight, reasons)


def test_a_note_that_came_in_between_makes_another_source_of_ibid() -> None:
    old = draft("1. Notes A/58/1[^1] of the Board;", f"2. {B}[^2];", notes={1: "A/58/1.", 2: "Ibid."})
    new = draft("1. Notes A/58/1[^1] of the Board[^2];", f"2. {B}[^3];", notes={1: "A/58/1.", 2: "A/58/2.", 3: "Ibid."})
    assert by_old(compare(old, new), 1) == ("substance", ("notes",))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1. Notes the report[^1] and the annex;", "1. Notes the report and the annex[^1]."),
        ("1. Notes the report[^1] and the annex;", "1. Notes  the report and[^1] the annex;"),
        ("1. *Notes* the report[^1] and the annex;", "1. Notes the report and the annex[^1];"),
    ],
)
def test_a_note_at_other_words_is_substance_beside_housekeeping(old: str, new: str) -> None:
    change = only(old, new, ({1: "A/58/1."}, {1: "A/58/1."}))
    assert (change.weight, change.reasons[0]) == ("substance", "notes")


def test_a_mark_before_or_after_punctuation_is_no_other_place() -> None:
    note = {1: "A/58/1."}
    assert only("1. Notes the report[^1], and more;", "1. Notes the report,[^1] and more;", (note, note)).weight is None


def test_a_paragraph_that_holds_only_a_note_is_no_spacing() -> None:
    comparison = compare(draft(f"1. {A};"), draft(f"1. {A};", "[^1]", notes={1: "A/58/1."}))
    assert [change.weight for change in comparison.changes] == [None, "substance"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("просит Секретариат представить доклад, указанный в пункте 2 выше;",
         "просит Секретариат представить доклад, указанный в пункте 3 выше;"),
        ("просит Секретариат представить доклад, упомянутый в пункте 2 настоящей резолюции;",
         "просит Секретариат представить доклад, упомянутый в пункте 3 настоящей резолюции;"),
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


def test_letters_of_a_reference_follow_too() -> None:
    old = draft("1. Decides as follows:", f"(a) {A};", f"(b) {B};", f"2. {C} under paragraph 1 (b) above;")
    new = draft("1. Decides as follows:", f"(a) {B};", f"2. {C} under paragraph 1 (a) above;")
    assert by_old(compare(old, new), 3) == ("housekeeping", ("cross-reference",))
    other = draft("1. Decides as follows:", f"(a) {A};", f"(b) {B};", f"2. {C} under paragraph 1 (a) above;")
    assert by_old(compare(old, other), 3)[0] == "substance"


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
        (3, "under subparagraph (b) above", [None]),
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


def test_a_paragraph_after_another_bis_takes_its_number() -> None:
    old = draft(f"1. {A};", f"1 bis. {B};", f"2. {C} as decided in paragraph 1 bis above;")
    new = draft(f"1. {A};", f"2. {B};", f"3. {C} as decided in paragraph 2 above;")
    assert by_old(compare(old, new), 2) == ("housekeeping", ("renumbered", "cross-reference"))


def test_a_reference_to_a_paragraph_that_was_split_is_substance() -> None:
    old = draft(f"1. {A}, and {B};", f"2. {C} under paragraph 1 above;")
    new = draft(f"1. {A};", f"2. And {B};", f"3. {C} under paragraph 2 above;")
    assert by_old(compare(old, new), 1)[0] == "substance"


def test_a_bracket_moved_past_the_last_mark() -> None:
    change = only("1. Notes [the plan of States;]", "1. Notes [the plan of States];")
    assert (change.weight, change.reasons) == ("bracket", ("brackets",))
    assert only("1. Notes [the plan of States;]", "1. Notes [the plan of States].").weight == "bracket"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1. Notes [the] plan of States;", "1. Notes [] plan of States;"),
        ("1. Notes [the] plan of States;", "1. Notes [a] plan of States;"),
        ("1. Notes [the] plan of States and funds;", "1. Notes the plan of States or funds;"),
        ("1. Notes [the] plan, of States;", "1. Notes the plan of States;"),
    ],
)
def test_brackets_with_anything_else_are_substance(old: str, new: str) -> None:
    assert only(old, new).weight == "substance"


def test_brackets_emptied_and_taken_away_are_brackets() -> None:
    assert only("1. Notes [] the plan of States;", "1. Notes the plan of States;").weight == "bracket"


def test_the_last_words_of_a_long_paragraph() -> None:
    long = "1. Notes " + ", ".join(f"the plan of region {number} for its rivers" for number in range(60))
    change = only(f"{long}, within existing resources;", f"{long}, within available resources.")
    assert (change.weight, change.words[-3:]) == (
        "substance", (("equal", " resources"), ("delete", ";"), ("insert", ".")),
    )  # fmt: skip


def test_signs_of_direction_are_spacing() -> None:
    change = only("1. تقرر عقد دورة في عام 2026؛", "1. \u200fتقرر عقد دورة في عام \u200e2026؛")
    assert (change.weight, change.reasons) == ("housekeeping", ("spacing",))


def test_kind_and_level_on_equal_words() -> None:
    assert (change := only(f"1. {A};", f"(a) {A};")).reasons == ("kind",)
    assert (change.kind, change.weight) == ("unchanged", "substance")
    to_preamble = only("1. Recognizes that all is well in the world;", "PP Recognizing that all is well in the world,")
    assert to_preamble.moved
    assert not to_preamble.renumbered
    assert to_preamble.weight == "substance"


def test_another_level_in_the_same_place_is_no_move() -> None:
    old = draft(f"1. {A}:", f"(a) {B};", f"(b) {C}.")
    deeper = replace(old.paragraphs[2], level=2, number="(i)")
    (change,) = (c for c in compare(old, replace(old, paragraphs=(*old.paragraphs[:2], deeper))).changes if c.weight)
    assert (change.kind, change.moved, change.weight, change.reasons) == (
        "unchanged", False, "substance", ("level", "renumbered"),
    )  # fmt: skip


def test_brackets_alone_are_no_spacing() -> None:
    change = only("1. Notes all the best practices of States;", "1. Notes all the [best practices] of States;")
    assert (change.weight, change.reasons) == ("bracket", ("brackets",))


def test_the_neighbour_of_one_that_went_to_the_preamble_did_not_move() -> None:
    one, two = "Notes that rivers rise in spring;", "Recognizes that dust storms harm crops;"
    old = draft("PP Recalling its resolution 79/212,", f"1. {one}", f"2. {two}", f"3. {A}.")
    new = draft(
        "PP Recalling its resolution 79/212,", "PP Recognizing that dust storms harm crops,", f"1. {one}", f"2. {A}."
    )
    moved = [(c.old_labels, c.new_labels) for c in compare(old, new).changes if c.moved]
    assert moved == [(("OP2",), ("PP2",))]


def test_moved_alone_is_substance() -> None:
    comparison = compare(draft(f"1. {A};", f"2. {B};", f"3. {C}."), draft(f"1. {C};", f"2. {A};", f"3. {B}."))
    moved = [change for change in comparison.changes if change.moved]
    assert [tell(change) for change in moved] == ["reworded moved renumbered OP3 > OP1 substance"]
    assert all(change.weight == "housekeeping" for change in comparison.changes if not change.moved)


def test_empty_paragraphs_are_spacing() -> None:
    comparison = compare(draft(f"1. {A};", f"2. {B}."), draft(f"1. {A};", "", f"2. {B}.", ""))
    assert [(c.kind, c.weight, c.reasons) for c in comparison.changes if c.kind != "unchanged"] == [
        ("inserted", "housekeeping", ("spacing",)),
        ("inserted", "housekeeping", ("spacing",)),
    ]


def test_masthead_lines_are_housekeeping_but_for_the_telling_ones() -> None:
    lines = (
        "M General Assembly",
        "M {}",
        "M Agenda item 93 (c)",
        "M Agenda title of {}",
        "M {}: draft resolution",
        "M Title of {}",
    )
    old = draft(
        *(
            line.format(x)
            for line, x in zip(lines, ("", "5 May 2003", "", "old things", "Morocco", "rivers"), strict=True)
        )
    )
    new = draft(
        *(
            line.format(x)
            for line, x in zip(lines, ("", "9 June 2004", "", "new things", "Brazil", "lakes"), strict=True)
        )
    )
    weights = [change.weight for change in compare(old, new).changes]
    assert weights == [None, "housekeeping", None, "substance", "substance", "substance"]
