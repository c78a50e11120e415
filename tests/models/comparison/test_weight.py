"""What is substance, what is brackets only, what is housekeeping; substance is never called housekeeping."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.comparison.change import Change
from models.comparison.compare import compare
from models.comparison.words.text_parts import TextParts
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from tests.models.comparison.small_drafts import A, B, C, by_old, draft, only, paragraph, tell

HOUSEKEEPING = [
    (f"3. {A};", f"4. {A};", "renumbered"),
    (f"3. {A};", f"3. {A}.", "end"),
    (f"3. {A};", f"3. {A}", "end"),
    (f"3. {A};", f"3. {A}:", "end"),
    ("1. Notes the “new” plan of one’s own;", '1. Notes the "new" plan of one\'s own;', "typography"),
    ("1. Notes the “new ‘plan’” of States’ funds;", "1. Notes the ‘new “plan”’ of States' funds;", "typography"),
    ("1. Notes the period 2015–2030 and its end;", "1. Notes the period 2015-2030 and its end;", "typography"),
    ("1. Notes the period 2015--2030 and its end;", "1. Notes the period 2015–2030 and its end;", "typography"),
    ("1. Notes the plan -- now old -- of all;", "1. Notes the plan — now old — of all;", "typography"),
    ("1. Notes the plan\n-- now old;", "1. Notes the plan -- now old;", "spacing"),
    ("1. Notes [the plan -- now old] -- of all;", "1. Notes [the plan – now old] – of all;", "typography"),
    ("1. Notes North--South aid for all;", "1. Notes North–South aid for all;", "typography"),
    ("1 - تحيط علما بالتقرير؛", "1 - تحيط علماً بالتقرير؛", "typography"),
    ("1 - تقرر أن تُعِدَّ تقريرا؛", "1 - تقرّر أن تعدّ تقريرا؛", "typography"),
    ("1. Prie les Etats Membres d’agir ;", "1. Prie les États Membres d’agir ;", "typography"),
    ("1. Prie l’Egypte et l’Equateur d’agir ;", "1. Prie l’Égypte et l’E\u0301quateur d’agir ;", "typography"),
    ("§ ETATS MEMBRES DE L’UNION", "§ ÉTATS MEMBRES DE L’UNION", "typography"),
    ("1. Insta a los Organos de Africa a actuar;", "1. Insta a los Órganos de África a actuar;", "typography"),
    ("1 - تطلب إلى الامين العام أن يقدم تقريرا؛", "1 - تطلب إلى الأمين العام ان يقدم تقريرا؛", "typography"),
    ("1 - تدعو الامم المتحدة لاغراض التنمية؛", "1 - تدعو الأمم المتحدة لأغراض التنمية؛", "typography"),
    ("1. 注意到2022年的报告；", "1. 注意到２０２２年的报告；", "typography"),
    ("1. Notes the caf\u00e9s of the hall;", "1. Notes the cafe\u0301s of the hall;", "typography"),
    ("1. Notes  the plan of the hall;", "1. Notes the plan of the hall;", "spacing"),
    ("1. Notes the plan of\u00a0the hall;", "1. Notes the plan of the hall;", "spacing"),
    ("1. Notes the plan of \u200bthe hall;", "1. Notes the plan of the hall;", "spacing"),
    ("1. Notes the govern\u200bance of the hall;", "1. Notes the governance of the hall;", "spacing"),
    ("1. Notes the \u00adgovernance of the hall;", "1. Notes the governance of the hall;", "spacing"),
    ("1. Notes the governance of the hall;", "1. Notes the \u200cgovernance of \u200dthe hall;", "spacing"),
    ("1. Notes the (\u00ad\u00ad) hall;", "1. Notes the () hall;", "spacing"),
    ("1. Notes the [govern\u2060ance] of it;", "1. Notes the [governance] of it;", "spacing"),
    ("§ Article 6 (FINANCE)", "§ Article 6 (finance)", "typography"),
    ("§ Article 6 (FINANCE)", "§ ARTICLE 6 (FINANCE)", "typography"),
    ("§ MEANS OF IMPLEMENTATION", "§ Means of implementation", "typography"),
    ("ARTICLE 1. The Parties shall cooperate.", "Article 1. The Parties shall cooperate.", "typography"),
    ("1. Notes the final plan of it;", "1. Notes the \ufb01nal plan of it;", "typography"),
    ("1. Notes the hall’s plan;", "1. Notes the hall\u02bcs plan;", "typography"),
    ("1. تلاحظ الاتفاقية المتعلقة بالمياه؛", "1. تلاحظ الاتفاقيـة المتعلقة بالمياه؛", "typography"),
    ("1. 注意到“清洁水”倡议；", "1. 注意到「清洁水」倡议；", "typography"),
    ("1. تشير إلى القرار ٧٠/١؛", "1. تشير إلى القرار 70/1؛", "typography"),
    ("1. 请会员国提交报告；", "1. 请会 员国提交报告；", "spacing"),
    ("1. 请会员国在2026年提交第2段所述报告；", "1. 请会员国在 2026 年提交第 2 段所述报告；", "spacing"),
    ("1. 请会员国提交报告，说明情况（包括措施）；", "1. 请会员国提交报告,说明情况(包括措施)；", "typography"),
    ("1. تلاحظ الاتفاقية، وتدعو الدول؛", "1. تلاحظ الاتفاقية, وتدعو الدول؛", "typography"),
    ("1. Notes the plan of the hall;", "1. Notes the plan of the hall ;", "spacing"),
    ("1. Notes the plan\nof the hall;", "1. Notes the plan of the hall;", "spacing"),
    ("1. Notes the [plan][report] of the hall;", "1. Notes the [plan] [report] of the hall;", "spacing"),
    ("1. *Notes* the plan of the hall;", "1. Notes the plan of the hall;", "italics"),
    ("1. *Notes* the plan of the hall;", "1. *Notes the* plan of the hall;", "italics"),
    ("PP *Noting with renewed concern* that it fell,", "PP Noting with renewed concern that it fell,", "italics"),
]


DASHES = (
    ("in 2015–2030 here", "in 2015 - 2030 here"),
    ("of States – all – here", "of States—all—here"),
    ("non-led", "non -led"),
)


@pytest.mark.parametrize(("old", "new"), DASHES)
def test_a_dash_parts_words_in_whatever_shape_and_a_hyphen_with_a_space_is_one(old: str, new: str) -> None:
    assert only(f"1. Notes the plan {old};", f"1. Notes the plan {new};").weight == "housekeeping"


@pytest.mark.parametrize(("old", "new", "reason"), HOUSEKEEPING)
def test_housekeeping(old: str, new: str, reason: str) -> None:
    change = only(old, new)
    assert (change.weight, change.reasons) == ("housekeeping", (reason,))
    assert only(new, old).weight == "housekeeping"


SUBSTANCE = [
    ("1. Notes a change of 5–10 degrees;", "1. Notes a change of 5 –10 degrees;"),
    ("1. Notes a change of 5--10 degrees;", "1. Notes a change of 5-10 degrees;"),
    ("1. Notes a change of --10 degrees;", "1. Notes a change of -10 degrees;"),
    ("1. Notes the switch --all of it;", "1. Notes the switch -all of it;"),
    ("1. Notes the sum x--y of all;", "1. Notes the sum x-y of all;"),
    ("1. Notes the sum as = -- bs of all;", "1. Notes the sum as = - bs of all;"),
    ("1. Notes the sum x -- y of all;", "1. Notes the sum x - y of all;"),
    ("1. Notes a fall of 10 -- 5 degrees;", "1. Notes a fall of 10 - 5 degrees;"),
    ("1. Notes a share of -- $5 million;", "1. Notes a share of - $5 million;"),
    ("1. Notes the sum of 1000--2000 dollars;", "1. Notes the sum of 1000-2000 dollars;"),
    ("1. Notes the site https://un.org/water--plan;", "1. Notes the site https://un.org/water-plan;"),
    ("1. Notes the site water--plan.org of all;", "1. Notes the site water-plan.org of all;"),
    ("1. Notes the site water--plan@un.org;", "1. Notes the site water-plan@un.org;"),
    ("1. Notes the symbol CRC/2015--2020/L.5;", "1. Notes the symbol CRC/2015-2020/L.5;"),
    ("1. Notes the plan -- now old;", "1. Notes the plan -- -- now old;"),
    ("1. Notes a change of 5 – 10 degrees;", "1. Notes a change of 5 -10 degrees;"),
    ("§ The State and society", "§ The state and society"),
    ("§ AIDS", "§ Aids"),
    ("1. NOTES THE PLAN OF ALL STATES;", "1. Notes the plan of all States;"),
    ("1. Notes a level of - 5 degrees;", "1. Notes a level of -5 degrees;"),
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
    ("1. Notes measures of States – led by funds – here;", "1. Notes measures of States-led by funds – here;"),
    ("1. Notes the period of 2-day meetings;", "1. Notes the period of 2 – day meetings;"),
    ("1. Отмечает роль государств — участников;", "1. Отмечает роль государств-участников;"),
    ("1. 注意到中国、法国的报告；", "1. 注意到中国，法国的报告；"),
    ("1. Notes that all may be here;", "1. Notes that all may\u200bbe here;"),
    ("1. Notes that all may be here;", "1. Notes that all may\u00adbe here;"),
    ("1. Notes the sum of 123 only;", "1. Notes the sum of \u202e123 only;"),
    ("1. Notes the sum of 123 only;", "1. Notes the sum of \u202d123\u202c only;"),
    ("(a) The plan of States; or", "(a) The plan of States;"),
    ("(a) The plan of States; and", "(a) The plan of States; or"),
    ("1. Notes paragraph 4 of resolution 57/270;", "1. Notes paragraph 5 of resolution 57/270;"),
    ("1. Notes the plan (of States);", "1. Notes the plan of States;"),
    ("1. Notes the plan?", "1. Notes the plan."),
    ("1. Notes the States’ plan;", "1. Notes the States plan;"),
    ("1. Notes the States’ plan;", "1. Notes the ‘States’ plan;"),
    ("1. Notes the width of 5' of it;", '1. Notes the width of 5" of it;'),
    ("1. Notes the (a) plan;", "1. Notes the (b) plan;"),
    ("1. Notes the plan of $5 million;", "1. Notes the plan of 5 million;"),
    ("1. Notes the Côte plan;", "1. Notes the Cote plan;"),
    ("1. *Notes* the plan *inter alia* here;", "1. *Notes* the plan inter alia here;"),
    ("1. *Notes the plan of States, and of all here;*", "1. Notes the plan of States, and of all here;"),
    ("1. *Recalls The Future We Want* as it is;", "1. *Recalls* The Future We Want as it is;"),
    ("1. *Notes* the [plan] *inter alia* here;", "1. Notes the plan inter alia here;"),
    ("1 - تقرر رفع العَلم؛", "1 - تقرر رفع العِلم؛"),
    ("1 - تُشجَّع الدول؛", "1 - تُشجِّع الدول؛"),
    ("1. Décide d’agir ou la paix règne ;", "1. Décide d’agir où la paix règne ;"),
    ("1. Note le marche des États ;", "1. Note le marché des États ;"),
    ("1. Note les mesures A cette fin ;", "1. Note les mesures À cette fin ;"),
    ("1. Note les articles du traité ;", "1. Note les articles dû traité ;"),
    ("1. Note que El dirige la obra;", "1. Note que Él dirige la obra;"),
    ("1. Note les États et les fonds ;", "1. Note les Etats et le fonds ;"),
    ("1. Note les Côtes et leurs fonds ;", "1. Note les Cotes et leurs fonds ;"),
    ("1. Note les Ètats et leurs fonds ;", "1. Note les États et leurs fonds ;"),
    ("1 - تلاحظ أعلام الدول؛", "1 - تلاحظ إعلام الدول؛"),
    ("1 - تلاحظ أن ذلك كان ضروريا؛", "1 - تلاحظ أن ذلك كأن ضروريا؛"),
    ("1 - تلاحظ أنه بدا هناك؛", "1 - تلاحظ أنه بدأ هناك؛"),
    ("1 - تلاحظ دوره الأول؛", "1 - تلاحظ دورة الأول؛"),
    ("1 - تلاحظ ما هو علي الدول؛", "1 - تلاحظ ما هو على الدول؛"),
]


@pytest.mark.parametrize(("old", "new"), SUBSTANCE)
def test_substance(old: str, new: str) -> None:
    assert only(old, new).weight == "substance"
    assert only(new, old).weight == "substance"


def test_italics_in_the_text_are_named_and_bold_of_a_whole_heading_is_its_layout() -> None:
    assert only("1. *Notes* the plan *inter alia*;", "1. Notes the plan inter alia;").reasons == ("format", "italics")
    heading = Paragraph(Kind.HEADING, (Run("Scope of the work"),))
    bold = replace(heading, runs=(Run("Scope of the work", bold=True),))
    partly = replace(heading, runs=(Run("Scope", italic=True), Run(" of the work")))
    for other, weight in ((bold, "housekeeping"), (partly, "substance")):
        (change,) = compare(Draft((heading,), ()), Draft((other,), ())).changes
        assert (change.weight, change.reasons) == (weight, ("format",))


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


GLUED = [
    ("measure[s]", "measures"),
    ("[S]tates", "States"),
    ("[re]take", "retake"),
    ("10[0]", "100"),
    ("1[,]000", "1,000"),
    ("m[easures]", "measure[s]"),
    ("L.39[/Rev.1]", "L.39/Rev.1"),
    ("l'[ensemble]", "l'ensemble"),
    ("l’[ensemble] de[s] État[s]", "l’ensemble des États"),
    ("государств[а]", "государства"),
    ("ال[دول]", "الدول"),
    ("［各国］", "各国"),
    ("【各国】采取", "各国采取"),
]


@pytest.mark.parametrize(("old", "new"), GLUED)
def test_brackets_within_a_word_are_brackets(old: str, new: str) -> None:
    for one, two in ((old, new), (new, old)):
        change = only(f"1. Notes the {one} here;", f"1. Notes the {two} here;")
        assert (change.weight, change.reasons, change.similarity) == ("bracket", ("brackets",), 1.0)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("measure[s]", "measure"),
        ("measure [s]", "measures"),
        ("[re]take", "take"),
        ("[may][be]", "maybe"),
        ("[may]be", "may be"),
        ("10[0]", "10"),
        ("10[0]", "10 0"),
        ("[10][20]", "1020"),
        ("［各国］", "国"),
    ],
)
def test_brackets_within_a_word_that_is_another_are_substance(old: str, new: str) -> None:
    assert only(f"1. Notes the {old} here;", f"1. Notes the {new} here;").weight == "substance"


def test_a_paragraph_of_wide_brackets_alone_is_brackets() -> None:
    changes = compare(draft(f"1. {A};", "2. ［］", f"3. {B};"), draft(f"1. {A};", f"2. {B};")).changes
    assert [change.weight for change in changes if change.kind == "deleted"] == ["bracket"]


@pytest.mark.parametrize("line", ["[]", "[ ]", "\n", "[\n]", "［］"])
def test_a_paragraph_without_words_has_no_opening(line: str) -> None:
    parts = TextParts(paragraph(f"1. *{line}*"))
    assert (parts.words, parts.starts, parts.marks, parts.opening_italics) == ((), (), [], 0)


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
    for one, two in ((f"1. {A};", f"(a) {A};"), (f"(a) {A};", f"1. {A};")):
        assert (change := only(one, two)).reasons == ("kind", "level", "renumbered")
        assert (change.kind, change.renumbered, change.weight) == ("unchanged", True, "substance")
    to_preamble = only("1. Recognizes that all is well in the world;", "PP Recognizing that all is well in the world,")
    assert to_preamble.moved
    assert not to_preamble.renumbered
    assert to_preamble.weight == "substance"


def test_a_number_of_another_style_is_another_level_of_mere_text() -> None:
    def typed(*numbers: str) -> Draft:
        texts = zip(numbers, (A, B, C, "Notes it"), strict=False)
        return Draft(tuple(Paragraph(Kind.TEXT, (Run(text),), number=number) for number, text in texts))

    def told(old: Draft, new: Draft) -> list[tuple[str | None, tuple[str, ...]]]:
        return [(change.weight, change.reasons) for change in compare(old, new).changes if change.weight]

    level, number = ("substance", ("level", "renumbered")), ("housekeeping", ("renumbered",))
    assert told(typed("1", "(a)", "(b)", "2"), typed("1", "(a)", "2", "3")) == [level, number]
    assert told(typed("1", "(a)", "2", "3"), typed("1", "(a)", "(b)", "2")) == [level, number]
    assert told(typed("1", "(a)", "(i)", "2"), typed("1", "(a)", "(b)", "2")) == [level]
    assert told(typed("1", "(a)", "(b)", "2"), typed("1", "(b)", "(c)", "3")) == [number] * 3
    # "(i)" after "(h)" is a letter; a style that takes the place of another throughout changes no list.
    assert told(typed("(a)", "(h)", "(i)"), typed("(a)", "(g)", "(h)")) == [number] * 2
    assert told(typed("1", "(a)", "(b)", "2"), typed("1", "(i)", "(ii)", "2")) == [number] * 2


def test_another_level_in_the_same_place_is_no_move() -> None:
    old = draft(f"1. {A}:", f"(a) {B};", f"(b) {C}.")
    deeper = replace(old.paragraphs[2], level=2, number="(i)")
    (change,) = (c for c in compare(old, replace(old, paragraphs=(*old.paragraphs[:2], deeper))).changes if c.weight)
    assert (change.kind, change.moved, change.weight, change.reasons) == (
        "unchanged", False, "substance", ("level", "renumbered"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("1. Recalls the plans[^1] on dust;", "1. Recalls the plans[^1]on dust;", ("housekeeping", "spacing")),
        ("1. Recalls the [plans[^1]] on dust;", "1. Recalls the plans[^1]on dust;", ("bracket", "brackets")),
        ("1. Recalls the plans[^1] on dust,", "1. Recalls the plans[^1]on dust;", ("housekeeping", "end")),
        ("1. Recalls the plans[^1] on dust;", "1. Recalls the plans[^1]of dust;", ("substance", "")),
        ("1. Recalls the plans[^1] on dust;", "1. Recalls the planson[^1] dust;", ("substance", "")),
        ("1. Recalls the plans[^1] on dust;", "1. Recalls the planson dust;", ("substance", "notes")),
        ("1. Recalls the plans on dust;", "1. Recalls the planson dust;", ("substance", "")),
    ],
)
def test_a_space_beside_a_note_mark_parts_no_more_than_the_mark(old: str, new: str, told: tuple[str, str]) -> None:
    notes = {1: "Resolution 70/1."}
    for one, two in ((old, new), (new, old)):
        cited = [notes if "[^1]" in text else None for text in (one, two)]
        (change,) = compare(draft(one, notes=cited[0]), draft(two, notes=cited[1])).changes
        assert (change.weight, (change.reasons or ("",))[0]) == told


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


def test_brackets_that_touch_part_words() -> None:
    change = only("1. Notes the [plan][report] of the hall;", "1. Notes the plan report of the hall;")
    assert (change.weight, change.reasons) == ("bracket", ("brackets", "spacing"))
    assert only("1. Notes that all [may][be] here;", "1. Notes that all maybe here;").weight == "substance"


def test_a_paragraph_of_brackets_alone() -> None:
    changes = compare(draft(f"1. {A};", "2. []", f"3. {B};"), draft(f"1. {A};", f"2. {B};")).changes
    assert [(one.weight, one.reasons) for one in changes if one.kind == "deleted"] == [("bracket", ("brackets",))]


def test_empty_paragraphs_are_spacing() -> None:
    comparison = compare(draft(f"1. {A};", f"2. {B}."), draft(f"1. {A};", "", f"2. {B}.", ""))
    assert [(c.kind, c.weight, c.reasons) for c in comparison.changes if c.kind != "unchanged"] == [
        ("inserted", "housekeeping", ("spacing",)),
        ("inserted", "housekeeping", ("spacing",)),
    ]


def test_the_look_of_a_whole_masthead_line_is_that_of_its_style() -> None:
    """Another word processor writes what is bold by Adref's own style as bold letters."""
    lines = draft("M General Assembly", "M Fifty-eighth session", "M Morocco: draft resolution", "M Water", f"1. {A};")
    bold = [replace(one, runs=tuple(replace(run, bold=True) for run in one.runs)) for one in lines.paragraphs]
    loud = Draft((*bold[:4], lines.paragraphs[4]))
    assert not compare(lines, loud).differs
    assert not compare(loud, lines).differs
    assert compare(lines, Draft((*lines.paragraphs[:4], bold[4]))).differs


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


