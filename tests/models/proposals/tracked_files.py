"""Small tracked files of several authors with the texts that any choice of authors gives: an oracle of its own."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from hypothesis import strategies as st

from tests.models.word.word_xml import docx

AUTHORS = ("France", "Kenya", "Peru")


@dataclass(frozen=True)
class Stretch:
    """Words with who put them in and who takes them out, where anybody did."""

    words: str
    adds: str | None = None
    takes: str | None = None

    def stays(self, accepted: Set[str]) -> bool:
        """Whether it is there when the changes of some authors are accepted and all others rejected."""
        return (self.adds is None or self.adds in accepted) and (self.takes is None or self.takes not in accepted)


@dataclass(frozen=True)
class Line:
    """A paragraph; its end is a stretch without words. `former` is its level before somebody changed it, and who."""

    stretches: tuple[Stretch, ...]
    end: Stretch
    level: int | None = None
    former: tuple[int, str] | None = None


Tracked = tuple[Line, ...]


def text_of(tracked: Tracked, accepted: Set[str]) -> list[str]:
    """The paragraphs when the changes of some authors are accepted and all others rejected."""
    found, open_text = [], ""
    for line in tracked:
        open_text += "".join(one.words for one in line.stretches if one.stays(accepted))
        if line.end.stays(accepted):
            found.append(open_text)
            open_text = ""
    return found


def written(tracked: Tracked) -> bytes:
    """The Word file; changes are numbered and dated in their order."""
    return docx("".join(_Writer(tracked).paragraphs()), numbering=_NUMBERING)


_LEVELS = "".join(
    f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for at, (form, text) in enumerate((("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")))
)
_NUMBERING = (
    f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{_LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def _listed(level: int | None) -> str:
    return "" if level is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


class _Writer:
    def __init__(self, tracked: Tracked) -> None:
        self.tracked, self.number = tracked, 0

    def paragraphs(self) -> list[str]:
        return [self._paragraph(line) for line in self.tracked]

    def _by(self, author: str) -> str:
        self.number += 1
        return f'w:id="{self.number}" w:author="{author}" w:date="2025-11-17T{self.number % 24:02d}:00:00Z"'

    def _paragraph(self, line: Line) -> str:
        end = "".join(
            f"<w:{tag} {self._by(author)}/>"
            for tag, author in (("ins", line.end.adds), ("del", line.end.takes))
            if author is not None
        )
        listed, change = _listed(line.level), ""
        if line.former is not None:
            level, author = line.former
            change = f"<w:pPrChange {self._by(author)}><w:pPr>{_listed(level)}</w:pPr></w:pPrChange>"
        inner = f"{listed}{f'<w:rPr>{end}</w:rPr>' if end else ''}{change}"
        properties = f"<w:pPr>{inner}</w:pPr>" if inner else ""
        return f"<w:p>{properties}{''.join(map(self._stretch, line.stretches))}</w:p>"

    def _stretch(self, one: Stretch) -> str:
        tag = "delText" if one.takes else "t"
        run = f'<w:r><w:{tag} xml:space="preserve">{escape(one.words)}</w:{tag}></w:r>'
        if one.takes:
            run = f"<w:del {self._by(one.takes)}>{run}</w:del>"
        return f"<w:ins {self._by(one.adds)}>{run}</w:ins>" if one.adds else run


_WORDS = st.sampled_from(("all ", "States ", "water", " and ", "peace ", "urges ", "x", "meet soon", ", ", "résumé "))


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    """Words that stay, come, go, or come and go, by any authors."""
    kind = draw(st.sampled_from(("stays", "stays", "comes", "goes", "comes and goes")))
    adds = draw(st.sampled_from(AUTHORS)) if "comes" in kind else None
    takes = draw(st.sampled_from(AUTHORS)) if "goes" in kind else None
    return Stretch(draw(_WORDS), adds, takes)


@st.composite
def tracked_texts(draw: st.DrawFn) -> Tracked:
    """Up to seven paragraphs; the end of the last stays, as it does in Word.

    New and deleted paragraphs are written both ways: with their own end, or with that of the paragraph before.
    """
    lines: list[Line] = []
    for number in range(draw(st.integers(1, 7))):
        whole = draw(st.sampled_from(("", "", "new", "gone", "new after", "gone after")))
        author = draw(st.sampled_from(AUTHORS))
        mark = Stretch("", author, None) if "new" in whole else Stretch("", None, author)
        if not whole:
            mark = Stretch("", *draw(st.sampled_from(((None, None), (None, None), (author, None), (None, author)))))
            own = draw(st.lists(stretches(), max_size=4))
            if draw(st.booleans()):
                own = [Stretch(f"P{number} "), *own]
        else:
            own = [Stretch(draw(_WORDS), mark.adds, mark.takes)]
            own += [one for one in draw(st.lists(stretches(), max_size=2)) if one.adds]
        if whole.endswith("after") and lines:
            lines[-1] = replace(lines[-1], end=mark)
            mark = Stretch("")
        lines.append(Line(tuple(own), mark))
    lines.append(Line((Stretch("The end."),), Stretch("")))
    return tuple(lines)


OPENING = Line((Stretch("The General Assembly,"),), Stretch(""))


@st.composite
def leveled_texts(draw: st.DrawFn) -> Tracked:
    """The same in a list of three levels below an opening; some levels somebody changed.

    Each paragraph of the base has words: of an empty one no reader can say of what kind it is.
    """
    levels = st.integers(0, 2)
    found = [OPENING]
    for line in draw(tracked_texts()):
        former = draw(st.sampled_from((None, None, *AUTHORS)))
        change = (draw(levels), former) if former is not None and line.end.adds is None else None
        words = (Stretch(f"L{len(found)} "),) if line.end.adds is None else ()
        found.append(replace(line, stretches=words + line.stretches, level=draw(levels), former=change))
    return tuple(found)
