"""Footnotes, sections and annexes that a text names by number: whether they are the same ones still."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run, labels
from models.draft.named_parts import named_parts
from models.reading.text import read_text
from models.telling.summary import summary
from models.telling.what_happened import story
from tests.models.comparison.small_drafts import A, B, C, by_old, draft

NOTES = [
    "See footnote {}.",
    "See footnote {} above.",
    "See note {} above.",
    "Op. cit., footnote {}, para. 3.",
    "Supra note {}.",
    "See A/79/1, cited in footnote {}.",
    "Voir la note {} ci-dessus.",
    "Véase la nota {} supra.",
    "См. сноску {} выше.",
    "见上文脚注{}。",
    "انظر الحاشية {} أعلاه.",
]


def _noted(text: str, note: str, *, moved: bool) -> Draft:
    if moved:
        lines = [f"1. {C};[^1]", f"2. {A};[^2]", f"3. {text};[^3]"]
        return draft(*lines, notes={1: "A/79/55.", 2: "A/79/1.", 3: note})
    return draft(f"1. {A};[^1]", f"2. {text};[^2]", notes={1: "A/79/1.", 2: note})


@pytest.mark.parametrize("words", NOTES)
def test_a_note_that_names_another_by_number(words: str) -> None:
    was = _noted(B, words.format(1), moved=False)
    strays = compare(was, _noted(B, words.format(1), moved=True))
    assert by_old(strays, 1) == ("substance", ("reference", "renumbered", "note number"))
    follows = compare(was, _noted(B, words.format(2), moved=True))
    assert by_old(follows, 1) == ("housekeeping", ("renumbered", "cross-reference", "note number"))
    wrong = compare(was, _noted(B, words.format(3), moved=True))
    assert by_old(wrong, 1)[0] == "substance"
    assert by_old(compare(was, was), 1) == (None, ())


@pytest.mark.parametrize("words", ["as cited in footnote {} above", "see note {}", "as defined in footnote {}"])
def test_a_text_that_names_a_note_by_number(words: str) -> None:
    was, note = _noted(f"{B}, {words.format(1)}", "A/80/7.", moved=False), "A/80/7."
    strays = compare(was, _noted(f"{B}, {words.format(1)}", note, moved=True))
    assert by_old(strays, 1) == ("substance", ("reference", "renumbered", "note number"))
    follows = compare(was, _noted(f"{B}, {words.format(2)}", note, moved=True))
    assert by_old(follows, 1) == ("housekeeping", ("renumbered", "note number", "cross-reference"))


@pytest.mark.parametrize(
    "words",
    [
        "General Assembly resolution 70/1, footnote {}.", "See footnote {} of resolution 70/1.", "Note {} verbale.",
        "See note {} by the Secretary-General.", "Footnote {} to table 3.",
    ],
)  # fmt: skip
def test_a_note_of_another_document_is_none_of_this_one(words: str) -> None:
    was = _noted(B, words.format(1), moved=False)
    assert by_old(compare(was, _noted(B, words.format(1), moved=True)), 1)[0] == "housekeeping"
    assert by_old(compare(was, _noted(B, words.format(2), moved=True)), 1)[0] == "substance"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("see footnotes 1 to 3 above", "note 1 3"), ("sections II to IV above", "section II IV"),
        ("annexes I–III to the present resolution", "annex I III"), ("under articles 5 and 7 to 9", "article 5 7 9"),
        ("articles 12-14 of the present Convention", "article 12 14"), ("aux articles 2 à 5", "article 2 5"),
        ("los artículos 2 a 5", "artículo 2 5"), ("Articles 55 to 57 of the Charter", ""),
        ("under article 5 to 9", "article 5"), ("annexes I to V to the report", ""),
        ("gives articles 5 to all", "article 5"), ("в разделах II–IV выше", "section II IV"),
        ("разделов I—III", "section I III"), ("см. сноски 3–5 выше", "note 3 5"),
        ("в разделе II – 4 пункта", "section II"),
    ],
)  # fmt: skip
def test_the_ends_of_a_range_are_named(text: str, named: str) -> None:
    found = named_parts(text)
    assert " ".join([*dict.fromkeys(one.sort for one in found), *(one.sign.text for one in found)]) == named


def _parted(kind: Kind, words: str, *parts: tuple[str, str]) -> Draft:
    name = "Annex {}" if kind is Kind.ANNEX else "A title"
    ask = draft(f"1. Requests the Board to act on {words};").paragraphs
    found: list[Paragraph] = [] if kind is Kind.SECTION else [*ask]
    for number, text in parts:
        heading = Paragraph(kind, (Run(name.format(number)),), number=number if kind is Kind.SECTION else None)
        found += [heading, *draft(f"1. {text}.").paragraphs]
    if kind is Kind.SECTION:
        found += [Paragraph(kind, (Run("Follow-up"),), number="IX"), *ask]
    return replace(draft(), paragraphs=tuple(found))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.SECTION, "section {} above"),
        (Kind.SECTION, "section {} of the present resolution"),
        (Kind.ANNEX, "annex {} to the present resolution"),
        (Kind.ANNEX, "the rules in annex {}"),
        (Kind.ANNEX, "paragraph 1 of annex {}"),
        (Kind.ANNEX, "paragraph 1 of annex {} to the present resolution"),
        (Kind.ANNEX, "annex {}, paragraph 1"),
        (Kind.ANNEX, "annex {} to the present resolution, para. 1"),
        (Kind.ANNEX, "annex {}, paragraph 1, of the present resolution"),
        (Kind.ANNEX, "l’annexe {} à la présente résolution"),
        (Kind.ANNEX, "el anexo {} de la presente resolución"),
    ],
)
def test_a_section_or_an_annex_named_by_its_number(kind: Kind, words: str) -> None:
    was = _parted(kind, words.format("I"), ("I", A), ("II", B))
    stayed = _parted(kind, words.format("I"), ("I", B), ("II", A))
    at = next(at for at, paragraph in enumerate(was.paragraphs) if "the Board" in paragraph.text)
    assert by_old(compare(was, stayed), at) == ("substance", ("reference",))
    follows = _parted(kind, words.format("II"), ("I", B), ("II", A))
    assert by_old(compare(was, follows), at) == ("housekeeping", ("cross-reference",))
    wrong = _parted(kind, words.format("II"), ("I", A), ("II", B))
    assert by_old(compare(was, wrong), at)[0] == "substance"
    more = _parted(kind, words.format("I"), ("I", A), ("II", B), ("III", C))
    assert by_old(compare(was, more), at) == (None, ())


@pytest.mark.parametrize(
    "text",
    [
        "Recalling annex I to resolution 70/1", "under section II of the report", "Parties included in Annex I",
        "as the Kyoto Protocol has it in annex I", "section 4/2", "a section above",
        "in line with section V, paragraph 31 thereof", "annex I, paragraph 2, of the report",
    ],
)  # fmt: skip
def test_parts_of_other_documents_are_not_named(text: str) -> None:
    assert named_parts(text) == []


NAMED = [
    ("see annex II, paragraph 3, and annex I", "annex II 3, annex I"), ("annexe II, paragraphe 3", "annex II 3"),
    ("paragraph 3, annex II", "annex II 3"), ("Annex II, OP3", "annex II 3"), ("OP3, annex II,", "annex II 3"),
    ("paragraph 3, annexes I and II", "annex I, annex II"),
    ("paragraph 3, annex I and annex II", "annex I 3, annex II"),
    ("section II, OP3", "section II"), ("Annex II Parties, OP3", ""),
    ("annexes I and II, paragraph 3", "annex I, annex II"), ("paragraph 1 of annex I, paragraph 3", "annex I 1"),
    ("see annex II, paragraphs 3 and 4", "annex II"),
    ("基金依照本决议附件一的规则运作", "annex I"), ("见上文第二节", "section II"), ("本决议第三部分", "section III"),
    ("附件二第3段", "annex II 3"), ("本决议附件一和二", "annex I, annex II"), ("第70/1号决议附件一", ""),
    ("《公约》附件二", ""), ("见原则第二节的公约", ""), ("第一节课", "section I"),
    ("изложено в приложении I к настоящей резолюции", "annex I"), ("согласно разделу II выше", "section II"),
    ("указано в разделе II, просит", "section II"), ("пункт 3 приложения II", "annex II 3"),
    ("в приложениях I и II к настоящему решению", "annex I, annex II"), ("приложение I к резолюции 70/1", ""),
    ("раздел II доклада", ""), ("приложение I Конвенции", ""), ("раздел IV Программы действий", ""),
    ("الواردة في المرفق الأول لهذا القرار", "annex I"), ("المبينة في الفرع الثاني أعلاه", "section II"),
    ("عملا بالفقرة 3 من المرفق الثاني", "annex II 3"), ("المرفقين الأول والثاني لهذا القرار", "annex I, annex II"),
    ("المرفق الأول للاتفاقية", ""), ("المرفق الأول من تقرير اللجنة", ""), ("في المرفق الثالث؛", "annex III"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "named"), NAMED)
def test_parts_are_named_in_any_language(text: str, named: str) -> None:
    found = [
        " ".join((part.sort, part.sign.text, part.paragraph.text if part.paragraph else "")).strip()
        for part in named_parts(text)
    ]
    assert ", ".join(found) == named


WHOLE = {
    "zh": (
        "大会，\n\n1. 决定依照{name}行事；\n\n附件一\n\n1. {one}。\n\n附件二\n\n1. {two}。",
        ("本决议附件一", "本决议附件二"), ("会员国应当合作并每年提交报告", "秘书处应当出版一份语文清单"),
    ),
    "ru": (
        "Генеральная Ассамблея,\n\n1. постановляет действовать согласно {name};\n\nПриложение I\n\n1. {one}.\n\n"
        "Приложение II\n\n1. {two}.",
        ("приложению I к настоящей резолюции", "приложению II к настоящей резолюции"),
        ("Государства сотрудничают и ежегодно представляют доклад", "Секретариат издает перечень языков и карт"),
    ),
    "ar": (
        "إن الجمعية العامة،\n\n1 - تقرر العمل وفقا {name}؛\n\nالمرفق الأول\n\n1 - {one}.\n\n"
        "المرفق الثاني\n\n1 - {two}.",
        ("للمرفق الأول لهذا القرار", "للمرفق الثاني لهذا القرار"),
        ("تتعاون الدول الأعضاء وتقدم تقريرا كل سنة", "تنشر الأمانة العامة قائمة باللغات والخرائط"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", WHOLE)
def test_an_annex_of_another_language_is_still_the_same_or_not(language: str) -> None:
    text, names, (one, two) = WHOLE[language]

    def read(name: str, first: str, second: str) -> Draft:
        return read_text(text.format(name=name, one=first, two=second)).draft

    was = read(names[0], one, two)
    at = next(at for at, paragraph in enumerate(was.paragraphs) if paragraph.kind is Kind.OPERATIVE)
    assert [label for label in labels(was) if label and label.startswith("Annex")] == [
        "Annex I", "Annex I.1", "Annex II", "Annex II.1",
    ]  # fmt: skip
    assert by_old(compare(was, read(names[0], two, one)), at) == ("substance", ("reference",))
    assert by_old(compare(was, read(names[1], two, one)), at) == ("housekeeping", ("cross-reference",))
    assert by_old(compare(was, read(names[1], one, two)), at)[0] == "substance"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("大会，\n\n一\n\n1. 决定设立基金；\n\n二\n\n1. 请秘书长提出报告。", "I.OP1", "II.OP1"),
        ("إن الجمعية العامة،\n\nأولا\n\n1 - تقرر إنشاء صندوق؛\n\nثانيا\n\n1 - ترحب بالتقرير.", "I.OP1", "II.OP1"),
    ],
)  # fmt: skip
def test_sections_headed_with_a_figure_or_a_word(text: str, first: str, second: str) -> None:
    found = read_text(text).draft
    assert [label for label in labels(found) if label and "OP" in label] == [first, second]


def test_it_is_told_what_was_meant() -> None:
    found = compare(_noted(B, NOTES[1].format(1), moved=False), _noted(B, NOTES[1].format(1), moved=True))
    change = next(change for change in found.changes if change.old == (1,))
    told = "the reference to “footnote 1 above” now means another footnote (it meant what is footnote 2 now)"
    assert told in story(found, change)
    assert "OP3 refers to “footnote 1 above”, which is another footnote now" in summary(found)


@pytest.mark.parametrize(
    ("words", "strays"),
    [
        ("paragraphs 1 and 2 above", False),
        ("paragraphs 1 and 2 above, respectively", True),
        ("paragraphs 1 [and 2] above", True),
        ("[paragraphs 1 and 2 above]", False),
        ("paragraph 1 above", True),
    ],
)
def test_paragraphs_named_together_that_changed_places_are_the_same_two(words: str, strays: bool) -> None:
    was, now = (draft(f"1. {one};", f"2. {two};", f"3. {C} under {words};") for one, two in ((A, B), (B, A)))
    assert by_old(compare(was, now), 2) == (("substance", ("reference",)) if strays else (None, ()))


_DIVIDED = (
    "1. Decides to act as in {};\n\nI. Water\n\n2. Requests action on rivers.\n\nII. Dust\n\n3. Requests action on"
    " storms.\n\nAnnex I\n\nRules of procedure\n\n1. The Bureau shall meet yearly.\n"
)
_ARTICLES = (
    "Article 1\n\nStates act as in {}.\n\nArticle 2\n\nStates shall protect rivers.\n\n"
    "Article 3\n\nPorts shall report.\n"
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "change", "meant"),
    [
        (_DIVIDED, "section II below", ("II. Dust", "III. Dust"), "it meant what is section III now"),
        (_DIVIDED, "section II below", ("II. Dust\n\n", ""), "what it meant is gone"),
        (
            _DIVIDED, "section II below",
            ("I. Water\n\n2. Requests action on rivers.\n\nII. Dust\n\n3.", "I. Dust\n\n2."),
            "it meant what is section I now",
        ),
        (_DIVIDED, "annex I", ("Annex I\n", "Annex II\n"), "it meant what is Annex II now"),
        (_DIVIDED, "annex I", (_DIVIDED[_DIVIDED.index("\n\nAnnex I") :], "\n"), "what it meant is gone"),
        (
            _ARTICLES, "article 3", ("Article 2\n\nStates shall protect rivers.\n\nArticle 3", "Article 2"),
            "it meant what is Article 2 now",
        ),
        (_ARTICLES, "article 3", ("\n\nArticle 3\n\nPorts shall report.", ""), "what it meant is gone"),
        # A text in which no article has a number is of another kind.
        (_ARTICLES, "article 3", (_ARTICLES[_ARTICLES.index("\n\nArticle 2") :], "\n"), ""),
        (_DIVIDED, "section I above", ("II. Dust", "III. Dust"), ""),
    ],
)  # fmt: skip
def test_a_part_that_is_called_so_no_more_is_told(text: str, words: str, change: tuple[str, str], meant: str) -> None:
    head = "The General Assembly,\n\n"
    old = head + text.format(words)
    new = old.replace(*change, 1)
    if text is _ARTICLES and not meant:
        new = new.replace("Article 1\n\n", "")
    comparison = compare(read_text(old).draft, read_text(new).draft)
    said = "; ".join(phrase for one in comparison.changes for phrase in story(comparison, one))
    assert (f"the reference to “{words}” now leads nowhere ({meant})" in said) if meant else "nowhere" not in said


def test_the_number_of_a_heading_is_no_reference_to_itself() -> None:
    old = read_text("The General Assembly,\n\nArticle 1\n\nActs now.\n\nArticle 2\n\nActs later.\n").draft
    texts = [replace(one, runs=(Run("Article 2 *"),)) if one.text == "Article 2" else one for one in old.paragraphs]
    assert "nowhere" not in summary(compare(old, replace(old, paragraphs=tuple(texts))))
