"""`adref read`, `import --returned`, `proposals` and `delegations`: files that came back, on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from app.commands.running import run
from models.comparison.compare import compare
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.marked import write_marked
from models.word.markup import letters_in
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from tests.app.the_command import adref
from tests.models.comparison.small_drafts import numbered as text
from tests.models.word.word_xml import cell, docx, ins, p, row, t, table

BASE = text("Decides to meet in May;", "Urges all States to come;", "Requests a report on it.")
WISH = text("Decides to meet in June;", "Urges all States to come;", "Calls upon all;", "Requests a report on it.")
CHANGED = text("Decides to meet in May;", "Strongly urges all States to come;", "Requests a report on it.")
ENDED = text(*(paragraph.text for paragraph in CHANGED.paragraphs[:2]), "Requests reports on it.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "L39.docx").write_bytes(write_clean(BASE))
    date = "2025-11-17T00:00:00Z"
    (tmp_path / "a.docx").write_bytes(write_redline(compare(BASE, WISH), base=None, author="M. Jones", date=date))
    (tmp_path / "b.docx").write_bytes(write_redline(compare(CHANGED, ENDED), base=None, author="Smith", date=date))
    (tmp_path / "hand.docx").write_bytes(write_marked(compare(BASE, WISH)))
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    capsys.readouterr()
    assert adref(*arguments, "--json") == 0
    value = json.loads(capsys.readouterr().out)
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize("command", [["read"], ["read", "--json"]])
def test_a_file_that_is_far_too_large_is_refused_before_it_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    with (tmp_path / "film.docx").open("wb") as file:
        file.truncate(1 << 40)  # nothing of it is on the disk
    assert adref(*command, tmp_path / "film.docx") == 2
    assert "has more than 512 megabytes" in capsys.readouterr().err


def test_read_tells_authors_and_proposals(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    value = told(capsys, "read", folder / "a.docx")
    (author,) = value["authors"]
    assert (author["author"], author["changes"], author["proposals"]) == ("M. Jones", 4, 2)
    reword, insert = value["proposals"]
    assert (reword["kind"], reword["place"]["labels"], reword["place"]["words"]) == ("reword", ["OP1"], "May")
    assert (reword["place"]["start"], reword["place"]["end"]) == (19, 22)
    assert reword["edits"] == [{"start": [0, 19], "end": [0, 22], "gone": "May", "come": ["June"]}]
    assert (insert["kind"], insert["place"]["paragraphs"], insert["edits"][0]["come"]) == (
        "insert", [2, 2], ["Calls upon all;", ""],
    )  # fmt: skip
    assert sorted(n for one in value["proposals"] for n in one["revisions"]) == list(range(len(value["revisions"])))
    assert "base" not in value
    plain = told(capsys, "read", folder / "L39.docx")
    assert (plain["authors"], plain["proposals"]) == ([], [])
    assert adref("read", folder / "a.docx") == 0
    assert "Changes by\n            M. Jones: 4 changes, 2 proposals\n" in capsys.readouterr().out


def test_read_tells_the_base(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = folder / "water.adref"
    assert adref("import", dossier, folder / "L39.docx") == 0
    base = told(capsys, "read", folder / "a.docx", "--dossier", dossier)["base"]
    assert (base["draft"]["label"], base["draft"]["equal"], base["draft"]["paragraphs"]) == ("L39", 3, 3)
    assert (base["untracked"], base["not_placed"], base["known"], base["ties"]) == ([], [], False, [])
    base = told(capsys, "read", folder / "b.docx", "--dossier", dossier)["base"]
    assert (base["draft"]["equal"], base["sentence"]) == (
        2, "Without its changes this is L39, 2 of 3 paragraphs word for word.",
    )  # fmt: skip
    (changed,) = base["untracked"]
    assert (changed["label"], changed["sentence"]) == ("OP2", "Two words in OP2 were changed without tracking.")
    assert changed["words"][0] == ["delete", "Urges"]
    assert adref("read", folder / "b.docx", "--dossier", dossier) == 0
    assert "Two words in OP2 were changed without tracking." in capsys.readouterr().out


def test_import_keeps_proposals_and_no_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = folder / "water.adref"
    assert adref("import", dossier, folder / "L39.docx") == 0
    assert adref("import", dossier, folder / "a.docx", folder / "b.docx", "--returned") == 0
    out = capsys.readouterr().out
    assert "a.docx  on L39" in out
    assert "Two words in OP2 were changed without tracking." in out
    assert [draft["label"] for draft in told(capsys, "log", dossier)["drafts"]] == ["L39"]
    found = told(capsys, "proposals", dossier)["proposals"]
    assert [(one["author"], one["kind"], one["state"]) for one in found] == [
        ("M. Jones", "reword", "open"),
        ("M. Jones", "insert", "open"),
        ("Smith", "reword", "open"),
    ]
    assert adref("import", dossier, folder / "a.docx", "--returned") == 0
    assert "0 proposals, 2 known already" in capsys.readouterr().out
    assert adref("import", dossier, folder / "b.docx", "--returned", "--untracked") == 0
    found = told(capsys, "proposals", dossier)["proposals"]
    assert [one["tracked"] for one in found] == [True, True, True, False]
    # Smith tracked other words: nobody signed these.
    assert [one["author"] for one in found] == ["M. Jones", "M. Jones", "Smith", "b"]
    assert adref("doctor", dossier) == 0


def test_notes_levels_and_new_paragraphs_without_tracking(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Told by reading and by keeping; tracked words within find their place."""
    lines = (*BASE.paragraphs[:2], Paragraph(Kind.OPERATIVE, (Run("Calls upon all of them;"),), number="3"))
    last = Paragraph(Kind.SUBPARAGRAPH, BASE.paragraphs[2].runs, 1, "(a)")
    sent = Draft((*lines, last))
    tracked = Draft((*lines[:2], Paragraph(Kind.OPERATIVE, (Run("Calls upon all of them now;"),), number="3"), last))
    (folder / "c.docx").write_bytes(write_redline(compare(sent, tracked), base=None, author="Jane"))
    dossier = folder / "water.adref"
    assert adref("import", dossier, folder / "L39.docx") == 0
    sentences = ["A paragraph before OP3 is new and was not tracked.", "OP3 became OP3 (a) without tracking."]
    base = told(capsys, "read", folder / "c.docx", "--dossier", dossier)["base"]
    assert [one["sentence"] for one in base["untracked"]] == sentences
    assert [one.get("not_held") for one in base["untracked"]] == [None, None]
    reason = "It is in a new paragraph that was not tracked, and has a place once that is a proposal too."
    assert base["not_placed"] == [{"proposal": 0, "reason": reason}]
    assert adref("import", dossier, folder / "c.docx", "--returned") == 0
    out = capsys.readouterr().out
    assert all(sentence in out for sentence in sentences)
    assert reason in out
    assert adref("proposals", dossier) == 0
    assert "Of “c.docx” one change has no place in “L39” and made no proposal" in capsys.readouterr().err
    assert adref("import", dossier, folder / "c.docx", "--returned", "--untracked") == 0
    out = capsys.readouterr().out
    assert not any(sentence in out for sentence in (*sentences, "No proposal holds"))
    assert "Not placed" not in out
    assert adref("proposals", dossier) == 0
    assert capsys.readouterr().err == ""
    found = told(capsys, "proposals", dossier)["proposals"]
    assert [(one["author"], one["kind"], one["tracked"]) for one in found] == [
        ("c", "insert", False),
        ("Jane", "reword", True),
        ("c", "format", False),
    ]
    for author in ("c", "Jane"):
        assert adref("delegations", dossier, "--add", f"of {author}", "--author", author, f"of {author}") == 0
    assert adref("compile", dossier, "-o", folder / "all.docx") == 0
    accepted = read_word((folder / "all.docx").read_bytes())
    levels = [(one.level, one.text) for one in accepted.draft.paragraphs]
    assert levels == [(one.level, one.text) for one in tracked.paragraphs]
    assert {(one.author, one.text) for one in accepted.revisions if one.text} >= {("of Jane", " now")}


