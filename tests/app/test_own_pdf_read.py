"""A draft that Adref prints is read back from its PDF: words, kinds, levels, numbers, notes at their places."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.files.draft_file import page
from app.files.terms import Terms
from app.pdf import pdf_of_html
from models.circulation.typesetting import GENEVA, Typesetting
from models.comparison.compare import compare
from models.draft import Draft
from models.files.read import read_bytes
from models.forms.print_page import print_page
from models.reading.reading import CannotRead
from models.sample import sample_reading
from tests.real_files import real_files

pytestmark = pytest.mark.usefixtures("qapp")


def told(draft: Draft) -> list[tuple[object, ...]]:
    return [
        (one.kind, one.level, one.number, " ".join(one.text.split()), [draft.note[note].mark for note in one.footnotes])
        for one in draft.paragraphs
    ]


def notes(draft: Draft) -> list[tuple[str, str]]:
    return [(one.mark, " ".join(one.text.split())) for one in draft.footnotes]


def looks(draft: Draft) -> list[tuple[str, bool, bool]]:
    return [(run.text, run.italic, run.bold) for one in draft.paragraphs for run in one.runs if run.text.strip()]


def printed(draft: Draft, label: str = "A/C.2/80/L.50") -> Draft:
    return read_bytes(page(".pdf", draft, label, Terms())).draft


@pytest.mark.parametrize("name", ["vice_chairmans_text", "earlier_draft_illustration"])
def test_the_sample_comes_back(name: str) -> None:
    draft = sample_reading(name).draft
    back = printed(draft)
    assert told(back) == told(draft)
    assert notes(back) == notes(draft)


@pytest.mark.parametrize("label", ["Text of 14 November", "text"])
def test_a_title_at_the_head_of_pages_of_geneva_is_no_text(label: str) -> None:
    draft = sample_reading("vice_chairmans_text").draft
    bare = Draft(tuple(one for one in draft.paragraphs if "A/C.2" not in one.text), draft.footnotes)
    back = read_bytes(page(".pdf", bare, label, Terms(setting=Typesetting(GENEVA)))).draft
    assert [" ".join(one.text.split()) for one in back.paragraphs] == [
        " ".join(one.text.split()) for one in bare.paragraphs
    ]


def test_a_row_that_says_draft_at_the_head_of_a_page_is_text() -> None:
    rows = "\n".join(f"| Draft | Adopted in {1900 + at} |" for at in range(1, 90))
    draft = read_bytes(f"Text\n\n| Draft | Year |\n|---|---|\n{rows}\n".encode(), name="text.md").draft
    back = read_bytes(page(".pdf", draft, "text", Terms(setting=Typesetting(GENEVA)))).draft
    assert "".join(one.text for one in back.paragraphs).count("Draft") == sum(
        "Draft" in one.text for one in draft.paragraphs
    )


WORDS = {
    "en": "The General Assembly,|Recalling its efficient first office of 2015,|1. Decides to meet (2027);",
    "fr": "L’Assemblée générale,|Rappelant l’œuvre « efficace » des États : un défi,|1. Décide de se réunir (2027) ;",
    "es": "La Asamblea General,|Recordando la labor oficial del año; ¿qué más?,|1. Decide reunirse (2027);",
    "ru": "Генеральная Ассамблея,|ссылаясь на свою резолюцию «О целях» ещё раз,|1. постановляет собраться (2027 год);",
    "zh": "大会，|回顾其2015年9月25日第70/1号决议（“2030年议程”），|1. 决定在第八十一届会议上召开会议（2027年）；|"
    # Lines end beside figures.
    "2. 又决定在本届会议期间各机构在第八十一届会议上召开会议（2027年）以及执行在各国所通过的《巴黎协定》；",
    "ar": "إن الجمعية العامة،|وإذ تلاحظ ما جاء في القرار 70/1 بشأن المياه [لا أن] فيها، وقد أُعد مبدأً مناسَبًا،|"
    "وإذ تشير إلى القرار ”تحويل عالمنا“ و«الماء» و‘الخطة’ و”Water for all“ و“السلام”، ”2030“،|"
    "1 - تقرر عقد 12 دورة (2027)؛|"
    "2 - تطلب زيادة 50% ومبلغ 10 000 دولار و 1 234 567 من ذلك، وتشير إلى A/80/1، A/80/2 وإلى المربُّون؛",
}


@pytest.mark.parametrize("code", WORDS)
def test_words_in_each_language_come_back(code: str) -> None:
    draft = read_bytes(WORDS[code].replace("|", "\n\n").encode()).draft
    assert told(printed(draft)) == told(draft)


def test_the_space_beside_a_latin_word_that_alone_fills_an_arabic_line_begins_no_paragraph() -> None:
    words = (
        "وإذ تلاحظ مع التقدير ما تبذله الدول كلها من جهود في هذا المجال الهام جدا وما ورد في، وفهم ما قامت به UNESCO "
        f"في سبيل ذلك {'وبالاستراتيجيات المستقبلية ' * 6}لها،"
    )
    draft = read_bytes(f"إن الجمعية العامة،\n\n{words}\n\n1 - تقرر ذلك؛".encode()).draft
    assert told(printed(draft)) == told(draft)


def test_a_printed_comparison_of_arabic_texts_tells_its_words() -> None:
    old, new = (read_bytes(f"إن الجمعية العامة،\n\n{words}".encode()).draft
                for words in ("وإذ تؤكد ذلك،", "وإذ تؤكد ذلك في لبنان،"))  # fmt: skip
    back = read_bytes(pdf_of_html(print_page(compare(old, new), old_name="A", new_name="B"), "A – B")).draft
    assert "وإذ تؤكد ذلك في لبنان،" in [one.text for one in back.paragraphs]


def test_a_clause_behind_a_comma_begins_no_paragraph_where_no_capital_tells() -> None:
    clauses = ("根据《宪章》的规定", "收到秘书长的报告", "同意设立特设委员会", "批准各国提出的计划")
    recitals = ["确认" + "各" * more + "国的权利，" + "，".join(clauses * 4) + "，" for more in range(8)]
    texts = ("大会，", *recitals, "1. 决定继续审议此事；", "2. 请秘书长提出报告。")
    html = "".join(f'<p style="margin: 0; font-size: 12pt">{text}</p>' for text in texts)
    read = read_bytes(pdf_of_html(html, "A")).draft
    assert [one.text.count("确认") for one in read.paragraphs] == [0, *[1] * len(recitals), 0, 0]


def test_arabic_italics_and_bold_come_back_as_they_were() -> None:
    words = (
        "*إن الجمعية العامة*،\n\n*وإذ تشير* إلى قرارها 79/212،\n\n"
        "1 - *تحيط علما* **بتقرير** ***الأمين*** العام؛\n\n2 - *تقرر* ذلك."
    )
    draft = read_bytes(words.encode()).draft
    back = printed(draft)
    assert told(back) == told(draft)
    assert looks(back) == looks(draft)


def test_a_pdf_that_does_not_name_its_letters_is_told_so() -> None:
    draft = read_bytes(WORDS["en"].replace("|", "\n\n").encode()).draft
    unnamed = page(".pdf", draft, "text", Terms()).replace(b"/ToUnicode", b"/NoUnicode")
    with pytest.raises(CannotRead, match="does not say which letters"):
        read_bytes(unnamed)


def test_two_notes_at_one_place_come_back_as_two() -> None:
    words = (
        "*The General Assembly*,\n\n1. *Decides* to convene a meeting on this at its sixtieth session,[^1][^2] and "
        "to consider it further;\n\n2. *Urges* all Member States to act on what is said in the present text.[^3][^4]"
    )
    ends = "\n\n".join(f"[^{at}]: Resolution {60 + at}/1." for at in range(1, 5))
    draft = read_bytes(f"{words}\n\n{ends}".encode()).draft
    back = printed(draft)
    assert told(back) == told(draft)
    assert notes(back) == notes(draft)


def with_many_notes(count: int) -> Draft:
    """A text whose notes fill more than a page; paragraphs end at all places of lines."""
    paragraphs = [
        f"Recalling its resolution {60 + at}/1 of 16 December {2005 + at} on the Secretary-General’s reports to States "
        f"Experiencing Serious Drought,[^{at}] Particularly in Africa, and its decision {'of the Assembly ' * (at % 7)}"
        "on the matter,"
        for at in range(1, count + 1)
    ]
    ends = [f"[^{at}]: United Nations, *Treaty Series*, vol. {at}, No. {at}00." for at in range(1, count + 1)]
    text = "\n\n".join(("*The General Assembly*,", *paragraphs, "1. *Decides* to meet again.", *ends))
    return read_bytes(text.encode()).draft


def test_notes_and_paragraphs_over_the_ends_of_pages_come_back() -> None:
    draft = with_many_notes(70)
    assert len(draft.footnotes) == 70
    back = printed(draft)
    assert notes(back) == notes(draft)
    assert told(back) == told(draft)


@pytest.mark.parametrize("count", [8, 12, 20])
def test_what_a_draft_is_called_at_the_head_of_its_second_page_is_no_line_of_it(count: int) -> None:
    draft = with_many_notes(count)
    assert told(printed(draft, "Text of 14 November")) == told(draft)


@pytest.mark.parametrize("above", ["Submitted by Denmark", "Adopted by the Security Council at its 9700th meeting"])
def test_the_line_before_the_organ_is_a_line_of_its_own(above: str) -> None:
    text = with_many_notes(20)
    head = read_bytes(f"# Draft resolution on water\n\n{above}\n\n*The General Assembly*,".encode()).draft
    draft = replace(text, paragraphs=(*head.paragraphs[:-1], *text.paragraphs))
    assert told(printed(draft, "Text of 14 November")) == told(draft)


def test_a_hyphen_before_another_half_of_a_word_keeps_its_space_and_quotation_marks_stay() -> None:
    for filler in range(24):  # so that the hyphen comes to the end of a line
        words = f"Recalling {'a ' * filler}need in all States for fisheries- and aquaculture-related ‘gear’,"
        draft = read_bytes(f"*The General Assembly*,\n\n{words}\n\n1. *Decides* to meet.".encode()).draft
        assert told(printed(draft)) == told(draft)


def test_amendments_without_an_organ_come_back(shared: Path) -> None:
    for file in real_files(shared / "corpus/amendments", "*.txt"):
        draft = read_bytes(file.read_bytes()).draft
        assert told(printed(draft, file.stem)) == told(draft), file.stem


def test_real_resolutions_come_back(shared: Path) -> None:
    # In the last two a line begins with "1 and 2 of the Charter", items stand within a paragraph, a note ends overleaf.
    for symbol in ("A_C.2_80_L.50", "A_C.2_80_L.2", "A_RES_78_322", "A_RES_78_196", "A_80_L.34"):
        draft = read_bytes((shared / "corpus/resolutions" / f"{symbol}.txt").read_bytes()).draft
        back = printed(draft)
        assert told(back) == told(draft), symbol
        assert notes(back) == notes(draft), symbol
