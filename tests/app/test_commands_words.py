"""`adref search`, `provenance` and `ledger`: words in all drafts, where they come from, and what is open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.commands.running import run
from models.dossier import Dossier
from models.draft import Kind
from models.draft.agreed import agreed_words

HEAD = "The General Assembly,\n\nRecalling its resolution 57/270 B,[^1]\n\n"
NOTE = "\n\n[^1]: Adopted on water and [soil\n"
DRAFTS = {
    "first": "1. Invites all States to act on water;\n\n2. Requests a report on land.",
    "second": "1. Invites all [States] to act on water and [to report in time;\n\n2. Requests a report on land.",
    "third": "1. Invites all States to act;\n\n2. Requests a report on land, in time.",
    "fourth": "1. Invites all States to act on water;\n\n2. Requests a report on land, in time.",
}


@pytest.fixture
def dossier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    files = [tmp_path / f"{name}.md" for name in DRAFTS]
    for file, text in zip(files, DRAFTS.values(), strict=True):
        file.write_text(HEAD + text + NOTE, encoding="utf-8")
    assert run(["import", str(tmp_path / "water.adref"), *map(str, files)]) == 0
    capsys.readouterr()
    return tmp_path / "water.adref"


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert run([str(argument) for argument in arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def told_json(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    value = json.loads(told(capsys, *arguments, "--json"))
    assert isinstance(value, dict)
    return value


def test_words_are_found_once_for_each_wording(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    value = told_json(capsys, "search", dossier, "act", "WATER")
    where = [
        (one["label"], one["paragraph_label"], one["kind"], [other["label"] for other in one["drafts"]])
        for one in value["found"]
    ]
    assert where == [("fourth", "OP1", "operative", ["fourth", "first"]), ("second", "OP1", "operative", ["second"])]
    assert "".join(text for text, _ in value["found"][0]["snippet"]) == "Invites all States to act on water;"
    assert [text for text, hit in value["found"][0]["snippet"] if hit] == ["act", "water"]
    notes = told_json(capsys, "search", dossier, "adopted")["found"]
    assert [(one["kind"], one["mark"], one["paragraph_label"]) for one in notes] == [("footnote", "1", "PP1")]
    assert told(capsys, "search", dossier, '"act on water"', "--limit", 1) == (
        "fourth\n  OP1: Invites all States to act on water;  (also in first)\n\n"
        "There are more than 1; --limit shows them.\n"
    )
    assert "\n  line 1: The General Assembly,  (also in third, " in told(capsys, "search", dossier, "assembly")
    assert told(capsys, "search", dossier, "air") == "These words stand in no draft.\n"


def test_a_phrase_is_told_where_it_stood_left_and_came_back(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    value = told_json(capsys, "provenance", dossier, "On [water")
    states = ["first", "stands", "left", "returned"]
    assert [one["state"] for one in value["history"]] == states
    assert [one["label"] for one in value["history"]] == [*DRAFTS]
    (paragraph,) = value["paragraphs"]
    assert (paragraph["label"], paragraph["paragraph_label"], value["more"]) == ("fourth", "OP1", False)
    assert [one["state"] for one in paragraph["history"]] == states
    # It leaves one paragraph and comes into another: anywhere it stands all the time.
    value = told_json(capsys, "provenance", dossier, "in time")
    assert [one["state"] for one in value["history"]] == ["absent", "first", "stands", "stands"]
    assert [(one["paragraph_label"], [s["state"] for s in one["history"]]) for one in value["paragraphs"]] == [
        ("OP2", ["absent", "absent", "came", "stands"]),
        ("OP1", ["absent", "came", "left", "absent"]),
    ]
    whole, *_ = told(capsys, "provenance", dossier, "in time").split("\n\n")
    assert whole == "second  comes in"
    assert told(capsys, "provenance", dossier, "act on water") == (
        "first   stands from the first\nthird   is gone\nfourth  comes back\n\n"
        "OP1 of fourth\n  first   stands from the first\n  third   is gone\n  fourth  comes back\n"
    )
    assert told(capsys, "provenance", dossier, "air") == "These words stand in no draft.\n"


def test_a_ledger_counts_what_is_open(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    of_draft = told_json(capsys, "ledger", dossier, "--draft", "second")
    of_file = told_json(capsys, "ledger", dossier.parent / "second.md")
    assert of_draft == of_file
    assert of_file["brackets"] == {
        "open": 2, "close": 1, "unmatched": [{"paragraph": 2, "start": 41}],
        "footnotes": {"pairs": 0, "unmatched": [1]},
    }  # fmt: skip
    assert of_file["paragraphs"] == {
        "total": 4, "by_kind": {"operative": 2, "enacting": 1, "preambular": 1}, "bracketed": 1,
        "within_brackets": 0,
        "agreed": {"paragraphs": 0, "of": 3},
    }  # fmt: skip
    assert of_file["proposals"] == {"total": 0, "by_state": {}, "by_delegation": {}}
    assert told_json(capsys, "ledger", dossier)["brackets"]["open"] == 0
    text = told(capsys, "ledger", dossier, "--draft", "second")
    assert text.startswith("Brackets    2 opened, 1 closed\n            without a partner: OP1, “")
    assert "Paragraphs  4, 1 with brackets: 2 operative, 1 enacting, 1 preambular\n" in text


def test_a_ledger_counts_what_is_agreed(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "agreed" not in told(capsys, "ledger", dossier)
    with Dossier.open(dossier) as opened:
        paragraphs = opened.draft(opened.nodes()[-1].id).paragraphs
        opened.agree([agreed_words(next(one for one in paragraphs if one.kind is Kind.OPERATIVE))], who="Chair")
    assert told_json(capsys, "ledger", dossier)["paragraphs"]["agreed"]["paragraphs"] == 1
    assert "            1 of 3 agreed ad ref\n" in told(capsys, "ledger", dossier)
    assert told_json(capsys, "ledger", dossier.parent / "second.md")["paragraphs"]["agreed"]["paragraphs"] == 0


def test_what_stands_between_brackets_of_other_paragraphs_is_not_agreed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "a.md"
    text.write_text(
        "The General Assembly,\n\n1. Urges [all;\n\n2. Decides to act;\n\n3. Invites] all.\n", encoding="utf-8"
    )
    assert run(["import", str(tmp_path / "a.adref"), str(text)]) == 0
    capsys.readouterr()
    with Dossier.open(tmp_path / "a.adref") as opened:
        opened.agree([agreed_words(opened.draft(opened.nodes()[0].id).paragraphs[2])])
    paragraphs = told_json(capsys, "ledger", tmp_path / "a.adref")["paragraphs"]
    assert paragraphs["agreed"] == {"paragraphs": 0, "of": 3}
    assert (paragraphs["bracketed"], paragraphs["within_brackets"]) == (2, 1)
    assert "Paragraphs  4, 2 with brackets and 1 within some: " in told(capsys, "ledger", tmp_path / "a.adref")


def test_a_bracket_is_told_by_the_line_of_what_has_no_label(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "draft.md"
    file.write_text("Water\n\nThe General [Assembly,\n\nDecides to act.\n", encoding="utf-8")
    assert "            without a partner: line 2, “The General [Assembly,”\n" in told(capsys, "ledger", file)


def test_a_ledger_counts_proposals_by_state_and_delegation(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export, second = tmp_path / "out.docx", tmp_path / "third.md"
    assert run(["export", str(dossier), "fourth", "-o", str(export)]) == 0
    assert run(["compare", str(export), str(second), "-o", str(tmp_path / "asks.docx")]) == 1
    assert run(["import", str(dossier), str(tmp_path / "asks.docx"), "--returned", "--base", "fourth"]) == 0
    capsys.readouterr()
    with Dossier.open(dossier, read_only=True) as opened:
        count = len(opened.proposals())
    assert count
    value = told_json(capsys, "ledger", dossier)["proposals"]
    assert value == {"total": count, "by_state": {"open": count}, "by_delegation": {"Adref": count}}
    assert run(["delegations", str(dossier), "--add", "Fiji", "--author", "Adref", "Fiji"]) == 0
    capsys.readouterr()
    assert told_json(capsys, "ledger", dossier)["proposals"]["by_delegation"] == {"Fiji": count}
    assert f"\nProposals   {count}: {count} open\n            {count} of Fiji\n" in told(capsys, "ledger", dossier)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("search", "water.adref", "…"), "no word to look for"),
        (("search", "water.adref"), "Missing argument"),
        (("provenance", "water.adref", ";"), "no word in the phrase"),
        (("search", "none.adref", "water"), "no dossier"),
        (("provenance", "first.md", "water"), "not a dossier"),
        (("ledger", "none.docx"), "no file"),
        (("ledger", "first.md", "--draft", "second"), "this file is none"),
        (("ledger", "water.adref", "--draft", "fifth"), "No draft is called"),
    ],
)
def test_trouble_is_one_sentence(
    dossier: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...], said: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(dossier.parent)
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err
