"""The notes of the masthead out of the paragraphs that the end of a page put round them, as footnotes.

"Iraq:* draft resolution" has its note at the foot of the first page. In a text or a PDF that is amid the preamble.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from models.draft import Draft
from models.draft.asterisk_notes import with_notes_called
from models.reading.reading import ReadingWarning


def with_notes_of_masthead(
    draft: Draft, warnings: Iterable[ReadingWarning], told: Collection[int] = ()
) -> tuple[Draft, list[ReadingWarning]]:
    """The draft with these notes at their marks, and the warnings at the places paragraphs have now.

    Those `told` of by the file stay paragraphs.
    """
    changed, now = with_notes_called(draft, told)
    moved = [one if one.paragraph is None else replace(one, paragraph=now[one.paragraph]) for one in warnings]
    return changed, moved