def test_import_without_the_option_keeps_the_accepted_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = folder / "water.adref"
    assert adref("import", dossier, folder / "a.docx") == 0
    assert [draft["paragraphs"] for draft in told(capsys, "log", dossier)["drafts"]] == [4]
    assert told(capsys, "proposals", dossier)["proposals"] == []


def test_a_base_that_is_not_there_becomes_a_draft(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = folder / "water.adref"
    assert adref("import", dossier, folder / "a.docx", "--returned", "--label", "L.39") == 0
    assert "a.docx  kept as L.39" in capsys.readouterr().out
    assert [(d["label"], d["paragraphs"]) for d in told(capsys, "log", dossier)["drafts"]] == [("L.39", 3)]


def test_drafts_as_near_as_each_other_are_exit_2_and_nothing_is_kept(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = folder / "water.adref"
    for name in ("July", "April"):
        path = folder / f"{name}.docx"
        path.write_bytes(write_clean(text(f"Decides to meet in {name};", *(one.text for one in BASE.paragraphs[1:]))))
        assert adref("import", dossier, path) == 0
    assert adref("import", dossier, folder / "a.docx", "--returned") == 2
    assert "say which of them it is" in capsys.readouterr().err
    assert told(capsys, "proposals", dossier)["proposals"] == []
    assert adref("import", dossier, folder / "a.docx", "--returned", "--base", "April") == 0
    assert (
        "Not placed: May (It changes words that were not tracked, and has a place once they are a proposal too.)"
        in capsys.readouterr().out
    )
    assert told(capsys, "read", folder / "a.docx", "--dossier", dossier, "--base", "April")["base"]["not_placed"] == [
        {
            "proposal": 0,
            "reason": "It changes words that were not tracked, and has a place once they are a proposal too.",
        }
    ]


def test_marks_made_by_hand_are_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    value = told(capsys, "read", folder / "hand.docx")
    assert [warning["code"] for warning in value["warnings"]][-1] == "marked-by-hand"
    assert value["proposals"] == []
    value = told(capsys, "read", folder / "hand.docx", "--marked-by-hand", "--author", "Jones")
    assert [(one["author"], one["kind"]) for one in value["proposals"]] == [("Jones", "reword"), ("Jones", "insert")]
    (folder / "hand.txt").write_text("1. Decides to meet.")
    assert told(capsys, "read", folder / "hand.txt", "--marked-by-hand")["proposals"] == []
    dossier = folder / "water.adref"
    assert adref("import", dossier, folder / "L39.docx") == 0
    assert adref("import", dossier, folder / "hand.docx", "--returned", "--marked-by-hand") == 0
    assert {one["author"] for one in told(capsys, "proposals", dossier)["proposals"]} == {"hand"}
    value = told(capsys, "read", folder / "hand.docx", "--marked-by-hand", "--dossier", dossier)
    assert (value["base"]["known"], value["base"]["draft"]["same"], value["base"]["untracked"]) == (True, True, [])


def test_authors_become_delegations(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = folder / "water.adref"
    assert adref("import", dossier, folder / "a.docx", "--returned") == 0
    assert adref("delegations", dossier) == 0
    assert "Without a delegation: M. Jones" in capsys.readouterr().out
    assert adref("delegations", dossier, "--add", "F", "--name", "France", "--author", "M. Jones", "f") == 0
    value = told(capsys, "delegations", dossier)
    assert value["authors"] == [{"author": "M. Jones", "delegation": "f"}]
    assert len(told(capsys, "proposals", dossier, "--by", "france")["proposals"]) == 2
    assert told(capsys, "proposals", dossier, "--by", "Kenya")["proposals"] == []
    assert adref("proposals", dossier, "--by", "Kenya") == 0
    assert capsys.readouterr().out == "No proposal of “Kenya” is kept here.\n"
    assert adref("delegations", dossier, "--author", "M. Jones", "Kenya") == 2
    assert "add it with --add" in capsys.readouterr().err
    assert adref("proposals", dossier) == 0
    out = capsys.readouterr().out
    assert "\n  OP1         F  reword  open  Decides to meet in [-May-]{+June+};" in out
    assert "\n  before OP3  F  insert  open" in out
    assert adref("delegations", dossier, "--add", "UK", "--name", "The United Kingdom of Great Britain") == 0
    assert adref("delegations", dossier) == 0
    first, second = capsys.readouterr().out.splitlines()[-2:]
    assert first.index("France") == second.index("The United")
    assert adref("delegations", dossier, "--author", "M. Jones", "-") == 0
    assert "Without a delegation: M. Jones" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["read", "a.docx", "--base", "x"],
        ["read", "a.docx", "--author", "x"],
        ["import", "d.adref", "a.docx", "--untracked"],
        ["import", "d.adref", "a.docx", "--base", "x"],
        ["delegations", "d.adref", "--name", "x"],
    ],
)
def test_options_that_need_others(
    folder: Path, arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert run(arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith(f"; “adref {arguments[0]} --help” tells more."), "of the options, not of what is not there"
    assert not (folder / "d.adref").exists()


def test_a_returned_file_that_seems_marked_by_hand_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert adref("import", folder / "d.adref", folder / "hand.docx", "--returned") == 0
    assert "--returned --marked-by-hand" in capsys.readouterr().err
    assert adref("import", folder / "e.adref", folder / "hand.docx", "--returned", "--marked-by-hand") == 0
    assert capsys.readouterr().err == ""


def test_a_redline_that_was_sent_comes_back_on_the_text_it_was_sent_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As exported: what another strikes in what was put in stands on the new text, and nothing else is proposed."""
    dossier, sent = folder / "sent.adref", folder / "sent.docx"
    (folder / "L40.docx").write_bytes(write_clean(WISH))
    assert adref("import", dossier, folder / "L39.docx", folder / "L40.docx") == 0
    assert adref("export", dossier, "L40", "--against", "L39", "-o", sent, "--author", "Fiji") == 0
    package = Package(sent.read_bytes())
    (new,) = [one for one in package.edit(package.main).iter(w("ins")) if "Calls upon all" in letters_in(one)]
    (run,) = new.findall(w("r"))
    gone = etree.SubElement(new, w("del"), {w("id"): "900", w("author"): "Jane"})
    gone.append(run)
    for letters in run.findall(w("t")):
        letters.tag = w("delText")
    (folder / "jane.docx").write_bytes(package.to_bytes())
    value = told(capsys, "read", folder / "jane.docx", "--dossier", dossier)
    assert value["base"]["sentence"].startswith("With the changes of Fiji accepted this is L40, ")
    assert value["base"]["untracked"] == value["base"]["not_placed"] == []
    assert [one["author"] for one in value["authors"]] == ["Jane"]
    assert [one["place"]["labels"] for one in value["proposals"]] == [["OP3"]]
    assert adref("import", dossier, folder / "jane.docx", "--returned") == 0
    assert "on L40" in capsys.readouterr().out
    for base in ((), ("--base", "L40")):
        value = told(capsys, "read", sent, "--dossier", dossier, *base)
        assert (value["base"]["draft"]["label"], value["base"]["untracked"], value["proposals"]) == ("L40", [], [])
        assert ": it proposes nothing" in value["base"]["sentence"]
    assert told(capsys, "read", sent, "--dossier", dossier, "--base", "L39")["proposals"]


def test_a_redline_of_two_kept_drafts_that_comes_back_makes_no_proposals_unless_asked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier, sent = folder / "sent.adref", folder / "sent.docx"
    (folder / "L40.docx").write_bytes(write_clean(WISH))
    assert adref("import", dossier, folder / "L39.docx", folder / "L40.docx") == 0
    assert adref("compare", folder / "L39.docx", folder / "L40.docx", "-o", sent) == 1
    capsys.readouterr()
    assert adref("import", dossier, sent, "--returned") == 0
    said = capsys.readouterr().out
    for words in ("on L40", "0 proposals", "With all its changes accepted this is L40", "without them it is L39"):
        assert words in said
    with Dossier.open(dossier) as opened:
        assert not opened.proposals()
    assert adref("import", dossier, sent, "--returned", "--base", "L39") == 0
    with Dossier.open(dossier) as opened:
        assert opened.proposals()


def test_no_name_breaks_a_line_or_turns_what_is_written_behind_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    authors = ("France\nTwo", "\u202eecnarF", "علی\u200cرضا")
    marks = (f'w:id="{at}" w:author="{one}"'.replace("\n", "&#10;") for at, one in enumerate(authors))
    body = p(t("Urges "), *(ins(t("all "), by) for by in marks), t("States to come;"))
    base = tmp_path / "base.docx"
    base.write_bytes(docx(p("Urges States to come;")))
    (tmp_path / "back.docx").write_bytes(docx(body))
    written = []
    for arguments in (
        ("read", tmp_path / "back.docx"),
        ("read", tmp_path / "back.docx", "--ledger"),
        ("import", tmp_path / "d.adref", base),
        ("import", tmp_path / "d.adref", tmp_path / "back.docx", "--returned"),
        ("proposals", tmp_path / "d.adref"),
        ("delegations", tmp_path / "d.adref"),
        ("compile", tmp_path / "d.adref", "-o", tmp_path / "out.docx"),
    ):
        adref(*arguments)
        out = capsys.readouterr()
        written += [*out.out.split("\n"), *out.err.split("\n")]
    assert sum("France Two" in line for line in written) >= 6
    assert sum("علی\u200cرضا" in line for line in written) >= 6
    assert not any("\u202e" in line or line.lstrip().startswith("Two") for line in written)


def test_a_dossier_leaves_though_a_text_came_back_and_no_word_file(folder: Path) -> None:
    dossier, back = folder / "water.adref", folder / "norway.txt"
    back.write_text("".join(f"{one.number}. {one.text}\n\n" for one in CHANGED.paragraphs))
    assert adref("import", dossier, folder / "L39.docx") == 0
    assert adref("import", dossier, back, "--returned", "--untracked", "--author", "Norway", "--base", "L39") == 0
    assert adref("export", dossier, "L39", "-o", folder / "out.docx") == 0
    assert adref("delegations", dossier, "--add", "Norway") == 0
    assert adref("compile", dossier, "-o", folder / "all.docx") == 0


def test_what_is_proposed_in_a_table_is_placed_by_its_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cells = row(cell(p("Water")) + cell(p("Members"))) + row(cell(p("Norway")) + cell(p("12", ins(t(" per cent")))))
    (tmp_path / "a.docx").write_bytes(docx(p("Decides;") + table(cells) + p("End.")))
    assert adref("import", tmp_path / "w.adref", tmp_path / "a.docx", "--returned") == 0
    assert adref("proposals", tmp_path / "w.adref") == 0
    assert "the row “Norway”, “Members”" in capsys.readouterr().out
