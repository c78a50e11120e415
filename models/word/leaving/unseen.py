"""What a Word file says beside its text and on no page: other names of styles, those of tables, lists and choices."""

from __future__ import annotations

from models.word.leaving.fields import INSTRUCTIONS
from models.word.leaving.names import in_markup
from models.word.leaving.parts import TYPES
from models.word.namespaces import w
from models.word.package import Package

UNSEEN_NODES = frozenset(
    map(w, ("tblCaption", "tblDescription", "docPartCategory", "captions", "autoCaptions", "aliases"))
)
UNSEEN_ATTRIBUTES = frozenset(map(w, ("lastValue", "tgtFrame")))
_LIST, _NAME = w("abstractNum"), w("name")


def drop_unseen(package: Package, secret: frozenset[str]) -> None:
    """Take out in place what tables, lists, choices and links are called, which no text refers to.

    The name of a list stays where a field counts by it; themes lose a name that holds one of some names.
    """
    pattern = in_markup(secret)
    roots = [(name, package.root(name)) for name in package.names if name.casefold().endswith(".xml") and name != TYPES]
    counted = " ".join(node.text or "" for _, root in roots for node in root.iter(*INSTRUCTIONS))
    counted += " ".join(node.get(w("instr")) or "" for _, root in roots for node in root.iter(w("fldSimple")))
    for part, root in roots:
        lists = [one for one in root.iter(_NAME) if (above := one.getparent()) is not None and above.tag == _LIST]
        gone = [*root.iter(*UNSEEN_NODES), *(one for one in lists if (one.get(w("val")) or "") not in counted)]
        for node in gone:
            package.edit(part)
            above = node.getparent()
            if above is not None:
                above.remove(node)
        for node in root.iter(w("dropDownList"), w("comboBox"), w("hyperlink")):
            for key in UNSEEN_ATTRIBUTES.intersection(map(str, node.keys())):
                package.edit(part)
                del node.attrib[key]
        if pattern is not None and package.content_type(part).endswith("theme+xml"):
            for node in root.iter("{*}theme", "{*}clrScheme", "{*}fontScheme", "{*}fmtScheme"):
                if pattern.search(node.get("name") or ""):
                    package.edit(part)
                    node.set("name", "Theme")