def test_lines_before_a_text_that_has_no_masthead_of_the_united_nations_are_substance() -> None:
    lines = ("M Agreement", "M between the Government of {} and the Government of Norway", "M on fisheries", f"1. {A};")
    old, new = (draft(*(line.format(state) for line in lines)) for state in ("Kenya", "Ghana"))
    assert [change.weight for change in compare(old, new).changes] == [None, "substance", None, None]


def test_the_number_of_a_name_is_substance_and_that_of_a_counted_heading_follows() -> None:
    def weights(old: tuple[str, ...], new: tuple[str, ...]) -> list[str | None]:
        return [change.weight for change in compare(draft(*old), draft(*new)).changes if change.old]

    groups = "§ Category {} – States with nuclear weapons"
    assert weights((groups.format("A"), f"1. {A};"), (groups.format("B"), f"1. {A};")) == ["substance", None]
    weeks = ("§ Week 1: general debate", f"1. {A};", "§ Week {}: elections", f"2. {B};")
    later = ("§ Week 2: lists and speakers", f"1. {C};")
    new = (*weeks[:2], *later, weeks[2].format(3), f"3. {B};")
    old = (*weeks[:2], weeks[2].format(2), f"2. {B};")
    assert weights(old, new)[2:] == ["housekeeping", "housekeeping"]
    assert weights(("§ Article 4: Water", f"1. {A};"), ("§ Article 5: Water", f"1. {A};")) == ["housekeeping", None]


