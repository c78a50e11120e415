"""XML parsed with care: no entity is resolved, nothing is fetched, nothing nests or swells without limit."""

from __future__ import annotations

from xml.parsers import expat

from lxml import etree


def _parser(*, remarks: bool = False, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover,
        remove_comments=not remarks, remove_pis=not remarks,
    )  # fmt: skip


_PARSER = _parser()
_REPORTED = 100  # libxml2 tells of no more errors: behind so many there may be any other
_LONGEST = 10_000  # letters of a message: one that is cut off may hide what it says


def parsed(data: bytes, *, remarks: bool = False) -> etree._Element:
    """The root element of XML; comments and instructions of programs stay in it with `remarks`.

    A namespace may be any words: libxml2 calls one that is no address (“urn:José”) an error, and reads on.
    Raises etree.XMLSyntaxError, ValueError or LookupError for what is not well-formed.
    """
    parser = _parser(remarks=True) if remarks else _PARSER
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", None) != etree.ErrorTypes.WAR_NS_URI or len(parser.error_log) >= _REPORTED:
            raise
        lenient = _parser(remarks=remarks, recover=True)
        root = etree.fromstring(data, lenient)
        told = [(one.type, one.message) for one in lenient.error_log]
        if root is None or len(told) >= _REPORTED or not all(_is_name(*one) for one in told) or not _is_whole(data):
            raise
        return root


def _is_name(error: int, message: str) -> bool:
    """Whether an error is a namespace that is no address and no more, and lxml can tell it from a name behind it."""
    return error == etree.ErrorTypes.WAR_NS_URI and len(message) < _LONGEST and not {"{", "}"} & set(message)


def _is_whole(data: bytes) -> bool:
    """Whether XML ends with its root: behind any error libxml2 tells nothing of what follows, and leaves it out."""
    try:
        expat.ParserCreate().Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        return False
    return True


def apart(node: etree._Element) -> etree._Element:
    """A copy of an element that stands on its own, with every prefix that its attributes may name."""
    return parsed(etree.tostring(node, with_tail=False), remarks=True)
