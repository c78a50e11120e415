"""A style named after somebody leaves under a name that says nothing, and what is set in it stays so."""

from __future__ import annotations

import pytest
from lxml import etree

from models.circulation.certificate import NotVerified
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.names.calling import Calling
from models.word.leaving.names.known_names import is_known_style
from models.word.leaving.names.named_styles import rename_styles
from models.word.leaving.scrub import scrub
from models.word.leaving.unseen.running_heads import running_heads, told_heads
from models.word.leaving.verify import verify_word
from models.word.markup import element
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.styles import OTHER_NAMES, STYLES
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
    assert "a name of its own: Jane Doe" in {one.detail for one in found_in(base, Allowed())}
    data = write_redline(comparison, base=base, origins=old.origins, finish=lambda package: scrub(package, SECRET))
    allowed = Allowed(frozenset(("Adref",)), secret=SECRET)
    assert found_in(data, allowed) == ()
    assert verify_word(data, comparison.new, comparison.old, allowed).lines[0].detail.startswith("3 paragraphs")
    package = Package(data)
    assert b"Jane" not in b"".join(package.data(name) for name in package.names)
    styles = {one.get(w("styleId")): one for one in package.root("word/styles.xml").iter(w("style"))}
    assert [one.get(w("val")) for one in styles["Style1"] if one.tag == w("name")] == ["Style 1"]
    assert [one.get(w("val")) for one in styles["Style2"] if one.tag == w("basedOn")] == ["Style1"]
    assert {one.get(w("val")) for one in package.root(package.main).iter(w("pStyle"))} >= {"Style1", "Style2"}


def run_together(maker: str) -> bytes:
    """A Word file with a style "Wanjiku body", in whose id Word leaves out the space, and two bookmarks."""
    own = f"{maker}body"
    package = Package(write_clean(draft("the matter", "peace and health")))
    styles = package.edit(package.related("styles") or "")
    for key, name, *looks in (
        (own, f"{maker} body", element("basedOn", val="Normal"), element("next", val=own)),
        ("Quoted", "Quoted words", element("basedOn", val=own), element("link", val=f"{own}Char")),
    ):
        styles.append(element("style", element("name", val=name), *looks, type="paragraph", styleId=key))
    linked = element("style", element("name", val=f"{maker} body Char"), type="character", styleId=f"{own}Char")
    linked.append(element("link", val="Quoted"))
    styles.append(linked)
    for at, look in enumerate(package.edit(package.main).iter(w("pStyle"))):
        look.set(w("val"), own if at % 2 else "Quoted")
    first = next(package.edit(package.main).iter(w("p")))
    for at, name in enumerate((own, f"{own}_bm")):
        first.extend((element("bookmarkStart", id=70 + at, name=name), element("bookmarkEnd", id=70 + at)))
    link = element("hyperlink", anchor=own)
    codes = (f" REF {own} \\h ", f" PAGEREF {own}_bm ", f" STYLEREF {maker}body ", f' TOC \\t "{maker} body,1" ')
    first.extend((link, *(element("fldSimple", instr=code) for code in codes)))
    return package.to_bytes()


@pytest.mark.parametrize(("maker", "secret"), [("Wanjiku", "Wanjiku"), ("Jones", "Maria Jones"), ("Ngo", "")])
def test_a_redline_leaves_without_a_name_that_word_runs_together(maker: str, secret: str) -> None:
    base, names = run_together(maker), frozenset(filter(None, (secret,)))
    old = read_word(base)
    comparison = compare(
        old.draft, Draft((*old.draft.paragraphs[:-1], *draft("peace, trade and health").paragraphs[1:]))
    )
    allowed = Allowed(frozenset(("Adref",)), secret=names)
    assert {one.what for one in found_in(base, allowed)} >= {"names"}
    data = write_redline(comparison, base=base, origins=old.origins, finish=lambda package: scrub(package, names))
    assert found_in(data, allowed) == ()
    assert len(verify_word(data, comparison.new, comparison.old, allowed).lines) == 2
    package = Package(data)
    assert maker.encode() not in b"".join(package.data(name) for name in package.names)
    styles = {str(one.get(w("styleId"))): one for one in package.root("word/styles.xml").iter(w("style"))}
    said = {one.tag: one.get(w("val")) for one in styles["Style2"]}
    assert (said[w("basedOn")], said[w("link")]) == ("Style1", "Style3")
    assert [one.get(w("val")) for one in styles["Style1"].iter(w("next"))] == ["Style1"]
    body = package.root(package.main)
    assert {one.get(w("val")) for one in body.iter(w("pStyle"))} >= {"Style1", "Style2"}
    assert [one.get(w("name")) for one in body.iter(w("bookmarkStart"))] == ["Place1", "Place2"]
    assert [one.get(w("anchor")) for one in body.iter(w("hyperlink"))] == ["Place1"]
    codes = [one.get(w("instr")) for one in body.iter(w("fldSimple"))]
    assert codes[:2] == [" REF Place1 \\h ", " PAGEREF Place2 "]
    assert codes[3] == ' TOC \\t "Style 1,1" '