@pytest.mark.parametrize("line", ["A/C.2/80/L.17{}", "Iraq:{} draft resolution", "Dust and sand{}"])
def test_a_mere_asterisk_in_the_masthead_is_housekeeping(line: str) -> None:
    rest = draft("The General Assembly,", "1. Decides to meet.").paragraphs
    for old, new in (("", "*"), ("*", ""), ("*", "**")):
        lines = (Paragraph(Kind.MASTHEAD, (Run(line.format(mark)),)) for mark in (old, new))
        sides = (Draft((one, *rest)) for one in lines)
        (change,) = (one for one in compare(*sides).changes if one.kind != "unchanged")
        assert (change.kind, change.weight, change.reasons) == ("reworded", "housekeeping", ("masthead",))


@pytest.mark.parametrize("says", ["A group.", "Another group."])
def test_a_note_of_the_masthead_that_is_a_paragraph_of_one_draft_and_a_footnote_of_the_other_is_housekeeping(
    says: str,
) -> None:
    rest = draft("The General Assembly,", "1. Decides to meet.").paragraphs
    note = Paragraph(Kind.SPONSOR_NOTE, (Run("A group."),), number="*")
    typed = Draft((Paragraph(Kind.MASTHEAD, (Run("Iraq:* draft resolution"),)), *rest, note))
    head = Paragraph(Kind.MASTHEAD, (Run("Iraq:"), Run(footnote=1), Run(" draft resolution")))
    called = Draft((head, *rest), (Footnote(1, "*", (Run(says),)),))
    weight = "housekeeping" if says == note.text else "substance"
    for sides in ((typed, called), (called, typed)):
        found = [(one.kind, one.weight) for one in compare(*sides).changes if one.weight is not None]
        assert found == [("reworded", weight), ("deleted" if sides[0] is typed else "inserted", weight)]


