"""Of what delegations ask for in rounds, each marking a compilation of all, every word stands once.

Each word is one that stands nowhere else, so that who put it in and who struck it is known of each.
"""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from re import findall

import pytest
from lxml import etree

from models.compiling.come_back import Compilations, judged
from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.what_is_told import what_is_told
from models.compiling.wishes import wished
from models.dossier import Dossier
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.returning import keep_returned, planned
from models.proposals.returned import read_returned
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from tests.models.word.word_xml import p, parts, zipped

PERSONS = {"Anna": "Fiji", "Boris": "Ghana", "Carla": "Kenya", "Dora": "Japan"}
LAST = "End."
SEEDS = (3, 15, 34, 50, 99, 109, 145, 223, 285, 358, 375, 432)


@dataclass
class Asked:
    """Who put each word in, None for the draft, and who strikes it."""

    by: dict[str, str | None] = field(default_factory=dict)
    struck: dict[str, set[str]] = field(default_factory=dict)

    def stands(self, word: str, names: set[str]) -> bool:
        """Whether a word stands where what some ask for is taken, and nothing else."""
        return self.by[word] in {None, *names} and not self.struck.get(word, set()) & names

    def left(self, word: str) -> bool:
        """Whether a word is in the file: who strikes what he put in himself does not ask for it."""
        return self.by[word] not in self.struck.get(word, set())


