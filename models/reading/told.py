"""What a Markdown file of ours tells of a paragraph or a note whose words alone would be read otherwise.

A comment on the line above says what it is, and the words stand on one line in elements and entities, which every
reader of Markdown shows as they are:

    <!-- adref operative number="3 bis" label="OP3 bis" -->
    3 bis&#46; <em>Decides</em> to meet<br>in <u>May</u>,[^7]

Everything a draft can hold can be told so; what reads back the same without it is written without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from models.draft import Footnote, Kind, Paragraph, Run, tidy_runs

_BLOCK = re.compile(r"^<!-- adref (?P<what>[a-z-]+)(?P<facts>[^\n]*?) -->[ \t]*\n?(?P<words>[^\n]*)$", re.MULTILINE)
_FACT = re.compile(r' (?P<name>[a-z]+)="(?P<value>[^"\n]*)"')
_CITED = re.compile(r"\[\^(?P<id>\d{1,9})\]: ?")
_NOTE = "note"
_TOKEN = re.compile(
    r"<(?P<off>/?)(?P<tag>em|strong|u|br)>|&#(?P<code>\d{1,7});|\[\^(?P<note>\d{1,9})\]|(?P<plain>[^<&\[]+|.)",
    re.DOTALL,
)
_TAGS = ("em", "strong", "u")
_SIGNS = frozenset('\\`*_{}[]<>#|~&$^"')
# At the head of a line these would begin a list, a rule or a table.
_HEAD = re.compile(r"^(?P<figures>\d{0,9})(?P<sign>[-+=:.)])")


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph or a footnote, as the file tells of it."""

    paragraph: Paragraph | None = None
    note: Footnote | None = None


def told_paragraph(paragraph: Paragraph, before: str) -> str:
    """The lines that tell of a paragraph; `before` is what stands before its words to be seen: "3. "."""
    facts = {
        "level": str(paragraph.level) if paragraph.level else None,
        "number": paragraph.number,
        "label": paragraph.set_label,
        "cell": " ".join(map(str, paragraph.cell)) if paragraph.cell is not None else None,
        "before": str(len(before)) if before else None,
    }
    return _lines(str(paragraph.kind), facts, _spaced(_escaped(before) + _runs(paragraph.runs)))


def told_note(note: Footnote) -> str:
    """The lines that tell of a footnote."""
    return _lines(_NOTE, {"mark": note.mark}, f"[^{note.id}]: {_spaced(_runs(note.runs))}")


def taken_from(text: str) -> tuple[str, list[Told]]:
    """The text with a line `\\0n\\0` in the place of whatever is told, and what is told, by those numbers."""
    found: list[Told] = []

    def take(match: re.Match[str]) -> str:
        told = _told(match["what"], dict(_FACT.findall(match["facts"])), match["words"])
        if told is None:
            return match[0]
        found.append(told)
        return f"\n\0{len(found) - 1}\0\n"

    return (_BLOCK.sub(take, text), found) if "<!-- adref " in text else (text, found)


def _lines(what: str, facts: Mapping[str, str | None], words: str) -> str:
    said = "".join(f' {name}="{_escaped(value)}"' for name, value in facts.items() if value is not None)
    return f"<!-- adref {what}{said} -->\n{words}".rstrip("\n")


def _spaced(words: str) -> str:
    """A line whose spaces and first signs no reader of Markdown takes for anything else."""
    words = _HEAD.sub(lambda match: f"{match['figures']}&#{ord(match['sign'])};", words).replace("  ", " &#32;")
    words = f"&#32;{words[1:]}" if words.startswith(" ") else words
    return f"{words[:-1]}&#32;" if words.endswith(" ") else words


def _escaped(text: str) -> str:
    """Text with everything but letters, plain marks and spaces as entities."""
    return "".join(one if one.isprintable() and one not in _SIGNS else f"&#{ord(one)};" for one in text)


def _runs(runs: Iterable[Run]) -> str:
    text = ""
    for run in tidy_runs(runs):
        if run.footnote is not None:
            text += f"[^{run.footnote}]"
            continue
        part = "<br>".join(map(_escaped, run.text.split("\n")))
        for tag, has in zip(_TAGS, run.marks, strict=True):
            part = f"<{tag}>{part}</{tag}>" if has else part
        text += part
    return text


def _told(what: str, facts: Mapping[str, str], words: str) -> Told | None:
    """What a comment and the line under it tell; None where they are none of ours."""
    value = {name: _text(said) for name, said in facts.items()}
    try:
        if what == _NOTE:
            cited = _CITED.match(words)
            if cited is None:
                return None
            return Told(note=Footnote(int(cited["id"]), value.get("mark", ""), _read(words[cited.end() :])))
        cell = [int(one) for one in value.get("cell", "").split()]
        return Told(
            Paragraph(
                Kind(what),
                _without_head(_read(words), int(value.get("before", 0))),
                int(value.get("level", 0)),
                value.get("number"),
                value.get("label"),
                (cell[0], cell[1], cell[2]) if len(cell) == _CELL else None,
            )
        )
    except ValueError:
        return None


_CELL = 3


def _text(words: str) -> str:
    return "".join(run.text for run in _read(words))


def _read(words: str) -> tuple[Run, ...]:
    """The runs of a line of elements and entities."""
    on = dict.fromkeys(_TAGS, 0)
    found: list[Run] = []
    for token in _TOKEN.finditer(words):
        tag, text = token["tag"], token["plain"] or ""
        if token["note"]:
            found.append(Run(footnote=int(token["note"])))
            continue
        if tag in on:
            on[tag] += -1 if token["off"] else 1
            continue
        if tag == "br":
            text = "\n"
        elif token["code"]:
            text = chr(min(int(token["code"]), _LAST))
        found.append(Run(text, *(on[one] > 0 for one in _TAGS)))
    return tidy_runs(found)


_LAST = 0x10FFFF


def _without_head(runs: Iterable[Run], length: int) -> tuple[Run, ...]:
    """Runs without their first letters, in code points: the number that stands before the words to be seen."""
    left: list[Run] = []
    for run in runs:
        cut = min(length, len(run.text))
        length -= cut
        left.append(replace(run, text=run.text[cut:]))
    return tidy_runs(left)