def test_the_number_an_adopted_resolution_prints_before_its_title_is_no_part_of_it() -> None:
    rest = ("The General Assembly,", "PP Recalling its resolution,", "1. Decides to meet.")

    def title(new: str) -> Change:
        return compare(draft("M Combating sand and dust storms", *rest), draft(f"M {new}", *rest)).changes[0]

    found = title("80/143. Combating sand and dust storms")
    assert (found.weight, found.reasons) == ("housekeeping", ("renumbered",))
    assert title("80/143. Combating sand storms").weight == "substance"


@pytest.mark.parametrize(
    "line", ["Submitted by {}", "Working paper submitted by {}", "Co-sponsors: {}", "Proposal by {}"]
)
def test_who_submits_is_substance_whatever_the_line_is_called(line: str) -> None:
    lines = "M General Assembly", "M Natural disasters", "PP Recalling its resolution 57/270,"
    old = draft(lines[0], "M " + line.format("Chile and Peru"), *lines[1:])
    new = draft(lines[0], "M " + line.format("Chile"), *lines[1:])
    assert by_old(compare(old, new), 1)[0] == "substance"


def test_bold_in_a_title_is_no_other_number_before_it() -> None:
    agenda, sponsors, title = (
        Paragraph(Kind.MASTHEAD, (Run(words),))
        for words in ("Agenda item 18 (i)", "Iraq: draft resolution", "Combating sand and dust storms")
    )
    bold = replace(title, runs=(Run(title.text[:9], bold=True), Run(title.text[9:])))
    changes = compare(Draft((agenda, sponsors, title), ()), Draft((agenda, sponsors, bold), ())).changes
    assert [(one.weight, one.reasons) for one in changes] == [(None, ()), (None, ()), ("substance", ("format",))]


