"""Shapes of HTML as Word, LibreOffice, mail programs and browsers put it on the clipboard, and what is read of them."""

from __future__ import annotations

import contextlib

import pytest

from models.clipboard.fragment import CannotPaste
from models.clipboard.own import MIME, from_own
from models.clipboard.paste import paste
from models.clipboard.plain import read_plain
from models.clipboard.read import from_clipboard, line_from_clipboard, read_html
from models.draft import Kind, Run
from tests.models.editing.tiny_drafts import told, working
from tests.timed import soon

HEAD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">'
    "<head><meta name=ProgId content=Word.Document><style>p.MsoNormal {margin:0cm}</style></head><body lang=EN-GB>"
    "<!--StartFragment-->\n\n"
)
TAIL = "<!--EndFragment--></body></html>"


def item(level: int, number: str, words: str) -> str:
    """A paragraph of a list as Word writes it."""
    return (
        f"<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level{level} "
        "lfo1'>"
        f"<![if !supportLists]><span lang=EN-GB style='mso-bidi-font-family:Arial'>"
        f"<span style='mso-list:Ignore'>{number}"
        "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>"
        f"<span lang=EN-GB>{words}<o:p></o:p></span></p>\n"
    )


def note(number: int) -> str:
    """The mark of a note in Word's text."""
    return (
        f'<a style=\'mso-footnote-id:ftn{number}\' href="#_ftn{number}" name="_ftnref{number}" title="">'
        "<span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>"
        f"<span class=MsoFootnoteReference><span style='font-size:10.0pt'>[{number}]</span></span><![endif]>"
        "</span></span></a>"
    )


def note_text(number: int, words: str) -> str:
    """A note in Word's list of notes."""
    return (
        f"<div style='mso-element:footnote' id=ftn{number}><p class=MsoFootnoteText>"
        f'<a style=\'mso-footnote-id:ftn{number}\' href="#_ftnref{number}" name="_ftn{number}" title="">'
        "<span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>"
        f"[{number}]<![endif]></span></span></a><span lang=EN-GB> {words}</span></p></div>"
    )


def test_lists_and_notes_of_word_become_structure() -> None:
    notes = (
        "<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>"
        '<hr align=left size=1 width="33%">'
        f"<![endif]>{note_text(1, 'Resolution <i>70/1</i>.')}</div>"
    )
    html = (
        HEAD
        + item(1, "4.", f"<i style='mso-bidi-font-style:normal'>Requests</i> the Secretary-General,{note(1)} to:")
        + item(2, "(a)", "Report at its\nnext session;")
        + item(3, "(i)", "On means;")
        + item(2, "(b)", "Inform Member States;")
        + "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
        + TAIL
        + notes
    )
    fragment = read_html(html)
    told = [(one.kind, one.level, one.number, one.text) for one in fragment.paragraphs]
    assert told == [
        (Kind.OPERATIVE, 0, "4", "Requests the Secretary-General, to:"),
        (Kind.SUBPARAGRAPH, 1, "(a)", "Report at its next session;"),
        (Kind.SUBPARAGRAPH, 2, "(i)", "On means;"),
        (Kind.SUBPARAGRAPH, 1, "(b)", "Inform Member States;"),
    ]
    assert fragment.paragraphs[0].runs[0] == Run("Requests", italic=True)
    assert fragment.paragraphs[0].footnotes == (1,)
    assert [(one.mark, one.text) for one in fragment.footnotes] == [("1", "Resolution 70/1.")]
    assert (fragment.partial, fragment.losses) == (False, ())


