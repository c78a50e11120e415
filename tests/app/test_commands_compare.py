"""`adref compare`: exit status, JSON, files by ending, and what happens to a file that is there."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from lxml import etree

from app.commands.running import run
from models.files.read import read_bytes, read_file
from models.word.clean import write_clean
from models.word.markup import element
from models.word.namespaces import w
from models.word.package import Package

OLD = """The General Assembly,

Recalling its resolution 57/270 B of 23 June 2003,

Taking note of the report of the Secretary-General,

1. Encourages all Governments to continue their efforts;

2. Invites the regional commissions to organize meetings;

3. Requests the Secretary-General to submit a report.
"""
NEW = """The General Assembly,

Recalling its resolution 57/270 B of 23 June 2003,

Welcoming the report of the Secretary-General,

1. Encourages the Governments to continue their efforts;

2. Decides to convene a high-level dialogue in 2006;

3. Invites the regional commissions to organize meetings;

4. Requests the Secretary-General to submit a report.
"""


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


@pytest.fixture
def word_files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.docx", tmp_path / "new.docx"
    old.write_bytes(write_clean(read_bytes(OLD.encode()).draft))
    new.write_bytes(write_clean(read_bytes(NEW.encode()).draft))
    return old, new


def compare(*arguments: object) -> int:
    return run(["compare", *map(str, arguments)])


def side(change: dict[str, object], op: str) -> str:
    words = change["words"]
    assert isinstance(words, list)
    return "".join(text for kind, text in words if kind in ("equal", op))


def test_nothing_differs(texts: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(texts[0], texts[0], "--json") == 0
    value = json.loads(capsys.readouterr().out)
    assert {change["weight"] for change in value["changes"]} == {None}
    assert value["summary"]["unchanged"] == 6


def test_json_says_every_paragraph_once_and_all_its_words(
    texts: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare(*texts, "--json") == 1
    value = json.loads(capsys.readouterr().out)
    assert set(value) == {"old", "new", "summary", "changes", "footnotes", "bounded", "warnings"}
    for name, path, op in (("old", texts[0], "delete"), ("new", texts[1], "insert")):
        paragraphs = read_file(path).draft.paragraphs
        assert value[name]["paragraphs"] == len(paragraphs)
        assert sorted(at for change in value["changes"] for at in change[name]) == list(range(len(paragraphs)))
        for change in value["changes"]:
            assert side(change, op) == "\n".join(paragraphs[at].text for at in change[name])
    inserted = [change for change in value["changes"] if change["kind"] == "inserted"]
    assert [change["new_labels"] for change in inserted] == [["OP2"]]
    renumbered = [change for change in value["changes"] if change["renumbered"] and change["kind"] == "unchanged"]
    assert [(change["weight"], change["new_labels"]) for change in renumbered] == [
        ("housekeeping", ["OP3"]),
        ("housekeeping", ["OP4"]),
    ]


def test_what_was_not_sure_in_either_file_is_told_beside_what_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.docx", tmp_path / "new.docx"
    for path, look in ((old, "superscript"), (new, "strike")):
        document = docx.Document()
        for number in range(1, 7):
            paragraph = document.add_paragraph(f"{number}. Decides to store 10")
            setattr(paragraph.add_run("6").font, look, True)
            paragraph.add_run(f" of {number} things;")
        document.save(str(path))
    assert compare(old, new) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.startswith("Nothing differs. To look at in ")
    assert told.count("raised or lowered letters (“6”), which were read on the line: “106”.") == 1
    assert "OP1, OP2, OP3, OP4, OP5, OP6 This paragraph" in told.replace("holds", "")
    assert "struck words (“6”)" in told
    assert compare(old, new, "--json", "-o", tmp_path / "out.json") == 0
    value = json.loads(capsys.readouterr().out)
    marks = {(one["side"], one["code"]) for one in value["warnings"]}
    assert {("old", "raised-or-lowered"), ("new", "struck-by-hand")} <= marks
    kept = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert kept["warnings"] == value["warnings"]
    assert compare(old, new, "-o", tmp_path / "out.html") == 0
    first, *told = capsys.readouterr().err.splitlines()
    assert first.startswith("adref: Not in the file: what the Word file shows")
    assert [line.partition(".docx, ")[2].partition(":")[0] for line in told] == ["OP1, OP2, OP3, OP4, OP5, OP6"] * 2


def test_plain_output_shows_what_changed_and_counts(
    texts: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare(*texts, "--words", "plain") == 1
    out = capsys.readouterr().out
    assert "\x1b" not in out  # no terminal, no colours
    assert "[-all-]{+the+} Governments" in out
    assert "OP2  new\n    {+Decides to convene" in out
    assert "2 reworded, 1 new" in out


@pytest.mark.usefixtures("qapp")  # to print; an application of the command line's own would be in other tests' way
@pytest.mark.parametrize("ending", ["docx", "html", "md", "json", "pdf", "DOCX"])
def test_a_file_by_its_ending(ending: str, word_files: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / f"redline.{ending}"
    assert compare(*word_files, "-o", target) == 1
    start = target.read_bytes()[:64].lstrip().lower()
    signs = {"docx": b"pk", "html": b"<!doctype html", "json": b"{", "pdf": b"%pdf-"}
    assert start.startswith(signs.get(ending.lower(), b""))
    assert start
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["new.docx", "old.docx", target.name])


def test_the_redline_accepts_to_the_new_text_and_rejects_to_the_old(
    word_files: tuple[Path, Path], tmp_path: Path
) -> None:
    target = tmp_path / "redline.docx"
    assert compare(*word_files, "-o", target) == 1
    for revisions, path in (("accept", word_files[1]), ("reject", word_files[0])):
        read = read_file(target, revisions).draft
        meant = read_file(path).draft
        assert [(p.text, p.number) for p in read.paragraphs] == [(p.text, p.number) for p in meant.paragraphs]


@pytest.mark.parametrize("style", ["tracked", "marked", "columns"])
def test_styles_of_a_word_file(style: str, word_files: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "redline.docx"
    assert compare(*word_files, "-o", target, "--style", style) == 1
    revisions = read_file(target).revisions
    assert bool(revisions) == (style == "tracked")


def test_a_redline_of_texts_is_a_word_file_too(texts: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "redline.docx"
    assert compare(*texts, "-o", target) == 1
    wanted = [p.text for p in read_file(texts[1]).draft.paragraphs]
    assert [p.text for p in read_file(target).draft.paragraphs] == wanted


def test_json_file_and_json_output_agree(
    texts: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "changes.json"
    assert compare(*texts, "--json", "-o", target) == 1
    assert json.loads(target.read_text(encoding="utf-8"))["changes"] == json.loads(capsys.readouterr().out)["changes"]


def test_an_existing_file_is_replaced_only_by_a_whole_one(texts: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "redline.docx"
    target.write_text("what was there", encoding="utf-8")
    assert compare(texts[0], tmp_path / "absent.txt", "-o", target) == 2
    assert target.read_text(encoding="utf-8") == "what was there"
    assert compare(*texts, "-o", target) == 1
    assert target.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("redline.xyz", "must end in .docx, .html, .pdf, .md or .json"),
        ("redline", "must end in .docx"),
        ("nowhere/redline.docx", "There is no folder"),
        ("folder.docx", "is a folder"),
        ("old.docx", "is one of the files being read"),
    ],
)
def test_places_that_cannot_be_written(
    name: str, said: str, word_files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder.docx").mkdir()
    before = {path: path.read_bytes() for path in word_files}
    assert compare(*word_files, "-o", tmp_path / name) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""
    assert {path: path.read_bytes() for path in word_files} == before
    assert len(list(tmp_path.iterdir())) == 3


def test_the_permissions_of_a_replaced_file_stay(texts: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "changes.md"
    target.write_text("x", encoding="utf-8")
    target.chmod(0o640)
    assert compare(*texts, "-o", target) == 1
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed(texts: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "place").mkdir()
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "place" / "changes.md")
    assert compare(*texts, "-o", link) == 1
    assert link.is_symlink()
    assert (tmp_path / "place" / "changes.md").is_file()


def test_how_a_file_is_set_on_paper(texts: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = texts
    sizes = {}
    for name, more in {
        "tracked.docx": ("--paper", "a4", "--line-numbers"),
        "marked.docx": ("--style", "marked", "--paper", "a4", "--numbers", "literal"),
        "columns.docx": ("--style", "columns", "--paper", "a4"),
        "geneva.docx": ("--paper", "geneva"),
        "side.docx": ("--style", "columns", "--paper", "geneva"),
        "usual.docx": (),
    }.items():
        assert compare(old, new, "-o", tmp_path / name, *more) == 1
        section = docx.Document(str(tmp_path / name)).sections[0]
        assert section.page_width is not None
        assert section.page_height is not None
        sizes[name] = sorted(round(side.pt) for side in (section.page_width, section.page_height))
    assert sizes.pop("usual.docx") == [612, 792]
    assert set(map(tuple, sizes.values())) == {(595, 842)}
    assert [p.text for p in read_file(tmp_path / "tracked.docx").draft.paragraphs if p.text] == [
        p.text for p in read_file(new).draft.paragraphs
    ]


@pytest.mark.parametrize(
    ("more", "target"),
    [
        (("--paper", "a4"), "changes.html"),
        (("--numbers", "literal"), "changes.pdf"),
        (("--line-numbers",), "changes.md"),
        (("--style", "columns", "--line-numbers"), "changes.docx"),
        (("--paper", "a3"), "changes.docx"),
    ],
)
def test_what_a_form_has_not_is_refused(
    texts: tuple[Path, Path], tmp_path: Path, more: tuple[str, ...], target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare(*texts, "-o", tmp_path / target, *more) == 2
    assert not (tmp_path / target).exists()
    assert more[-2 if more[-1] in ("a4", "a3", "literal") else -1] in capsys.readouterr().err


def test_a_redline_on_a_word_file_keeps_its_paper(word_files: tuple[Path, Path], tmp_path: Path) -> None:
    assert compare(*word_files, "-o", tmp_path / "r.docx", "--paper", "a4") == 2
    assert not (tmp_path / "r.docx").exists()
    assert compare(*word_files, "-o", tmp_path / "r.docx", "--paper", "a4", "--style", "marked") == 1
    assert compare(*word_files, "--paper", "a4") == 2


def test_a_note_in_other_italics_is_told_and_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = []
    for name, source in (("old.md", "United Nations, Treaty Series"), ("new.md", "United Nations, *Treaty Series*")):
        files.append(tmp_path / name)
        files[-1].write_text(f"The General Assembly,\n\n1. Decides to act.[^1]\n\n[^1]: {source}.\n", encoding="utf-8")
    assert compare(*files) == 1
    assert "Of the footnotes, one differs only in italics or bold." in " ".join(capsys.readouterr().out.split())
    assert compare(*files, "--json") == 1
    assert json.loads(capsys.readouterr().out)["footnotes"][0]["reasons"] == ["format"]
    assert compare(files[0], files[0]) == 0


def test_styles_keep_their_names_in_a_submission_and_leave_without_them_in_circulation(tmp_path: Path) -> None:
    """A paragraph that nobody changed is the same XML in a file that goes back onto its base."""
    files = []
    for name, text in (("old", OLD), ("new", NEW)):
        package = Package(write_clean(read_bytes(text.encode()).draft))
        root, styles = package.edit(package.main), package.edit("word/styles.xml")
        for paragraph in root.iter(w("p")):
            looks = paragraph.find(w("pPr"))
            if looks is not None:
                looks[:0] = [element("pStyle", val="HouseText")]
                for other in looks.findall(w("pStyle"))[1:]:
                    looks.remove(other)
            break
        own = element("style", element("name", val="House Text"), type="paragraph", styleId="HouseText", customStyle=1)
        styles.append(own)
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(package.to_bytes())
    first = etree.tostring(next(Package(files[0].read_bytes()).root("word/document.xml").iter(w("p"))))
    for profile, same in (("submission", True), ("delegation", True), ("circulation", False)):
        out = tmp_path / f"{profile}.docx"
        assert compare(*files, "-o", out, "--profile", profile) == 1
        written = Package(out.read_bytes())
        assert (etree.tostring(next(written.root("word/document.xml").iter(w("p")))) == first) is same, profile
        everything = b"".join(written.data(one) for one in written.names)
        assert [said in everything for said in (b"HouseText", b"House Text")] == [same] * 2
