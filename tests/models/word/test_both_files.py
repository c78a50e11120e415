"""Files of two texts looked into before their comparison is there: the redline is the same."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.word.clean import write_clean
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.both_files import BothFiles
from models.word.redlining.open_base import OpenBase
from tests.generated import NORMAL, case


@pytest.mark.parametrize("of_other", [False, True])
def test_a_redline_is_the_same_where_its_files_were_looked_into_before(of_other: bool) -> None:
    """Files of other texts are not asked for."""
    made, other = case(60, NORMAL, 3), case(60, NORMAL, 4)
    old, new, others = (read_word(write_clean(draft)) for draft in (made.old, made.new, other.new))
    base, file = old.package or b"", (new.package or b"", new.origins)
    files = BothFiles(OpenBase(old.draft, base, old.origins), old.draft, (others if of_other else new).draft, file)
    files.look_closely()
    comparison = compare(old.draft, new.draft)
    assert files.are_for(old.draft, new.draft, base, "accept", file) is not of_other
    assert not files.are_for(old.draft, new.draft, base, "accept", None)
    before = write_redline(comparison, base=base, origins=old.origins, new_file=file, files=files)
    assert before == write_redline(comparison, base=base, origins=old.origins, new_file=file)