@pytest.mark.parametrize(
    ("html", "texts", "partial"),
    [
        (
            "<!--StartFragment--><span style='mso-fareast-language:FR'>and women </span><!--EndFragment-->",
            ["and women "],
            True,
        ),
        ("<p>before</p><!--StartFragment--><p>in</p><!--EndFragment--><p>after</p>", ["in"], True),
        (
            '<b style="font-weight:normal;" id="docs-internal-guid-1"><span style="font-style:italic">x</span></b>',
            ["x"],
            True,
        ),
        ("<div>One line;</div><div><br></div><div>Another line;</div>", ["One line;", "Another line;"], False),
        ("First line;<br><br>Second line.", ["First line;", "Second line."], False),
        ("<p>a&nbsp;b  c\nd</p>", ["a\xa0b c d"], True),
        ("<table><tr><td>one</td><td>two</td></tr></table>", ["one", "two"], False),
        ("<p>kept <del>gone</del><ins>new</ins></p>", ["kept new"], True),
        ("<p>x<script>evil()</script><style>p{}</style></p>", ["x"], True),
        ("<p>a&#1;b&#xfffc;</p>", ["ab"], True),
        ("<p>We meet<sup>2</sup> on 5 km<sup>2</sup></p><p>so</p>", ["We meet² on 5 km²", "so"], False),
        ("<p>a</p><p>b<a class=msocomanchor href='#_msocom_1'>[D1]</a></p>", ["a", "b"], False),
        (
            "<div>We <div style='Display: inline !important'>meet</div> here,</div><p>so</p>",
            ["We meet here,", "so"],
            False,
        ),
        ("<p style='display:inline'>We meet,</p><br><br><p style='display:inline'>so</p>", ["We meet,", "so"], False),
        ("<ul><li style='display:inline'>a</li><li style='display:inline'>b</li></ul>", ["a", "b"], False),
    ],
)
def test_words_of_many_programs(html: str, texts: list[str], partial: bool) -> None:
    fragment = read_html(html)
    assert [one.text for one in fragment.paragraphs] == texts
    assert fragment.partial is partial


@pytest.mark.parametrize(
    ("marks", "cited"),
    [
        ("BBBM", 1),  # saved again and again
        ("BM and later BM", 2),
        ("B", 1),  # the style sheet of a page shows the mark
        ("M and later M", 2),
        ('B<a href="#_ftn1">as note one says</a>', 2),
        ('B<a href="#_ftn1"><img src="one.png"></a>', 2),
    ],
)
def test_links_without_a_letter_cite_no_note_beside_its_mark(marks: str, cited: int) -> None:
    bare = '<a name="_ftnref1" href="#_ftn1" title=""></a>'
    line = marks.replace("M", '<a href="#_ftn1" name="_ftnref1">[1]</a>').replace("B", bare)
    own = '<a href="#_ftnref1" name="_ftn1">[1]</a>'
    fragment = read_html(f"<p>Recalling its report,{line}</p><p>B.</p><div id=ftn1><p>{own} Symbol.</p></div>")
    assert len(fragment.paragraphs[0].footnotes) == cited
    assert {one.text for one in fragment.footnotes} == {"Symbol."}


def test_a_power_on_a_page_cites_no_note() -> None:
    fragment = read_html("<p>E = mc<sup>2</sup> for all;<sup>2</sup></p><p>B.</p><p><sup>2</sup> See C.</p>")
    assert [one.text for one in fragment.paragraphs] == ["E = mc² for all;", "B."]
    assert [note.text for note in fragment.footnotes] == ["See C."]


def test_the_weight_of_google_docs_wrapper_is_none() -> None:
    run = read_html('<b style="font-weight:normal"><span style="font-style:italic">x</span></b>').paragraphs[0].runs[0]
    assert run.marks == (True, False, False)


def test_windows_header_bounds_the_fragment_in_bytes() -> None:
    body = "<html><body><p>É before</p><p>wörds;</p><p>after</p></body></html>".encode()
    head = "Version:0.9\r\nStartHTML:{:010}\r\nEndHTML:{:010}\r\nStartFragment:{:010}\r\nEndFragment:{:010}\r\n"
    size = len(head.format(0, 0, 0, 0))
    start = size + body.index("<p>wö".encode())
    end = size + body.index(b"<p>after")
    data = head.format(size, size + len(body), start, end).encode() + body
    assert [one.text for one in read_html(data).paragraphs] == ["wörds;"]


