"""Files that leave by the command line: no name of a dossier full of names, the certificate, the same bytes."""

from __future__ import annotations

import io
import json
import random
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
import docx.shared
import pytest

from models.dossier import Dossier
from models.draft import Draft
from models.files.read import read_bytes, read_file
from models.word.markup import element, run
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from tests.app.the_command import adref
from tests.models.word.full_of_names import MARK, PLACES, filled_in, named_file, tells, with_names
from tests.models.word.test_redline_things import png
from tests.models.word.word_xml import put_picture
from tests.real_files import real_files

BASE = """The General Assembly,

Recalling its resolution 57/270 B of 23 June 2003,

1. Encourages all Governments to continue their efforts;

2. Requests the Secretary-General to submit a report;

3. Decides to remain seized of the matter.
"""
NEXT = BASE.replace("their efforts", "and to redouble their efforts").replace("3. ", "3. Also decides to meet;\n\n4. ")


def draft(text: str) -> Draft:
    return read_bytes(text.encode()).draft


@pytest.fixture
def named(tmp_path: Path) -> Path:
    """A dossier whose Word files, facts and notes are full of names."""
    return dossier_of(tmp_path, 0)


def dossier_of(folder: Path, number: int) -> Path:
    chance = random.Random(number)
    places = PLACES if number % 4 == 0 else chance.sample(PLACES, 6)
    for name, text in (("base", BASE), ("next", NEXT)):
        (folder / f"{name}.docx").write_bytes(named_file(draft(text), places))
    return kept_in(folder)


def kept_in(folder: Path) -> Path:
    """A dossier of two Word files, the base and the next draft, with names in all its facts."""
    path = folder / "d.adref"
    assert adref("import", path, folder / "base.docx", folder / "next.docx") == 0
    with Dossier.open(path) as dossier:
        for node in dossier.nodes():
            for fact in ("author", "note"):
                dossier.set_fact(node.id, fact, f"{MARK}Delegation {fact}", who=f"{MARK}Keeper")
            dossier.set_fact(node.id, "date", "2025-11-17", who=f"{MARK}Keeper")
    return path


