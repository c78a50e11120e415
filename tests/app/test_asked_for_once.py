"""What persons of one delegation ask for alike, or one of them again in a later file, is one wish of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.read import read_word
from models.word.redline import write_redline
from tests.app.the_command import adref

BASE = (
    "Calls upon all States to cooperate fully with the mechanism and to report on it in good time;",
    "Requests the Secretary-General to submit a report to the General Assembly at its next session;",
    "Invites the regional commissions to contribute, within their mandates, to the work of the forum;",
    "Decides to keep the matter under review and to consider it again at its seventy-ninth session.",
)
HOLD = (*BASE[:3], BASE[3].replace("keep", "hold"))
MEMBER = (BASE[0].replace("all States", "all Member States"), *BASE[1:])
PROMPTLY = (MEMBER[0].replace("fully", "fully and promptly"), *BASE[1:])
THE, ALL = ((BASE[0].replace("all States", f"{states} States concerned"), *BASE[1:]) for states in ("the", "all"))
FUND, GENEROUS = (
    (*BASE[:2], f"Encourages Governments to make {voluntary} contributions to the trust fund established;", *BASE[2:])
    for voluntary in ("voluntary", "generous voluntary")
)
REPORTS = (BASE[0], BASE[1].replace("a report", "two reports"), *BASE[2:])
MOVED = (BASE[2], BASE[0], BASE[1], BASE[3])
SPLIT = (
    BASE[0],
    "Requests the Secretary-General to submit a report to the General Assembly;",
    "Decides to consider it at its next session;",
    *BASE[2:],
)


def draft(texts: Sequence[str]) -> Draft:
    numbered = enumerate(texts, 1)
    return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(text),), number=str(number)) for number, text in numbered))


def returned(path: Path, texts: Sequence[str], author: str, base: Sequence[str] = BASE) -> Path:
    date = "2026-11-20T00:00:00Z"
    path.write_bytes(write_redline(compare(draft(base), draft(texts)), base=None, author=author, date=date))
    return path


def kept(folder: Path, files: Sequence[tuple[str, Sequence[str]]]) -> Path:
    """A dossier with a draft on which files came back, one after the other."""
    (folder / "base.docx").write_bytes(write_clean(draft(BASE)))
    path = folder / "d.adref"
    assert adref("import", path, folder / "base.docx", "--label", "Rev.1") == 0
    for number, (author, texts) in enumerate(files):
        assert adref("import", path, returned(folder / f"{number}.docx", texts, author), "--returned") == 0
    for author in dict.fromkeys(author for author, _ in files):
        delegation = {"Dupont": "France"}.get(author, "Kenya")
        assert adref("delegations", path, "--add", delegation) == 0
        assert adref("delegations", path, "--author", author, delegation) == 0
    return path


@pytest.mark.parametrize(
    ("files", "all_taken", "not_in"),
    [
        ((("Otieno", HOLD), ("Mwangi", HOLD)), HOLD, False),
        ((("Otieno", HOLD), ("Mwangi", HOLD), ("Dupont", HOLD)), HOLD, False),
        ((("Otieno", MEMBER), ("Otieno", PROMPTLY)), PROMPTLY, False),
        ((("Otieno", MEMBER), ("Mwangi", PROMPTLY)), PROMPTLY, False),
        ((("Otieno", THE), ("Otieno", ALL)), ALL, True),
        ((("Otieno", FUND), ("Mwangi", FUND)), FUND, False),
        ((("Otieno", FUND), ("Otieno", GENEROUS)), GENEROUS, True),
        ((("Otieno", MOVED), ("Mwangi", MOVED)), MOVED, False),
        ((("Otieno", SPLIT), ("Mwangi", SPLIT)), SPLIT, False),
    ],
)
def test_words_stand_once(
    files: Sequence[tuple[str, Sequence[str]]],
    all_taken: Sequence[str],
    not_in: bool,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = kept(tmp_path, files)
    capsys.readouterr()
    out, certificate = tmp_path / "out.docx", tmp_path / "out.txt"
    assert adref("compile", path, "-o", out, "--certificate", certificate) == 0
    assert [one.text for one in read_word(out.read_bytes()).draft.paragraphs] == list(all_taken)
    assert ("a later one words it anew" in capsys.readouterr().err) == not_in
    assert ", taken alone: what " in certificate.read_text()


def test_what_one_asked_for_before_he_marked_a_compilation_is_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, first, marked, out = kept(tmp_path, [("Otieno", MEMBER)]), *(tmp_path / f"{name}.docx" for name in "abc")
    assert adref("compile", path, "-o", first) == 0
    read = read_word(first.read_bytes())
    assert read.package is not None
    comparison = compare(read.draft, draft(PROMPTLY))
    marked.write_bytes(
        write_redline(comparison, base=read.package, origins=read.origins, author="Otieno", base_changes="keep")
    )
    assert adref("import", path, marked, "--returned") == 0
    capsys.readouterr()
    assert adref("compile", path, "-o", out) == 0
    assert [one.text for one in read_word(out.read_bytes()).draft.paragraphs] == list(PROMPTLY)
    assert capsys.readouterr().err == ""


def test_what_a_later_file_no_longer_has_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both = (MEMBER[0], *HOLD[1:])
    path = kept(tmp_path, [("Dupont", both)])
    told = "of Dupont in an earlier file "

    def said(texts: Sequence[str], author: str = "Dupont") -> str:
        capsys.readouterr()
        assert adref("import", path, returned(tmp_path / "next.docx", texts, author), "--returned") == 0
        return capsys.readouterr().out

    assert told not in said((PROMPTLY[0], *HOLD[1:])), "what is part of a proposal of the later file is in it"
    assert told not in said(PROMPTLY, "Otieno"), "nobody asks for others"
    both_gone = said(REPORTS)
    assert f"2 proposals {told}are not in this one: they stay open." in both_gone
    anew = said((*BASE[:3], BASE[3].replace("again", "once more")))
    assert f"1 proposal {told}is worded anew in this one." in anew
    assert f"2 proposals {told}are not in this one: they stay open." in anew
    assert told not in said(both), "a file that is kept is no later one"


def sent(folder: Path, name: str, texts: Sequence[str]) -> Path:
    """A file in which nothing was tracked."""
    return returned(folder / f"{name}.docx", texts, "", texts)


def authors(path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert adref("proposals", path, "--json") == 0
    return [one["author"] for one in json.loads(capsys.readouterr().out)["proposals"]]


def test_untracked_words_are_known_in_a_copy_of_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = kept(tmp_path, [])
    for name, texts in (("C (2)", (MEMBER[0], *HOLD[1:])), ("C (3)", (PROMPTLY[0], *HOLD[1:]))):
        file = returned(tmp_path / f"{name}.docx", texts, "Otieno", HOLD)
        assert adref("import", path, file, "--returned", "--untracked") == 0
    assert "1 proposal, 1 known already" in capsys.readouterr().out
    file = returned(tmp_path / "C (4).docx", (PROMPTLY[0], *HOLD[1:]), "Otieno", HOLD)
    assert adref("import", path, file, "--returned", "--untracked", "--author", "Mwangi") == 0
    assert "1 proposal, 1 known already" in capsys.readouterr().out, "the user says whose they are"


def test_a_second_file_of_one_name_is_asked_about(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, told = (
        kept(tmp_path, []),
        "A file named “comments.docx” came before with other contents",
    )
    for number, texts, said in (
        (1, HOLD, False),
        (2, (MEMBER[0], *HOLD[1:]), True),
        (2, (MEMBER[0], *HOLD[1:]), False),
    ):
        (tmp_path / f"{number}").mkdir(exist_ok=True)
        file = sent(tmp_path / f"{number}", "comments", texts)
        assert adref("import", path, file, "--returned", "--untracked") == 0
        assert (told in capsys.readouterr().out) == said, f"{number}"
    (tmp_path / "3").mkdir()
    file = sent(tmp_path / "3", "comments", (PROMPTLY[0], *HOLD[1:]))
    assert adref("import", path, file, "--returned", "--untracked", "--author", "Mwangi") == 0
    assert told not in capsys.readouterr().out, "the user said whose it is"
    file = sent(tmp_path / "3", "comments", (*PROMPTLY[:2], *GENEROUS[2:4]))
    assert adref("import", path, file, "--returned", "--untracked") == 0
    assert "stands in the name of “comments” and “Mwangi”:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("ones", "others", "listed"),
    [
        (HOLD, HOLD, "12"),
        (HOLD, (MEMBER[0], *HOLD[1:]), "122"),
        (FUND, FUND, "12"),
        (MOVED, MOVED, "12"),
        (SPLIT, SPLIT, "12"),
    ],
)
def test_untracked_words_of_two_files_are_listed_and_leave_in_the_name_of_each(
    ones: Sequence[str], others: Sequence[str], listed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, files = kept(tmp_path, []), (sent(tmp_path, "After1", ones), sent(tmp_path, "After2", others))
    for _ in range(2):
        assert adref("import", path, *files, "--returned", "--untracked") == 0
        assert authors(path, capsys) == [f"After{number}" for number in listed], "and known where they come again"
    out = tmp_path / "out.docx"
    for file, short in zip(files, ("Fiji", "Kenya"), strict=True):
        assert adref("delegations", path, "--add", short) == 0
        assert adref("delegations", path, "--author", file.stem, short) == 0
    for short, texts in (("Fiji", ones), ("Kenya", others)):
        assert adref("compile", path, "-o", out, "--delegation", short) == 0
        assert [one.text for one in read_word(out.read_bytes()).draft.paragraphs] == list(texts)
    assert adref("compile", path, "-o", out) == 0
    assert [one.text for one in read_word(out.read_bytes()).draft.paragraphs] == list(others), "alike, and so once"


def test_untracked_words_stay_whose_the_user_said_where_the_file_comes_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = kept(tmp_path, [])
    file, copy, other = (sent(tmp_path, name, HOLD) for name in ("C", "c (2)", "D"))
    assert adref("import", path, file, "--returned", "--untracked", "--author", "Mwangi") == 0
    assert adref("import", path, copy, file, "--returned", "--untracked") == 0
    assert authors(path, capsys) == ["Mwangi"]
    assert adref("import", path, other, file, "--returned", "--untracked") == 0
    assert authors(path, capsys) == ["Mwangi", "D"]