def test_browser_lists_and_tracked_changes() -> None:
    html = '<ol start=3><li><p><em>Requests</em> all to:</p><ol type="a"><li>act;</li><li>report;</li></ol></li></ol>'
    fragment = read_html(html)
    assert [(one.kind, one.number, one.level) for one in fragment.paragraphs] == [
        (Kind.OPERATIVE, "3", 0),
        (Kind.SUBPARAGRAPH, "(a)", 1),
        (Kind.SUBPARAGRAPH, "(b)", 1),
    ]
    assert read_html("<p>a <del>b</del></p>").losses == ("Words marked as deleted were left out.",)
    fragment = read_html("<p class=MsoNormal>a <ins cite='mailto:X'><span class=msoIns>b</span></ins><ins> </ins></p>")
    assert fragment.losses == ("Words marked as inserted were pasted as words.",)
    assert fragment.paragraphs[0].text == "a b"
    assert not read_html("<p>a <ins> </ins>b</p>").losses


def test_points_of_a_lettered_list_are_items_though_they_open_as_ops() -> None:
    made, at = working("E The General Assembly,\nO Notes x:\n1 a;\n1 b;\n1 |\nO Decides z.", punctuates=True)
    html = '<ol type="a"><li>Requests the Council to act;</li><li>Invites all to read.</li></ol>'
    paste(made, at, read_html(html))
    assert told(made)[3:] == ["1 b;", "1 Requests the Council to act;", "1 Invites all to read;", "O Decides z."]


@pytest.mark.parametrize(
    ("html", "levels"),
    [
        ("<ul><li>a</li><li>b<ul><li>c<ul><li>d</li></ul></li></ul></li><li>e</li></ul>", [1, 1, 2, 3, 1]),
        ("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", [1, 2, 1]),
        (HEAD + item(1, "·", "a") + item(2, "o", "b") + item(1, "·", "c") + TAIL, [1, 2, 1]),
        ("<ol><li>Decides:<ul><li>a<ul><li>b</li></ul></li></ul></li></ol>", [0, 1, 2]),
        ("<ul><li>a</li></ul><p>Notes:</p><ul><li>b<ul><li>c</li></ul></li></ul>", [1, 0, 1, 2]),
    ],
)
def test_bullets_keep_their_levels(html: str, levels: list[int]) -> None:
    assert [one.level for one in read_html(html).paragraphs] == levels


@pytest.mark.parametrize(
    "unit", ["<div>", "<b>", "<p>", "<table><tr><td>", "<ol><li>", "<a href='#x' id=x>1", "<span style='a:b'>"]
)
def test_hostile_nesting_is_answered_soon(unit: str) -> None:
    def read() -> None:
        with contextlib.suppress(CannotPaste):  # of three elements each there are too many
            read_html(unit * 200_000 + "x")

    soon(read, 20)  # it took minutes


def test_nothing_and_nonsense() -> None:
    for formats in ({}, {"text/html": b""}, {"text/plain": b" \n"}, {"image/png": b"\x89PNG"}):
        with pytest.raises(CannotPaste):
            from_clipboard(formats)
    for data in (b"", b"{}", b"[" * 100_000, b'{"form":"adref-paragraphs-1"}', b"\xff\xfe", b"9" * 10_000):
        with pytest.raises(CannotPaste):
            from_own(data)
    with pytest.raises(CannotPaste):
        from_clipboard({MIME: b"null"})


def test_plain_text() -> None:
    assert read_plain(" and women").partial
    assert read_plain(" and women").paragraphs[0].text == " and women"
    first = "Report to the General Assembly at its next session, through the Economic"
    fragment = read_plain(f"(a) Act now;\n\n(b) {first}\nand Social Council.")
    assert [(one.kind, one.number, one.text) for one in fragment.paragraphs] == [
        (Kind.SUBPARAGRAPH, "(a)", "Act now;"),
        (Kind.SUBPARAGRAPH, "(b)", f"{first} and Social Council."),
    ]