@pytest.mark.parametrize("number", range(20))
def test_no_name_of_a_dossier_circulates(number: int, tmp_path: Path) -> None:
    dossier = dossier_of(tmp_path, number)
    against = ("--against", "base") if number % 3 else ("--tracked",) if number % 2 else ()
    out, certificate = tmp_path / "out.docx", tmp_path / ("c.json" if number % 2 else "c.txt")
    assert tells((tmp_path / "base.docx").read_bytes())
    options = ("--profile", "circulation", "--certificate", certificate, *against)
    assert adref("export", dossier, "next", "-o", out, *options) == 0
    data = out.read_bytes()
    assert not tells(data)
    assert MARK.lower() not in certificate.read_text("utf-8").lower()
    for told in (b"rsid", b"2020-02-02", b"2021-03-03", b"2025-11-17", b"mission.example", b"Desks"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert all(told not in archive.read(name) for name in archive.namelist()), told
    assert read_word(data).draft.paragraphs == read_file(tmp_path / "next.docx").draft.paragraphs
    if against:
        assert {one.author for one in read_word(data).revisions} == {"Adref"}
        rejected, base = read_word(data, "reject").draft, read_file(tmp_path / "base.docx").draft
        assert [one.text for one in rejected.paragraphs] == [one.text for one in base.paragraphs]


@pytest.mark.parametrize("at", range(20))
def test_no_name_circulates_in_a_file_of_any_program(at: int, shared: Path, tmp_path: Path) -> None:
    """In each place where one may stand, among the words of the text too where Word filled it in."""
    readable = (path for path in real_files(shared / "word_files", "*.docx")[at::20] if not tells(path.read_bytes()))
    data = min((path.read_bytes() for path in readable), key=len)
    for name, more in (("base", ()), ("next", (element("p", run("Decides to meet anew.")),))):
        package = Package(data)
        for line in more:
            next(package.edit(package.main).iter(w("p"))).addnext(line)
        (tmp_path / f"{name}.docx").write_bytes(with_names(package.to_bytes(), (*PLACES, filled_in)))
    dossier, certificate = kept_in(tmp_path), tmp_path / "c.txt"
    for name, against in (("tracked.docx", ("--against", "base")), ("text.docx", ()), ("page.html", ())):
        out = tmp_path / name
        options = ("--profile", "circulation", "--certificate", certificate, *against)
        assert adref("export", dossier, "next", "-o", out, *options) == 0
        assert not (tells(out.read_bytes()) if name.endswith(".docx") else MARK in out.read_text("utf-8"))
        told = certificate.read_text("utf-8")
        assert MARK.lower() not in told.lower()
        assert "AUTHOR, FILENAME, DOCPROPERTY" in told


@pytest.mark.usefixtures("qapp")  # no other kind of application may be there before
@pytest.mark.parametrize("ending", ["html", "md", "json", "pdf"])
@pytest.mark.parametrize("against", [(), ("--against", "base")])
def test_no_name_stands_beside_the_text_of_a_page(ending: str, against: tuple[str, ...], named: Path) -> None:
    out, certificate = named.parent / f"out.{ending}", named.parent / "c.json"
    options = ("--profile", "circulation", "--certificate", certificate, *against)
    assert adref("export", named, "next", "-o", out, *options) == 0
    assert MARK.encode() not in out.read_bytes()
    told = json.loads(certificate.read_text("utf-8"))
    assert told["parts"] == 1
    assert told["not_found"]
    assert bool(told["read_back"])


def test_two_files_full_of_names_are_compared_into_one_without(named: Path) -> None:
    out, folder = named.parent / "out.docx", named.parent
    assert adref("compare", folder / "base.docx", folder / "next.docx", "-o", out) == 1
    assert not tells(out.read_bytes())


@pytest.mark.usefixtures("qapp")
def test_a_pdf_does_not_say_when(named: Path) -> None:
    out = named.parent / "out.pdf"
    made = set()
    for _ in range(2):
        assert adref("export", named, "next", "-o", out, "--against", "base") == 0
        made.add(out.read_bytes())
    assert len(made) == 1
    assert str(datetime.now(UTC).year).encode() + b"-" not in made.pop()


@pytest.mark.parametrize("profile", ["submission", "circulation", "compilation", "delegation", "capital", "own"])
@pytest.mark.parametrize("against", [(), ("--against", "base")])
def test_the_same_draft_gives_the_same_bytes(profile: str, against: tuple[str, ...], named: Path) -> None:
    outs = [named.parent / f"{number}.docx" for number in range(2)]
    for out in outs:
        assert adref("export", named, "next", "-o", out, "--profile", profile, *against) == 0
    assert outs[0].read_bytes() == outs[1].read_bytes()
    names_somebody = profile in ("capital", "own") or (profile == "compilation" and bool(against))
    assert tells(outs[0].read_bytes()) is names_somebody


def test_the_certificate_says_what_was_verified(named: Path) -> None:
    out, certificate = named.parent / "out.docx", named.parent / "c.json"
    assert adref("export", named, "next", "-o", out, "--against", "base", "--certificate", certificate) == 0
    told = json.loads(certificate.read_text("utf-8"))
    assert (told["file"], told["profile"], told["base"]) == ("out.docx", "submission", "base")
    first, second, had, words = told["read_back"]
    assert first["what"] == "All changes accepted: next"
    assert second["what"] == "All changes rejected: base"
    assert had["what"] == "Tracked changes the base had already are accepted"
    assert words["what"].endswith("one author: “Adref”")
    assert "names of persons and delegations, outside of what the pages show" in told["not_found"]
    import hashlib

    assert told["sha256"]["file"] == hashlib.sha256(out.read_bytes()).hexdigest()
    with Dossier.open(named, read_only=True) as dossier:
        assert told["sha256"]["accepted"] == dossier.find("next").content
        assert told["sha256"]["rejected"] == dossier.find("base").content
    assert any("private note" in line for line in told["stays"])


def test_who_is_named_and_when_is_for_the_profile_to_say(named: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = named.parent / "out.docx"
    chosen = ("--against", "base", "-o", out, "--author", "Secretariat", "--date", "2025-12-01")
    assert adref("export", named, "next", *chosen) == 0
    signed = {(one.author, one.date) for one in read_word(out.read_bytes()).revisions}
    assert signed == {("Secretariat", "2025-12-01T00:00:00Z")}
    out.unlink()
    capsys.readouterr()
    assert adref("export", named, "next", *chosen, "--profile", "circulation") == 2
    assert "names nobody" in capsys.readouterr().err
    assert adref("export", named, "next", "--against", "base", "-o", out, "--date", "soon") == 2
    assert "no date" in capsys.readouterr().err
    assert not out.exists()


def test_a_base_with_changes_is_refused_where_asked(named: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = named.parent / "out.docx"
    for against in ((), ("--against", "base")):
        assert adref("export", named, "next", "-o", out, "--base-changes", "refuse", *against) == 2
        assert "tracked changes of its own" in capsys.readouterr().err
    assert adref("export", named, "next", "-o", out, "--base-changes", "keep") == 2
    assert "cannot keep" in capsys.readouterr().err
    assert not out.exists()
    assert adref("export", named, "next", "-o", out, "--base-changes", "keep", "--profile", "capital") == 0
    assert out.read_bytes() == (named.parent / "next.docx").read_bytes()


def test_ones_own_copy_has_the_note_as_a_comment(named: Path) -> None:
    out = named.parent / "out.docx"
    for against in ((), ("--against", "base")):
        assert adref("export", named, "next", "-o", out, "--profile", "capital", *against) == 0
        texts = [comment.text for comment in docx.Document(str(out)).comments]
        assert f"{MARK}Delegation note" in texts


def test_a_file_that_would_tell_more_is_not_written(named: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A picture of a kind that nobody can look into: one sentence, and what was there stays."""
    package = Package(named_file(draft(BASE)))
    put_picture(package, "word/media/scan.tiff", b"II*\0", "image/tiff")
    (named.parent / "scan.docx").write_bytes(package.to_bytes())
    out, certificate = named.parent / "out.docx", named.parent / "c.txt"
    out.write_bytes(b"as it was")
    capsys.readouterr()
    options = ("-o", out, "--certificate", certificate)
    assert adref("compare", named.parent / "scan.docx", named.parent / "next.docx", *options) == 2
    told = capsys.readouterr().err
    assert "scan.tiff" in told
    assert told.count("\n") == 1
    assert out.read_bytes() == b"as it was"
    assert not certificate.exists()


def hidden(path: Path) -> Path:
    """A Word file in which some words are hidden letters."""
    document = docx.Document()
    document.add_paragraph("The General Assembly,")
    paragraph = document.add_paragraph("1. Decides to meet in 2006")
    paragraph.add_run(" or never, says our minister").font.hidden = True
    paragraph.add_run(";")
    document.add_paragraph("2. Decides to remain seized of the matter.")
    document.save(str(path))
    return path


GONE = "adref: Not in the file: what the Word file hides, which no page shows: 5 words in the {}; what was read back is"


@pytest.mark.parametrize("ending", ["docx", "html", "md", "json"])
def test_hidden_words_do_not_leave_and_are_counted(
    tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out, certificate = hidden(tmp_path / "hidden.docx"), tmp_path / f"out.{ending}", tmp_path / "c.txt"
    assert adref("import", tmp_path / "d.adref", path, "--label", "base") == 0
    capsys.readouterr()
    for profile in ("submission", "circulation", "compilation", "delegation"):
        options = ("--profile", profile, "--certificate", certificate)
        assert adref("export", tmp_path / "d.adref", "base", "-o", out, *options) == 0
        assert GONE.format("text") in capsys.readouterr().err
        assert "5 words in the text" in certificate.read_text("utf-8")
        assert "minister" not in "".join(map(_written, (out, certificate)))
        assert "Decides to meet in 2006;" in _written(out)
    assert adref("export", tmp_path / "d.adref", "base", "-o", out, "--profile", "capital") == 0
    assert "minister" in _written(out)


def _written(path: Path) -> str:
    if path.suffix != ".docx":
        return path.read_text("utf-8")
    return "\n".join(one.text for one in docx.Document(str(path)).paragraphs)


def test_hidden_words_do_not_leave_in_a_redline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new, out = hidden(tmp_path / "hidden.docx"), tmp_path / "new.txt", tmp_path / "out.docx"
    new.write_text("The General Assembly,\n\n1. Decides to meet in 2006;\n", encoding="utf-8")
    assert adref("compare", old, new, "-o", out) == 1
    assert GONE.format("base") in capsys.readouterr().err
    bare = docx.Document(str(old))
    bare.paragraphs[1].runs[1].text = ""
    bare.save(str(tmp_path / "bare.docx"))
    both = (read_word(one, "reject").draft for one in (out.read_bytes(), (tmp_path / "bare.docx").read_bytes()))
    assert len({tuple(one.text for one in draft.paragraphs) for draft in both}) == 1


def test_words_that_were_hidden_in_a_word_file_and_are_written_on_do_not_leave_in_the_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They stand hidden in the file that was written on; in two files that know nothing of one another they stop it."""
    old, new, out = hidden(tmp_path / "hidden.docx"), tmp_path / "new.txt", tmp_path / "out.docx"
    new.write_text("The General Assembly,\n\n1. Decides to meet in 2006 or never, says our minister;\n")
    assert adref("compare", old, new, "-o", out) == 2
    assert "The words “or never, says our minister” were hidden in a Word file" in capsys.readouterr().err
    assert not out.exists()
    dossier = tmp_path / "d.adref"
    assert adref("import", dossier, old, new) == 0
    capsys.readouterr()
    assert adref("export", dossier, "new", "--against", "hidden", "-o", out) == 0
    assert "5 words in the base, 5 words in the text; what was read back is each without" in capsys.readouterr().err
    assert "minister" not in _written(out)
    new.write_text("The General Assembly,\n\n1. Decides to meet in 2006 or later;\n")
    assert adref("import", dossier, new, "--label", "next") == 0
    assert adref("export", dossier, "next", "--against", "hidden", "-o", out) == 0
    assert "minister" not in _written(out)


def test_a_word_that_is_hidden_once_and_stands_elsewhere_keeps_no_text_from_leaving(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("The General Assembly,")
    document.add_paragraph("1. Decides to meet in 2006").add_run(" Assembly").font.hidden = True
    document.save(str(tmp_path / "once.docx"))
    assert adref("import", tmp_path / "d.adref", tmp_path / "once.docx") == 0
    assert adref("export", tmp_path / "d.adref", "once", "-o", tmp_path / "out.docx") == 0
    assert "2006 Assembly" not in _written(tmp_path / "out.docx")


def test_hidden_words_that_stand_in_both_files_leave_hidden_in_your_own_copy_alone_and_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, out = hidden(tmp_path / "old.docx"), tmp_path / "new.docx", tmp_path / "out.docx"
    changed = docx.Document(str(old))
    changed.paragraphs[2].add_run(" until then")
    changed.save(str(new))
    headed = docx.Document(str(old))
    headed.sections[0].header.paragraphs[0].add_run("Kenya drafted").font.hidden = True
    headed.save(str(old))
    assert adref("compare", old, new, "-o", out) == 1
    assert (
        "5 words in the base, 5 words in the text; what was read back is each without that" in capsys.readouterr().err
    )
    assert "minister" not in _written(out)
    assert adref("compare", old, new, "-o", out, "--profile", "capital") == 1
    assert "Words that leave hidden: “or never, says our minister”, “Kenya drafted”." in capsys.readouterr().err
    assert [one.text for run in docx.Document(str(out)).paragraphs for one in run.runs if one.font.hidden] == [
        " or never, says our minister"
    ]


@pytest.mark.parametrize("style", ["columns", "marked", None])
def test_hidden_words_of_the_old_text_do_not_leave_struck(
    style: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = hidden(tmp_path / "hidden.docx"), tmp_path / "new.txt"
    new.write_text("The General Assembly,\n\n1. Decides to meet in 2006;\n", encoding="utf-8")
    out = tmp_path / ("out.html" if style is None else "out.docx")
    assert adref("compare", old, new, "-o", out, *(("--style", style) if style else ())) == 1
    assert GONE.format("base") in capsys.readouterr().err
    data = out.read_bytes() if style is None else Package(out.read_bytes()).data("word/document.xml")
    assert b"minister" not in data


def pale(path: Path, *white: str) -> Path:
    """A Word file with a picture, and with white words."""
    document = docx.Document()
    document.add_paragraph("The General Assembly,")
    paragraph = document.add_paragraph("1. Decides to meet")
    for words in white:
        paragraph.add_run(words).font.color.rgb = docx.shared.RGBColor(255, 255, 255)
    paragraph.add_run(" again.")
    document.add_picture(io.BytesIO(png(90)))
    document.save(str(path))
    return path


TOLD = "adref: Words that nobody sees in their Word file, and plain to read in this one: “or never says our minister”."
STILL = "adref: Letters that nobody sees: “or never says our minister”."


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ending", ["html", "md", "json", "pdf", "xml", "docx", "own layout"])
@pytest.mark.parametrize("profile", ["submission", "circulation", "capital"])
def test_white_words_and_pictures_are_told_in_every_form(
    ending: str, profile: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier, certificate = tmp_path / "d.adref", tmp_path / "c.json"
    assert adref("import", dossier, pale(tmp_path / "pale.docx", " or never says our minister")) == 0
    own = ("--paper", "a4") if ending == "own layout" else ()
    out = tmp_path / f"out.{'docx' if own else ending}"
    capsys.readouterr()
    options = ("--profile", profile, "--certificate", certificate, *own)
    assert adref("export", dossier, "pale", "-o", out, *options) == 0
    told = capsys.readouterr().err.splitlines()
    in_it = STILL if ending == "docx" else TOLD
    assert [line for line in told if not line.startswith("adref: Not in the file")] == [in_it]
    assert any("a picture" in line for line in told) == (ending != "docx")
    said = json.loads(certificate.read_text("utf-8"))
    assert in_it[len("adref: ") : -1] in said["goes_out"]
    assert any("a picture" in line for line in said["stays"]) == (ending != "docx")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ending", ["html", "md", "json", "pdf", "xml", "docx"])
def test_paths_and_addresses_in_the_text_are_told_in_every_form(ending: str, tmp_path: Path) -> None:
    dossier, text, certificate = tmp_path / "d.adref", tmp_path / "a.txt", tmp_path / "c.json"
    said = r"see C:\Users\jane\draft.docx", "see https://intranet.example.org/draft"
    text.write_text("\n\n".join(("The General Assembly,", *(f"{n}. Decides, {s};" for n, s in enumerate(said, 1)))))
    assert adref("import", dossier, text) == 0
    options = ("--profile", "circulation", "--certificate", certificate)
    assert adref("export", dossier, "a", "-o", tmp_path / f"out.{ending}", *options) == 0
    goes = "\n".join(json.loads(certificate.read_text("utf-8"))["goes_out"])
    assert "File paths in the text: “C:\\Users\\jane\\draft.docx" in goes
    assert "not public, or may say who shared them: “https://intranet.example.org/draft" in goes


@pytest.mark.parametrize("ending", ["html", "md", "docx"])
def test_white_words_of_both_texts_are_told_of_what_changed(
    ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = pale(tmp_path / "a.docx", " or never says our minister"), pale(tmp_path / "b.docx", " with white words")
    assert adref("compare", old, new, "-o", tmp_path / f"out.{ending}") == 1
    told = capsys.readouterr().err
    assert "“or never says our minister”" in told  # struck in the file
    # In a redline what replaces white words is white too.
    assert told.startswith("adref: Letters that nobody sees: “" if ending == "docx" else TOLD.partition("“")[0])
    assert "“with white words”" in told


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ending", ["html", "md", "json", "pdf", "docx"])
@pytest.mark.parametrize("against", [False, True])
def test_what_drafts_are_called_at_home_stays_there(ending: str, against: bool, tmp_path: Path) -> None:
    path = tmp_path / "d.adref"
    for name, text in (("fallback", BASE), ("red lines", NEXT)):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    assert adref("import", path, tmp_path / "fallback.md", tmp_path / "red lines.md") == 0
    more = ("--against", "fallback") if against else ()
    said = {}
    for profile in ("circulation", "submission"):
        written, certificate = tmp_path / f"{profile}.{ending}", tmp_path / "c.txt"
        options = ("--profile", profile, "--certificate", certificate)
        assert adref("export", path, "red lines", *more, "-o", written, *options) == 0
        told = certificate.read_text("utf-8")
        assert profile == "submission" or not ("red lines" in told or "fallback" in told)
        assert not against or profile == "circulation" or "changes from fallback" in told
        data = written.read_bytes()
        said[profile] = data + "red lines".encode("utf-16-be") * ("red lines".encode("utf-16-be") in data)
    assert b"red lines" not in said["circulation"]
    assert b"\0r\0e\0d\0 \0l\0i\0n\0e\0s" not in said["circulation"]
    if against and ending in ("html", "json"):
        assert b"red lines" in said["submission"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ending", ["html", "pdf", "md", "docx"])
def test_a_label_in_the_title_of_a_page_is_told(ending: str, tmp_path: Path) -> None:
    """Nobody sees it on the page: where the profile lets labels leave, the certificate says that this one does."""
    source, dossier, told = tmp_path / "text.txt", tmp_path / "d.adref", tmp_path / "told.txt"
    source.write_text(NEXT)
    assert adref("import", dossier, source, "--label", "After the call with capital") == 0
    for profile, leaves in (("submission", ending in ("html", "pdf")), ("circulation", False)):
        out = tmp_path / f"{profile}.{ending}"
        assert adref("export", dossier, "After the call with capital", "-o", out, "--profile", profile,
                     "--certificate", told) == 0  # fmt: skip
        line = "What you call the text: “After the call with capital”"
        assert (line in told.read_text()) is leaves
        if ending == "html":
            assert ("After the call" in out.read_text()) is leaves
    assert adref("import", dossier, source, "--label", NEXT.split()[0]) == 0
    assert adref("export", dossier, NEXT.split()[0], "-o", out, "--profile", "submission", "--certificate", told) == 0
    assert "What you call the text" not in told.read_text(), "who calls it by words of the text"
