"""`adref read --ledger`, and what a Word file holds in the JSON: things kept beside the text, comments."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.commands.running import run
from tests.models.word.word_xml import docx, p, t

_COMMENT = (
    '<w:comment w:id="0" w:author="Delegation A" w:initials="A"><w:p><w:r><w:t>When?</w:t></w:r></w:p></w:comment>'
)


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    mark = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    body = p("Decides ", mark[0], t("to meet", '<w:highlight w:val="yellow"/>'), mark[1]) + p("x", properties="<w:jc/>")
    path = tmp_path / "draft.docx"
    path.write_bytes(docx(body, comments=_COMMENT))
    return path


def test_the_ledger_is_printed_when_it_is_asked_for(word_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(word_file)]) == 0
    assert "Comes back" not in capsys.readouterr().out
    assert run(["read", str(word_file), "--ledger"]) == 0
    out = capsys.readouterr().out
    assert "Everything was read; 2 things are not edited here." in out
    assert "Colour or highlighting (in 1 paragraph; may be changes by hand)" in out


def test_the_json_has_the_ledger_and_the_comments(word_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(word_file), "--json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert value["comments"] == [
        {"author": "Delegation A", "initials": "A", "date": None, "text": "When?", "paragraph": 0, "start": 8,
         "end": 15, "resolved": False, "replies": [], "footnote": None}
    ]  # fmt: skip
    assert [(one["group"], one["code"], one["count"], one["places"]) for one in value["ledger"]] == [
        ("edited", "paragraph", 2, []),
        ("kept-while-unchanged", "colour", 1, [0]),
        ("kept-while-unchanged", "comment", 1, [0]),
        ("kept-while-unchanged", "paragraph-layout", 1, [1]),
    ]


def test_a_text_file_has_no_ledger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("Recalling its resolution 57/1,\n")
    assert run(["read", str(path), "--ledger"]) == 0
    assert "Comes back" not in capsys.readouterr().out
    assert run(["read", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ledger"] == []
