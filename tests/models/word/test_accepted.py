"""A file with its changes accepted is made once for all of a command that look into it."""

from __future__ import annotations

import pytest

from models.draft import Draft
from models.word.accepted import accepted
from models.word.markup import letters_in
from models.word.package import Package
from models.word.read_back import let_go, read_both
from tests.models.word.word_xml import dele, docx, ins, p, t


def _text(package: Package) -> str:
    return letters_in(package.root(package.main))


def test_a_command_accepts_a_file_once_and_holds_two(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two, three = (docx(p(t("Notes "), dele(t("old")), ins(t(word)))) for word in ("one", "two", "three"))
    assert accepted(one) is not accepted(one)
    monkeypatch.setattr("models.second_process._allowed", True)
    first = accepted(one)
    assert _text(first) == "Notes one"
    assert accepted(two) is not first
    assert accepted(bytes(bytearray(one))) is first
    assert _text(accepted(three)) == "Notes three"
    assert accepted(one) is first
    assert _text(accepted(two)) == "Notes two"


def test_what_was_read_back_is_looked_at_as_it_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx(p(t("Notes "), dele(t("old")), ins(t("new"))))
    monkeypatch.setattr("models.second_process._allowed", True)
    monkeypatch.setattr("models.word.accepted.Package", None)  # it is not opened again
    both = read_both(data, Draft(()), Draft(()))
    let_go()
    assert _text(accepted(data)) == both.accepted.paragraphs[0].text == "Notes new"
