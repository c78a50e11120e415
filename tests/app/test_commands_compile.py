"""`adref compile`: proposals as one Word file in the names of their delegations, and of nobody else."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from app.subjects.came_back import Came
from app.subjects.returned_file import keep_file, looked_at_again, open_returned
from app.subjects.returned_view import view_of
from models.comparison.change import Change, FootnoteChange
from models.comparison.compare import compare
from models.compiling.come_back import Compilations
from models.compiling.compilation import Compilation, write_compilation
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.read import read_word
from models.word.redline import write_redline
from tests.app.the_command import adref
from tests.models.compiling.test_come_back import marked
from tests.models.word.word_xml import d, dele, docx, ins, p, parts, t, zipped

BASE = (
    "Calls upon all States to cooperate with the mechanism;",
    "Requests the Secretary-General to report at its next session;",
    "Decides to keep the matter under review.",
)
CHANGED = (BASE[0].replace("all States", "Member States"), BASE[1].replace("report", "report in writing"), BASE[2])


def draft(texts: tuple[str, ...]) -> Draft:
    numbered = enumerate(texts, 1)
    return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(text),), number=str(number)) for number, text in numbered))


def whose(change: Change | FootnoteChange) -> str:
    return "Jane Otieno" if isinstance(change, Change) and change.new_labels == ("OP1",) else "Marie Dupont"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A dossier with a draft, and a file that came back from two persons."""
    (tmp_path / "base.docx").write_bytes(write_clean(draft(BASE)))
    comparison = compare(draft(BASE), draft(CHANGED))
    back = write_redline(comparison, base=None, author=whose, date="2026-11-20T00:00:00Z")
    (tmp_path / "back.docx").write_bytes(back)
    path = tmp_path / "d.adref"
    assert adref("import", path, tmp_path / "base.docx", "--label", "L.1") == 0
    assert adref("import", path, tmp_path / "back.docx", "--returned") == 0
    return path


def said(path: Path, names: tuple[str, str] = ("Kenya", "France")) -> None:
    for delegation, author in zip(names, ("Jane Otieno", "Marie Dupont"), strict=True):
        assert adref("delegations", path, "--add", delegation) == 0
        assert adref("delegations", path, "--author", author, delegation) == 0


def test_delegations_are_named_and_persons_are_not(dossier: Path, tmp_path: Path) -> None:
    said(dossier)
    out, certificate = tmp_path / "all.docx", tmp_path / "all.json"
    assert adref("compile", dossier, "-o", out, "--certificate", certificate) == 0
    read = read_word(out.read_bytes())
    assert [one.text for one in read.draft.paragraphs] == list(CHANGED)
    assert [one.text for one in read_word(out.read_bytes(), "reject").draft.paragraphs] == list(BASE)
    assert {(one.author, one.date) for one in read.revisions} == {("Kenya", None), ("France", None)}
    with zipfile.ZipFile(out) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Otieno" not in everything
    assert b"Dupont" not in everything
    assert json.loads(certificate.read_text(encoding="utf-8"))["profile"] == "compilation"


def test_one_delegation_alone(dossier: Path, tmp_path: Path) -> None:
    said(dossier)
    out = tmp_path / "kenya.docx"
    assert adref("compile", dossier, "L.1", "-o", out, "--delegation", "kenya") == 0
    read = read_word(out.read_bytes())
    assert [one.text for one in read.draft.paragraphs] == [CHANGED[0], *BASE[1:]]
    assert {one.author for one in read.revisions} == {"Kenya"}


def test_a_name_with_a_comma_is_one_name(dossier: Path, tmp_path: Path) -> None:
    said(dossier, ("Iran, Islamic Republic of", "Friends with France"))
    out, certificate = tmp_path / "all.docx", tmp_path / "all.json"
    assert adref("compile", dossier, "-o", out, "--certificate", certificate) == 0
    authors = {one.author for one in read_word(out.read_bytes()).revisions}
    assert {str(one).replace("\u00a0", " ") for one in authors} == {"Iran, Islamic Republic of", "Friends with France"}
    told = [one["what"] for one in json.loads(certificate.read_text(encoding="utf-8"))["read_back"]]
    assert any("Iran,\u00a0Islamic Republic of" in one and "taken alone" in one for one in told)
    alone = tmp_path / "alone.docx"
    assert adref("compile", dossier, "-o", alone, "--delegation", "Iran, Islamic Republic of") == 0


