"""Cross-references that lead to words which go or move are counted."""

from __future__ import annotations

import pytest

from models.word.leaving.looked_for.lost_places import lost_places
from models.word.leaving.looked_for.told import told_beside
from models.word.package import Package
from tests.models.word.word_xml import BY, d, dele, docx, ins, p, t


def reference(*pieces: str, result: str = "3") -> str:
    code = "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{code}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{t(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def marked(inside: str, name: str = "_Ref1") -> str:
    return f'<w:bookmarkStart w:id="7" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="7"/>'


NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
SEE = p("See ", reference(" RE", "F _Ref1 \\r \\h "))
GONE = p(marked(dele(d("Decides to meet;"))))


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (SEE + GONE, 1),
        (SEE + p("Page ", reference("PAGEREF _Ref1"), '<w:fldSimple w:instr=" REF _Ref1 "/>') + GONE, 3),
        (SEE + p(marked(f"<w:moveFrom {BY}>{t('Decides;')}</w:moveFrom>")), 1),
        (SEE + p(marked(dele(d("Decides")) + t(" to meet;"))), 0),
        (SEE + p(marked(dele(d("Decides")) + ins(t("Asks")))), 0),
        (SEE + p(marked(""), dele(d("Decides;"))), 0),
        (SEE + p(marked(t("Decides;"))), 0),
        (p("See ", dele(reference("REF _Ref1"))) + GONE, 0),
        (p("See ", reference("REF _Ref2")) + GONE, 0),
        (p("See ", reference('REF "_REF1" \\h')) + GONE, 1),
        (p("See ", reference("NOTEREF _Ref1 \\f")) + p(marked(dele(NOTE))), 1),
        (p("See ", reference("NOTEREF _Ref1 \\f")) + p(marked(NOTE)) + p(dele(d("Decides;"))), 0),
    ],
)
def test_references_to_what_goes_are_counted(body: str, count: int) -> None:
    package = Package(docx(body))
    assert lost_places(package) == count
    told = [line for line in told_beside(package) if "ross-reference" in line]
    assert [line[:2] for line in told] == (["A " if count == 1 else f"{count} "] if count else [])


def test_references_in_notes_are_counted_with_those_of_the_text() -> None:
    note = f'<w:footnote w:id="2">{p("See ", reference("REF _Ref1"))}</w:footnote>'
    assert lost_places(Package(docx(p("Asks", NOTE) + GONE, footnotes=note))) == 1
