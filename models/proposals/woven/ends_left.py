"""Ends of paragraphs that are struck in a file and join nothing, since no paragraph follows."""

from __future__ import annotations

from collections.abc import Iterator

from models.reading.reading import Reading
from models.word.woven import Woven


def ends_left(woven: Woven, sent: Reading) -> Iterator[int]:
    """The paragraphs of the text as sent that keep words, and their end, though somebody strikes it.

    A table follows, which may go with the same hand, or their cell ends. Programs do not agree on what that is:
    LibreOffice leaves the end, as is done here.
    """
    for one in woven.paragraphs:
        if one.next is not None or one.whole:
            continue
        gone = {place for span in one.spans if woven.changes[span.change].adds is False
                for place in range(span.start, span.end)}  # fmt: skip
        if len(gone) < len(one.paragraph.text) or one.paragraph.footnotes:
            places = (sent.revisions[number].paragraph for number in one.mark if woven.changes[number].adds is False)
            yield from (place for place in places if place is not None)
