"""The symbol in the heads and feet of the pages is tracked; nothing else there is, and that is verified."""

from __future__ import annotations

import pytest
from lxml import etree

from models.circulation.certificate import NotVerified
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.draft.masthead import masthead
from models.word.clean import write_clean
from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.verify import verify_word
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.letters.revision_marks import Stamp
from models.word.redlining.looks.head_symbol import running_parts, track_symbol
from models.word.resolve import resolve
from tests.models.word.lint import lint

OLD, NEW = "A/C.2/80/L.39", "A/C.2/80/L.39/Rev.1"


def draft(symbol: str) -> Draft:
    lines = [Paragraph(Kind.MASTHEAD, (Run(text),)) for text in ("United Nations", symbol, "General Assembly")]
    enacting = Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(",")))
    return Draft((*lines, enacting, Paragraph(Kind.OPERATIVE, (Run("Requests a report."),), 0, "1")))


def redline(old: str, new: str) -> tuple[bytes, bytes, Draft, Draft]:
    base = write_clean(draft(old))
    read = read_word(base)
    return base, write_redline(compare(read.draft, draft(new)), base=base, origins=read.origins), read.draft, draft(new)


def heads(data: bytes, revisions: str | None = None) -> list[str]:
    package = Package(data)
    if revisions is not None:
        resolve(package, revisions)
    return ["".join(map(str, package.root(name).itertext())) for name in running_parts(package)]


def test_the_symbol_of_the_heads_is_that_of_the_text_both_ways() -> None:
    base, written, old, new = redline(OLD, NEW)
    assert masthead(old).symbol == OLD
    assert any(OLD in one for one in heads(base))
    assert heads(written, "reject") == heads(base)
    assert heads(written, "accept") == [one.replace(OLD, NEW) for one in heads(base)]
    assert lint(written) == ()
    lines = verify_word(written, new, old, Allowed(frozenset(("Adref",)), tracked=True)).lines
    assert any(line.what == "Heads and feet of the pages" for line in lines)


def test_heads_stay_byte_for_byte_where_the_symbol_does() -> None:
    base, written, _, _ = redline(OLD, OLD)
    one, other = Package(base), Package(written)
    assert [one.data(name) for name in running_parts(one)] == [other.data(name) for name in running_parts(other)]


def test_a_symbol_that_only_begins_alike_is_another() -> None:
    package = Package(write_clean(draft(OLD)))
    for before in ("A/C.2/80/L.3", "C.2/80/L.39"):
        track_symbol(package, before, NEW, Stamp("Adref", None, 1))
    assert [name for name in running_parts(package) if list(package.root(name).iter(w("ins"), w("del")))] == []


def test_a_head_that_tracks_another_symbol_does_not_leave() -> None:
    _, written, old, new = redline(OLD, NEW)
    package = Package(written)
    for name in running_parts(package):
        for node in package.edit(name).iter(w("delText")):
            node.text = "A/C.2/80/L.38"
    with pytest.raises(NotVerified, match="not of the symbol"):
        verify_word(package.to_bytes(), new, old, None)


@pytest.mark.parametrize("author", ["Adref", "J. Doe"])
def test_another_tracked_change_of_a_head_does_not_leave(author: str) -> None:
    _, written, old, new = redline(OLD, NEW)
    package = Package(written)
    name = next(one for one in running_parts(package) if OLD in package.data(one).decode())
    change = etree.SubElement(next(package.edit(name).iter(w("p"))), w("ins"))
    change.set(w("id"), "900")
    change.set(w("author"), author)
    etree.SubElement(etree.SubElement(change, w("r")), w("t")).text = "Not for you"
    with pytest.raises(NotVerified):
        verify_word(package.to_bytes(), new, old, Allowed(frozenset(("Adref",)), tracked=True))