@pytest.mark.parametrize(
    ("text", "pasted", "notes", "told"),
    [
        ("1. Decides A.¹\n2. Urges B.\n¹ See A/1.\n² See B/2, which is an important source.\n³ See C/3.",
         ["Decides A.", "Urges B.", "² See B/2, which is an important source.", "³ See C/3."], ["See A/1."],
         "notes 2 and 3; they were"),
        ("1. Decides A.\n[^a]: See A/1.", ["Decides A.", "a See A/1."], [], "note a; it was"),
        ("² See B/2, which is important.", ["² See B/2, which is important."], [], ""),
        ("1. Decides A.²\n² See B/2.", ["Decides A."], ["See B/2."], ""),
    ],
)  # fmt: skip
def test_notes_that_no_mark_points_to_are_paragraphs(text: str, pasted: list[str], notes: list[str], told: str) -> None:
    fragment = from_clipboard({"text/plain": text.encode()})
    assert [one.text for one in fragment.paragraphs] == pasted
    assert [note.text for note in fragment.footnotes] == notes
    assert fragment.losses if told else not fragment.losses
    assert told in " ".join(fragment.losses)


@pytest.mark.parametrize(
    ("kind", "data", "told"),
    [
        (
            "text/plain",
            "1. Decides A;²\n2. Urges B.³",
            "There are no notes 2 and 3 for the marks in what was pasted; they",
        ),
        ("text/html", "<p>1. Decides A;<sup>2</sup></p><p>2. Urges B.</p>", "There is no note 2 for the mark"),
        ("text/html", "<p>of 2 m<sup>2</sup></p><p>2. Urges B.</p>", ""),
        ("text/html", "<p>Decides A;<sup>2</sup></p><p>B.</p><p><sup>2</sup> See C.</p>", ""),
        (
            "text/plain",
            "1. Decides A.[^2]\n2. Urges B.",
            "There is no note 2 for the mark in what was pasted; an empty",
        ),
    ],
)
def test_marks_whose_notes_were_not_copied_are_told(kind: str, data: str, told: str) -> None:
    losses = " ".join(from_clipboard({kind: data.encode()}).losses)
    assert losses.startswith(told) if told else not losses


@pytest.mark.parametrize(
    ("cited", "text", "told"),
    [
        ('<sup id="r1"><a href="#n1">[1]</a></sup>', "Decides A; and B", True),
        ('<a href="https://x.org/y#n1"><sup>[1]</sup></a>', "Decides A; and B", True),
        ('<a href="#n1" style="vertical-align: super"><!-- -->[1]</a>', "Decides A; and B", True),
        ('<a href="#n1">[1]</a>', "Decides A;[1] and B", False),  # words in brackets that lead somewhere
        ("<sup>[1]</sup>", "Decides A;[1] and B", False),
    ],
)
def test_a_raised_mark_in_brackets_whose_note_is_elsewhere_is_no_bracket(cited: str, text: str, told: bool) -> None:
    fragment = from_clipboard({"text/html": f"<p>Decides A;{cited} and B</p><p>C.</p>".encode()})
    assert fragment.paragraphs[0].text == text
    assert fragment.losses == (("Note marks without their notes were left out.",) if told else ())


@pytest.mark.parametrize(
    "page",
    [
        '<p><sup><a href="#r1">[1]</a></sup> A/RES/1</p><p><span><sup><a href="#r2">[2]</a></sup></span> A/RES/2</p>',
        '<p>\n<sup><a href="#r1">[1]</a></sup> A/RES/1<br>\n<sup><a href="#r2">[2]</a></sup> A/RES/2</p>',
    ],
)
def test_a_list_of_sources_copied_alone_keeps_its_numbers(page: str) -> None:
    fragment = from_clipboard({"text/html": page.encode()})
    assert " ".join(one.text for one in fragment.paragraphs).split() == ["[1]", "A/RES/1", "[2]", "A/RES/2"]
    assert not fragment.losses


