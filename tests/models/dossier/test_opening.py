"""Opening and making files: one sentence where it cannot be, and not a byte changed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.dossier import (
    Dossier,
    DossierDamaged,
    DossierError,
    DossierExists,
    DossierLocked,
    DossierMissing,
    DossierNewer,
    DossierReadOnly,
    DraftNotFound,
    NotADossier,
    examine,
)
from models.dossier.form import opening
from models.draft import Draft, Kind, Paragraph, Run


def small(path: Path) -> Path:
    with Dossier.create(path) as dossier:
        dossier.keep(Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to meet."),)),)), label="one")
    return path


def patched(path: Path, offset: int, value: bytes) -> Path:
    data = bytearray(path.read_bytes())
    data[offset : offset + len(value)] = value
    path.write_bytes(data)
    return path


def refused(path: Path, kind: type[DossierError], read_only: bool = False) -> str:
    """The sentence of a refused open; the file must be as before, and alone."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir())
    with pytest.raises(kind) as caught:
        Dossier.open(path, read_only=read_only, wait=0.05)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(path.parent.iterdir()) == beside
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes among the files here")
def test_a_pipe_is_no_dossier_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "not a dossier" in refused(tmp_path / "pipe", NotADossier)
    assert not opening.is_dossier(tmp_path / "pipe")