def test_a_section_that_comes_or_moves_is_substance_though_it_is_a_number_alone() -> None:
    def section(number: str) -> Paragraph:
        return Paragraph(Kind.SECTION, (), number=number)

    first, second, third = draft(f"1. {A};", f"2. {B};", f"3. {C};").paragraphs
    one = Draft((section("I"), first, second, section("II"), third), ())
    two = Draft((section("I"), first, section("II"), second, third), ())
    assert {change.weight for change in compare(one, two).changes} == {None, "substance"}
    comparison = compare(Draft((first, second), ()), Draft((first, section("II"), second), ()))
    (new,) = (change for change in comparison.changes if not change.old)
    assert (new.weight, new.reasons) == ("substance", ())


ITEMS = f"1. {A}:", f"(a) {A};", f"(b) {B};", f"(c) {C};", f"2. {B};", f"3. {C}."


@pytest.mark.parametrize(
    ("at", "weight"),
    [(0, "substance"), (1, "substance"), (2, "housekeeping"), (3, "substance"), (4, "housekeeping"), (5, "substance")],
)
def test_only_the_and_before_the_last_item_is_housekeeping(at: int, weight: str) -> None:
    joined = draft(*(f"{text[:-1]}; and" if place == at else text for place, text in enumerate(ITEMS)))
    for one, two in ((draft(*ITEMS), joined), (joined, draft(*ITEMS))):
        change = compare(one, two).changes[at]
        assert (change.weight, change.reasons) == (weight, ("end",) if weight == "housekeeping" else ())


