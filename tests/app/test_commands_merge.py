"""`adref merge`: exit status, what is listed, and that an open conflict is marked in every file."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from app.commands.running import run
from models.files.read import read_file

BASE = """The General Assembly,

1. Encourages all Governments to continue their efforts in the region;

2. Invites the regional commissions to organize meetings;

3. Requests the Secretary-General to submit a report.
"""
OURS = BASE.replace("all Governments", "the Governments").replace("regional commissions", "expert commissions")
THEIRS = BASE.replace("in the region", "in their countries").replace(
    "3. Requests", "3. Decides to meet in spring;\n\n4. Requests"
)
CLASHING = THEIRS.replace("regional commissions", "concerned commissions")
MARK = "[ours: expert | theirs: concerned]"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    found = {}
    for name, text in (("base", BASE), ("ours", OURS), ("theirs", THEIRS), ("clashing", CLASHING)):
        found[name] = tmp_path / f"{name}.txt"
        found[name].write_text(text, encoding="utf-8")
    return found


def merge(*arguments: object) -> int:
    return run(["merge", *map(str, arguments)])


def test_what_fits_is_merged(files: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "merged.docx"
    assert merge(files["base"], files["ours"], files["theirs"], "-o", target) == 0
    assert [p.text for p in read_file(target).draft.paragraphs if p.text] == [
        "The General Assembly,",
        "Encourages the Governments to continue their efforts in their countries;",
        "Invites the expert commissions to organize meetings;",
        "Decides to meet in spring;",
        "Requests the Secretary-General to submit a report.",
    ]
    assert capsys.readouterr().out.startswith(
        "2 the same, 1 from ours, 1 from theirs, 0 alike on both sides, 1 combined"
    )


def test_conflicts_are_listed(files: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert merge(files["base"], files["ours"], files["clashing"], "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert found["base"] == {"file": str(files["base"]), "paragraphs": 4}
    assert found["merged"] == {"file": None, "paragraphs": 5}
    assert found["summary"] == {"same": 2, "ours": 0, "theirs": 1, "both": 0, "combined": 1, "conflict": 1}
    assert sum(found["summary"].values()) == len(found["rows"])
    assert found["conflicts"] == [
        {
            "number": 1,
            "kind": "words",
            "label": "OP2",
            "paragraph": 2,
            "base": "regional",
            "ours": "expert",
            "theirs": "concerned",
            "section": None,
            "notes": None,
        }
    ]
    assert [row["conflicts"] for row in found["rows"] if row["conflicts"]] == [[1]]


def test_a_deleted_paragraph_has_no_text(files: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    text = files["ours"].read_text(encoding="utf-8")
    files["ours"].write_text(text.replace("2. Invites the expert commissions to organize meetings;\n\n3.", "2."))
    assert merge(files["base"], files["ours"], files["clashing"], "--json") == 1
    (conflict,) = json.loads(capsys.readouterr().out)["conflicts"]
    assert (conflict["kind"], conflict["ours"]) == ("deleted", None)
    assert conflict["theirs"] == "Invites the concerned commissions to organize meetings;"


def test_of_what_is_deleted_here_the_notes_that_changed_there_are_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, gone, note = "1. Invites the commissions to meet;[^1]", "1. Decides to meet in May.", "[^1]: See A/80/301{}."
    texts = [f"{kept}\n\n2. Decides to meet in May.\n\n{note.format(end)}\n" for end in ("", "/Corr.1")]
    files = [tmp_path / f"{name}.md" for name in ("base", "ours", "theirs")]
    for file, text in zip(files, (texts[0], f"{gone}\n", texts[1]), strict=True):
        file.write_text(f"The General Assembly,\n\n{text}", encoding="utf-8")
    assert merge(*files) == 1
    told = capsys.readouterr().out
    assert "deleted on one side, its notes changed on the other" in told
    assert "(note: See A/80/301.)" in told
    assert "(note: See A/80/301/Corr.1.)" in told
    assert merge(*files, "--json") == 1
    (conflict,) = json.loads(capsys.readouterr().out)["conflicts"]
    assert conflict["notes"] == {"base": "See A/80/301.", "ours": "", "theirs": "See A/80/301/Corr.1."}


def test_a_section_that_is_deleted_here_and_changed_there_is_one_question(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    section = (
        "I. Means\n\n1. Requests a report;\n\nII. Finance\n\n2. Calls upon donors to {} the fund;\n\n3. Invites banks;"
    )
    last = "\n\nIII. Review\n\n{}. Decides to meet in May.\n"
    texts = section.format("finance") + last, section.partition("\n\nII.")[0] + last, section.format("enlarge") + last
    files = [tmp_path / f"{name}.md" for name in ("base", "ours", "theirs")]
    for file, text, number in zip(files, texts, (4, 2, 4), strict=True):
        file.write_text(f"The General Assembly,\n\n{text.format(number)}", encoding="utf-8")
    assert merge(*files) == 1
    told = capsys.readouterr().out
    assert "section deleted on one side, heading and 2 paragraphs; 1 of them reworded on the other" in told
    assert merge(*files, "--json") == 1
    (conflict,) = json.loads(capsys.readouterr().out)["conflicts"]
    assert (conflict["kind"], conflict["ours"]) == ("deleted", None)
    assert conflict["section"] == {
        "heading": "II Finance", "paragraphs": 2, "changed": 1, "new": 0, "renamed": False, "is_annex": False,
        "headed": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "says", "headed"),
    [
        (("Ia BMC", "MIa BC", "Ia BCM"), "section moved to two places, heading and 2 paragraphs", False),
        (("Ia mBC", "Ia BC", "Ia MBC"),
         "section deleted on one side, 2 paragraphs; under a new heading on the other", True),
    ],
)  # fmt: skip
def test_a_section_that_is_asked_about_is_told_as_one(
    lines: tuple[str, str, str], says: str, headed: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    money = "1. Calls upon donors to finance the fund;", "1. Invites banks to lend at low rates;"
    stands = {
        "I": ("I. Means",), "a": ("1. Requests a report on rivers;",), " ": (),
        "B": ("II. Review", "1. Urges all to map aquifers;", "1. Asks for the training of engineers;"),
        "C": ("III. Women", "1. Stresses the role of women in trade;", "1. Welcomes the schools of olives;"),
        "m": money, "M": ("IV. Finance", *money),
    }  # fmt: skip
    files = [tmp_path / f"{name}.md" for name in ("base", "ours", "theirs")]
    for file, text in zip(files, lines, strict=True):
        said = "\n\n".join(one for letter in text for one in stands[letter])
        file.write_text(f"The General Assembly,\n\n{said}\n\nV. End\n\n9. Decides to meet in May.\n", encoding="utf-8")
    assert merge(*files) == 1
    assert says in capsys.readouterr().out
    assert merge(*files, "--json") == 1
    (conflict,) = json.loads(capsys.readouterr().out)["conflicts"]
    assert conflict["section"] == {
        "heading": "IV Finance", "paragraphs": 2, "changed": 0, "new": 0, "renamed": False, "is_annex": False,
        "headed": headed,
    }  # fmt: skip


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".json"])
def test_every_file_shows_what_is_open(ending: str, files: dict[str, Path], tmp_path: Path) -> None:
    target = tmp_path / f"merged{ending}"
    assert merge(files["base"], files["ours"], files["clashing"], "-o", target) == 1
    if ending in (".docx", ".md"):
        assert any(MARK in paragraph.text for paragraph in read_file(target).draft.paragraphs)
    else:
        assert MARK in target.read_text(encoding="utf-8")


def test_conflicts_are_told_in_words(files: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert merge(files["base"], files["ours"], files["clashing"]) == 1
    told = capsys.readouterr().out
    assert "1. OP2  the same words changed otherwise\n   base    regional\n   ours    expert\n" in told
    assert "1 conflict to settle." in told


@pytest.mark.parametrize("name", ["merged.xyz", "merged", "base.txt"])
def test_trouble_is_a_sentence(name: str, files: dict[str, Path], tmp_path: Path) -> None:
    before = files["base"].read_bytes()
    assert merge(files["base"], files["ours"], files["theirs"], "-o", tmp_path / name) == 2
    assert merge(files["base"], files["ours"], tmp_path / "absent.txt") == 2
    assert files["base"].read_bytes() == before


def test_the_file_tells_nothing_of_who_merged_where(files: dict[str, Path], tmp_path: Path) -> None:
    target = tmp_path / "a_private_name.docx"
    assert merge(files["base"], files["ours"], files["theirs"], "-o", target) == 0
    with zipfile.ZipFile(target) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"private_name" not in everything


def test_what_was_verified_is_written_beside_it(files: dict[str, Path], tmp_path: Path) -> None:
    target, told = tmp_path / "merged.docx", tmp_path / "told.json"
    three = (files["base"], files["ours"], files["theirs"])
    assert merge(*three, "-o", target, "--certificate", told) == 0
    said = json.loads(told.read_text(encoding="utf-8"))
    assert said["sha256"]["file"] == hashlib.sha256(target.read_bytes()).hexdigest()
    assert said["read_back"]
    assert "comments" in said["not_found"]
    assert merge(*three, "--certificate", told) == 2
    assert merge(*three, "-o", target, "--certificate", target) == 2


def test_what_the_merge_decided_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {name: tmp_path / f"{name}.txt" for name in ("base", "ours", "theirs")}
    files["base"].write_text(BASE, encoding="utf-8")
    later = BASE.replace("3. Req", "4. Req").replace("2. Inv", "3. Inv").replace("1. Enc", "2. Enc")
    files["ours"].write_text(later.replace("2. Enc", "1. Notes the storms;\n\n2. Enc"), encoding="utf-8")
    files["theirs"].write_text(BASE.replace("a report", "a report on paragraph 2 above"), encoding="utf-8")
    assert merge(*files.values()) == 0
    said = "OP4 says paragraph 3, not paragraph 2: the paragraph it means has another number."
    assert said in " ".join(capsys.readouterr().out.split())
    assert merge(*files.values(), "--json") == 0
    assert json.loads(capsys.readouterr().out)["told"] == [said]
