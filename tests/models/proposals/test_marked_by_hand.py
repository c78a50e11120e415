"""Marks made by hand: recognised, asked for, and read as the changes they mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.comparison.compare import compare
from models.dossier import Dossier
from models.dossier.incoming.returning import marks_in_file, planned
from models.draft import Draft, Kind, Paragraph, Run
from models.files.read import CannotRead, read_file
from models.proposals.by_hand.hand_marks import hand_marks
from models.proposals.by_hand.marked_by_hand import as_tracked
from models.proposals.by_hand.own_looks import OwnLooks
from models.proposals.laid.applying import applied
from models.proposals.returned import read_returned
from models.word.marked import write_marked
from models.word.read import read_word
from tests.models.word.word_xml import docx, ins, p, t

NEW, RED, OLD = '<w:b/><w:u w:val="single"/>', '<w:color w:val="FF0000"/>', "<w:strike/>"
BOLD, PEN = "<w:b/>", '<w:highlight w:val="yellow"/>'


def words(draft: Draft) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs if paragraph.text.strip()]


CASES = [
    ("words in the place of others", p(t("Decides to ") + t("meet", OLD) + t(" ") + t("part", NEW) + t(" in May;")),
     ["Decides to meet in May;"], ["Decides to part in May;"]),
    ("words side by side", p(t("Decides to ") + t("meet", OLD) + t("part", NEW) + t(" in May;")),
     ["Decides to meet in May;"], ["Decides to part in May;"]),
    ("words taken out between two spaces", p(t("Decides ") + t("promptly", OLD) + t(" to meet;") + t("x", OLD)),
     ["Decides promptly to meet;x"], ["Decides to meet;"]),
    ("words put in between two spaces", p(t("Decides ") + t("promptly", NEW) + t(" to meet;") + t("x", OLD)),
     ["Decides to meet;x"], ["Decides promptly to meet;"]),
    ("in colour", p(t("Decides to ") + t("meet", OLD) + t(" ") + t("part", RED + '<w:u w:val="single"/>') + t(";")),
     ["Decides to meet;"], ["Decides to part;"]),
    ("in colour beside bold underlined ones of another paragraph",
     p(t("Decides to ") + t("meet", OLD) + t(" ") + t("part", RED) + t(";"))
     + p(t("Urges ") + t("all ", NEW) + t("States;")),
     ["Decides to meet;", "Urges States;"], ["Decides to part;", "Urges all States;"]),
    ("an address", p(t("See ") + t("www.un.org/old", OLD) + t(" ") + t("www.un.org/new", NEW) + t(" for it.")),
     ["See www.un.org/old for it."], ["See www.un.org/new for it."]),
    ("a new paragraph", p("Decides;") + p(t("Urges all States;", NEW)) + p(t("End", OLD) + t(" of it.")),
     ["Decides;", "End of it."], ["Decides;", "Urges all States;", "of it."]),
    ("in bold, but for a title, spaces and the mark of a note",
     p(t("Water for all of the many people who live on all of our islands", BOLD))
     + p(t("[", BOLD) + t("Decides to ") + t("meet", OLD) + t(" ") + t("part", BOLD) + t(" ", BOLD) + t("soon")
         + t("(*)", BOLD) + t(" it") + t("]", BOLD)) + p(t("[Fiji: Urges all States; and]", BOLD)),
     ["Water for all of the many people who live on all of our islands", "Decides to meet soon(*) it"],
     ["Water for all of the many people who live on all of our islands", "[Decides to part soon(*) it]",
      "[Fiji: Urges all States; and]"]),
    ("highlighted, but for what may be agreed",
     p(t("Decides to ") + t("meet", OLD + PEN) + t(" ") + t("part", PEN) + t(";")) + p(t("Urges all States;", PEN)),
     ["Decides to meet;", "Urges all States;"], ["Decides to part;", "Urges all States;"]),
    ("underlined and struck twice, beside terms in bold",
     p(t("Decides to ") + t("meet", "<w:dstrike/>") + t(" ") + t("part", '<w:u w:val="double"/>') + t(" a ")
       + t("Fund", BOLD) + t(";")),
     ["Decides to meet a Fund;"], ["Decides to part a Fund;"]),
    ("in bold, but for numbers and openings that are set so in the text",
     p(t("OP1.", BOLD) + t("\t") + t("Decides", BOLD) + t(" to ") + t("meet", OLD) + t(" ") + t("part", BOLD) + t(";"))
     + p(t("Вновь подтверждая", BOLD) + t(" свою резолюцию,")) + p(t("OP2 bis", BOLD) + t(" Urges all States;"))
     + p(t("Noting", OLD) + t(" ") + t("Recalling", BOLD) + t(" it,")) + p(t("Recalling and", BOLD) + t(" noting it,"))
     + p(t("Strongly", BOLD) + t(" urges all States;")) + p(t("Recalling ", BOLD) + t("Reaffirming it,")),
     ["Decides to meet;", "Вновь подтверждая свою резолюцию,", "Urges all States;", "Noting it,", "noting it,",
      "urges all States;", "Reaffirming it,"],
     ["Decides to part;", "Вновь подтверждая свою резолюцию,", "Urges all States;", "Recalling it,",
      "Recalling and noting it,", "Strongly urges all States;", "Recalling Reaffirming it,"]),
    ("underlined, but for a heading that is in bold, too",
     p(t("Introduction", NEW)) + p(t("Decides to ") + t("meet", OLD) + t(" ") + t("part", '<w:u w:val="single"/>')),
     ["Introduction", "Decides to meet"], ["Introduction", "Decides to part"]),
    ("in Arabic, which has a mark of its own for bold",
     p(t("يقرر أن ") + t("يجتمع", OLD + "<w:rtl/>") + t(" ") + t("ينعقد", "<w:bCs/><w:rtl/>")
       + t(" قريبا", "<w:bCs/>")),
     ["يقرر أن يجتمع قريبا"], ["يقرر أن ينعقد قريبا"]),
    ("in bold, and a remark in colour",
     p(t("Decides to ") + t("meet", OLD) + t(" ") + t("part", BOLD) + t(" ") + t("[see OP2]", RED) + t(" in May;"))
     + p(t("Просит ") + t("всех", OLD) + t("их", BOLD) + t(" принять ") + t("новые ", BOLD) + t("меры;"))
     + p(t("To be discussed with the Chair.", RED)),
     ["Decides to meet in May;", "Просит всех принять меры;"],
     ["Decides to part [see OP2] in May;", "Просит их принять новые меры;", "To be discussed with the Chair."]),
    ("in bold, and a remark that is underlined",
     p(t("يقرر أن ") + t("يجتمع", OLD) + t(" ") + t("ينعقد", BOLD) + t(" قريبا"))
     + p(t("See ", '<w:u w:val="single"/>') + t("above;")),
     ["يقرر أن يجتمع قريبا", "See above;"], ["يقرر أن ينعقد قريبا", "See above;"]),
    ("in colour, and terms in bold of which one stands beside struck words",
     p(t("Decides to ") + t("meet", OLD) + t(" ") + t("part", RED) + t(" a ") + t("Fund", BOLD) + t(";"))
     + p(t("Urges ") + t("all", OLD) + t(" ") + t("Parties", BOLD) + t(" to act;")),
     ["Decides to meet a Fund;", "Urges all Parties to act;"], ["Decides to part a Fund;", "Urges Parties to act;"]),
    ("a paragraph struck out", p(t("Decides to meet;", OLD)) + p(t("Urges ") + t("all", NEW) + t(" States;")),
     ["Decides to meet;", "Urges States;"], ["Urges all States;"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "base", "sent"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_marks_are_read_as_changes(body: str, base: list[str], sent: list[str]) -> None:
    data = docx(body + p("The end."))
    assert hand_marks(data) is not None
    returned = read_returned(data, by_hand=True, author="Jones")
    assert words(returned.base.draft) == [*base, "The end."]
    assert words(returned.sent.draft) == [*sent, "The end."]
    assert returned.data == data
    assert {one.author for one in returned.proposals} == {"Jones"}
    assert words(applied(returned.base.draft, returned.proposals)) == words(returned.sent.draft)


def test_marks_may_be_of_styles_as_programs_that_compare_make_them() -> None:
    of_new, of_old = ('<w:style w:type="character" w:styleId="New"><w:rPr><w:u w:val="double"/>{}</w:rPr></w:style>',
                      '<w:style w:type="character" w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>'
                      '<w:style w:type="character" w:styleId="Older"><w:basedOn w:val="Old"/></w:style>')  # fmt: skip
    new, old = '<w:rStyle w:val="New"/>', '<w:rStyle w:val="Older"/>'
    body = p(t("Decides to ") + t("meet", old) + t(" ") + t("part", new) + t(" now;", old + '<w:strike w:val="0"/>'))
    data = docx(body, styles=of_new.format(RED) + of_old)
    assert hand_marks(data) is not None
    returned = read_returned(data, by_hand=True)
    assert (words(returned.base.draft), words(returned.sent.draft)) == (
        ["Decides to meet now;"],
        ["Decides to part now;"],
    )


def test_headings_and_links_in_colour_are_as_they_were_where_marks_are_read() -> None:
    link = '<w:color w:val="0000FF"/><w:u w:val="single"/>'
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://un.org" </w:instrText></w:r>'
    marked = p(t("Decides to ") + t("meet", OLD) + t(" ") + t("part", RED) + t(";"))
    marked += p(
        t("See "), field.format("begin"), code, field.format("separate"), t("here", link), field.format("end"), t(".")
    )
    data = docx(p(t("Water for all", RED)) + marked + p(t("See ") + t("https://un.org/a", link) + t(", soon.")))
    links = ["See here.", "See https://un.org/a, soon."]
    returned = read_returned(data, by_hand=True, author="Jones")
    assert words(returned.base.draft) == ["Water for all", "Decides to meet;", *links]
    assert words(returned.sent.draft) == ["Water for all", "Decides to part;", *links]


def test_looks_of_marks_are_gone_with_them() -> None:
    data = docx(p(t("Decides to ") + t("meet", OLD) + t(" ") + t("part", NEW) + t(";")))
    (paragraph,) = read_word(as_tracked(data, "Jones")[0]).draft.paragraphs
    assert paragraph.runs == (Run("Decides to part;"),)


@pytest.mark.parametrize(
    "body",
    [
        p(t("Water for all", NEW)) + p("Decides to meet;"),  # a heading
        p(t("Decides to ") + t("meet", "<w:i/>") + t(";")),
        p(t("See ") + t("there", '<w:rStyle w:val="Hyperlink"/><w:color w:val="0000FF"/><w:u w:val="single"/>')),
        p(t("Decides") + t(" to meet", '<w:u w:val="single"/>') + t(";")),
        p(t("grey", '<w:color w:val="808080"/>') + t("x") + t("grey", '<w:color w:val="808080"/>')),
    ],
)
def test_other_looks_are_no_marks(body: str) -> None:
    assert hand_marks(docx(body)) is None


TRACKED = p(t("Decides ") + ins(t("all ")) + t("meet", OLD) + t(" ") + t("part", NEW) + t(" x ") + t("y", OLD))


def test_a_paragraph_with_tracked_changes_is_taken_as_they_say_and_its_marks_are_told() -> None:
    assert hand_marks(docx(TRACKED)) is None
    returned = read_returned(docx(TRACKED), by_hand=True)
    assert words(returned.sent.draft) == ["Decides all meet part x y"]
    assert returned.notices == (
        "Marks made by hand in one paragraph that also hold tracked changes were not read: look at them in Word.",
    )


@pytest.mark.parametrize("new", [NEW, BOLD])
def test_marks_are_read_beside_tracked_changes_of_other_paragraphs(new: str) -> None:
    marked = p(t("Urges ") + t("some", OLD) + t("all", new) + t(" to ") + t("wait", OLD) + t("act", new) + t(";"))
    data = docx(p(t("Decides ") + ins(t("all ")) + t("to meet;")) + marked)
    assert (asked := read_returned(data).marks) == (found.sentence if (found := hand_marks(data)) else "")
    assert "2 stretches struck out" in asked
    returned = read_returned(data, by_hand=True, author="Jones")
    assert words(returned.base.draft) == ["Decides to meet;", "Urges some to wait;"]
    assert words(returned.sent.draft) == ["Decides all to meet;", "Urges all to act;"]
    assert {one.name for one in returned.authors} >= {"Jones"}
    assert returned.exact
    assert returned.notices == ()


def test_the_question_is_one_sentence() -> None:
    found = hand_marks(docx(p(t("Decides to ") + t("meet", OLD) + t(" ") + t("part", NEW) + t(";") + t("x", OLD))))
    assert found is not None
    assert found.sentence == (
        "This file seems to be marked by hand (1 stretch bold and underlined and 2 stretches struck out); "
        "its marks can be read as changes."
    )


def test_what_adref_marks_by_hand_is_read_back() -> None:
    old = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(text),)) for text in ("Decides to meet;", "Urges all;", "Ends.")))
    new = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(text),)) for text in ("Decides to part soon;", "Calls;", "Ends.")))
    returned = read_returned(write_marked(compare(old, new)), by_hand=True)
    assert words(returned.base.draft) == words(old)
    assert words(returned.sent.draft) == words(new)


def lines(*texts: str, kind: Kind = Kind.TEXT) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(kind, (Run(text),) if text else ()) for text in texts)


def rows(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(Kind.TEXT, (Run(text),), cell=(0, at, 0)) for at, text in enumerate(texts))


SAME, NOTE = lines("The Assembly met."), (Paragraph(Kind.SPONSOR_NOTE, (Run("On behalf of all."),), number="*"),)
HEAD = lines("Agenda item 7", kind=Kind.MASTHEAD)
COME_AND_GONE = {
    "the last paragraph": (SAME, lines("It ended late.")),
    "the last two paragraphs": (SAME, lines("It ended late.", "All were tired.")),
    "a line before a table": ((*SAME, *rows("One", "Two")), (*SAME, *lines("As follows:"), *rows("One", "Two"))),
    "a row": (rows("One of them", "Three of them"), rows("One of them", "Two of them", "Three of them")),
    "a table": ((*SAME, *lines("End.")), (*SAME, *rows("One of them", "Two of them"), *lines("End."))),
    "an empty line": ((*SAME, *lines("End.")), (*SAME, *lines("", "End."))),
    "the last line of the masthead": ((*HEAD, *SAME), (*HEAD, *lines("Note by the Chair", kind=Kind.MASTHEAD), *SAME)),
    "a note of the sponsors, with its mark": (SAME, (*SAME, *NOTE)),
}


@pytest.mark.parametrize(("less", "more"), COME_AND_GONE.values(), ids=COME_AND_GONE)
def test_what_comes_or_goes_whole_leaves_no_line_behind(
    less: tuple[Paragraph, ...], more: tuple[Paragraph, ...]
) -> None:
    less, more = (one if one[0].kind is Kind.MASTHEAD or one[0].cell else (*SAME, *one) for one in (less, more))
    for old, new in ((Draft(less), Draft(more)), (Draft(more), Draft(less))):
        returned = read_returned(write_marked(compare(old, new)), by_hand=True)
        assert [one.text for one in returned.sent.draft.paragraphs] == [one.text for one in new.paragraphs]
        visible = [one.text for one in returned.base.draft.paragraphs if one.text]
        assert visible == [one.text for one in old.paragraphs if one.text]
        empty = len(returned.base.draft.paragraphs) - len(visible)
        assert empty <= sum(not one.text for one in (*old.paragraphs, *new.paragraphs))  # which cannot look marked


@pytest.mark.parametrize(
    ("body", "made", "told"),
    [
        (p("Decides") + p(t("to meet", OLD) + t("x")), 1, ["Marks made by hand were read as 1 change; it was {}."]),
        (
            p("Decides") + p(t("to meet", OLD) + t("part", NEW) + t("x")),
            2,
            ["Marks made by hand were read as 2 changes; they were {}."],
        ),
        (
            p(t("Decides ") + ins(t("all "))) + p(t("to meet", OLD) + t("part", NEW) + t("x")),
            2,
            [
                "This file holds 1 tracked change; it was {}.",
                "Marks made by hand were read as 2 changes; they were {}.",
            ],
        ),
    ],
)
def test_marks_are_not_told_as_tracked(body: str, made: int, told: list[str]) -> None:
    returned = read_returned(docx(body), by_hand=True)
    assert [one.message for one in returned.sent.warnings] == [one.format("accepted") for one in told]
    assert [one.message for one in returned.base.warnings] == [one.format("rejected") for one in told]
    assert [(one.name, one.changes) for one in returned.authors if not one.name] == [("", made)]


PAIRS = [("A_RES_78_315", "A_RES_79_279"), ("A_RES_78_99", "A_RES_79_112"), ("A_RES_79_237", "A_C.1_80_L.20")]


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_real_texts_marked_by_hand(shared: Path, before: str, after: str) -> None:
    folder = shared / "corpus" / "resolutions"
    old, new = (read_file(folder / f"{name}.txt").draft for name in (before, after))
    data = write_marked(compare(old, new))
    assert hand_marks(data) is not None
    returned = read_returned(data, by_hand=True)
    assert words(returned.base.draft) == words(old)
    assert words(returned.sent.draft) == words(new)


ASKED = {  # bold underlined terms, a manual in colours, a list of looks
    "UseJunior__safe-docx__ILPA-Model-Limited-Parnership-Agreement-Deal-By-Deal_v1.docx",
    "apache__poi__stress008.docx",
    "apache__tika__testWORD_various.docx",
    "plutext__docx4j__Docx4j_GettingStarted.docx",
}


def test_few_real_files_are_asked_about(shared: Path) -> None:
    """No text of the United Nations among them; these four have looks that could be marks."""
    found = set()
    for path in [*(shared / "word_files").glob("*.docx"), *(shared / "corpus" / "word").glob("*.docx")]:
        try:
            if hand_marks(path.read_bytes()) is not None:
                found.add(path.name)
        except CannotRead:
            continue
    assert found == ASKED


OWN = [
    ("a heading", p(t("Water for all", NEW)), p(t("Water for all", NEW)), ["Water for all"], ["Water for all"]),
    ("words of a heading that were struck", p(t("Water for all", NEW)),
     p(t("Water", NEW) + t(" for all", NEW + OLD)), ["Water for all"], ["Water"]),
    ("words put into a heading, in one run with it", p(t("Water for all", NEW)),
     p(t("Clean Water for all, now", NEW)),
     ["Water for all"], ["Clean Water for all, now"]),
    ("a term within a paragraph", p(t("The ") + t("Fund", NEW) + t(" gives loans to States;")),
     p(t("The ") + t("Fund", NEW) + t(" gives ") + t("soft ", NEW) + t("loans to States;")),
     ["The Fund gives loans to States;"], ["The Fund gives soft loans to States;"]),
    ("a heading that comes once more", p(t("Water for all", NEW)), p(t("Water for all", NEW)) * 2,
     ["Water for all"], ["Water for all", "Water for all"]),
    ("words that were struck in it", p(t("Urges ") + t("all ", OLD) + t("States to act soon;")),
     p(t("Urges ") + t("all ", OLD) + t("States to act ") + t("soon", OLD) + t(";")),
     ["Urges all States to act soon;"], ["Urges all States to act ;"]),
    ("underlined words beside headings", p(t("Water for all", NEW)) + p(t("Land for all", NEW)) + p("Urges States;"),
     p(t("Water for all", NEW)) + p(t("Land for all", NEW))
     + p(t("Urges ") + t("all ", '<w:u w:val="single"/>') + t("States") + t(";", OLD)),
     ["Water for all", "Land for all", "Urges States;"], ["Water for all", "Land for all", "Urges all States"]),
    ("an opening in bold before what is struck", p(t("Recalling", BOLD) + t(" also the Charter;")),
     p(t("Recalling", BOLD) + t(" ") + t("also", OLD) + t(" the ") + t("good ", BOLD) + t("Charter;")),
     ["Recalling also the Charter;"], ["Recalling the good Charter;"]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "body", "base", "sent"), [case[1:] for case in OWN], ids=[case[0] for case in OWN])
def test_looks_that_the_text_had_are_no_marks(before: str, body: str, base: list[str], sent: list[str]) -> None:
    data = docx(body + p(t("Calls for ") + t("great ", OLD) + t("peace.")) + p("The end."))
    looks = OwnLooks.of_file(docx(before + p("Calls for great peace.") + p("The end.")))
    returned = read_returned(data, by_hand=True, author="Jones").made_on(looks)
    assert words(returned.base.draft) == [*base, "Calls for great peace.", "The end."]
    assert words(returned.sent.draft) == [*sent, "Calls for peace.", "The end."]
    assert {one.author for one in returned.proposals} == {"Jones"}


def test_a_file_is_told_from_the_looks_of_the_kept_draft_it_was_made_on(tmp_path: Path) -> None:
    head, text = p(t("Water for all", NEW)), p("Recalls the Charter;") + p("Urges States;")
    base = docx(head + text + p("The end."))
    marked = docx(head + p("Recalls the Charter;") + p(t("Urges ") + t("all ", NEW) + t("States;")) + p("The end."))
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = dossier.keep(read_word(base), label="L.1")
        plan = planned(dossier, read_returned(marked, by_hand=True, author="Jones"), "back.docx")
        assert (plan.node, plan.untracked, plan.not_placed) == (node.id, (), ())
        assert [words(applied(dossier.draft(node.id), [one]))[2] for one in plan.proposals] == ["Urges all States;"]
        assert plan.match.base is not None
        assert plan.match.base.same
        more = docx(head + p(t("Land for all", NEW)) + p(t("See ") + t("all", NEW) + t(", and ") + t("more", NEW)))
        assert marks_in_file(read_word(more), None) is not None
        dossier.keep(read_word(more), label="L.2")
        assert marks_in_file(read_word(more), dossier) is None


def test_no_marks_are_told_of_beside_tracked_changes_where_the_text_had_them() -> None:
    head = p(t("Water for all of the people and for all of the lands, now;", NEW)) + p(t("x", OLD))
    data = docx(head + p(t("Urges ") + ins(t("all ")) + t("States;")) + p("The end."))
    returned = read_returned(data)
    assert returned.marks
    assert returned.made_on(OwnLooks.of_file(docx(head + p("Urges States;") + p("The end.")))).marks == ""
