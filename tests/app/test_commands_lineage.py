"""`adref lineage` and `adref doctor`: what they print, and how they say no."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from app.commands.running import run
from models.comparison.compare import compare
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from models.files.read import read_text
from models.proposals.proposal import keyed
from models.proposals.untracked.compared import compared_proposals

FIRST = """The General Assembly,

1. Encourages all Governments to continue their efforts in the region;

2. Requests the Secretary-General to submit a report.
"""
SECOND = FIRST.replace("2. Requests", "2. Decides to meet in spring;\n\n3. Requests").replace(" in the region", "")
THIRD = SECOND.replace("their efforts", "their efforts in the region and beyond")


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    files = []
    for name, text in (("first", FIRST), ("second", SECOND), ("third", THIRD)):
        files.append(tmp_path / f"{name}.txt")
        files[-1].write_text(text, encoding="utf-8")
    place = tmp_path / "talks.adref"
    assert run(["import", str(place), *map(str, files)]) == 0
    return place


def read(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, object]:
    capsys.readouterr()
    assert run(["lineage", *map(str, arguments), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_a_paragraph_as_json(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Dossier.open(dossier, read_only=True) as opened:
        nodes = opened.nodes()
    found = read(capsys, dossier, "OP3")
    assert (found["paragraph"], found["draft"], found["absent"]) == ("OP3", nodes[-1].id, [])
    versions = found["versions"]
    assert isinstance(versions, list)
    assert [(v["draft"], v["label"], v["position"], v["paragraph_label"], v["kind"], v["by"]) for v in versions] == [
        (nodes[0].id, "first", 2, "OP2", "first", None),
        (nodes[1].id, "second", 3, "OP3", "same", "engine"),
        (nodes[2].id, "third", 3, "OP3", "same", "engine"),
    ]
    assert versions[1]["from"] == [{"draft": nodes[0].id, "position": 2}]
    again = read(capsys, dossier, "op 2", "--draft", "first")
    assert again["versions"] == versions


def test_where_a_paragraph_is_not(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = read(capsys, dossier, "OP2")
    assert [one["label"] for one in found["absent"]] == ["first"]  # type: ignore[attr-defined]


def test_a_phrase_leaves_and_comes_back(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = read(capsys, dossier, "OP1", "--phrase", "in the region")
    assert [one["state"] for one in found["history"]] == ["first", "left", "returned"]  # type: ignore[attr-defined]
    assert run(["lineage", str(dossier), "OP1", "--phrase", "in the region"]) == 0
    told = capsys.readouterr().out
    assert told.splitlines() == ["first   stands from the first", "second  is gone", "third   comes back"]


def test_words_that_come_with_a_new_paragraph_do_not_stand_from_the_first(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = read(capsys, dossier, "OP2", "--phrase", "in spring")
    assert [one["state"] for one in found["history"]] == ["absent", "first", "stands"]  # type: ignore[attr-defined]
    assert run(["lineage", str(dossier), "OP2", "--phrase", "in spring"]) == 0
    told = capsys.readouterr().out
    assert told.splitlines() == ["first   not there", "second  comes with a new paragraph", "third   stands"]


def test_a_paragraph_in_words(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["lineage", str(dossier), "OP1"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("first: OP1, first appears\n    Encourages all Governments")
    assert "second: OP1, reworded\n    Encourages all Governments to continue their efforts[- in the region-];" in told


def test_a_second_child_says_which_draft_it_is_marked_against(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Dossier.open(dossier) as opened:
        first = opened.nodes()[0]
        other = opened.draft(opened.nodes()[2].id)
        opened.keep(other, label="fourth", parents=[first.id])
    capsys.readouterr()
    assert run(["lineage", str(dossier), "OP1"]) == 0
    out, _ = capsys.readouterr()
    assert "fourth: OP1, reworded, against OP1 of first\n" in out
    assert run(["lineage", str(dossier), "OP3"]) == 0
    heads = [line for line in capsys.readouterr().out.splitlines() if ": OP" in line]
    assert heads == [
        "first: OP2, first appears",
        "second: OP3, unchanged",
        "third: OP3, unchanged",
        "fourth: OP3, unchanged from OP2 of first",
    ]


def test_a_move_says_who_had_proposed_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    heads = ("Decides to meet;", "Urges all States to report on their progress;", "Welcomes the offer of a host;")

    def text(*order: int) -> Draft:
        return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(heads[at]),)) for at in order))

    with Dossier.create(tmp_path / "moved.adref") as opened:
        first = opened.keep(text(0, 1, 2), label="Rev.1").id
        made = compared_proposals(compare(opened.draft(first), text(1, 2, 0)), "Norway")
        opened.keep_proposals(keyed(made, first), node=first)
        opened.keep(text(1, 2, 0), label="Rev.2", parents=[first])
    assert run(["lineage", str(tmp_path / "moved.adref"), "OP3"]) == 0
    assert "Rev.2: OP3, moved; move proposed by Norway on Rev.1" in capsys.readouterr().out
    versions = read(capsys, tmp_path / "moved.adref", "OP3")["versions"]
    assert isinstance(versions, list)
    assert [[one["by"] for one in version["move_proposed"]] for version in versions] == [[], ["Norway"]]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["OP9"], "No paragraph of “third” is called “OP9”; near it are"),
        (["OP1", "--draft", "fourth"], "No draft is called “fourth”; there are first"),
        (["OP1", "--phrase", " ; "], "--phrase needs some words"),
    ],
)
def test_what_is_not_there(
    arguments: list[str], sentence: str, dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["lineage", str(dossier), *arguments]) == 2
    out, err = capsys.readouterr()
    assert sentence in err
    assert (out, err.count("\n")) == ("", 1)


def test_an_empty_dossier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Dossier.create(tmp_path / "empty.adref").close()
    assert run(["lineage", str(tmp_path / "empty.adref"), "OP1"]) == 2
    assert "There is no draft in this dossier yet" in capsys.readouterr().err


def test_a_sound_dossier(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = dossier.read_bytes()
    capsys.readouterr()
    assert run(["doctor", str(dossier)]) == 0
    assert capsys.readouterr().out == "“talks.adref” is sound.\n"
    assert run(["doctor", str(dossier), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"sound": True, "wrong": []}
    assert dossier.read_bytes() == before


def test_a_dossier_that_was_tampered_with(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect(dossier) as db:
        db.execute("DROP TRIGGER paragraphs_no_update")
        db.execute("UPDATE paragraphs SET value = replace(value, 'Governments', 'Ministers') WHERE value LIKE '%Gov%'")
    db.close()
    capsys.readouterr()
    assert run(["doctor", str(dossier)]) == 1
    told = capsys.readouterr().out
    assert "Kept drafts are not guarded against change" in told
    assert "A paragraph was changed: “Encourages all Ministers" in told


def test_a_dossier_that_was_cut_off_is_said_to_be_damaged_once(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier.write_bytes(dossier.read_bytes()[:9000])
    capsys.readouterr()
    assert run(["doctor", str(dossier)]) == 1
    assert capsys.readouterr().out == (
        "The file is damaged: it cannot be opened.\n\n"
        "Go back to a copy of the file; of one that opens, what can still be read can be exported.\n"
    )


def test_what_is_no_dossier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", str(tmp_path / "absent.adref")]) == 2
    (tmp_path / "text.adref").write_text("no dossier at all, but a text", encoding="utf-8")
    assert run(["doctor", str(tmp_path / "text.adref")]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_what_was_merged_is_marked_against_all_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, texts = tmp_path / "merged.adref", ("1. Decides to meet;\n\n2. Decides to act;", "1. Decides to meet;")
    both = "1. Decides to meet and to act;"
    with Dossier.create(path, title="Merged") as opened:
        first = opened.keep(read_text(f"The General Assembly,\n\n{texts[0]}").draft, label="first")
        opened.keep(read_text(f"The General Assembly,\n\n{texts[1]}").draft, label="second", parents=[first.id])
        third = opened.keep(read_text(f"The General Assembly,\n\n{both}").draft, label="third", parents=[first.id])
        opened.pair(first.id, third.id, [(1, 1), (2, 1)])
    assert run(["lineage", str(path), "OP1", "--draft", "third"]) == 0
    assert "third: OP1, merged from several by hand, against OP1 and 1 more of first\n" in capsys.readouterr().out
