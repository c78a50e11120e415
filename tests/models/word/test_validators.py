"""Nothing that the judge of Word files finds wrong is taken for what was sound before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.models.word.validators import sdk_faults, sdk_validator
from tests.models.word.word_xml import BY, docx, ins, p, t

BEHIND = f"<w:pPr><w:rPr><w:ins {BY}/></w:rPr></w:pPr>"


@pytest.mark.parametrize(
    ("sound", "wrong"),
    [
        (p(ins(t("x"))), p(ins(t("x"), BY.replace('"1"', '"99999999999"')))),
        (
            f"<w:p>{BEHIND}<w:r><w:rPr/></w:r></w:p>",
            f"<w:p>{BEHIND}<w:r><w:rPr><w:ins {BY}/></w:rPr></w:r></w:p>",
        ),
    ],
    ids=["too large an id", "within another"],
)
def test_what_stands_elsewhere_or_is_larger_is_shown_to_the_judge(tmp_path: Path, sound: str, wrong: str) -> None:
    validator = sdk_validator()
    if validator is None:
        pytest.skip("the Open XML validator is not here (make test-tools installs it)")
    paths = [tmp_path / "sound.docx", tmp_path / "wrong.docx"]
    for path, body in zip(paths, (sound, wrong), strict=True):
        path.write_bytes(docx(body))
    assert sdk_faults(paths[:1], validator) == []
    assert len(sdk_faults(paths[1:], validator)) == 1
