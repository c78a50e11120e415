"""What a certificate says of each delegation alone, held against the letters of its file read on a road of its own."""

from __future__ import annotations

import io
import zipfile
from random import Random

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.unasked import unasked
from models.compiling.what_is_told import what_is_told
from models.proposals.untracked.compared import compared_proposals
from models.word.namespaces import w
from models.word.read import read_word
from tests.models.word.word_xml import docx, p

HEAD = ("The General Assembly,", "Recalling its resolution 78/1 on water,")
LINES = (
    "1. Urges all States to act together in the region:",
    "(a) To meet each year in one of the capitals;",
    "(b) To report on what they did to the Assembly;",
    "2. Requests the Secretary-General to help them with staff;",
    "3. Invites donors to contribute to the trust fund;",
    "4. Decides to remain seized of the matter.",
)
ACTS = ("own", "within", "words", "behind", "reword", "add", "delete", "split", "swap")


def asked_by(chance: Random) -> list[str]:
    """The lines of a delegation: numbers stay as they are typed, in brackets of their own or not."""
    lines = list(LINES)
    for _ in range(chance.randint(1, 3)):
        at, act = chance.randrange(len(lines)), chance.choice(ACTS)
        number, _, words = lines[at].partition(" ")
        if act in ("own", "within") and words and not number.startswith("["):
            lines[at] = f"[{number}] {words}" if act == "own" else f"[[{number}] {words}]"
        elif act == "words" and words:
            lines[at] = f"{number} [{words}]"
        elif act == "behind":
            lines[at] += " [agreed]"
        elif act == "reword" and len(every := words.split(" ")) > 4:
            place = chance.randrange(2, len(every))
            every[place] = chance.choice(("promptly", "[further]", "in (b)"))
            lines[at] = " ".join((number, *every))
        elif act == "add":
            lines.insert(at, chance.choice(("9. Calls for peace;", "[[9.] Calls for calm;]", "Calls for action;")))
        elif act == "delete" and len(lines) > 3:
            del lines[at]
        elif act == "split" and len(every := words.split(" ")) > 5:
            lines[at : at + 1] = [" ".join((number, *every[:3])), " ".join(every[3:])]
        elif act == "swap" and at:
            lines[at - 1], lines[at] = lines[at], lines[at - 1]
    return lines


def alone(data: bytes, name: str) -> list[str]:
    """The letters of a file with the changes of one delegation taken, those of several too, and no others."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))

    def own(change: etree._Element) -> bool:
        return all(name in part.split(", ") for part in (change.get(w("author")) or "").split(" with "))

    def there(changes: list[etree._Element]) -> bool:
        come, gone = (w("ins"), w("moveTo")), (w("del"), w("moveFrom"))
        return all(own(one) if one.tag in come else one.tag not in gone or not own(one) for one in changes)

    found, line = [], ""
    for paragraph in body.iter(w("p")):
        for letters in paragraph.iter(w("t"), w("delText"), w("tab")):
            run = letters.getparent()
            if run is not None and run.tag == w("r") and there(list(letters.iterancestors())):
                line += "\t" if letters.tag == w("tab") else letters.text or ""
        mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        if mark is None or there(list(mark)):
            found += [line] if line else []
            line = ""
    return found + ([line] if line else [])


@pytest.mark.parametrize("seeds", [range(at, at + 15) for at in range(0, 30, 15)], ids=str)
def test_whose_changes_are_said_to_be_exact_has_its_very_letters(seeds: range) -> None:
    exact = 0
    for seed in seeds:
        chance = Random(seed)
        base = docx("".join(map(p, (*HEAD, *LINES))))
        read = read_word(base)
        asked = {name: asked_by(chance) for name in ("Chad", "Fiji", "Kenya", "Peru")[: chance.randint(2, 4)]}
        wishes = {}
        for name, lines in asked.items():
            text = read_word(docx("".join(map(p, (*HEAD, *lines))))).draft
            if own := list(compared_proposals(compare(read.draft, text), name)):
                wishes[name] = own
        made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
        assert not list(unasked(made.data, read.draft, wishes)), seed
        told = what_is_told(read.draft, wishes, made, made.data, base=base, origins=read.origins, as_typed=set(wishes))
        for name in told.exact:
            assert alone(made.data, name) == [*HEAD, *asked[name]], (seed, name)
        assert alone(made.data, "") == [*HEAD, *LINES]
        exact += len(told.exact)
    assert exact > len(seeds)