def test_a_section_of_a_number_alone_stays_one_in_plain_text() -> None:
    fragment = read_plain("The General Assembly,\n\nSection I.\n\nRecalling its resolution,\n\n1. Decides to meet.")
    assert [(one.kind, one.number) for one in fragment.paragraphs][1] == (Kind.SECTION, "I")


@pytest.mark.parametrize(
    ("formats", "roman"),
    [
        ({"text/plain": b"Recalling its resolution,\n\n1. Decides to meet."}, True),
        ({"text/html": b"<p>Recalling its resolution,</p><p>1. Decides to meet.</p>"}, True),
        ({"text/html": b"<p><i>Recalling</i> its resolution,</p><p>1. Decides to meet.</p>"}, False),
    ],
)
def test_what_came_without_any_italics_says_so(formats: dict[str, bytes], roman: bool) -> None:
    assert from_clipboard(formats).roman is roman


@pytest.mark.parametrize(
    ("html", "kinds"),
    [
        ("<table><tr><td>Decides</td><td>Amount</td></tr></table><p>1. Decides to meet;</p><p>2. Urges all.</p>",
         [Kind.TEXT, Kind.TEXT, Kind.OPERATIVE, Kind.OPERATIVE]),
        ("<table><tr><td><p>Part I</p><p>1. Decides to meet;</p><p>2. Urges all.</p></td></tr></table>",
         [Kind.HEADING, Kind.OPERATIVE, Kind.OPERATIVE]),
        ("<table><tr><td><table><tr><td>Country</td><td>Sum</td></tr></table><p>1. Decides;</p></td></tr></table>",
         [Kind.TEXT, Kind.TEXT, Kind.OPERATIVE]),
        ("<p>1 - تقرر أن تجتمع؛</p><p>تطلب إلى الدول</p>", [Kind.OPERATIVE, Kind.OPERATIVE]),
        ("<p>الجمعية العامة،</p><p>إذ تشير إلى قرارها</p><p>1 - تقرر أن تجتمع؛</p>",
         [Kind.ENACTING, Kind.PREAMBULAR, Kind.OPERATIVE]),
        ("<p>1. Decides to meet;</p><p>Notes on method</p><p>2. Urges all.</p>",
         [Kind.OPERATIVE, Kind.HEADING, Kind.OPERATIVE]),
        ("<p>Recalling its resolution</p><p>Noting X,</p><p>Decides Y.</p>",
         [Kind.PREAMBULAR, Kind.PREAMBULAR, Kind.OPERATIVE]),
        ("<p>The General Assembly</p><p>Recalling X</p><p>Decides Y</p>",
         [Kind.ENACTING, Kind.PREAMBULAR, Kind.OPERATIVE]),
        ("<p>Noting X,</p><p>Notes on method</p><p>1. Decides Y.</p>",
         [Kind.PREAMBULAR, Kind.HEADING, Kind.OPERATIVE]),
        ("<p>Supporting developing countries</p><p>1. Decides A;</p>", [Kind.HEADING, Kind.OPERATIVE]),
        ("<p>Recalling X</p><p>1. Decides A;</p>", [Kind.PREAMBULAR, Kind.OPERATIVE]),
        ("<p>Recalling X</p><p>Noting Y</p><p>Decides Z</p>", [Kind.PREAMBULAR, Kind.PREAMBULAR, Kind.OPERATIVE]),
        ("<p>Requests X</p><p>of its report</p><p>on water</p>", [Kind.OPERATIVE, Kind.TEXT, Kind.TEXT]),
        ("<p>PP1. Recalling X</p><p>PP2. Noting Y</p>", [Kind.PREAMBULAR, Kind.PREAMBULAR]),
    ],
)  # fmt: skip
def test_cells_and_arabic_lines_are_no_headings(html: str, kinds: list[Kind]) -> None:
    fragment = read_html(html)
    assert [one.kind for one in fragment.paragraphs] == kinds


