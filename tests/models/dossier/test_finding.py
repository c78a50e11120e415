"""Which draft is meant."""

from __future__ import annotations

from typing import Any

import pytest

from models.dossier import DraftNotFound, Node
from models.dossier.kept.finding import found

NODES = (
    Node("aaaa1111" + "0" * 56, "c1", (), 1, {"label": "Zero draft", "symbol": "A/C.2/58/L.37"}),
    Node("aaaa2222" + "0" * 56, "c2", (), 1, {"label": "Rev.1 of 14 November"}),
    Node("bbbb3333" + "0" * 56, "c3", (), 1, {"label": "Twin"}),
    Node("cccc4444" + "0" * 56, "c4", (), 1, {"label": "Twin", "symbol": "A/RES/58/208"}),
    Node("dddd5555" + "0" * 56, "c5", (), 1, {"label": "aaaa2222"}),
    Node("eeee6666" + "0" * 56, "c6", (), 1, {}),
    Node("ffff7777" + "0" * 56, "c7", (), 1, {"label": "twin lower"}),
)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Zero draft", "c1"),
        ("zero  DRAFT", "c1"),
        ("Zero\u00a0draft", "c1"),
        ("A/C.2/58/L.37", "c1"),
        ("a/res/58/208", "c4"),
        ("aaaa1", "c1"),
        ("c", "c4"),
        ("Bb", "c3"),
        ("AAAA1111", "c1"),
        ("bbbb3333" + "0" * 56, "c3"),
        ("aaaa2222", "c5"),  # a label stands before an id
        ("eeee6666", "c6"),
    ],
)
def test_one_is_found(text: str, content: str) -> None:
    assert found(NODES, text).content == content


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Twin", r"Twin \(bbbb3333\), Twin \(cccc4444\)"),
        ("aaaa", r"Zero draft \(aaaa1111\), Rev\.1 of 14 November \(aaaa2222\)"),
        ("none such", "No draft is called “none such”"),
        ("", "No draft is called"),
        ("a", r"Zero draft \(aaaa1111\), Rev\.1 of 14 November \(aaaa2222\)"),
        ("b0", "No draft is called"),
    ],
)
def test_none_or_several_are_refused(text: str, said: str) -> None:
    with pytest.raises(DraftNotFound, match=said):
        found(NODES, text)


def test_an_empty_dossier_says_so() -> None:
    nothing: tuple[Any, ...] = ()
    with pytest.raises(DraftNotFound, match="no draft in this dossier yet"):
        found(nothing, "Zero draft")
