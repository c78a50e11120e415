"""What a tree has none of is looked for once, and found as ever where it is there."""

from __future__ import annotations

from lxml import etree

from models.word.markup import element
from models.word.namespaces import VML, w
from models.word.seldom import each, nothing_comes, seldom

FIELD, BOX, OLDER, SHAPE = seldom(w("fldChar"), w("sdt"), f"{{{VML}}}*", "{*}spPr")
SHAPES = (f"{{{VML}}}shape", "{urn:of-a-shape}spPr")


def paragraph(*tags: str) -> etree._Element:
    """A paragraph that holds an element of each tag, and a run."""
    made = element("p", element("r", element("t")))
    made.extend([etree.Element(tag) for tag in tags])
    return made


def test_each_finds_what_iter_finds() -> None:
    asked = [(w("t"),), (FIELD,), (BOX, FIELD), (OLDER,), (SHAPE,), (w("r"), OLDER, w("t"), BOX), (w("tbl"),)]
    for root in (paragraph(), paragraph(FIELD), paragraph(*SHAPES), paragraph(BOX, SHAPES[1], FIELD)):
        for _ in range(2):
            for tags in asked:
                assert list(each(root, *tags)) == list(root.iter(*tags))
            with nothing_comes(root):
                for tags in asked:
                    assert list(each(root, *tags)) == list(root.iter(*tags))


def test_what_is_not_there_is_looked_for_once_while_nothing_comes() -> None:
    root = paragraph()
    with nothing_comes(root):
        assert not list(each(root, FIELD))
        with nothing_comes(root):
            root.append(etree.Element(FIELD))
        assert not list(each(root, FIELD))  # it was not to come
        assert list(each(paragraph(FIELD), FIELD))
    assert list(each(root, FIELD))


def test_what_goes_is_not_found() -> None:
    root = paragraph(FIELD)
    with nothing_comes(root):
        assert list(each(root, FIELD))
        root.remove(root[-1])
        assert not list(each(root, FIELD))