def test_what_changes_no_words_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An indent that Word tracks: it makes a proposal, and no tracked word of a compilation."""
    (tmp_path / "base.docx").write_bytes(clean := write_clean(draft(BASE)))
    level = (
        '<w:pPrChange xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="900" '
        'w:author="Marie Dupont"><w:pPr>{own}<w:ind w:left="1440"/></w:pPr></w:pPrChange></w:pPr>'
    )
    with zipfile.ZipFile(tmp_path / "base.docx") as old, zipfile.ZipFile(tmp_path / "back.docx", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                head, end, tail = data.decode().rpartition("</w:pPr>")
                own = head.rpartition("<w:pPr>")[2]
                data = (head + level.format(own=own) + tail).encode() if end else data
            new.writestr(name, data)
    assert (tmp_path / "back.docx").read_bytes() != clean
    assert adref("import", tmp_path / "d.adref", tmp_path / "base.docx") == 0
    assert adref("import", tmp_path / "d.adref", tmp_path / "back.docx", "--returned") == 0
    said(tmp_path / "d.adref")
    capsys.readouterr()
    assert adref("compile", tmp_path / "d.adref", "-o", tmp_path / "all.docx") == 2
    assert "No open proposal changes a word of “base”" in capsys.readouterr().err
    other = write_redline(compare(draft(BASE), draft(CHANGED)), base=None, author="Jane Otieno")
    (tmp_path / "other.docx").write_bytes(other)
    assert adref("import", tmp_path / "d.adref", tmp_path / "other.docx", "--returned") == 0
    certificate = tmp_path / "all.txt"
    assert adref("compile", tmp_path / "d.adref", "-o", tmp_path / "all.docx", "--certificate", certificate) == 0
    told, lost = (
        certificate.read_text(encoding="utf-8"),
        "what “France” changes of the look or the level of OP3, no words",
    )
    assert "2 proposals of “Kenya”" in told
    assert f"Cannot all be had\n  - Not in the file: {lost}" in told
    assert f"Not in the file: {lost}." in capsys.readouterr().err
    assert "The changes of “Kenya”, taken alone: what it asks for" in told


@pytest.mark.parametrize(
    ("then", "struck"),
    [
        ((BASE[0].replace("cooperate", "firmly cooperate"), *BASE[1:]), "urgently and "),
        ((BASE[0], *BASE[1:]), "urgently and firmly "),
    ],
)
def test_what_one_strikes_of_anothers_words_stays_to_be_read(
    tmp_path: Path, then: tuple[str, ...], struck: str
) -> None:
    (tmp_path / "base.docx").write_bytes(write_clean(draft(BASE)))
    first = (BASE[0].replace("cooperate", "urgently and firmly cooperate"), *BASE[1:])
    kenya = write_redline(compare(draft(BASE), draft(first)), base=None, author="Jane Otieno")
    asked = compare(draft(first), draft(then))
    places = read_word(kenya).origins
    both = write_redline(asked, base=kenya, origins=places, author="Marie Dupont", base_changes="keep")
    (tmp_path / "back.docx").write_bytes(both)
    assert adref("import", tmp_path / "d.adref", tmp_path / "base.docx") == 0
    assert adref("import", tmp_path / "d.adref", tmp_path / "back.docx", "--returned") == 0
    said(tmp_path / "d.adref")
    assert adref("compile", tmp_path / "d.adref", "-o", tmp_path / "all.docx") == 0
    read = read_word((tmp_path / "all.docx").read_bytes())
    assert [one.text for one in read.draft.paragraphs] == list(then)
    told = [(one.author, one.kind, one.text) for one in read.revisions]
    assert ("France", "delete", struck) in told
    assert {one for one in told if one[0] == "Kenya"} == {("Kenya", "insert", "urgently and firmly ")}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("-o", "x.docx"), "Nobody said which delegation “Jane Otieno” and “Marie Dupont” write for"),
        (("-o", "x.docx", "--delegation", "Atlantis"), "There is no delegation “Atlantis” in this dossier."),
        (("-o", "x.pdf"), ".docx"),
        (("L.9", "-o", "x.docx"), "L.9"),
    ],
)
def test_refused_in_a_sentence(
    dossier: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    assert adref("compile", dossier, *arguments) == 2
    assert sentence in capsys.readouterr().err
    assert not list(tmp_path.glob("x.*"))


def test_nothing_proposed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "base.docx").write_bytes(write_clean(draft(BASE)))
    assert adref("import", tmp_path / "d.adref", tmp_path / "base.docx") == 0
    capsys.readouterr()
    assert adref("compile", tmp_path / "d.adref", "-o", tmp_path / "x.docx") == 2
    assert "No proposal is kept in this dossier" in capsys.readouterr().err


def test_a_link_that_is_taken_off_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def file(put_in: str) -> bytes:
        named = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId90"'
        made = parts(p("1. Write to ", f"<w:hyperlink {named}>{t('the desk')}</w:hyperlink>", put_in, "."))
        name = "word/_rels/document.xml.rels"
        link = (
            b'<Relationship Id="rId90" TargetMode="External" Target="mailto:somebody@mission.example" '
            b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/></Relationships>'
        )
        return zipped(made | {name: made[name].replace(b"</Relationships>", link)})

    (tmp_path / "base.docx").write_bytes(file(""))
    (tmp_path / "back.docx").write_bytes(file(ins(t(" today"), 'w:id="5" w:author="Jane Otieno"')))
    path, certificate = tmp_path / "d.adref", tmp_path / "all.txt"
    assert adref("import", path, tmp_path / "base.docx") == 0
    assert adref("import", path, tmp_path / "back.docx", "--returned") == 0
    assert adref("delegations", path, "--add", "Kenya", "--author", "Jane Otieno", "Kenya") == 0
    capsys.readouterr()
    assert adref("compile", path, "-o", tmp_path / "all.docx", "--certificate", certificate) == 0
    line = "here 1 link of the base leads: it is taken off, in words that did not change too; its words stay"
    assert f"Not in the file: w{line}." in capsys.readouterr().err
    assert f"W{line}" in certificate.read_text(encoding="utf-8")


MARIE = 'w:id="2" w:author="Marie Dupont"'


def test_places_named_after_a_person_are_called_otherwise_and_heads_are_told(tmp_path: Path) -> None:
    def file(put_in: str) -> bytes:
        start, end = '<w:bookmarkStart w:id="7" w:name="Marie_Dupont"/>', '<w:bookmarkEnd w:id="7"/>'
        page = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
        meant = f'<w:fldSimple w:instr=" REF Marie_Dupont \\h ">{t("1")}</w:fldSimple>'
        return docx(p(start, "1. Acts", end, put_in, ".") + p("2. See ", meant, ".") + page, header=p("Room text"))

    (tmp_path / "base.docx").write_bytes(file(""))
    (tmp_path / "back.docx").write_bytes(file(ins(t(" today"), MARIE)))
    path, out, certificate = tmp_path / "d.adref", tmp_path / "all.docx", tmp_path / "all.txt"
    assert adref("import", path, tmp_path / "base.docx") == 0
    assert adref("import", path, tmp_path / "back.docx", "--returned") == 0
    assert adref("delegations", path, "--add", "France", "--author", "Marie Dupont", "France") == 0
    assert adref("compile", path, "-o", out, "--certificate", certificate) == 0
    with zipfile.ZipFile(out) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b" REF " in everything
    assert b"Dupont" not in everything
    told = certificate.read_text(encoding="utf-8")
    assert "Heads and feet of the pages, as the base has them: “Room text”" in told


TOGETHER = "What “France” and “Kenya” changed of OP2 in one file could not be told apart: it stands in each name."


@pytest.mark.parametrize("jane", ["Jane Otieno", "Otieno, Jane"])
def test_what_two_wrote_that_cannot_be_told_apart(
    jane: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words before a typed number make it words: of two who write there the delegations are known by their names."""
    by_jane = f'w:id="1" w:author="{jane}"'
    changed = p(ins(t("Also "), by_jane) + t("2. Ends ") + ins(t("all "), MARIE) + t("the matter."))
    path, out = tmp_path / "d.adref", tmp_path / "all.docx"
    (tmp_path / "back.docx").write_bytes(zipped(parts(p("The General Assembly,") + p("1. Decides to act;") + changed)))
    assert adref("import", path, tmp_path / "back.docx", "--returned") == 0
    for name, author in (("Kenya", jane), ("France", "Marie Dupont")):
        capsys.readouterr()
        assert adref("compile", path, "-o", out) == 2
        assert f"“{author}”" in capsys.readouterr().err
        assert adref("delegations", path, "--add", name, "--author", author, name) == 0
    capsys.readouterr()
    assert adref("compile", path, "-o", out) == 0
    assert capsys.readouterr().err == f"adref: {TOGETHER}\n"
    assert {one.author for one in read_word(out.read_bytes()).revisions} == {"France, Kenya"}
    assert adref("compile", path, "-o", out, "--delegation", "Kenya") == 0
    assert capsys.readouterr().err == f"adref: {TOGETHER}\n"


