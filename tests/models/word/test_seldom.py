"""What a tree has none of is looked for once, and found as ever where it is there."""

from __future__ import annotations

from lxml import etree

from models.word.markup import element
from models.word.namespaces import VML, w
from models.word.seldom import _FEW, each, nothing_comes, seldom

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


def test_few_and_many_are_found_in_the_order_of_the_tree() -> None:
    """Of what there are few it is known where they stand; what there are many of is walked to."""
    few = [BOX, FIELD, BOX]
    for tags in (few, [FIELD] * _FEW + few, few + [FIELD] * (_FEW + 1), [*few, w("r"), w("sdtPr"), *SHAPES]):
        body = element("body", paragraph(*tags[:2]), element("p", paragraph(*tags[2:])))
        for root in (body, body[1], body[1][0]):  # which is the tree that is asked, whatever it stands in
            with nothing_comes(root):
                for asked in ((BOX,), (FIELD,), (BOX, FIELD), (FIELD, w("r")), (OLDER, BOX), (BOX, w("tbl"))):
                    assert list(each(root, *asked)) == list(root.iter(*asked))


def test_what_goes_meanwhile_is_not_found_where_there_are_few() -> None:
    root = element("body", paragraph(BOX, FIELD), paragraph(BOX))
    with nothing_comes(root):
        found = each(root, BOX, FIELD)
        assert next(found).tag == BOX
        root.remove(root[0])  # with the field in it, while one goes through them
        assert list(found) == [root[0][-1]]
        assert list(each(root, BOX, FIELD)) == [root[0][-1]]
        root[0][-1].tag = w("r")
        assert not list(each(root, BOX))