def test_a_field_follows_the_style_it_names_and_one_of_a_bookmark_called_so_its_bookmark() -> None:
    package = Package(run_together("Wanjiku"))
    for called in package.edit(package.related("styles") or "").iter(w("name")):
        if called.get(w("val")) == "Wanjiku body":
            called.set(w("val"), "Wanjikubody")
    scrub(package, frozenset(("Wanjiku",)))
    codes = [one.get(w("instr")) for one in package.root(package.main).iter(w("fldSimple"))]
    first, second = (one.get(w("name")) for one in package.root(package.main).iter(w("bookmarkStart")))
    assert codes[:3] == [f" REF {first} \\h ", f" PAGEREF {second} ", ' STYLEREF "Style 1" ']


def test_a_table_of_contents_follows_a_style_a_place_and_a_counter_of_one_name() -> None:
    package = Package(write_clean(draft("the matter")))
    package.edit("word/styles.xml").append(element("style", element("name", val="Doe"), styleId="Doe", customStyle=1))
    first = next(package.edit(package.main).iter(w("p")))
    first.extend((element("bookmarkStart", id=70, name="Doe"), element("bookmarkEnd", id=70)))
    said = (
        ' TOC \\b Doe \\t "Doe,1" \\h ',
        ' TOC \\T "Doe,1" \\b "Doe" ',
        ' TOC \\c "Doe" ',
        " TOC \\tDoe ",
        " SEQ Doe ",
    )
    first.extend(element("fldSimple", instr=one) for one in said)
    scrub(package, frozenset(("Jane Doe",)))
    assert [one.get(w("name")) for one in package.root(package.main).iter(w("bookmarkStart"))] == ["Place1"]
    assert [one.get(w("instr")) for one in package.root(package.main).iter(w("fldSimple"))] == [
        ' TOC \\b Place1 \\t "Style 1,1" \\h ', ' TOC \\T "Style 1,1" \\b "Place1" ', ' TOC \\c "Place1" ',
        ' TOC \\t"Style 1" ', " SEQ Place1 ",
    ]  # fmt: skip


def test_a_field_names_a_style_in_its_own_case_or_in_another() -> None:
    package = Package(write_clean(draft("the matter")))
    styles = package.edit("word/styles.xml")
    for key, called in (("A", "DoeText"), ("B", "doetext"), ("C", "DOE")):
        styles.append(element("style", element("name", val=called), styleId=key, customStyle=1))
    styles[-1].append(element("aliases", val="Doe other,Plain"))
    first = next(package.edit(package.main).iter(w("p")))
    said = ("DoeText", "doetext", "Doe", "doe other", "Doe Other words", "Plain")
    first.extend(element("fldSimple", instr=f'STYLEREF "{one}"') for one in said)
    rename_styles(package, Calling(frozenset(("John Doe",))))
    named = [one[0].get(w("val")) for one in package.root("word/styles.xml")[-3:]]
    assert named == ["Style 1", "Style 2", "Style 3"]
    codes = [one.get(w("instr")) for one in package.root(package.main).iter(w("fldSimple"))]
    assert codes == [f'STYLEREF "{one}"' for one in (*named, "Style 3", "Style 4", "Style 3")]


@pytest.mark.parametrize("kept", ["rename_styles", "rename_bookmarks"])
def test_a_file_with_such_a_name_left_in_it_is_refused(kept: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"models.word.leaving.scrub.{kept}", lambda *_: None)
    secret = frozenset(("Wanjiku",))
    package = Package(run_together("Wanjiku"))
    scrub(package, secret)
    with pytest.raises(NotVerified, match="names of persons and delegations"):
        verify_word(package.to_bytes(), read_word(package.to_bytes()).draft, None, Allowed(secret=secret))


def test_the_id_that_word_makes_of_the_name_of_a_style_goes_with_it() -> None:
    package = Package(write_clean(draft("the matter")))
    package.edit("word/styles.xml").append(element("style", element("name", val="Ann body"), styleId="Annbody"))
    rename_styles(package, Calling(frozenset(("Ann",))))
    last = package.root("word/styles.xml")[-1]
    assert (last.get(w("styleId")), last[0].get(w("val"))) == ("Style1", "Style 1")


@pytest.mark.parametrize("name", ["Normal", "Indent", "Bodyt", "Ofcon", "Listpa", "Textindent"])
def test_built_in_styles_are_nobodys(name: str) -> None:
    package = Package(write_clean(draft("the matter")))
    styles = package.edit("word/styles.xml")
    for key, called in (("BodyTextIndent", "Body Text Indent"), ("ListParagraph", "List Paragraph"), ("TOC1", "toc 1")):
        styles.append(element("style", element("name", val=called), styleId=key))
    before = etree.tostring(styles)
    rename_styles(package, Calling(frozenset((name,))))
    assert etree.tostring(package.root("word/styles.xml")) == before
    assert not [one for one in found_in(package.to_bytes(), Allowed(secret=frozenset((name,)))) if one.what == "names"]


@pytest.mark.parametrize(("identity", "called"), [*(one[:2] for one in STYLES), *OTHER_NAMES.items()])
def test_styles_of_adref_keep_their_names(identity: str, called: str) -> None:
    assert [is_known_style(one) for one in (identity, called, called.replace(" ", ""))] == [True] * 3


def test_heads_and_feet_are_told() -> None:
    lines = running_heads(Package(write_clean(draft("the matter"))))
    assert "Draft, not an official document" in lines
    assert told_heads(lines, of_base=True)[0].startswith("Heads and feet of the pages, as the base has them: “")
    assert told_heads(("a" * 10, *map(str, range(6))), of_base=False)[0].endswith("“0”, “1”, “2” and 3 more")
    assert told_heads((), of_base=True) == []
