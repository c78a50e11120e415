"""Pages as LibreOffice prints them: figures of notes as large as their words, no underscores over them."""

from __future__ import annotations

import pytest

from models.draft.masthead import masthead
from models.files.read import read_bytes
from models.reading.reading import CannotRead
from tests.models.reading.pdf_pages import (
    BOLD,
    FIXED,
    HEIGHT,
    ITALIC,
    ROMAN,
    WIDTH,
    At,
    content,
    lines,
    of_contents,
    pdf,
)

ORGAN = [At(147, 740, "The General Assembly", ITALIC), At(229, 740, ",")]
NOTED = [
    *ORGAN,
    *lines("Recalling the Plan of 2020,", y=722),
    At(312, 725.5, "1", size=6),
    *lines("Noting the report of the Conference, held on", "2 May 2024,", y=704),
    At(192, 695.5, "2", size=6),
]


@pytest.mark.parametrize("size", [8.5, 10])
@pytest.mark.parametrize("second", ["2 See A/80/236.", "2 1995 Review Conference, Final Document."])
def test_figures_that_nobody_raised_are_those_of_the_notes(size: float, second: str) -> None:
    foot = [
        At(123, 90, "1 Resolution 70/1,", size=size),
        At(123, 78, "annex.", size=size),
        At(123, 66, second, size=size),
    ]
    reading = read_bytes(pdf([*NOTED, *foot]))
    assert [(note.mark, note.text) for note in reading.draft.footnotes] == [
        ("1", "Resolution 70/1, annex."),
        ("2", second[2:]),
    ]
    assert [paragraph.footnotes for paragraph in reading.draft.paragraphs] == [(), (1,), (2,)]
    assert reading.draft.paragraphs[2].text.endswith("held on 2 May 2024,")
    assert reading.warnings == ()


def test_figures_that_do_not_go_on_from_the_note_before_are_words() -> None:
    reading = read_bytes(pdf([*NOTED, At(123, 90, "2 See A/80/236.")]))
    assert reading.draft.footnotes == ()
    assert [warning.code for warning in reading.warnings] == ["mark-without-note"] * 2


def test_a_note_without_a_mark_overleaf_goes_on_in_small_letters() -> None:
    first = [*NOTED, At(123, 90, "1 Resolution 70/1.", size=8), At(123, 78, "2 See Official Records of the", size=8)]
    second = [*lines("Decides to meet.", y=740), At(123, 78, "General Assembly, Supplement No. 42.", size=8)]
    reading = read_bytes(pdf(first, second))
    assert reading.draft.footnotes[1].text == "See Official Records of the General Assembly, Supplement No. 42."
    assert reading.draft.paragraphs[-1].text == "Decides to meet."


@pytest.mark.parametrize("name", ["United Nations", "General Assembly", "Second Committee", "Eightieth session"])
def test_a_title_may_end_with_a_name(name: str) -> None:
    page = [
        At(123, 776, "A/RES/78/119"),
        *lines("78/119. Coordination of the assistance that is given under the", name, y=758, first=0),
        *ORGAN,
        *lines("Recalling its resolution 46/182 of 19 December 1991, and the", "annex to it,", y=722),
    ]
    reading = read_bytes(pdf(page))
    assert masthead(reading.draft).title == f"Coordination of the assistance that is given under the {name}"


def test_the_number_of_a_title_may_touch_it() -> None:
    page = [
        At(123, 776, "A/RES/79/311"),
        *lines("79/311.Financing of the operation in Darfur", y=758, first=0),
        *lines("The General Assembly,", y=722),
    ]
    assert masthead(read_bytes(pdf(page)).draft).title == "Financing of the operation in Darfur"


def test_a_dash_within_a_sentence_begins_no_paragraph() -> None:
    words = (
        "Recalling development in its three dimensions that are as",
        "known – economic, social and environmental ones as it says",
        "– and the goals of it,",
    )
    assert len(read_bytes(pdf([*ORGAN, *lines(*words, y=722)])).draft.paragraphs) == 2


def test_most_paragraphs_of_a_short_text_may_be_of_one_line() -> None:
    texts = (
        ("Agenda item 144",), ("Human resources management",), ("Regulations and rules",), ("The General Assembly,",),

        ("Recalling its decision on the rules of the staff of the", "Organization,"),
        ("1. Approves the report, which it has considered, with the", "changes made;"),
        ("2. Decides to meet.",),
    )  # fmt: skip
    page: list[At] = []
    for text in texts:
        page += lines(*text, y=page[-1].y - 18 if page else 760, first=0)
    assert len(read_bytes(pdf(page)).draft.paragraphs) == len(texts)