@pytest.mark.parametrize(
    ("html", "cells"),
    [
        ("<table><tr><td>a</td><td>b</td></tr><tr><td></td><td><p>c</p><p>d</p></td></tr></table>",
         {"a": (0, 0, 0), "b": (0, 0, 1), "": (0, 1, 0), "c": (0, 1, 1), "d": (0, 1, 1)}),
        ("<table><tr><td>mail</td></tr><tr><td><p>as</p><p>a page</p></td></tr></table><p>x</p>",
         {"mail": None, "as": None, "a page": None, "x": None}),
        ("<table><tr><th colspan=2>all</th></tr><tr><td>a</td><td>b</td></tr></table>",
         {"all": (0, 0, 0), "a": (0, 1, 0), "b": (0, 1, 1)}),
        ("<p>x</p><table><tr><td><table><tr><td>in</td><td>side</td></tr></table></td><td>out</td></tr></table>",
         {"x": None, "in": (1, 0, 0), "side": (1, 0, 1), "": (0, 0, 0), "out": (0, 0, 1)}),
        ("<table><!--StartFragment--><tr><td>a</td><td>b</td></tr><!--EndFragment--><tr><td>c</td></tr></table>",
         {"a": (0, 0, 0), "b": (0, 0, 1)}),
    ],
)  # fmt: skip
def test_cells_of_a_table_keep_their_places(html: str, cells: dict[str, tuple[int, int, int] | None]) -> None:
    fragment = read_html(html)
    assert {one.text: one.cell for one in fragment.paragraphs} == cells
    assert any("Tables came" in loss for loss in fragment.losses) == any(cells.values())


@pytest.mark.parametrize(
    ("formats", "kind", "ended"),
    [
        ({"text/plain": b"Requests a report\n"}, Kind.OPERATIVE, True),
        ({"text/plain": b"Requests a report\r\n"}, Kind.OPERATIVE, True),
        ({"text/plain": b"Recalling it\n"}, Kind.PREAMBULAR, True),
        ({"text/plain": b"Requests a report"}, Kind.TEXT, False),
        ({"text/plain": b"Requests"}, Kind.TEXT, False),
        ({"text/plain": b"of a report\n"}, Kind.TEXT, True),
        ({"text/plain": b"requests a report\n"}, Kind.TEXT, True),
        ({"text/html": b"<p>Requests a report</p>", "text/plain": b"Requests a report\r\n"}, Kind.OPERATIVE, True),
        ({"text/html": b"<p>Requests a report</p>", "text/plain": b"Requests a report"}, Kind.TEXT, False),
        ({"text/html": b"<span>Requests</span>", "text/plain": b"Requests\n"}, Kind.TEXT, True),
    ],
)  # fmt: skip
def test_a_line_copied_with_its_end_is_a_paragraph_where_it_opens_as_one(
    formats: dict[str, bytes], kind: Kind, ended: bool
) -> None:
    fragment = from_clipboard(formats)
    assert [one.kind for one in fragment.paragraphs] == [kind]
    assert (fragment.partial, fragment.ended) == (kind is Kind.TEXT, ended)


_AFRICA = (
    "<tr><td>Region</td><td>Part</td><td>Share</td></tr><tr><td rowspan=2>Africa</td><td>North</td><td>12</td></tr>"
)


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        (f"{_AFRICA}<tr><td>South</td><td>14</td></tr><tr><td colspan=2>Total</td><td>26</td></tr>",
         ["Region|Part|Share", "Africa|North|12", "|South|14", "Total|-|26"]),
        ("<tr><td>a</td><td rowspan=2>b</td></tr><tr><td>c</td></tr>", ["a|b", "c|"]),
        ("<tr><td rowspan=0>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr>", ["a|b", "|c", "|d"]),
        ("<tbody><tr><td rowspan=9>a</td><td>b</td></tr></tbody><tbody><tr><td>c</td><td>d</td></tr></tbody>",
         ["a|b", "c|d"]),
        # Word writes wide spans where columns of several tables were laid over one another: no cell begins within them.
        ("<tr><td colspan=4>a</td><td colspan=3>b</td></tr><tr><td colspan=4>c</td><td colspan=3>d</td></tr>",
         ["a|b", "c|d"]),
        ("<tr><td rowspan=x>a</td><td colspan=-2>b</td></tr><tr><form><td>c</td><td>d</td></form></tr>",
         ["a|b", "c|d"]),
    ],
)  # fmt: skip
def test_merged_cells_leave_the_others_in_their_columns(rows: str, cells: list[str]) -> None:
    fragment = read_html(f"<p>x</p><table>{rows}</table>")
    found: dict[int, list[str]] = {}
    for one in fragment.paragraphs[1:]:
        assert one.cell is not None
        row = found.setdefault(one.cell[1], [])
        row += ["-"] * (one.cell[2] - len(row))
        row.append(one.text)
    assert ["|".join(row) for row in found.values()] == cells
    assert any("merged" in loss for loss in fragment.losses) == any("" in row for row in found.values())