@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_dossier(tmp_path: Path, read_only: bool) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE t (a)")
    database.close()
    empty, word, folder = tmp_path / "empty.adref", tmp_path / "text.docx", tmp_path / "folder.adref"
    empty.touch()
    word.write_bytes(b"PK\x03\x04" + bytes(500))
    folder.mkdir()
    for path in (other, empty, word, folder):
        assert path.name in refused(path, NotADossier, read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_missing_file(tmp_path: Path, read_only: bool) -> None:
    refused(tmp_path / "none.adref", DossierMissing, read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_one(tmp_path: Path, read_only: bool) -> None:
    path = patched(small(tmp_path / "a.adref"), 60, (99).to_bytes(4, "big"))
    assert "newer" in refused(path, DossierNewer, read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_one_cut_short(tmp_path: Path, read_only: bool) -> None:
    path = small(tmp_path / "a.adref")
    path.write_bytes(path.read_bytes()[:-3000])
    refused(path, DossierDamaged, read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_one_with_pages_overwritten(tmp_path: Path, read_only: bool) -> None:
    path = patched(small(tmp_path / "a.adref"), 4096 + 5, b"\xff" * 9000)
    refused(path, DossierDamaged, read_only)


def test_a_name_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.adref"
    path.write_text("mine")
    with pytest.raises(DossierExists):
        Dossier.create(path)
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_dossier_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="no folder"):
        Dossier.create(tmp_path / "none" / "a.adref")


def test_one_file_is_left_when_all_is_closed(tmp_path: Path) -> None:
    path = small(tmp_path / "Migration? 100% #1.adref")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["Migration? 100% #1.adref", "Résolution «58».adref", "a b.ADREF", "%41.adref", "x"])
def test_names_of_files(tmp_path: Path, name: str) -> None:
    path = small(tmp_path / name)
    with Dossier.open(path, read_only=True) as dossier:
        assert len(dossier.nodes()) == 1
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_a_link_to_a_dossier(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    path = small(tmp_path / "there" / "a.adref")
    link = tmp_path / "link.adref"
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("no links here")
    with Dossier.open(link) as dossier:
        dossier.keep(Draft(), label="two")
    with Dossier.open(path) as dossier:
        assert len(dossier.nodes()) == 2


def test_one_that_another_has_just_written_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read when the header tells of pages that are not there yet, and its journal is looked for after that."""
    path = small(tmp_path / "a.adref")
    whole = path.read_bytes()
    path.write_bytes(whole[:-4096])

    def asked_late(at: Path) -> bool:
        at.write_bytes(whole)
        return False

    monkeypatch.setattr(opening, "_journal", asked_late)
    with Dossier.open(path) as dossier:
        assert [node.label for node in dossier.nodes()] == ["one"]


def test_a_write_that_was_cut_off_is_taken_back_even_for_reading_only(tmp_path: Path) -> None:
    """What a power cut leaves: pages half written, and the journal that takes them back."""
    path = small(tmp_path / "a.adref")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA cache_size = 1")
    other.execute("PRAGMA cache_spill = 1")
    other.execute("BEGIN IMMEDIATE")
    other.executemany("INSERT INTO blobs VALUES (?, ?)", ((str(n), bytes(9000)) for n in range(200)))
    torn, journal = path.read_bytes(), path.with_name("a.adref-journal").read_bytes()
    other.execute("ROLLBACK")
    other.close()
    path.write_bytes(torn)
    path.with_name("a.adref-journal").write_bytes(journal)
    with Dossier.open(path, read_only=True) as dossier:
        assert [node.label for node in dossier.nodes()] == ["one"]
    assert examine(path) == ()
    assert list(tmp_path.iterdir()) == [path]


def test_reading_only_refuses_to_keep(tmp_path: Path) -> None:
    path = small(tmp_path / "a.adref")
    before = path.read_bytes()
    with Dossier.open(path, read_only=True) as dossier:
        with pytest.raises(DossierReadOnly):
            dossier.keep(Draft(), label="two")
        assert [node.label for node in dossier.nodes()] == ["one"]
    assert path.read_bytes() == before


def test_while_another_program_writes(tmp_path: Path) -> None:
    path = small(tmp_path / "a.adref")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Dossier.open(path, wait=0.05) as dossier:  # another's open write does not hinder reading
        assert len(dossier.nodes()) == 1
        with pytest.raises(DossierLocked, match="another program"):
            dossier.keep(Draft(), label="two")
        other.execute("ROLLBACK")
        dossier.keep(Draft(), label="two")
        assert len(dossier.nodes()) == 2
    other.execute("BEGIN EXCLUSIVE")
    refused_while = refused_locked(path)
    assert "try again" in refused_while
    other.close()


def test_while_another_program_reads(tmp_path: Path) -> None:
    """A reader in the middle of a long answer holds up the end of a write, which is then taken back."""
    path = small(tmp_path / "a.adref")
    other = sqlite3.connect(path, isolation_level=None)
    answer = other.execute("SELECT name FROM sqlite_master")
    answer.fetchone()
    with Dossier.open(path, wait=0.05) as dossier:
        with pytest.raises(DossierLocked):
            dossier.keep(Draft(), label="two")
        assert len(dossier.nodes()) == 1
        answer.close()
        dossier.keep(Draft(), label="two")
        assert len(dossier.nodes()) == 2
    other.close()
    assert examine(path) == ()


def test_several_acts_are_one(tmp_path: Path) -> None:
    path = small(tmp_path / "a.adref")
    with Dossier.open(path) as dossier:
        with pytest.raises(DraftNotFound), dossier.together():
            _two_acts(dossier, "0" * 64)
        assert [node.label for node in dossier.nodes()] == ["one"]
        assert dossier.title == "a"
        with dossier.together():
            _two_acts(dossier, dossier.nodes()[0].id)
    with Dossier.open(path) as dossier:
        assert [node.label for node in dossier.nodes()] == ["one", "two"]
        assert dossier.title == "other"


def _two_acts(dossier: Dossier, parent: str) -> None:
    dossier.title = "other"
    dossier.keep(Draft(), label="two", parents=[parent], edges={parent: ()})


def refused_locked(path: Path) -> str:
    with pytest.raises(DossierLocked) as caught:
        Dossier.open(path, wait=0.05)
    return str(caught.value)


def test_another_programs_draft_is_seen(tmp_path: Path) -> None:
    path = small(tmp_path / "a.adref")
    with Dossier.open(path) as mine, Dossier.open(path) as theirs:
        theirs.keep(Draft(), label="two")
        assert [node.label for node in mine.nodes()] == ["one", "two"]
        mine.keep(Draft(), label="three", parents=[mine.nodes()[0].id], edges={mine.nodes()[0].id: ()})
        assert len(theirs.nodes()) == 3


_OPEN = """
import os, sys
from pathlib import Path
from models.dossier import Dossier, DossierError
if os.geteuid() == 0:
    os.setuid(65534)  # file rights do not hold the superuser back
path = Path(sys.argv[1])
with Dossier.open(path, read_only=True) as dossier:
    print([node.label for node in dossier.nodes()])
for act in (lambda: Dossier.open(path), lambda: Dossier.create(path.with_name("new.adref"))):
    try:
        act()
    except DossierError as error:
        print(f"{type(error).__name__}: {error}")
"""


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that other users may enter, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.parametrize("which", ["folder", "file"])
def test_from_a_place_that_cannot_be_written(open_place: Path, which: str) -> None:
    """A folder or file of another user's, tried as a user without rights to it."""
    if not hasattr(os, "geteuid"):
        pytest.skip("needs the file rights of POSIX")
    place = open_place / "place"
    place.mkdir()
    path = small(place / "a.adref")
    path.chmod(0o444 if which == "file" else 0o666)
    place.chmod(0o777 if which == "file" else 0o555)
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", _OPEN, str(path)], cwd=root, capture_output=True, text=True)
    place.chmod(0o755)
    lines = done.stdout.split("\n")
    assert lines[0] == "['one']", done.stderr
    assert lines[1].startswith("DossierReadOnly: “a.adref” cannot be written")
    if which == "folder":
        assert lines[2] == f"FolderReadOnly: “new.adref” cannot be made in “{place}”; choose a folder of yours for it."