def test_what_several_ask_for_alike_is_of_each_when_a_compilation_comes_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "d.adref", tmp_path / "all.docx"
    base, new = ("1. Decides to act;", "2. Ends the matter."), ("1. Decides to act;", "2. Ends all the matter.")
    for name, lines in (("base", base), ("Fiji", new), ("Kenya", (*base[:1], "2. Ends all the matter now."))):
        (tmp_path / f"{name}.docx").write_bytes(zipped(parts("".join(map(p, lines)))))
    assert adref("import", path, tmp_path / "base.docx") == 0
    for name in ("Fiji", "Kenya"):
        who = f"{name} person"
        assert adref("import", path, tmp_path / f"{name}.docx", "--returned", "--untracked", "--author", who) == 0
        assert adref("delegations", path, "--add", name, "--author", who, name) == 0
    assert adref("compile", path, "-o", out) == 0
    other = tmp_path / "other.adref"
    assert adref("import", other, tmp_path / "base.docx") == 0
    for dossier in (path, other):
        assert adref("import", dossier, out, "--returned") == 0
        for name in ("Fiji", "Kenya"):
            adref("delegations", dossier, "--add", name)
        capsys.readouterr()
        assert adref("delegations", dossier) == 0
        assert "Without a delegation" not in capsys.readouterr().out
        assert adref("proposals", dossier, "--by", "Fiji") == 0
        assert capsys.readouterr().out.count("Ends {+all+} the matter") == 1