@pytest.mark.parametrize(
    "rows",
    [
        "<tr>" + "<td rowspan=65534>x" * 2000 + "<tr><td>y" * 5000,
        "".join(f"<tr><td colspan={span}>x<td>y" for span in range(1000)),
    ],
)
def test_tables_made_of_merged_cells_to_hurt_are_read_soon(rows: str) -> None:
    assert len(soon(lambda: read_html(f"<table>{rows}</table>"), 6).paragraphs) < 60_000


@pytest.mark.parametrize(
    ("formats", "line"),
    [
        ({"text/html": b"<p>See <i>Official Records</i>, p. 3.</p>"}, "See *Official Records*, p. 3."),
        ({"text/html": b"<p>See <i>A</i></p><ol start=3><li>x<br>y</li></ol>", "text/plain": b"z"}, "See *A* 3. x y"),
        ({"text/plain": b"1. See A.\nSee\tB."}, "1. See A. See B."),
        ({"text/html": b"<p>OP2. Requests x;</p><p>PP3: Noting y,</p>"}, "OP2. Requests x; PP3: Noting y,"),
    ],
)
def test_a_place_without_paragraphs_takes_one_line(formats: dict[str, bytes], line: str) -> None:
    runs, _ = line_from_clipboard(formats)
    assert "".join(f"*{run.text}*" if run.italic else run.text for run in runs) == line


def test_struck_words_of_a_page_are_kept_and_told() -> None:
    for mark in ("<s>", "<strike>", "<span style='text-decoration:line-through'>"):
        fragment = read_html(f"<p>keep {mark}struck</{mark[1:].split()[0].rstrip('>')}> this</p>")
        assert "".join(one.text for one in fragment.paragraphs) == "keep struck this"
        assert fragment.losses == ("Words that were struck through were pasted as words.",)


@pytest.mark.parametrize("style", ["display:none;mso-hide:all", "mso-hide:all", "display: none"])
def test_hidden_words_do_not_go_untold(style: str) -> None:
    told = "Hidden words were left out."
    read = read_html(f"{HEAD}<p class=MsoNormal>Decides to <span style='{style}'>not </span>end.</p>{TAIL}")
    assert [one.text for one in read.paragraphs] == ["Decides to end."]
    assert told in read.losses
    empty = read_html(f"{HEAD}<p class=MsoNormal>Decides to <span style='{style}'> </span>end.</p>{TAIL}")
    assert told not in empty.losses


def test_a_table_in_a_note_is_told_as_words_and_not_as_cells() -> None:
    html = "<p>See:</p><table><tr><td rowspan=2>A</td><td>B</td></tr><tr><td>C</td></tr></table><p>الأخيرة</p>"
    runs, told = line_from_clipboard({"text/html": html.encode()})
    assert "".join(run.text for run in runs).split() == ["See:", "A", "B", "C", "الأخيرة"]
    assert told == ("The words of a table came one after the other, since a footnote has no cells.",)
    assert from_clipboard({"text/html": html.encode()}).losses[0].startswith("Tables came without their lines")
