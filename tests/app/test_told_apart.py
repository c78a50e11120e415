"""Two texts that a page may not call by their labels are told apart in what leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.the_command import adref

TEXT = "The General Assembly,\n\n1. Decides to meet;\n\n2. Requests a report.\n"


@pytest.mark.parametrize("head", ["", "A/C.2/58/L.37\n\n"], ids=["no symbol", "one symbol"])
def test_texts_of_one_name_are_told_apart(head: str, tmp_path: Path) -> None:
    old, new, out = tmp_path / "Ann's text.txt", tmp_path / "after capital.txt", tmp_path / "changes.md"
    old.write_text(head + TEXT)
    new.write_text(head + TEXT.replace("meet", "meet again"))
    assert adref("compare", old, new, "-o", out, "--profile", "circulation") == 1
    name = head.strip() or "Draft"
    assert f"From **{name} (old text)** to **{name} (new text)**" in out.read_text()
    assert adref("compare", old, new, "-o", out) == 1
    assert "From **Ann's text.txt** to **after capital.txt**" in out.read_text()
