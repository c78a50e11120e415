"""What files that come in are for."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk.arrivals import arrival, free_path, looks_at

A, B, C, DOSSIER = Path("a.docx"), Path("b.txt"), Path("c.docx"), Path("Migration.adref")
PICTURE = Path("page 1.PNG")


@pytest.mark.parametrize(
    ("files", "dossier_open", "act"),
    [
        ([], False, "refuse"),
        ([DOSSIER], False, "open"),
        ([DOSSIER], True, "open"),
        ([DOSSIER, A], False, "refuse"),
        ([A], False, "start"),
        ([A], True, "add"),
        ([A, B], False, "compare"),
        ([A, B], True, "compare"),
        ([A, A], False, "refuse"),
        ([A, A.absolute()], True, "refuse"),
        ([A, B, C], False, "start"),
        ([A, B, C], True, "add"),
        ([PICTURE], False, "refuse"),
        ([PICTURE], True, "refuse"),
        ([A, PICTURE], True, "refuse"),
        ([A, B, PICTURE], True, "add"),
    ],
)
def test_acts(files: list[Path], dossier_open: bool, act: str) -> None:
    what = arrival(files, "Migration" if dossier_open else None)
    assert what.act == act
    assert what.files == tuple(files)
    assert what.words


def test_a_picture_is_refused_by_name_before_it_is_dropped() -> None:
    assert arrival([A, PICTURE], None).words == "“page 1.PNG” is a picture, not a text; open the document itself."


def test_a_new_dossier_takes_no_name_that_is_there(tmp_path: Path) -> None:
    assert free_path(tmp_path, "L.37").name == "L.37.adref"
    (tmp_path / "L.37.adref").touch()
    (tmp_path / "L.37 2.adref").touch()
    assert free_path(tmp_path, "L.37").name == "L.37 3.adref"


def test_a_folder_is_refused_by_name(tmp_path: Path) -> None:
    what = arrival([tmp_path], None, looks_at([tmp_path]))
    assert what.act == "refuse"
    assert tmp_path.name in what.words


def test_one_file_by_two_names_is_not_compared_with_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    both = [tmp_path / "a.txt", tmp_path / "b.txt"]
    assert arrival(both, None).act == "compare"
    what = arrival(both, None, looks_at(both))
    assert what.act == "refuse"
    assert what.words.startswith("“a.txt” is the older and the newer text at once")


def test_what_is_promised_keeps_names_of_another_direction_apart() -> None:
    what = arrival([Path("مسودة قرار 1.docx"), Path("مسودة قرار 2.docx")], None)
    assert what.words == "Compares \u2068مسودة قرار 1.docx\u2069 with \u2068مسودة قرار 2.docx\u2069"
    assert arrival([A], "مسودة (2)").more == "to \u2068مسودة (2)\u2069"
