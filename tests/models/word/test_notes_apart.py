"""Two notes at one place: their marks are seen apart in what is written, and no letter of the text comes of it."""

from __future__ import annotations

from models.comparison.columns import in_columns
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.columns import write_columns
from models.word.drafts_in_columns import verify_drafts, write_drafts
from models.word.marked import write_marked
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from tests.models.word.lint import lint


def noted(*runs: Run) -> Draft:
    cited = dict.fromkeys(run.footnote for run in runs if run.footnote is not None)
    notes = tuple(Footnote(note, str(note), (Run(f"See 78/{note}."),)) for note in cited)
    return Draft((Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" its texts"), *runs)),), notes)


BOTH = noted(Run(footnote=1), Run(footnote=2), Run(" and"), Run(footnote=3), Run(footnote=1), Run(","))
ONE = noted(Run(footnote=1), Run(" and"), Run(footnote=2), Run(","))


def apart(data: bytes) -> list[str]:
    """What each mark that has room behind it shows; "" where Word counts it."""
    package = Package(data)
    runs = [
        one for one in package.root(package.main).iter(w("r")) if one.find(f"{w('rPr')}/{w('spacing')}") is not None
    ]
    return ["".join(text.text or "" for text in run.iter(w("t"))) for run in runs]


def test_the_marks_of_two_notes_stand_apart_in_a_clean_file() -> None:
    data = write_clean(BOTH)
    assert read_word(data).draft == BOTH
    assert apart(data) == ["", ""]
    assert apart(write_clean(ONE)) == []
    assert lint(data) == ()


def test_so_do_they_where_changes_are_marked() -> None:
    data = write_marked(compare(noted(Run(footnote=1), Run(footnote=2), Run(",")), ONE))
    assert lint(data) == ()
    assert apart(write_marked(compare(ONE, BOTH)))[:1] == [""]


def test_in_columns_a_comma_parts_them() -> None:
    comparison = compare(ONE, BOTH)
    steps = in_columns([comparison])
    side_by_side = write_drafts(steps, ("old", "new"))
    verify_drafts(side_by_side, (ONE, BOTH))
    for data in (write_columns(comparison), side_by_side):
        said = [one.text for one in read_word(data).draft.paragraphs]
        assert "Recalling its texts1,2 and3,1," in said
        assert "Recalling its texts1 and2," in said
