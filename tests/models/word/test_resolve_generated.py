"""Trees of tracked changes made by chance, nested as no one would: what must hold of each when they are resolved."""

from __future__ import annotations

import random

import pytest

from models.reading.reading import CannotRead
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.resolve import TRACKED, resolve
from tests.models.word.word_xml import BY, cell, d, dele, docx, ins, p, row, t, table

BETWEEN = (w("bookmarkStart"), w("bookmarkEnd"))


def inline(chance: random.Random, depth: int, deleted: bool = False) -> str:
    kind = chance.randint(0, 7) if depth else 0
    if kind < 3:
        return d("x") if deleted else t("y")
    if kind == 4:
        return dele(inline(chance, depth - 1, True))
    inner = inline(chance, depth - 1, deleted)
    if kind == 3:
        return ins(inner + inline(chance, depth - 1, deleted))
    if kind == 5:
        return f"<w:hyperlink>{inner}</w:hyperlink>"
    if kind == 6:
        return f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    return f"<w:moveFrom {BY}>{inner}</w:moveFrom>"


def mark(chance: random.Random) -> str:
    return "".join(one for one in (f"<w:ins {BY}/>", f"<w:del {BY}/>") if chance.random() < 0.4)


def block(chance: random.Random, depth: int) -> str:
    kind = chance.randint(0, 6) if depth else 0
    if kind < 4:
        return p(*[inline(chance, 2) for _ in range(chance.randint(0, 3))], mark=mark(chance))
    if kind == 4:
        return table(*[table_row(chance, depth - 1) for _ in range(chance.randint(1, 3))])
    if kind == 5:
        return f"<w:sdt><w:sdtContent>{block(chance, depth - 1)}{block(chance, depth - 1)}</w:sdtContent></w:sdt>"
    return '<w:bookmarkStart w:id="7" w:name="q"/><w:bookmarkEnd w:id="7"/>'


def table_row(chance: random.Random, depth: int) -> str:
    marks = ("", "", f"<w:cellIns {BY}/>", f"<w:cellDel {BY}/>")
    cells = [cell(block(chance, depth), p(""), properties=chance.choice(marks)) for _ in range(chance.randint(1, 2))]
    return row(*cells, properties=mark(chance))


@pytest.mark.parametrize("seed", range(150))
@pytest.mark.parametrize("revisions", ["accept", "reject"])
def test_what_holds_of_every_resolved_file(seed: int, revisions: str) -> None:
    chance = random.Random(seed)
    body = "".join(block(chance, 2) for _ in range(chance.randint(1, 6)))
    data = docx(body if "<w:p>" in body else body + p(""))  # one without any paragraph is refused
    package = Package(data)
    resolve(package, revisions)
    root = package.root(package.main)
    assert next(root.iter(*TRACKED), None) is None
    for one in root.iter(w("tc")):
        assert [child.tag for child in one if child.tag not in BETWEEN][-1] == w("p")
    reading = read_word(data, revisions)
    if reading.draft.paragraphs:
        assert read_word(package.to_bytes()).draft == reading.draft
    else:
        with pytest.raises(CannotRead, match="holds no paragraphs"):
            read_word(package.to_bytes())
    gone = ("delete", "move-from") if revisions == "accept" else ("insert", "move-to")
    for change in reading.revisions:
        if change.paragraph is not None and reading.draft.paragraphs:
            assert 0 <= change.start <= change.end <= len(reading.draft.paragraphs[change.paragraph].text)
        assert change.kind not in gone or change.start == change.end