def test_a_typed_number_that_no_proposal_holds_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    retyped = p(dele(d("2"), MARIE) + ins(t("7"), MARIE) + t(". Ends ") + ins(t("all "), MARIE) + t("the matter."))
    path, out = tmp_path / "d.adref", tmp_path / "all.docx"
    (tmp_path / "back.docx").write_bytes(zipped(parts(p("The General Assembly,") + p("1. Decides to act;") + retyped)))
    assert adref("import", path, tmp_path / "back.docx", "--returned") == 0
    assert "made no proposal: see OP7" in capsys.readouterr().out
    assert adref("delegations", path, "--add", "France", "--author", "Marie Dupont", "France") == 0
    assert adref("compile", path, "-o", out) == 0
    told = "Of “back.docx” one number that was typed otherwise than counted made no proposal: read that file for it."
    assert capsys.readouterr().err == f"adref: {told}\n"


def test_who_leaves_typed_numbers_as_they_are_has_them_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who deletes a paragraph in Word leaves the numbers typed behind it: of those nothing is missing."""
    gone = p(dele(d("1. Decides to act;"), MARIE), mark=f"<w:del {MARIE}/>")
    kept, path, out = p("2. Ends ") + p("3. Closes it."), tmp_path / "d.adref", tmp_path / "all.docx"
    changed = p("2. Ends ") + p(t("3. Closes ") + ins(t("all of "), 'w:id="9" w:author="Jane"') + t("it."))
    for name, own in (("a", gone + kept), ("b", p("1. Decides to act;") + changed)):
        (tmp_path / f"{name}.docx").write_bytes(zipped(parts(p("The General Assembly,") + own)))
        assert adref("import", path, tmp_path / f"{name}.docx", "--returned") == 0
    for name, author in (("Kenya", "Jane"), ("France", "Marie Dupont")):
        assert adref("delegations", path, "--add", name, "--author", author, name) == 0
    capsys.readouterr()
    assert adref("compile", path, "-o", out) == 0
    assert capsys.readouterr().err == ""
    assert adref("compile", path, "-o", out, "--delegation", "France") == 0
    assert "Typed numbers are counted anew in what “France” asks for" in capsys.readouterr().err


def test_of_a_compilation_that_comes_back_nothing_is_listed_or_counted_again(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(dossier)
    out, again, later = tmp_path / "all.docx", tmp_path / "again.docx", tmp_path / "later.docx"
    assert adref("compile", dossier, "-o", out) == 0

    def listed() -> list[str]:
        found = []
        for command in ("proposals", "ledger"):
            capsys.readouterr()
            assert adref(command, dossier, "--json") == 0
            found.append(json.loads(capsys.readouterr().out)["proposals"])
        return found

    before = listed()
    assert adref("import", dossier, out, "--returned") == 0
    assert "0 proposals, 2 known already" in capsys.readouterr().out
    assert listed() == before
    assert adref("compile", dossier, "-o", again) == 0
    assert again.read_bytes() == out.read_bytes()
    # A draft that has a part of it is made from that, and what came back says nothing there either.
    later.write_bytes(write_clean(draft((CHANGED[0], *BASE[1:]))))
    assert adref("import", dossier, later, "--parent", "L.1") == 0
    assert listed()[0] == before[0]


def nobody_waits(_share: float) -> None:
    """Of the share that is done nothing is asked."""


def test_the_page_of_a_compilation_that_came_back_has_nothing_more_to_keep(dossier: Path, tmp_path: Path) -> None:
    said(dossier)
    out = tmp_path / "all.docx"
    assert adref("compile", dossier, "-o", out) == 0
    with Dossier.open(dossier) as opened:
        came, made = Came(out, out.read_bytes()), Compilations(opened)
        file = open_returned(came, made, nobody_waits)
        view = view_of(file, {})
        assert (view.sums, view.keep, view.done) == ("Nothing new: 2 stand as they left.", "Keep the file", False)
        assert view.notices == ()
        assert [row.heading for row in view.rows if row.heading] == ["As they left, 2 places"]
        assert keep_file(file, made, "", nobody_waits).recorded.new == ()
        view = view_of(open_returned(came, made, nobody_waits), {})
        assert (view.sums, view.done) == ("Nothing new: 2 stand as they left.", True)
        # What the file was made of is kept by mistake: the file has it yet.
        for one in opened.proposals():
            opened.set_state(one.key, None)
        file = open_returned(came, made, nobody_waits)
        assert view_of(file, {}).sums == "2 proposals to keep."
        assert len(keep_file(file, made, "", nobody_waits).recorded.new) == 2


def test_what_the_page_of_a_marked_compilation_says_is_what_is_kept_and_is_worked_out_once(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said(dossier)
    assert adref("delegations", dossier, "--add", "Peru") == 0
    out, later = tmp_path / "all.docx", tmp_path / "later.docx"
    assert adref("compile", dossier, "-o", out) == 0
    out.write_bytes(marked(out.read_bytes(), "Peru", "Decides to"))
    later.write_bytes(marked(out.read_bytes(), "Kenya", "keep the"))
    capsys.readouterr()
    assert adref("read", out, "--dossier", dossier, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [told["proposals"][at]["author"] for at in told["base"]["as_left"]] == ["Kenya", "France"]
    made, shares = list[bytes](), list[float]()

    def counted(*given: Any, **how: Any) -> Compilation:
        found = write_compilation(*given, **how)
        made.append(found.data)
        return found

    monkeypatch.setattr("models.compiling.come_back.write_compilation", counted)
    with Dossier.open(dossier) as opened:
        compilations = Compilations(opened)
        first, other = (open_returned(Came(one, one.read_bytes()), compilations, shares.append) for one in (out, later))
        assert (len(made), max(shares) <= 1, len(shares) > 4) == (1, True, True)
        view = view_of(first, {})
        assert (view.sums, view.keep) == ("1 new proposal; 2 stand as they left.", "Keep 1 new proposal")
        assert [row.heading for row in view.rows if row.heading] == [
            "New tracked changes, 1 place",
            "As they left, 2 places",
        ]
        assert view_of(other, {}).sums == "2 new proposals; 2 stand as they left."
        assert len(keep_file(first, compilations, "", nobody_waits).recorded.new) == len(made) == 1
        again = looked_at_again(other, compilations, nobody_waits)
        assert view_of(again, {}).keep == "Keep 1 new proposal"
        assert len(keep_file(again, compilations, "", nobody_waits).recorded.new) == 1