class Marked:
    """A Word file that somebody marks."""

    def __init__(self, data: bytes, author: str, chance: Random, asked: Asked) -> None:
        self.package = Package(data)
        self.root = self.package.edit("word/document.xml")
        self.author, self.chance, self.asked = author, chance, asked
        self.name = PERSONS[author]

    def data(self) -> bytes:
        return self.package.to_bytes()

    def mark(self) -> None:
        runs = [run for run in self.root.iter(w("r")) if run.findtext(w("t")) not in (None, "", LAST)]
        run = self.chance.choice(runs)
        if not (count := len(words(run))):
            return
        first = self.chance.randrange(count)
        last = self.chance.randint(first + 1, count)
        act = self.chance.choice(["strike", "put in", "put in", "replace", "paragraph"])
        if act == "paragraph":
            self.paragraph(run)
            return
        part = self.cut(run, first, last)
        if act != "put in":
            self.strike(part)
        if act != "strike":
            self.put_in(part)

    def cut(self, run: etree._Element, first: int, last: int) -> etree._Element:
        """The run of some words of a run, which is parted before and behind them; in an insertion that is, too."""
        every = words(run)
        pieces = [piece for piece in (every[:first], every[first:last], every[last:]) if piece]
        whole = alone(run)
        made = []
        for piece in pieces:
            one = deepcopy(whole)
            next(one.iter(w("t"))).text = "".join(piece)
            whole.addprevious(one)
            made.append(one)
        up(whole).remove(whole)
        return next(made[1 if first else 0].iter(w("r")))

    def strike(self, run: etree._Element) -> None:
        gone = self.change("del")
        run.addprevious(gone)
        gone.append(run)
        text = next(run.iter(w("t")))
        text.tag = w("delText")
        for word in (text.text or "").split():
            self.asked.struck.setdefault(word, set()).add(self.name)

    def put_in(self, run: etree._Element) -> None:
        change = self.change("ins")
        change.append(self.run(f" {self.new(self.chance.randint(1, 4))}"))
        at = run
        while up(at).tag != w("p"):
            at = up(at)
        at.addnext(change)

    def paragraph(self, run: etree._Element) -> None:
        """A new paragraph behind that of a run."""
        here = next(run.iterancestors(w("p")))
        one = etree.Element(w("p"))
        etree.SubElement(etree.SubElement(one, w("pPr")), w("rPr")).append(self.change("ins"))
        change = self.change("ins")
        change.append(self.run(self.new(self.chance.randint(2, 5))))
        one.append(change)
        here.addnext(one)

    def change(self, tag: str) -> etree._Element:
        return etree.Element(w(tag), {w("id"): "7", w("author"): self.author, w("date"): "2026-01-02T00:00:00Z"})

    def run(self, text: str) -> etree._Element:
        run = etree.Element(w("r"))
        etree.SubElement(run, w("t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}).text = text
        return run

    def new(self, count: int) -> str:
        """Words that stand nowhere else."""
        made = [f"{self.name.lower()}{len(self.asked.by) + n}" for n in range(count)]
        self.asked.by |= dict.fromkeys(made, self.name)
        return " ".join(made)


def up(one: etree._Element) -> etree._Element:
    found = one.getparent()
    assert found is not None
    return found


def alone(run: etree._Element) -> etree._Element:
    """A run, or the insertion that it is in, in which nothing else is then."""
    around = up(run)
    if around.tag != w("ins"):
        return run
    for other in [*around]:
        one = etree.Element(w("ins"), {str(key): str(value) for key, value in around.attrib.items()})
        around.addprevious(one)
        one.append(other)
    up(around).remove(around)
    return up(run)


def words(run: etree._Element) -> list[str]:
    return findall(r"\s*\S+", run.findtext(w("t")) or "")


def standing(data: bytes, names: set[str] | None) -> list[list[str]]:
    """The words of a file by paragraphs where the changes of some are taken, or all that it has."""

    def taken(author: str) -> bool:
        return all(any(one in (names or ()) for one in part.split(", ")) for part in author.split(" with "))

    def here(change: etree._Element) -> bool:
        author = change.get(w("author"), "")
        name = PERSONS.get(author, author)
        return names is None or taken(name) == (change.tag in (w("ins"), w("moveTo")))

    changes = (w("ins"), w("del"), w("moveTo"), w("moveFrom"))
    found = [""]
    for paragraph in Package(data).root("word/document.xml").iter(w("p")):
        for text in paragraph.iter(w("t"), w("delText")):
            if all(here(one) for one in text.iterancestors(*changes)):
                found[-1] += text.text or ""
        if all(here(one) for one in paragraph.iterfind(f"{w('pPr')}/{w('rPr')}/*") if one.tag in changes):
            found.append("")
    return [own for one in found if (own := findall(r"draft\d[a-h]|(?:fiji|ghana|kenya|japan)\d+(?!\d)", one))]


def everyone() -> list[set[str]]:
    return [set(), *({name} for name in PERSONS.values()), set(PERSONS.values())]


def wrong(data: bytes, asked: Asked, told: str) -> list[str]:
    """What a compilation has twice or not at all, or where it should not; what goes with words of others is told."""
    found = []
    for names in [None, *everyone()]:
        there = Counter(word for one in standing(data, names) for word in one)
        should = {word for word in asked.by if (asked.left(word) if names is None else asked.stands(word, names))}
        for word in sorted({*there, *should}):
            with_others = names == set(PERSONS.values()) and not there[word] and f"“{asked.by[word]}”" in told
            if there[word] != (word in should) and not with_others:
                found.append(f"{'in all' if names is None else sorted(names)}: {word} {there[word]} times")
    return found


class Negotiation:
    def __init__(self, path: Path, chance: Random, looked: bool = True) -> None:
        self.chance, self.asked, self.looked = chance, Asked(), looked
        texts = [[f"draft{at}{letter}" for letter in "abcdefgh"[: chance.randint(3, 8)]] for at in range(3)]
        self.asked.by = {word: None for text in texts for word in text}
        self.base = zipped(parts("".join(p(" ".join(text)) for text in texts) + p(LAST)))
        self.dossier = Dossier.create(path)
        (self.node,) = import_files(self.dossier, [Incoming(read_word(self.base), "L.1.docx")])
        for author, name in PERSONS.items():
            self.dossier.map_author(author, self.dossier.add_delegation(name).key)
        self.marked: list[bytes] = []

    def marked_by(self, author: str, data: bytes) -> bytes:
        one = Marked(data, author, self.chance, self.asked)
        for _ in range(self.chance.randint(1, 3)):
            one.mark()
        made = one.data()
        self.keep(made)
        return made

    def keep(self, data: bytes) -> None:
        self.marked.append(data)
        plan = planned(self.dossier, read_returned(data), f"{len(self.marked)}.docx", base=self.node.id)
        keep_returned(self.dossier, judged(plan, Compilations(self.dossier)) if self.looked else plan)

    def compiled(self) -> tuple[bytes, str]:
        """All that is asked for, as one file, and what is told of it."""
        wishes, _ = wished(self.dossier, self.node)
        draft = self.dossier.draft(self.node.id)
        origins = read_word(self.base).origins
        made = write_compilation(draft, joined(draft, wishes), base=self.base, origins=origins)
        told = what_is_told(draft, wishes, made, made.data, base=self.base, origins=origins)
        return made.data, "; ".join(told.cannot)


@pytest.mark.parametrize("looked", [True, False])
@pytest.mark.parametrize("seed", SEEDS)
def test_every_word_stands_once(tmp_path: Path, seed: int, looked: bool) -> None:
    chance = Random(f"{seed} rounds")
    talks = Negotiation(tmp_path / "d.adref", chance, looked)
    with talks.dossier:
        for author in chance.sample([*PERSONS], chance.randint(1, 2)):
            talks.marked_by(author, talks.base)
        for _ in range(chance.randint(2, 3)):
            data, told = talks.compiled()
            assert wrong(data, talks.asked, told) == []
            for author in chance.sample([*PERSONS], chance.choice([1, 1, 2, 2, 3])):
                talks.marked_by(author, data)
        data, told = talks.compiled()
        assert wrong(data, talks.asked, told) == []
