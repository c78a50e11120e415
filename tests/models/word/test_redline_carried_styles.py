"""What is carried over from the new file has a style that the old one has, or gets; nothing of sections comes along."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.word.markup import child_of
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from tests.models.word.lint import lint
from tests.models.word.word_xml import cell, docx, p, parts, row, table, zipped


def style(kind: str, identity: str, name: str, more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{name}"/>{more}</w:style>'


TEXT = p("The first line of the text.") + p("The last line of the text.")
GRID = table(row(cell(p("Water")), cell(p("12")))).replace(
    "<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>'
)
WITH_TABLE = p("The first line of the text.") + GRID + p("The last line of the text.")
NORMAL = style("table", "Plain", "Normal Table")
THEIRS = NORMAL + style("table", "Grid", "Table Grid", '<w:basedOn w:val="Plain"/><w:next w:val="Nowhere"/>')
OURS = {
    "none": ("", [("Plain", None), ("Grid", "Plain")]),
    "what it is based on": (style("table", "a1", "normal table"), [("a1", None), ("Grid", "a1")]),
    "one of that name": (style("table", "a2", "Table Grid"), [("a2", None)]),
    "another of that id": (
        style("paragraph", "Grid", "Grid of lines"), [("Grid", None), ("Plain", None), ("Grid1", "Plain")],
    ),
    "in a ring": ("", [("Plain", None), ("Grid", "Plain")]),
}  # fmt: skip


def redline(old: bytes, new: bytes) -> Package:
    base, wanted = read_word(old), read_word(new)
    comparison = compare(base.draft, wanted.draft)
    written = write_redline(comparison, base=old, origins=base.origins, new_file=(new, wanted.origins))
    assert differences(comparison, written) == ()
    assert lint(written) == ()
    return Package(written)


@pytest.mark.parametrize("has", OURS)
def test_a_table_has_its_style(has: str) -> None:
    ours, wanted = OURS[has]
    theirs = (
        THEIRS.replace('"Normal Table"/>', '"Normal Table"/><w:basedOn w:val="Grid"/>')
        if has == "in a ring"
        else THEIRS
    )
    made = redline(docx(TEXT, styles=ours), docx(WITH_TABLE, styles=theirs))
    (named,) = made.root(made.main).iter(w("tblStyle"))
    found = []
    for one in made.root("word/styles.xml").iter(w("style")):
        above = child_of(one, w("basedOn"))
        found.append((one.get(w("styleId")), above.get(w("val")) if above is not None else None))
    assert found == wanted
    assert named.get(w("val")) == wanted[-1][0]


def test_a_new_paragraph_brings_no_running_heads_of_its_section() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>'
    files = parts(
        TEXT.replace("</w:p>", "</w:p>" + p("A line between.", properties=section), 1), header=p("Of them alone")
    )
    links = "word/_rels/document.xml.rels"
    files[links] = files[links].replace(b'Id="rId1"', b'Id="rId9"')
    made = redline(docx(TEXT), zipped(files))
    assert not any("header" in name for name in made.names)
