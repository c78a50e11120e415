"""A style named after somebody leaves under a name that says nothing, and what is set in it stays so."""

from __future__ import annotations

from lxml import etree

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.names.named_styles import rename_styles
from models.word.leaving.scrub import scrub
from models.word.leaving.unseen.running_heads import running_heads, told_heads
from models.word.leaving.verify import verify_word
from models.word.markup import element
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.word.sought import found_in

SECRET = frozenset(("Jane Doe", "JaneDoe"))


def draft(*words: str) -> Draft:
    head = Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(",")))
    return Draft(
        (head, *(Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(f" {one},"))) for one in words))
    )


def named_after_somebody(text: Draft) -> bytes:
    """A Word file whose paragraphs are set in a style of Jane Doe's, on which another one stands."""
    package = Package(write_clean(text))
    styles = package.edit(package.related("styles") or "")
    for key, name, based in (("JaneDoe", "Jane Doe", "Normal"), ("Quoted", "Quoted words", "JaneDoe")):
        style = element(
            "style", element("name", val=name), element("basedOn", val=based), type="paragraph", styleId=key
        )
        styles.append(style)
    body = package.edit(package.main)
    for at, look in enumerate(body.iter(w("pStyle"))):
        look.set(w("val"), "JaneDoe" if at % 2 else "Quoted")
    field = etree.SubElement(next(body.iter(w("p"))), w("fldSimple"))
    field.set(w("instr"), 'STYLEREF "Jane Doe"')
    return package.to_bytes()


def test_a_redline_leaves_with_the_style_under_another_name() -> None:
    base = named_after_somebody(draft("the matter", "peace and health"))
    old = read_word(base)
    comparison = compare(
        old.draft, Draft((*old.draft.paragraphs[:-1], *draft("peace, trade and health").paragraphs[1:]))
    )
    assert {one.what for one in found_in(base, Allowed(secret=SECRET))} >= {"names"}
    data = write_redline(comparison, base=base, origins=old.origins, finish=lambda package: scrub(package, SECRET))
    allowed = Allowed(frozenset(("Adref",)), secret=SECRET)
    assert found_in(data, allowed) == ()
    assert verify_word(data, comparison.new, comparison.old, allowed).lines[0].detail.startswith("3 paragraphs")
    package = Package(data)
    assert b"Jane" not in b"".join(package.data(name) for name in package.names)
    styles = {one.get(w("styleId")): one for one in package.root("word/styles.xml").iter(w("style"))}
    assert [one.get(w("val")) for one in styles["Style1"] if one.tag == w("name")] == ["Style 1"]
    assert [one.get(w("val")) for one in styles["Quoted"] if one.tag == w("basedOn")] == ["Style1"]
    assert {one.get(w("val")) for one in package.root(package.main).iter(w("pStyle"))} >= {"Style1", "Quoted"}


def test_other_styles_keep_their_names() -> None:
    package = Package(write_clean(draft("the matter")))
    before = package.data("word/styles.xml")
    rename_styles(package, frozenset(("Recalling", "Adref Team")))
    assert package.data("word/styles.xml") == before


def test_heads_and_feet_are_told() -> None:
    lines = running_heads(Package(write_clean(draft("the matter"))))
    assert "Draft, not an official document" in lines
    assert told_heads(lines, of_base=True)[0].startswith("Heads and feet of the pages, as the base has them: “")
    assert told_heads(("a" * 10, *map(str, range(6))), of_base=False)[0].endswith("“0”, “1”, “2” and 3 more")
    assert told_heads((), of_base=True) == []