def test_all_paragraphs_of_a_text_may_be_of_one_line() -> None:
    texts = ("Draft", "The General Assembly,", "Recalling it,", "1. Approves the report:", "(a) In full;", "(b) Soon;")
    page = [At(123, 760 - 20 * number, text) for number, text in enumerate(texts)]
    assert len(read_bytes(pdf(page)).draft.paragraphs) == len(texts)


def test_lines_that_stand_far_apart_are_of_one_paragraph_where_they_go_on() -> None:
    words = (
        "Recalling its decision on the rules of the staff of",
        "the Organization and on the regulations that go with it",
        "and noting what the two committees have to say of that",
        "and of the rules for the staff of the funds, as well as",
        "for those of the programmes and of the other bodies of",
        "the system,",
    )
    page = [*ORGAN, *lines(*words, y=710, step=24), *lines("Decides to meet.", y=550)]
    assert len(read_bytes(pdf(page)).draft.paragraphs) == 3


FACTS = ["Distr.: General", "12 March 2024", "Original: English"]
COMMISSION = ["Economic and Social Council", "Commission on the Status of Women"]


@pytest.mark.parametrize(
    ("names", "top", "size", "read"),
    [
        # Beside the distribution and what follows, above it and below all of it, in letters of any size.
        (["Economic and Social", "Council"], 701.4, 20, ["Economic and Social Council", *FACTS]),
        (["Economic and Social", "Council"], 712.5, 10, ["Economic and Social Council", *FACTS]),
        (COMMISSION, 701.4, 16, [*COMMISSION, *FACTS]),
        (COMMISSION, 730.5, 16, [*COMMISSION, *FACTS]),
        (["Conference of the", "Parties to the Convention", "on Climate Change"], 701.4, 20,
         ["Conference of the Parties to the Convention on Climate Change", *FACTS]),
        (["General Assembly"], 701.4, 20, ["General Assembly", *FACTS]),
        # What is printed as one line is one.
        (["General Assembly"], 712.5, 20, ["General Assembly Distr.: General", *FACTS[1:]]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("twice", [False, True])
def test_the_name_of_a_body_is_read_before_what_stands_beside_it(
    names: list[str], top: float, size: float, read: list[str], *, twice: bool
) -> None:
    page = [At(123, 752, "United Nations", size=14), At(454, 752, "E/CN.6/2024/L.3")]
    page += [At(123, top - 1.15 * size * at, name, BOLD, size) for at, name in enumerate(names)]
    page += [At(397, y, fact) for y, fact in zip((712.5, 700.5, 676.5), FACTS, strict=True)]
    page += [At(397, 688.5, "Distr.: Limited")] if twice else []
    read = [*read[:-1], *["Distr.: Limited"] * twice, read[-1]]
    page += [At(60, 620, "Sixty-eighth session", BOLD), At(60, 608, "Agenda item 3 (a)")]
    page += [At(one.x, 560, one.text, one.font) for one in ORGAN]
    reading = read_bytes(pdf(page))
    assert [one.text for one in reading.draft.paragraphs] == [
        "United Nations E/CN.6/2024/L.3", *read, "Sixty-eighth session", "Agenda item 3 (a)", "The General Assembly,"
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["1. ", "I. ", "(a) ", ""])
def test_no_fact_of_a_masthead_goes_on_in_the_text_under_it(number: str) -> None:
    page = [At(123, 700 - 12 * at, name) for at, name in enumerate(("Economic and Social", "Council"))]
    page += [At(397, 706 - 12 * at, one) for at, one in enumerate(FACTS)]
    page += lines(f"{number}Introduction and all that", "is said of it here.", x=60, y=600, first=0)
    read = [(one.number, one.text) for one in read_bytes(pdf(page)).draft.paragraphs]
    assert [text for _, text in read[:4]] == ["Economic and Social Council", *FACTS]
    assert " ".join(text for _, text in read[4:]).endswith("Introduction and all that is said of it here.")
    assert (read[4][0] or read[4][1].split()[0]).strip("().") == (number or "Introduction").strip("(). ")


def test_words_about_a_distribution_are_no_column() -> None:
    page = [
        *ORGAN,
        *lines("Noting that a text of which the head says Distr.: General is one that", "all may read,", y=722),
    ]
    assert read_bytes(pdf(page)).draft.paragraphs[1].text.endswith("is one that all may read,")


@pytest.mark.parametrize(("figures", "cited"), [("12", (1, 2)), ("21", (1, 2)), ("123", (1, 2, 3)), ("1", (1,))])
def test_marks_of_several_notes_at_one_place_may_be_drawn_as_one(figures: str, cited: tuple[int, ...]) -> None:
    foot = [At(123, 102 - 12 * at, f"{at} See A/80/{at}.") for at in range(1, 4)]
    page = [*ORGAN, *lines("Recalling the Plan of 2020,", y=722), At(312, 725.5, figures, size=6), *foot]
    marked = [At(one.x, one.y + 3.5, one.text[:1], size=6) for one in foot]
    rest = [At(one.x + 6, one.y, one.text[2:], size=8) for one in foot]
    reading = read_bytes(pdf([*page[:-3], *marked, *rest]))
    assert reading.draft.paragraphs[1].footnotes == cited


@pytest.mark.parametrize("here", [True, False])
def test_a_figure_is_the_note_at_the_foot_of_its_own_page(*, here: bool) -> None:
    def noted(*marks: int) -> list[At]:
        feet = [(102 - 8 * at, mark) for at, mark in enumerate(marks)]
        heads = [At(123, y + 3.5, str(mark), size=5) for y, mark in feet]
        return heads + [At(132, y, f"See A/80/{mark}.", size=8) for y, mark in feet]

    first = [*ORGAN, *lines("Recalling the Plan of 2020,", y=722), *noted(1, 2)]
    second = [*lines("Recalling the Plan of 2024,", y=722), At(312, 725.5, "12", size=6), *noted(*[12] * here)]
    reading = read_bytes(pdf(first, second))
    marks = {note.id: note.mark for note in reading.draft.footnotes}
    assert [marks[note] for note in reading.draft.paragraphs[2].footnotes] == (["12"] if here else ["1", "2"])


@pytest.mark.parametrize(
    ("end", "begin", "one"),
    [
        ("https://www.un.org/en/", "development/desa", True),
        ("https://www.un.org/en", "/development/desa", True),
        ("https://social.desa.un.org/follow-", "up/list.html", True),
        ("http://api.openoffice.", "org", True),
        ("(www.un.org/list?id=", "27)", True),
        ("www.un.org/list", "?id=27", True),
        ("https://www.un.org/data-and-an", "alysis/wdr2021.pdf", True),
        ("https://www.un.org/res", "ults/2024/may", True),
        ("https://www.un.org", "and its annexes", False),
        ("https://www.un.org", "and/or its annexes", False),
        ("https://www.un.org.", "The list", False),
        ("https://www.un.org.", "2 Ibid.", False),
        ("https://www.un.org", "e.g. the list", False),
        ("https://www.un.org", "A/RES/79/1", False),
        ("https://www.un.org.", "www.unep.org/a/b", False),
        ("https://www.un.org,", "list.pdf", False),
        ("https://www.exam", "ple.org/list", True),
        ("https://www.un.org/list?of=", "unep.org/list", True),
        ("www.un.org", "unep.org/list", False),
        ("www.un.org/list", "unep.org", False),
        ("www.un.org", "& the list", False),
        ("www.un.org", "/ www.unep.org", False),
        ("www.un.org", "____", False),
        ("www.un.org", "first_committee@un.org", False),
        ("https://www.un.org/res", "ults?to=a@un.org", True),
        ("the list", "a=b", False),
    ],
)
def test_an_address_over_the_end_of_a_line_has_no_space_in_it(end: str, begin: str, *, one: bool) -> None:
    # A word broken elsewhere, whose hyphen goes, and words that have none.
    broken = ["The follow-", "up, followup, followup and re-", "ports, reports and reports of it are known.", ""]
    page = [*ORGAN, *lines(*broken, y=722), *lines(f"Recalling the list at {end}", begin, y=650)]
    read = read_bytes(pdf(page)).draft.paragraphs[-1].text
    assert read == f"Recalling the list at {end}{'' if one else ' '}{begin}"


@pytest.mark.parametrize(
    ("remark", "told"),
    [
        ("/Subtype /Text /Contents (Not agreed)", "A remark, mark or filled-in field on page 1 of this PDF is no part"),
        ("/Subtype /StrikeOut", "A remark, mark or filled-in field on page 1 of this PDF is no part"),
        ("/Subtype /Ink", "A remark, mark or filled-in field on page 1 of this PDF is no part"),
        ("/Subtype /Widget /FT /Tx /V (Fiji)", "A remark, mark or filled-in field on page 1 of this PDF is no part"),
        ("/Subtype /Text >> << /Type /Annot /Subtype /FreeText /Rect [0 0 9 9]",
         "2 remarks, marks and filled-in fields on page 1 of this PDF are no part"),
        ("/Subtype /Widget /FT /Tx", ""),
        ("/Subtype /Link", ""),
        ("/Subtype /Popup", ""),
    ],
)  # fmt: skip
def test_what_lies_on_a_page_and_is_no_text_is_told(remark: str, told: str) -> None:
    data = pdf([*ORGAN, *lines("Decides to meet.", y=722)], remarks=f"<< /Type /Annot /Rect [9 9 90 90] {remark} >>")
    reading = read_bytes(data)
    assert [one.text for one in reading.draft.paragraphs] == ["The General Assembly,", "Decides to meet."]
    assert [one.message.removesuffix(" of the text; look at the page.") for one in reading.warnings] == [told] * bool(
        told
    )


@pytest.mark.parametrize("origin", [(0, 0), (300, 500), (-306, -396), (-1000, -1000)])
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_page_is_read_wherever_its_origin_is_and_however_it_is_turned(turned: int, origin: tuple[int, int]) -> None:
    wide, high = (WIDTH, HEIGHT) if turned % 180 == 0 else (HEIGHT, WIDTH)  # as it lies in the file
    left, bottom = origin
    page = [*ORGAN, *lines("Decides to meet in May", "of each year.", y=722), At(147, -900, "Never.")]
    # How the page lies in the file: where its first corner comes to be, and where right and up lead.
    corner = {0: (0, 0), 90: (wide, 0), 180: (wide, high), 270: (0, high)}[turned]
    to_right = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[turned]
    laid = f"q {to_right} {corner[0] + left} {corner[1] + bottom} cm ".encode() + content(page) + b" Q"
    reading = read_bytes(of_contents([laid], f"{left} {bottom} {left + wide} {bottom + high}", turned))
    assert [one.text for one in reading.draft.paragraphs] == [
        "The General Assembly,",
        "Decides to meet in May of each year.",
    ]
    assert [one.code for one in reading.warnings] == ["beside-the-page"]


def test_running_heads_are_left_out_wherever_the_origin_of_the_page_is() -> None:
    head, foot = At(123, 770, "A/80/L.3"), At(480, 30, "24-01234")
    said = [[f"Decides to meet in year {at}", f"and to act {at} times."] for at in (1, 2, 3)]
    plain = [[head, *lines(*words), foot] for words in said]
    moved = [[At(one.x + 3000, one.y + 3000, one.text, one.font) for one in page] for page in plain]
    read = [read_bytes(data).draft for data in (pdf(*plain), pdf(*moved, media="3000 3000 3612 3792"))]
    assert [one.text for one in read[1].paragraphs] == [one.text for one in read[0].paragraphs]


@pytest.mark.parametrize(("media", "moved"), [("0 0 612 792", 0), ("300 500 912 1292", 1)])
def test_what_stands_beside_the_page_is_left_out_and_told(media: str, moved: int) -> None:
    page = [*ORGAN, *lines("Decides to meet.", y=722)]
    beside = [At(147, -900, "Decides not to meet."), At(1200, 700, "at all"), At(147, 3000, "Never.")]
    page, beside = ([At(one.x + 300 * moved, one.y + 500 * moved, one.text) for one in part] for part in (page, beside))
    reading = read_bytes(pdf([*page, *beside], media=media))
    assert [one.text for one in reading.draft.paragraphs] == ["The General Assembly,", "Decides to meet."]
    assert [one.code for one in reading.warnings] == ["beside-the-page"]
    assert read_bytes(pdf(page, media=media)).warnings == ()
    with pytest.raises(CannotRead, match="All words of this PDF stand beside its pages"):
        read_bytes(pdf(beside, media=media))


def test_columns_and_tables_that_name_a_distribution_are_no_masthead() -> None:
    beside = [At(330, 688 - 12 * at, f"Distr.: {kind}") for at, kind in enumerate(("General", "Limited", "General"))]
    symbols = [At(123, 688 - 12 * at, f"A/80/{at}") for at in range(3)]
    table = read_bytes(pdf([At(123, 700, "Document"), At(330, 700, "Distribution"), *symbols, *beside]))
    assert [one.text for one in table.draft.paragraphs][1] == "A/80/0 Distr.: General"
    left, right = ([At(x, 740 - 12 * at, f"{side} {at} {'word ' * 5}") for at in range(14)] for x, side in
                   ((60, "left"), (330, "right")))  # fmt: skip
    facts = [At(60, 570, "The head reads"), At(330, 570, "Distr.: General"), At(330, 558, "1 May 2024")]
    text = " ".join(one.text for one in read_bytes(pdf([*left, *right, *facts])).draft.paragraphs)
    assert text.index("left 13") < text.index("right 0")


FIRST_PAGE = [*ORGAN, *lines("Recalling its resolution 70/1 and all that", "was said of it at the", y=722)]


@pytest.mark.parametrize(
    ("head", "gone"),
    {
        "the symbol": (At(123, 766, "S/RES/797 (1992)", size=9), True),
        "a title beside the text": (At(60, 766, "Text of 14 November", size=9), True),
        "a title over the text": (At(123, 766, "Text of 14 November", size=9), False),
        "letters of the text": (At(123, 766, "S/RES/797 (1992)"), False),
        "near the text": (At(60, 746, "Note", size=9), False),
        "in the middle of the page": (At(123, 600, "S/RES/797 (1992)", size=9), False),
    }.values(),
)
def test_a_head_that_only_one_page_has_is_known_by_its_place(head: At, gone: bool) -> None:
    second = [*lines("meeting of the Council, and the rest,", y=728, first=0), At(147, 708, "Decides to meet.", FIXED)]
    reading = read_bytes(pdf(FIRST_PAGE, sorted([*second, head], key=lambda one: -one.y)))
    words = " ".join(one.text for one in reading.draft.paragraphs)
    assert (head.text not in words) is gone
    assert ("was said of it at the meeting of the Council" in words) or not gone


@pytest.mark.parametrize("text", ["1992, . Having", "on the .5-500 MHz", "RADAR: ... Note", "(Iran ) and [one ] so"])
def test_white_before_a_mark_is_a_space_where_it_is_as_wide_as_one(text: str) -> None:
    spread, at = [*ORGAN], 147.0
    for word in ("Recalling", *text.split(" "), "of it,"):
        spread.append(At(at, 722, word, FIXED))
        at += 6 * len(word) + 3
    assert read_bytes(pdf(spread)).draft.paragraphs[1].text == f"Recalling {text} of it,"


def test_a_mark_that_only_the_setting_parts_from_its_word_has_no_space() -> None:
    page = [*ORGAN, At(147, 722, "Recalling", FIXED), At(202.8, 722, ", so", FIXED)]
    assert read_bytes(pdf(page)).draft.paragraphs[1].text == "Recalling, so"


def test_the_closing_at_the_far_edge_ends_before_what_stands_under_it() -> None:
    body = lines("Decides to remain seized of the matter and of", "all that is said of it.", y=722)
    closing = [At(267, 698, "Adopted by 13 votes (China,", FIXED), At(369, 686, "Pakistan).", FIXED)]
    page = [*ORGAN, *body, *closing, At(123, 674, "3 Ibid., document S/25289, and other documents", FIXED)]
    assert [one.text for one in read_bytes(pdf(page)).draft.paragraphs][2:] == [
        "Adopted by 13 votes (China, Pakistan).",
        "3 Ibid., document S/25289, and other documents",
    ]


def test_a_first_line_set_far_in_is_no_closing_though_a_name_stands_under_it() -> None:
    full = "of all the regions of the world, and of the"
    page = [
        *ORGAN,
        *lines("Recalling its resolutions on one", full, full, full, "and all that,", y=722, first=67),
        *lines("Calls upon all States and on the", "Powers that administer these regions.", y=650, first=67),
    ]
    assert [one.text for one in read_bytes(pdf(page)).draft.paragraphs][1:] == [
        f"Recalling its resolutions on one {full} {full} {full} and all that,",
        "Calls upon all States and on the Powers that administer these regions.",
    ]


def test_a_small_letter_begins_no_organs_line() -> None:
    page = [
        At(123, 776, "A/RES/78/124"),
        *lines("Effects of the decisions of the session of", "the General Assembly", y=758, first=0),
        *ORGAN,
    ]
    draft = read_bytes(pdf(page)).draft
    assert [one.text for one in draft.paragraphs][1:] == [
        "Effects of the decisions of the session of the General Assembly",
        "The General Assembly,",
    ]


def test_where_first_lines_go_in_an_opening_within_a_paragraph_begins_none() -> None:
    words = (
        "Recalling the report of the Council (1993),",
        "Acting under its rules and with all the due",
        "care of them,",
    )
    page = [*ORGAN]
    for at in range(4):
        page += lines(*words, y=722 - 48 * at)
    assert [one.text for one in read_bytes(pdf(page)).draft.paragraphs][1:] == [" ".join(words)] * 4


def test_one_word_over_a_line_among_many_lines_is_broken_by_nobody() -> None:
    name = lines(
        "Noting the work of the Organisation for Economic Co-", "operation and Development on cooperation,", y=722
    )
    more = [one for at in range(30) for one in lines("Noting all that was said of it by", "them,", y=690 - 20 * at)]
    found = [one.text for one in read_bytes(pdf([*ORGAN, *name, *more[:60]])).draft.paragraphs]
    assert found[1].endswith("Economic Co-operation and Development on cooperation,")


def test_three_words_over_lines_are_broken_by_a_setter_however_many_lines_there_are() -> None:
    broken = [("imple-", "mentation"), ("environ-", "ment"), ("co-", "operation")]
    texts = [("Noting once more the", f"{head}", f"{tail} of it by all,") for head, tail in broken]
    texts += [("Noting the", f"{head[:-1]}{tail}", "of it by them,") for head, tail in broken]
    first = [*ORGAN, *(one for at, text in enumerate(texts) for one in lines(*text, y=722 - 36 * at))]
    more = [one for at in range(30) for one in lines("Noting all that was said of it by", "them,", y=700 - 20 * at)]
    found = [one.text for one in read_bytes(pdf(first, *[more] * 4)).draft.paragraphs]
    assert found[1:4] == [f"Noting once more the {head[:-1]}{tail} of it by all," for head, tail in broken]


_AT_THE_FOOT = """GE.24-01234(E)|V.24-01234 (E)|V.24-01235|S.24-00012|B24-00012|K2401234|K2401234[E]  120324|Na.94-0123
24-01234X (E)|98-12345 (E)   121298   141298|*K2401234*|*2401234*|/...|Please recycle|Merci de recycler
Se ruega reciclar|V.24-01234    Please recycle  §"""


@pytest.mark.parametrize(
    ("feet", "kept"),
    [(_AT_THE_FOOT, False), ("[…]|24-01234 of them|No. 24-01234|A24 and B24|...|12-1234", True)],
    ids=["of offices", "words"],
)
def test_what_offices_print_at_the_foot_of_a_page_is_no_text(feet: str, kept: bool) -> None:
    apart = feet.replace("\n", "|").split("|")
    pages = [[At(147, 700 - 3 * at, f"{chr(65 + at) * 9} ends."), At(123, 46, foot)] for at, foot in enumerate(apart)]
    found = " ".join(one.text for one in read_bytes(pdf(*pages)).draft.paragraphs)
    words = [text for at, foot in enumerate(apart) for text in (f"{chr(65 + at) * 9} ends.", foot)]
    assert found == " ".join(text for text in words if kept or text.endswith("ends."))


@pytest.mark.parametrize("font", [ROMAN, BOLD])
@pytest.mark.parametrize("first", ["Credentials of representatives to the seventy-", "Credentials of those in the"])
def test_a_bold_title_may_go_on_under_its_number_in_other_letters(font: str, first: str) -> None:
    page = [
        At(123, 776, "A/RES/78/124"),
        At(123, 750, "78/124.", font, 12),
        At(164, 750, first, BOLD, 12),
        At(164, 735, "eighth session of the General Assembly", BOLD, 12),
        *lines("The General Assembly,", y=700),
    ]
    title = masthead(read_bytes(pdf(page)).draft).title
    assert title == f"{first} eighth session of the General Assembly".replace("- ", "-")
