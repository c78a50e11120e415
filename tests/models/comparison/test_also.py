"""“Also” and “further” that follow from the paragraphs around, in six languages."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from tests.models.comparison.small_drafts import A, B, by_old, draft


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


@pytest.mark.parametrize("word", ["Further", "Also"])
def test_what_no_known_opening_follows_is_substance(word: str) -> None:
    annex = ("§ Political declaration", "1. We commit to existing targets on emissions;")
    old = draft(*annex, f"2. {word} cuts shall be made by 2030;")
    new = draft(annex[0], "1. We note the rise of sea levels in the Pacific;", "2. Cuts shall be made by 2030;")
    assert by_old(compare(old, new), 2)[0] == "substance"


def test_also_does_not_follow_where_only_italics_before_it_went() -> None:
    before = "PP *Recalling further* General Assembly resolution 69/313 on the Addis Ababa Action Agenda,"
    old = draft(before, "PP Recalling Economic and Social Council resolution 2020/7 of 18 June 2020,")
    new = draft(
        before.replace("*", ""), "PP Also recalling Economic and Social Council resolution 2020/7 of 18 June 2020,"
    )
    assert by_old(compare(old, new), 1)[0] == "substance"
