"""Notes and comments whose places went with a change."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from models.word.comment_keys import all_answers, key_of, placeless_answers
from models.word.namespaces import w
from models.word.package import Package

REFERENCES = (w("footnoteReference"), w("endnoteReference"), w("commentReference"))
_NOTES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}


def named(places: Iterable[etree._Element]) -> set[tuple[str, str]]:
    """The notes that references name, as (tag of the reference, id)."""
    return {(etree.QName(place).localname, place.get(w("id")) or "") for place in places}


def drop_notes(package: Package, gone: set[tuple[str, str]]) -> None:
    """Take out the notes and comments whose references `gone` names, and the range marks of such comments.

    What answers such a comment, and has no place of its own, goes with it. What the text still has at another place
    stays: some programs write a note within a note that goes.
    """
    if gone:
        gone = gone - named(package.root(package.main).iter(*REFERENCES))
    for kind, element in _NOTES.items():
        ids = {id_ for tag, id_ in gone if tag == f"{element}Reference"}
        name = package.related(kind)
        if not ids or name is None:
            continue
        root = package.edit(name)
        going = [note for note in root.findall(w(element)) if note.get(w("id")) in ids]
        if kind == "comments":
            going += all_answers(map(key_of, going), placeless_answers(package))
        for note in dict.fromkeys(going):
            root.remove(note)
        if kind == "comments":
            for mark in list(package.edit(package.main).iter(w("commentRangeStart"), w("commentRangeEnd"))):
                if mark.get(w("id")) in ids and (parent := mark.getparent()) is not None:
                    parent.remove(mark)
