"""New words in another language than the old text say so: they are spelled and hyphenated by it."""

from __future__ import annotations

from itertools import chain

from lxml import etree

from models.draft.whose import quoted
from models.reading.language import UNKNOWN, weighed
from models.word.namespaces import w
from models.word.redlining.letters.deleted_content import id_of
from models.word.writing.spoken import speak

_INS, _PARAGRAPH, _RUN, _TEXT = w("ins"), w("p"), w("r"), w("t")
_GONE = (w("del"), w("moveFrom"))


def say_languages(root: etree._Element, first_id: int, old: str, new: str) -> None:
    """Say in place what language words are in that come by the changes that count from `first_id`.

    `old` and `new` are those of both texts; a paragraph that tells another is in that one. Nothing is said of a
    language that is not known: formulas alone may make one of a few words.
    """
    for paragraph in root.iter(_PARAGRAPH):
        coming = [one for one in paragraph.iter(_INS) if id_of(one) >= first_id]
        runs = [run for one in coming for run in one.iter(_RUN) if run.find(_TEXT) is not None and not _goes(run)]
        if not runs:
            continue
        told, sure = spoken_in("".join(text.text or "" for text in paragraph.iter(_TEXT) if not _goes(text)))
        spoken = told if sure else new
        for run in runs if spoken != UNKNOWN else ():
            speak(run, spoken, old)


def spoken_in(text: str) -> tuple[str, bool]:
    """The language a paragraph is in, and whether enough tells of it: its own words, where they do, and not a quotation
    they lead to."""
    cut = [0, *chain.from_iterable(quoted(text)), len(text)]
    own = weighed([" ".join(text[start:end] for start, end in zip(cut[::2], cut[1::2], strict=True))])
    return own if own[1] else weighed([text])


def _goes(node: etree._Element) -> bool:
    return next(node.iterancestors(*_GONE), None) is not None
