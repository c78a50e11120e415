"""What Word files hide stays at home, in whatever form their texts leave: merged, in columns, compiled, compared."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import docx as python_docx
import pytest

from models.comparison.compare import compare
from models.word.leaving.looked_for.laid_open import FILLED_IN
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from tests.app.the_command import adref
from tests.models.word.test_hidden_things import CLOSED, box, group
from tests.models.word.test_without_hidden import field
from tests.models.word.word_xml import d, dele, docx, ins, p, t

HIDDEN = "<w:vanish/>"


def text(path: Path, more: str = "", *, first: str = "", hides: bool = True) -> Path:
    """A Word file in whose second paragraph words are hidden, or shown, and whose third is hidden."""
    aside = t(" or never, says our minister", HIDDEN if hides else "")
    away = p(t("2. Our last offer is three million.", HIDDEN), mark=HIDDEN) if hides else ""
    seized = p("3. Decides to remain seized", more, " of the matter.")
    path.write_bytes(
        docx(p("The General Assembly,") + p("1. Decides ", first, "to meet in 2006", aside, ";") + away + seized)
    )
    return path


def texts(path: Path, taken: str = "accept") -> list[str]:
    return [one.text for one in read_word(path.read_bytes(), taken).draft.paragraphs]


def written(path: Path) -> str:
    package = Package(path.read_bytes())
    return "".join(package.data(name).decode("utf-8") for name in package.names)


def test_files_are_merged_as_their_pages_show_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sides = [text(tmp_path / f"{name}.docx", more) for name, more in (("a", ""), ("b", " fully"), ("c", ""))]
    assert adref("merge", *sides, "-o", tmp_path / "out.docx", "--json") == 0
    said = capsys.readouterr()
    assert "12 words in base, 12 words in ours, 12 words in theirs; what was put together is each without" in said.err
    assert texts(tmp_path / "out.docx")[1:] == [
        "Decides to meet in 2006;",
        "Decides to remain seized fully of the matter.",
    ]
    # Places are those of the files as they are read.
    assert [row["ours"] for row in json.loads(said.out)["rows"]] == [[0], [1], [3]]
    assert json.loads(said.out)["ours"]["paragraphs"] == 4


@pytest.mark.parametrize("kept", [False, True])
def test_drafts_in_columns_stand_as_their_pages_show_them(
    kept: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, out = text(tmp_path / "old.docx"), tmp_path / "new.txt", tmp_path / "out.docx"
    new.write_text(
        "The General Assembly,\n\n1. Decides to meet in 2006 or never, says our minister;\n\n"
        "2. Our last offer is three million.\n\n3. Decides to remain seized of it.\n",
        encoding="utf-8",
    )
    if kept:
        assert adref("import", tmp_path / "d.adref", old, new) == 0
        assert adref("columns", "old", "new", "--dossier", tmp_path / "d.adref", "-o", out) == 0
        assert "12 words in column 1, 12 words in column 2" in capsys.readouterr().err
    else:
        assert adref("columns", old, text(tmp_path / "new.docx", " still"), "-o", out) == 0
    assert "minister" not in written(out)
    assert "three million" not in written(out)


def test_words_that_heads_hide_go_and_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = python_docx.Document()
    document.add_paragraph("The General Assembly,")
    document.add_paragraph("1. Decides to meet.")
    document.sections[0].header.paragraphs[0].add_run("Draft 3")
    document.sections[0].header.paragraphs[0].add_run(" drafted by Kenya").font.hidden = True
    old, new, out = tmp_path / "old.docx", tmp_path / "new.txt", tmp_path / "out.docx"
    document.save(str(old))
    new.write_text("The General Assembly,\n\n1. Decides to meet soon.\n", encoding="utf-8")
    told = "Not in the file: what heads and feet of the pages hide: 3 words."
    assert adref("compare", old, new, "-o", out) == 1
    assert told in capsys.readouterr().err
    assert "Kenya" not in written(out)
    assert adref("import", tmp_path / "d.adref", old) == 0
    assert adref("export", tmp_path / "d.adref", "old", "-o", out) == 0
    assert told in capsys.readouterr().err
    assert adref("export", tmp_path / "d.adref", "old", "-o", out, "--profile", "capital") == 0
    assert told not in capsys.readouterr().err


@pytest.mark.parametrize("turned", [False, True])
def test_what_one_file_hides_and_the_other_shows_leaves_as_that_shows_it_and_is_told(
    turned: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [text(tmp_path / "hides.docx"), text(tmp_path / "shows.docx", hides=False)]
    old, new = files[::-1] if turned else files
    out = tmp_path / "out.docx"
    assert adref("compare", old, new, "-o", out) == 1
    assert "plain to read in this one: “or never, says our minister”" in capsys.readouterr().err
    sides = [texts(out, "reject")[1], texts(out)[1]]
    assert (sides[::-1] if turned else sides) == [
        "Decides to meet in 2006;",
        "Decides to meet in 2006 or never, says our minister;",
    ]
    assert "three million" not in written(out)


def test_proposals_are_compiled_on_what_the_pages_of_the_draft_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier, out = tmp_path / "d.adref", tmp_path / "out.docx"
    base = text(tmp_path / "base.docx")
    back = text(tmp_path / "back.docx", ins(t(" fully")), first=ins(t("firmly ")))
    struck = (
        '<w:del w:id="9" w:author="K. Li"><w:r><w:rPr><w:vanish/></w:rPr><w:delText>never</w:delText></w:r></w:del>'
    )
    amended = Package(text(tmp_path / "amended.docx").read_bytes())
    body = amended.data(amended.main).replace(
        b"never,", f"</w:t></w:r>{struck}<w:r><w:rPr><w:vanish/></w:rPr><w:t>,".encode()
    )
    amended.put(amended.main, body)
    (tmp_path / "amended.docx").write_bytes(amended.to_bytes())
    assert adref("import", dossier, base) == 0
    assert adref("import", dossier, back, tmp_path / "amended.docx", "--returned", "--base", "base") == 0
    for name, author in (("France", "Delegation A"), ("Kenya", "K. Li")):
        assert adref("delegations", dossier, "--add", name, "--name", name, "--author", author, name) == 0
    capsys.readouterr()
    assert adref("compile", dossier, "-o", out) == 0
    said = capsys.readouterr().err
    assert "what “Kenya” asks for at OP1, in or beside words that the Word file hides" in said
    assert "12 words in the draft; what was read back is the draft without that" in said
    assert texts(out, "reject")[1:] == ["Decides to meet in 2006;", "Decides to remain seized of the matter."]
    assert texts(out)[1:] == ["Decides firmly to meet in 2006;", "Decides to remain seized fully of the matter."]
    assert "minister" not in written(out)
    assert "three million" not in written(out)


def test_hidden_words_that_a_delegation_puts_in_stop_a_compilation_and_it_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier, base = tmp_path / "d.adref", text(tmp_path / "base.docx", hides=False)
    back = text(tmp_path / "back.docx", ins(t(" not without our money", HIDDEN)), hides=False)
    other = text(tmp_path / "other.docx", first=ins(t("firmly "), 'w:id="9" w:author="K. Li"'), hides=False)
    assert adref("import", dossier, base) == 0
    assert adref("import", dossier, back, other, "--returned", "--base", "base") == 0
    for name, author in (("France", "Delegation A"), ("Kenya", "K. Li")):
        assert adref("delegations", dossier, "--add", name, "--name", name, "--author", author, name) == 0
    assert adref("compile", dossier, "-o", tmp_path / "out.docx") == 2
    said = capsys.readouterr().err
    assert "“not without our money” were hidden" in said
    assert "A proposal puts them in: write the others by delegation (adref compile --delegation NAME)." in said
    assert not (tmp_path / "out.docx").exists()
    assert adref("compile", dossier, "--delegation", "Kenya", "-o", tmp_path / "out.docx") == 0
    assert texts(tmp_path / "out.docx")[1].startswith("Decides firmly to meet in 2006")


AWAY = t(" or never", HIDDEN)


NEVER = " or never"


@pytest.mark.parametrize(
    "away", [AWAY, field("AUTHOR", NEVER), f'<w:fldSimple w:instr="AUTHOR">{t(NEVER)}</w:fldSimple>']
)
@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ((ins(t(" soon")), AWAY, " in 2006;"), "Decides to meet soon in 2006;"),
        ((AWAY, ins(t(" soon")), " in 2006;"), "Decides to meet soon in 2006;"),
        ((AWAY, dele(d(" in")), ins(t(" before")), " 2006;"), "Decides to meet before 2006;"),
    ],
)
def test_what_is_asked_for_beside_words_that_go_has_its_place_where_these_are_not(
    asked: tuple[str, ...], text: str, away: str, tmp_path: Path
) -> None:
    dossier, out = tmp_path / "d.adref", tmp_path / "out.docx"
    for name, said in (("base", (away, " in 2006;")), ("back", [away if one is AWAY else one for one in asked])):
        body = p("The General Assembly,") + p("1. Decides to meet", *said) + p("2. Decides to remain seized.")
        (tmp_path / f"{name}.docx").write_bytes(docx(body))
    assert adref("import", dossier, tmp_path / "base.docx") == 0
    assert adref("import", dossier, tmp_path / "back.docx", "--returned", "--base", "base") == 0
    assert adref("delegations", dossier, "--add", "F", "--name", "France", "--author", "Delegation A", "F") == 0
    assert adref("compile", dossier, "-o", out) == 0
    assert (texts(out)[1], texts(out, "reject")[1]) == (text, "Decides to meet in 2006;")
    assert "never" not in written(out)


def test_who_moves_a_paragraph_in_which_words_are_hidden_moves_what_is_shown(tmp_path: Path) -> None:
    dossier, base, out = tmp_path / "d.adref", text(tmp_path / "base.docx"), tmp_path / "out.docx"
    read = read_word(base.read_bytes())
    first, moved, away, last = read.draft.paragraphs
    asked = replace(read.draft, paragraphs=(first, away, last, moved))
    back = write_redline(compare(read.draft, asked), base=base.read_bytes(), origins=read.origins, author="K. Li")
    (tmp_path / "back.docx").write_bytes(back)
    assert adref("import", dossier, base) == 0
    assert adref("import", dossier, tmp_path / "back.docx", "--returned", "--base", "base") == 0
    assert adref("delegations", dossier, "--add", "K", "--name", "Kenya", "--author", "K. Li", "K") == 0
    assert adref("compile", dossier, "-o", out) == 0
    assert texts(out)[1:] == ["Decides to remain seized of the matter.", "Decides to meet in 2006;"]
    assert texts(out, "reject")[1:] == ["Decides to meet in 2006;", "Decides to remain seized of the matter."]
    assert "minister" not in written(out)


def test_who_moves_a_paragraph_moves_what_is_shown_of_its_note(tmp_path: Path) -> None:
    dossier, base, out = tmp_path / "d.adref", tmp_path / "base.docx", tmp_path / "out.docx"
    note = f'<w:footnote w:id="2">{p("See the report", t(" of our minister", HIDDEN), " of 2005.")}</w:footnote>'
    cited = p("1. Decides to meet", '<w:r><w:footnoteReference w:id="2"/></w:r>', " in 2006;")
    body = p("The General Assembly,") + cited + p("2. Requests a report;") + p("3. Decides to remain seized.")
    base.write_bytes(docx(body, footnotes=note))
    read = read_word(base.read_bytes())
    first, moved, *rest = read.draft.paragraphs
    asked = replace(read.draft, paragraphs=(first, *rest, moved))
    back = write_redline(compare(read.draft, asked), base=base.read_bytes(), origins=read.origins, author="K. Li")
    (tmp_path / "back.docx").write_bytes(back)
    assert adref("import", dossier, base) == 0
    assert adref("import", dossier, tmp_path / "back.docx", "--returned", "--base", "base") == 0
    assert adref("delegations", dossier, "--add", "K", "--name", "Kenya", "--author", "K. Li", "K") == 0
    assert adref("compile", dossier, "-o", out) == 0
    assert [note.text for note in read_word(out.read_bytes()).draft.footnotes] == ["See the report of 2005."]
    assert texts(out)[-1] == "Decides to meet in 2006;"
    assert "minister" not in written(out)


_NEWER = group(box("Our minister says no.")).removeprefix("<w:r>").removesuffix("</w:r>")
BOX = (
    '<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="b">'
    f"<v:textbox><w:txbxContent>{p('Our minister says no.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
TWICE = BOX.replace(
    "<w:pict>", f"<mc:AlternateContent><mc:Choice Requires='wps'>{_NEWER}</mc:Choice><mc:Fallback><w:pict>"
)
TWICE = TWICE.replace("</w:pict>", "</w:pict></mc:Fallback></mc:AlternateContent>")
MARK = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
HIDDEN_MARK = MARK.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")


@pytest.mark.parametrize(
    ("within", "notes"),
    [
        (BOX, []),
        (HIDDEN_MARK, []),
        (MARK + t(" or never", HIDDEN), ["See our minister’s report."]),
        (MARK + BOX + t(" or never", HIDDEN), ["See our minister’s report."]),
    ],
    ids=["a box", "a note", "words beside a note", "a box and words beside a note"],
)
def test_who_moves_paragraphs_in_word_moves_what_is_shown_of_their_boxes_and_notes(
    within: str, notes: list[str], tmp_path: Path
) -> None:
    dossier, base, back, out = (tmp_path / name for name in ("d.adref", "base.docx", "back.docx", "out.docx"))

    def moved(way: str, at: int) -> str:
        said = t("1. Decides to meet") + within.format(at) + t(" in 2006;")
        lines = (f'<w:{way} w:author="K. Li">{one}</w:{way}>' for one in (said, t("2. Requests a report;")))
        first, second = (p(one, mark=f'<w:{way} w:author="K. Li"/>') for one in lines)
        start, end = (f'<w:{way}Range{which} w:id="{at}5" ' for which in ("Start", "End"))
        return f'{start}w:author="K. Li" w:name="move1"/>{first}{second}{end}/>'

    def cited(*ids: int) -> str:
        return "".join(f'<w:footnote w:id="{at}">{p("See our minister’s report.")}</w:footnote>' for at in ids)

    first, last = p("The General Assembly,"), p("4. Decides to remain seized.")
    third = p("3. Invites all to take part;")
    before = p(t("1. Decides to meet"), within.format(2), t(" in 2006;")) + p("2. Requests a report;")
    base.write_bytes(docx(first + before + third + last, footnotes=cited(2)))
    back.write_bytes(docx(first + moved("moveFrom", 2) + third + moved("moveTo", 3) + last, footnotes=cited(2, 3)))
    assert adref("import", dossier, base) == 0
    assert adref("import", dossier, back, "--returned", "--base", "base") == 0
    assert adref("delegations", dossier, "--add", "K", "--name", "Kenya", "--author", "K. Li", "K") == 0
    assert adref("compile", dossier, "-o", out) == 0
    meet, report, invites = "Decides to meet in 2006;", "Requests a report;", "Invites all to take part;"
    assert texts(out)[1:-1] == [invites, meet, report]
    assert texts(out, "reject")[1:-1] == [meet, report, invites]
    draft = read_word(out.read_bytes()).draft
    assert [note.text for note in draft.footnotes] == notes
    assert [one.text for one in draft.paragraphs for run in one.runs if run.footnote] == [meet] * len(notes)
    assert ("minister" in written(out)) == bool(notes)
    assert "minister says" not in written(out)


@pytest.mark.parametrize("drawn", [BOX, TWICE], ids=["as older programs write it", "as Word writes it"])
def test_words_of_a_hidden_box_are_counted_once_and_told_where_they_leave_in_the_open(
    drawn: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, out = tmp_path / "old.docx", tmp_path / "new.docx", tmp_path / "out.docx"
    old.write_bytes(docx(p("The General Assembly,") + p("1. Decides to meet", drawn, ";")))
    shown = p("The General Assembly,") + p("1. Decides to meet;") + p("Our minister says no.")
    new.write_bytes(docx(shown.replace("meet;", "meet soon;")))
    assert adref("compare", old, new, "-o", out) == 1
    said = capsys.readouterr().err
    assert "4 words in the base" in said
    assert "plain to read in this one: “Our minister says no.”" in said


@pytest.mark.parametrize("count", [0, 1, 2])
def test_it_is_told_that_headings_which_were_closed_leave_open(
    count: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, out = tmp_path / "old.docx", tmp_path / "new.docx", tmp_path / "out.docx"
    closed = "".join(p(f"{letter}. Trade", properties=CLOSED) for letter in "AB"[:count])
    old.write_bytes(docx(closed + p("It matters.")))
    new.write_bytes(docx(closed + p("It matters much.")))
    assert adref("compare", old, new, "-o", out) == 1
    said, told = capsys.readouterr().err, ("a heading is closed over its text", "2 headings are closed over their text")
    assert [one in said for one in told] == [count == 1, count == 2]
    assert "collapsed" not in written(out)
    assert adref("compare", old, new, "-o", out, "--profile", "capital") == 1
    assert "closed" not in capsys.readouterr().err
    assert ("collapsed" in written(out)) is (count > 0)


FILLED = "What Word filled in of those who made the file, in the "


@pytest.mark.usefixtures("qapp")  # for the PDF
@pytest.mark.parametrize("ending", ["docx", "html", "md", "json", "xml", "pdf"])
@pytest.mark.parametrize("profile", ["circulation", "submission", "capital"])
def test_what_word_filled_in_of_the_makers_stays_in_ones_own_copy_alone(
    profile: str, ending: str, tmp_path: Path
) -> None:
    """In a text that was written on such a file too, and in what changed."""
    path, certificate = tmp_path / "d.adref", tmp_path / "out.txt"
    base = p("The General Assembly,") + p("1. Thanks ", field("AUTHOR", "Jane Doe"), ".") + p("2. Decides to meet.")
    (tmp_path / "base.docx").write_bytes(docx(base))
    (tmp_path / "next.txt").write_text("The General Assembly,\n\n1. Thanks Jane Doe much.\n\n2. Decides to meet.\n")
    assert adref("import", path, tmp_path / "base.docx", tmp_path / "next.txt") == 0
    for label, against in (("base", ()), ("next", ()), ("next", ("--against", "base"))):
        out = tmp_path / f"out.{ending}"
        if against and ending == "xml":
            continue  # which holds no changes
        options = ("--profile", profile, "--certificate", certificate, *against)
        assert adref("export", path, label, "-o", out, *options) == 0
        left = written(out) if ending == "docx" else out.read_text("utf-8", "replace")
        kept = profile == "capital"
        assert ("Doe" in left) is kept or ending == "pdf"
        told = certificate.read_text("utf-8")
        assert (f"{FILLED}{'base' if against else 'text'}: AUTHOR (OP1)" in told) is not kept
        assert FILLED_IN not in told


def test_words_that_word_filled_in_and_a_text_says_itself_are_told(tmp_path: Path) -> None:
    old, new, out = tmp_path / "old.docx", tmp_path / "new.txt", tmp_path / "out.txt"
    old.write_bytes(docx(p("The General Assembly,") + p("1. Thanks ", field("AUTHOR", "Jane Doe"), ".")))
    new.write_text("The General Assembly,\n\n1. Thanks Jane Doe much.\n")
    assert adref("compare", old, new, "-o", tmp_path / "out.docx", "--certificate", out) == 1
    assert f"{FILLED_IN}: “Jane Doe”" in out.read_text("utf-8")