def test_an_and_that_went_to_an_earlier_item_is_substance_there_alone() -> None:
    one = draft(*(text.replace(f"{B};", f"{B}; and") if text[0] == "(" else text for text in ITEMS))
    two = draft(*(text.replace(f"{A};", f"{A}; and") if text[0] == "(" else text for text in ITEMS))
    assert [change.weight for change in compare(one, two).changes[1:3]] == ["substance", "housekeeping"]


def test_the_and_follows_when_a_last_item_comes_or_goes() -> None:
    short = draft(f"1. {A}:", f"(a) {A}; and", f"(b) {B}.", f"2. {C};")
    long = draft(f"1. {A}:", f"(a) {A};", f"(b) {B}; and", f"(c) {C};", f"2. {C};")
    for one, two in ((short, long), (long, short)):
        ends = [change for change in compare(one, two).changes if "end" in change.reasons]
        assert [(change.weight, change.old_labels) for change in ends] == [
            ("housekeeping", ("OP1 (a)",)),
            ("housekeeping", ("OP1 (b)",)),
        ]


@pytest.mark.parametrize(
    ("last", "now", "weight"),
    [("；以及", "；", "housekeeping"), ("；和", "；以及", "housekeeping"), ("；以及", "；或", "substance")],
)
def test_what_joins_the_last_item_in_chinese(last: str, now: str, weight: str) -> None:
    items = ("1. 请秘书长：", "(a) 举办两次区域讲习班{}", "(b) 在下届会议上提出报告。")
    old, new = (draft(*(item.format(end) for item in items)) for end in (last, now))
    assert by_old(compare(old, new), 1) == (weight, ("end",))
    elsewhere = draft(items[0], items[1].format("；以及"), "(b) 任命特使；", items[2].replace("b", "c"))
    plain = draft(items[0], items[1].format("；"), "(b) 任命特使；", items[2].replace("b", "c"))
    assert by_old(compare(plain, elsewhere), 1)[0] == "substance"


@pytest.mark.parametrize("last", ["", ";", "; and", "[; and]", "."])
@pytest.mark.parametrize("now", ["", ";", "; and", "[; and]", "."])
@pytest.mark.parametrize(("old", "new"), [("all", "some"), ("400", "450"), ("aide", "paix"), ("Agua y", "Agua")])
def test_end_is_of_marks_alone_whatever_the_last_word_is(old: str, new: str, last: str, now: str) -> None:
    texts = f"1. Water for {old}{last}", f"1. Water for {new}{now}"
    change = compare(*(draft(text, f"2. {B}.") for text in texts)).changes[0]
    assert change.weight == "substance"
    assert ("end" in change.reasons) == (last.strip("[]") != now.strip("[]"))
