"""What lies on the clipboard as a draft of its own, read as it is pasted into a text."""

from __future__ import annotations

from collections.abc import Mapping

from models.clipboard.fragment import Fragment
from models.clipboard.mail_head import MAIL_HEADS
from models.clipboard.own import MIME
from models.clipboard.plain import read_plain
from models.clipboard.quoted import quoted_in
from models.clipboard.read import from_clipboard
from models.clipboard.rich import rich_alone
from models.draft import Draft
from models.files.letter_told import with_letter_told
from models.files.read import read_text
from models.reading.decoding import letters_of
from models.reading.letter_around import is_around, of_letter
from models.reading.reading import Reading, ReadingWarning

PAGES, PLAIN = (MIME, "text/html"), "text/plain"
"""What is read, the first of it that there is; plain text where there is none of the others."""


def read_copied(formats: Mapping[str, bytes], name: str = "") -> Reading:
    """Reads what was copied, by media type; `name` is what it is called. Words alone are read as a text file is, but
    where a mail is around them, which holds parts of a text, as they are pasted; RTF where nothing else is. Raises
    CannotRead where there are no words, CannotPaste where there are too many or RTF cannot be read."""
    if rich := rich_alone(formats):
        from models.files.rich_text import reading_of_rich  # for the few who copy nothing else

        return with_letter_told(reading_of_rich(rich))
    if any(formats.get(one) for one in PAGES):
        fragment = from_clipboard(formats)
        if not fragment.partial or fragment.losses:  # the plain words may have what was left out
            return _of(fragment)
    text = letters_of(formats.get(PLAIN, b""))[0]
    reading = read_text(text, name)
    mail = read_plain(text)
    around = MAIL_HEADS in mail.losses or is_around(of_letter(mail.paragraphs), mail.paragraphs)
    return _of(mail) if not mail.partial and (around or quoted_in(text).marked) else reading


def _of(fragment: Fragment) -> Reading:
    told = (ReadingWarning(None, "left-out", sentence) for sentence in fragment.losses)
    return with_letter_told(Reading(Draft(fragment.paragraphs, fragment.footnotes), tuple(told)))
