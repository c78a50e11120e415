"""`adref import`, `log` and `export`: drafts kept in order, all or none, and given back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from models.draft import Draft
from models.files.read import read_bytes, read_file
from models.word.clean import write_clean
from tests.app.the_command import adref


def text(*operative: str) -> str:
    clauses = (f"{number}. {words}" for number, words in enumerate(operative, 1))
    return "\n\n".join(["The General Assembly,", "Recalling its resolution 57/270 B of 23 June 2003,", *clauses]) + "\n"


FIRST = text("Encourages all Governments to continue;", "Requests the Secretary-General to submit a report.")
SECOND = text(
    "Encourages all Governments to continue;",
    "Decides to meet in 2006;",
    "Requests the Secretary-General to submit a report.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in (("first", FIRST), ("second", SECOND)):
        (tmp_path / f"{name}.txt").write_text(content, encoding="utf-8")
        (tmp_path / f"{name}.docx").write_bytes(write_clean(read_bytes(content.encode()).draft))
    return tmp_path


def drafts(dossier: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert adref("log", dossier, "--json") == 0
    found = json.loads(capsys.readouterr().out)["drafts"]
    assert isinstance(found, list)
    return found


def words(draft: Draft) -> list[tuple[str, str | None]]:
    return [(paragraph.text, paragraph.number) for paragraph in draft.paragraphs]


def test_several_files_each_on_the_one_before(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = folder / "water.adref"
    assert adref("import", dossier, folder / "first.docx", folder / "second.txt") == 0
    one, two = drafts(dossier, capsys)
    assert set(one) == {"id", "label", "date", "author", "parents", "paragraphs"}
    assert (one["label"], one["parents"], one["paragraphs"]) == ("first", [], 4)
    assert (two["label"], two["parents"], two["paragraphs"]) == ("second", [one["id"]], 5)


def test_the_symbol_is_the_label_unless_another_is_given(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tabled = folder / "tabled.txt"
    tabled.write_text("United Nations A/C.2/58/L.37\n\nGeneral Assembly\n\n" + FIRST, encoding="utf-8")
    dossier = folder / "water.adref"
    assert adref("import", dossier, tabled) == 0
    assert adref("import", dossier, folder / "second.txt", "--label", "Room text", "--parent", "a/c.2/58/l.37") == 0
    one, two = drafts(dossier, capsys)
    assert one["label"] == "A/C.2/58/L.37"
    assert (two["label"], two["parents"]) == ("Room text", [one["id"]])


def test_the_same_text_on_the_same_parent_is_one_draft(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = folder / "water.adref"
    assert adref("import", dossier, folder / "first.txt") == 0
    assert adref("import", dossier, folder / "first.txt", "--label", "Another name") == 0
    assert [draft["label"] for draft in drafts(dossier, capsys)] == ["Another name"]


@pytest.mark.parametrize("there", [True, False])
def test_where_one_file_fails_none_is_kept(there: bool, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = folder / "water.adref"
    if there:
        assert adref("import", dossier, folder / "first.txt") == 0
    before = dossier.read_bytes() if there else None
    files = set(folder.iterdir())
    assert adref("import", dossier, folder / "second.txt", folder / "absent.docx") == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert set(folder.iterdir()) == files
    assert (dossier.read_bytes() if there else None) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("first.txt", "second.txt", "--label", "One"),
        ("first.txt", "--label", " "),
        ("second.txt", "--parent", "no such draft"),
        ("second.txt", "--parent", "first", "--parent", "second"),
        (),
    ],
)
@pytest.mark.parametrize("there", [True, False])
def test_orders_that_cannot_be_followed(
    there: bool, arguments: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = folder / "water.adref"
    if there:
        assert adref("import", dossier, folder / "first.txt") == 0
    capsys.readouterr()
    files = set(folder.iterdir())
    placed = [folder / argument if argument.endswith(".txt") else argument for argument in arguments]
    assert adref("import", dossier, *placed) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert set(folder.iterdir()) == files
    if there:
        assert len(drafts(dossier, capsys)) == 1


def test_a_second_import_follows_the_last_draft(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = folder / "water.adref"
    assert adref("import", dossier, folder / "first.txt") == 0
    assert adref("import", dossier, folder / "second.txt") == 0
    one, two = drafts(dossier, capsys)
    assert two["parents"] == [one["id"]]


def test_an_ambiguous_label_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = folder / "water.adref"
    assert adref("import", dossier, folder / "first.txt", "--label", "Room text") == 0
    assert adref("import", dossier, folder / "second.txt", "--label", "Room text") == 0
    one, _ = drafts(dossier, capsys)
    assert adref("export", dossier, "Room text", "-o", folder / "out.docx") == 2
    assert one["id"][:8] in capsys.readouterr().err
    assert not (folder / "out.docx").exists()
    assert adref("export", dossier, one["id"][:12], "-o", folder / "out.docx") == 0


@pytest.mark.parametrize("name", ["first.docx", "first.txt"])
def test_a_draft_given_back_reads_as_it_was_kept(name: str, folder: Path) -> None:
    dossier, out = folder / "water.adref", folder / "out.docx"
    assert adref("import", dossier, folder / name) == 0
    assert adref("export", dossier, "first", "-o", out) == 0
    assert words(read_file(out).draft) == words(read_file(folder / name).draft)
    assert not read_file(out).revisions


@pytest.mark.parametrize("kinds", [("docx", "docx"), ("docx", "txt"), ("txt", "docx"), ("txt", "txt")])
def test_changes_against_another_draft(kinds: tuple[str, str], folder: Path) -> None:
    dossier, out = folder / "water.adref", folder / "out.docx"
    old, new = folder / f"first.{kinds[0]}", folder / f"second.{kinds[1]}"
    assert adref("import", dossier, old, new) == 0
    assert adref("export", dossier, "second", "--against", "first", "-o", out) == 0
    assert words(read_file(out, "accept").draft) == words(read_file(new).draft)
    assert words(read_file(out, "reject").draft) == words(read_file(old).draft)


def test_a_draft_without_a_file_takes_its_ancestors_layout(folder: Path) -> None:
    dossier, out = folder / "water.adref", folder / "out.docx"
    assert adref("import", dossier, folder / "first.docx", folder / "second.txt") == 0
    assert adref("export", dossier, "second", "-o", out) == 0
    assert words(read_file(out).draft) == words(read_file(folder / "second.txt").draft)
    assert not read_file(out).revisions


@pytest.mark.usefixtures("qapp")  # to print; an application of the command line's own would be in other tests' way
@pytest.mark.parametrize("ending", ["html", "md", "json", "pdf"])
@pytest.mark.parametrize("against", [[], ["--against", "first"]])
def test_other_endings(ending: str, against: list[str], folder: Path) -> None:
    dossier, out = folder / "water.adref", folder / f"out.{ending}"
    assert adref("import", dossier, folder / "first.docx", folder / "second.txt") == 0
    assert adref("export", dossier, "second", "-o", out, *against) == 0
    assert out.stat().st_size > 100


@pytest.mark.parametrize("profile", ["submission", "circulation", "own"])
def test_profiles(profile: str, folder: Path) -> None:
    dossier, out = folder / "water.adref", folder / "out.docx"
    assert adref("import", dossier, folder / "first.txt") == 0
    assert adref("export", dossier, "first", "-o", out, "--profile", profile) == 0
    assert words(read_file(out).draft) == words(read_file(folder / "first.txt").draft)


def signed(path: Path) -> None:
    document = docx.Document()
    document.core_properties.author = "Somebody"
    for line in ("The General Assembly,", f"1. Decides to meet in {path.stem};"):
        document.add_paragraph(line)
    document.save(str(path))


@pytest.mark.parametrize(("profile", "author"), [("submission", ""), ("circulation", ""), ("own", "Somebody")])
def test_who_made_a_word_file_is_told_in_ones_own_alone(profile: str, author: str, tmp_path: Path) -> None:
    for name in ("first", "second"):
        signed(tmp_path / f"{name}.docx")
    dossier, out = tmp_path / "d.adref", tmp_path / "out.docx"
    assert adref("import", dossier, tmp_path / "first.docx", tmp_path / "second.docx") == 0
    assert adref("export", dossier, "second", "-o", out, "--profile", profile) == 0
    assert docx.Document(str(out)).core_properties.author == author
    assert adref("export", dossier, "second", "--against", "first", "-o", out, "--profile", profile) == 0
    assert docx.Document(str(out)).core_properties.author == author
    assert adref("compare", tmp_path / "first.docx", tmp_path / "second.docx", "-o", out) == 1
    assert docx.Document(str(out)).core_properties.author == ""


def test_an_unknown_profile_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier, out = folder / "water.adref", folder / "out.docx"
    assert adref("import", dossier, folder / "first.txt") == 0
    capsys.readouterr()
    assert adref("export", dossier, "first", "-o", out, "--profile", "press") == 2
    assert "press" in capsys.readouterr().err
    assert not out.exists()


def test_what_is_no_dossier_is_refused_and_left(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = folder / "other.adref"
    other.write_text("a text of somebody's", encoding="utf-8")
    for arguments in (("log", other), ("import", other, folder / "first.txt"), ("log", folder / "absent.adref")):
        assert adref(*arguments) == 2
        assert capsys.readouterr().err.count("\n") == 1
    assert other.read_text(encoding="utf-8") == "a text of somebody's"
    assert not (folder / "absent.adref").exists()


def test_the_table_of_a_log(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = folder / "water.adref"
    assert adref("import", dossier, folder / "first.txt", folder / "second.txt") == 0
    capsys.readouterr()
    assert adref("log", dossier) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[2].startswith("second")
    assert lines[2].endswith("first")


def test_a_draft_from_word_keeps_its_layout_unless_another_is_asked_for(folder: Path) -> None:
    dossier = folder / "d.adref"
    original = docx.Document(str(folder / "first.docx"))
    original.sections[0].page_width = original.sections[0].page_height
    original.save(str(folder / "first.docx"))
    assert adref("import", dossier, folder / "first.docx") == 0
    widths = []
    for number, more in enumerate(((), ("--paper", "a4"), ("--paper", "letter"), ("--line-numbers",))):
        assert adref("export", dossier, "first", "-o", folder / f"{number}.docx", *more) == 0
        section = docx.Document(str(folder / f"{number}.docx")).sections[0]
        assert section.page_width is not None
        widths.append(round(section.page_width.pt))
    assert widths == [792, 595, 612, 612]


@pytest.mark.parametrize("ending", ["txt", "docx"])
def test_changes_have_typed_numbers_unless_a_word_file_has_its_own(
    ending: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier, out = folder / "d.adref", folder / "changes.docx"
    assert adref("import", dossier, folder / f"first.{ending}", folder / "second.txt") == 0
    done = adref("export", dossier, "second", "--against", "first", "-o", out, "--numbers", "literal")
    if ending == "docx":
        assert done == 2
        told = capsys.readouterr().err
        assert "keeps its paper and numbers" in told
        assert "--style" not in told
        return
    assert done == 0
    shown = [one.text for one in docx.Document(str(out)).paragraphs]
    assert any(one.startswith("1.\t") for one in shown)


def test_ibid_is_printed_where_the_note_before_names_the_source_too(folder: Path) -> None:
    dossier, noted = folder / "d.adref", folder / "noted.txt"
    notes = "[^1]: A/58/1, annex I.\n\n[^2]: A/58/1, annex II.\n"
    noted.write_text(f"The General Assembly,[^1]\n\n1. Decides to meet;[^2]\n\n{notes}", encoding="utf-8")
    assert adref("import", dossier, noted) == 0
    for ending in (".docx", ".md", ".html"):
        target = folder / f"printed{ending}"
        assert adref("export", dossier, "noted", "-o", target, "--ibid") == 0
        assert "Ibid., annex II." in (
            target.read_text(encoding="utf-8") if ending != ".docx" else read_file(target).draft.footnotes[1].text
        )
    assert adref("export", dossier, "noted", "-o", folder / "plain.docx") == 0
    assert read_file(folder / "plain.docx").draft.footnotes[1].text == "A/58/1, annex II."
    assert adref("export", dossier, "noted", "-o", folder / "r.docx", "--ibid", "--against", "noted") == 2


@pytest.mark.parametrize(
    "command",
    [
        ("log",), ("lineage", "OP1"), ("search", "report"), ("provenance", "report"), ("ledger",),
        ("export", "second", "-o", "out.docx"), ("import", "first.txt"),
    ],
)  # fmt: skip
def test_every_command_tells_that_a_dossier_is_damaged(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(folder)
    assert adref("import", "water.adref", "first.txt", "second.txt") == 0
    dossier = folder / "water.adref"
    sound = dossier.read_bytes()
    for spoiled in (b"hash TEXT NOT NULL UNIQUE, paragraphs", b'"text":"Encourages', b'"second"'):
        dossier.write_bytes(sound.replace(spoiled, b"\xf5\x9e\x94\xdb" + spoiled[4:]))
        capsys.readouterr()
        assert adref("doctor", "water.adref") == 1
        assert capsys.readouterr().err == ""
        status = adref(command[0], "water.adref", *command[1:])
        err = capsys.readouterr().err
        # What a command does not read cannot trouble it: a text, or what is said of a draft.
        told = "“water.adref” is damaged and was left as it is; go back to a copy of it."
        assert (status, err) == (2, f"adref: {told}\n") or (status == 0 and not spoiled.startswith(b"hash"))
