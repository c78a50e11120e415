"""Whatever changes beside it, a change of substance is never called housekeeping; housekeeping alone never more."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.comparison.change import Change, Comparison
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from tests.real_files import real_draft

TEXTS = (
    "Requests the Secretary-General to submit to the General Assembly, at its eighty-first session, a report on the "
    "implementation of the present resolution and of resolution 79/212 of 19 December 2024, including an “action plan” "
    "for 2026–2030, and decides to consider it under the item entitled “Sustainable development”",
    "Urges Member States that have not yet done so to provide, within existing resources, technical assistance and "
    "capacity-building to developing countries, or to consider increasing their contributions by 5 per cent, as set "
    "out in paragraph 1 above and in document A/C.2/80/L.39/Rev.1",
    "Calls upon all Parties to the Convention – in particular those listed in annex I – to take fully into account the "
    "needs of women, children and older persons, and stresses that no one’s rights may be left behind",
    "Prie le Secrétaire général de lui présenter, à sa quatre-vingt-unième session, un rapport sur l’application de la "
    "présente résolution et d’y faire figurer les mesures prises par les États Membres ou les organisations régionales",
    "просит Генерального секретаря представить Генеральной Ассамблее на ее восемьдесят первой сессии доклад об "
    "осуществлении резолюции 79/212 от 19 декабря 2024 года, а также предложения государств-членов",
    "请秘书长向大会第八十一届会议提交报告，说明第79/212号决议的执行情况，并鼓励会员国和区域组织提供5%的资源",
    "تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة في دورتها الحادية والثمانين تقريرا عن تنفيذ القرار 79/212، "
    "وتشجع الدول الأعضاء أو المنظمات الإقليمية على تقديم الدعم",
)
OTHERS = (
    "Welcomes the convening of the conference on rivers and lakes, and its outcome document on safe water for everyone",
    "Encourages the private sector to invest in early warning and in the restoration of degraded dry lands",
    "Takes note of the annual report of the Board on the funds and programmes and of the replies given to it",
)
NOTE, OTHER_NOTE = "See A/80/214, chapter III.", "Resolution 79/226, annex."

Chance = random.Random
Edit = Callable[[str, Chance], str | None]


def at_word(change: Callable[[str, Chance], str]) -> Edit:
    """An edit of one word, never the first."""

    def edit(text: str, chance: Chance) -> str | None:
        found = [match for match in re.finditer(r"[^\W\d_]{2,}", text) if match.start()]
        word = chance.choice(found)
        return text[: word.start()] + change(word[0], chance) + text[word.end() :]

    return edit


def at(pattern: str, change: Callable[[re.Match[str]], str]) -> Edit:
    """An edit of one place that a pattern finds; None where there is none."""

    def edit(text: str, chance: Chance) -> str | None:
        found = [match for match in re.finditer(pattern, text) if match.start()]
        if not found:
            return None
        place = chance.choice(found)
        return text[: place.start()] + change(place) + text[place.end() :]

    return edit


def clause(text: str, chance: Chance) -> str | None:
    words = text.split(" ")
    if len(words) < 8:
        return None
    start = chance.randrange(2, len(words) - 4)
    end = start + chance.randint(1, 4)
    return " ".join(words[:start] + words[end:])


def swapped(text: str, chance: Chance) -> str | None:
    words = text.split(" ")
    places = [at for at in range(1, len(words) - 1) if words[at] != words[at + 1]]
    if not places:
        return None
    place = chance.choice(places)
    words[place], words[place + 1] = words[place + 1], words[place]
    return " ".join(words)


SUBSTANCE: dict[str, Edit] = {
    "another word": at_word(lambda word, chance: chance.choice(["may", "shall", "мир", "十分", "جديد", word * 2])),
    "a word gone": at_word(lambda word, chance: ""),
    "a word more": at_word(lambda word, chance: f"{word} not"),
    "spelling": at_word(lambda word, chance: word[:1] + word[0] + word[1:]),
    "another letter case": at(r"\b[a-zа-яé]", lambda found: found[0].upper()),
    "a small letter": at(r"\b[A-ZА-Я]", lambda found: found[0].lower()),
    "a number": at(r"\d+", lambda found: str(int(found[0]) + 7)),
    "a digit more": at(r"\d", lambda found: found[0] + "0"),
    "a comma less": at(r"[,，،](?=.*\w)", lambda found: ""),
    "a comma more": at(r"(?<=\w) (?=\w)", lambda found: ", "),
    "a semicolon for a comma": at(r"[,，،](?=.*\w)", lambda found: ";"),
    "and for or": at(r"\bor\b|\bou\b|\bأو\b", lambda found: "and"),
    "or for and": at(r"\band\b|\bet\b|和", lambda found: "or"),
    "brackets round": at(r"\b[\w-]+ States\b|\w{4,} \w{4,}", lambda found: f"({found[0]})"),
    "a hyphen less": at(r"(?<=\w)-(?=\w)", lambda found: " "),
    "a hyphen more": at(r"(?<=[^\W\d_]) (?=[^\W\d_])", lambda found: "-"),
    "a hyphen for a dash": at(r" – ", lambda found: "-"),
    "a dash for a hyphen": at(r"(?<=[^\W\d_])-(?=[^\W\d_])", lambda found: " – "),
    "the order of two": at(r"(\w{4,})(,| and| et| и) (\w{4,})", lambda found: f"{found[3]}{found[2]} {found[1]}"),
    "a number in words": at(r"\b\w+-(?:first|unième|первой)\b", lambda found: f"{found[0][:3]}-second"),
    "a quotation longer": at(r"” (\w+)", lambda found: f" {found[1]}”"),
    "a possessive less": at(r"’s\b", lambda found: ""),
    "a symbol": at(r"L\.39|79/212", lambda found: found[0][:-1] + "3"),
    "a revision less": at(r"/Rev\.1", lambda found: ""),
    "a clause gone": clause,
    "two words swapped": swapped,
    "the last word": lambda text, chance: text + " duly",
    "an accent": at(r"[éè]", lambda found: "e"),
    "a hamza within a word": at(r"(?<=\w{5})ا", lambda found: "أ"),
}  # fmt: skip

HOUSEKEEPING: dict[str, Callable[[str], str]] = {
    "quotes": lambda text: text.replace("“", '"').replace("”", '"').replace("’", "'"),
    "dashes": lambda text: text.replace("–", "-"),
    "spaces": lambda text: text.replace(" ", "  ", 1),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "spaces at the end": lambda text: text + " ",
}
ENDS = (";", ".", ",", "", "; and", ":", "；", "。")

chances = st.integers(0, 2**32).map(random.Random)
quiet = st.sets(st.sampled_from(sorted(HOUSEKEEPING)))
ends = st.tuples(st.sampled_from(ENDS), st.sampled_from(ENDS))


def paragraph(text: str, number: int, italic: bool, notes: tuple[tuple[int, int], ...] = ()) -> Paragraph:
    """An operative paragraph; `notes` are places in words and ids."""
    first, _, rest = text.partition(" ")
    opens = italic and bool(rest.strip()) and len(first) < 20  # not all of a text without spaces
    runs = [Run(first, italic=opens)] if rest else [Run(text)]
    at = 0
    for place, note in notes:
        words = rest.split(" ")
        runs += [Run(" " + " ".join(words[at:place])), Run(footnote=note)]
        at = place
    if rest:
        runs.append(Run(" " + " ".join(rest.split(" ")[at:])))
    return Paragraph(Kind.OPERATIVE, tuple(runs), number=str(number))


def dressed(text: str, habits: set[str], end: str) -> str:
    """A text with some housekeeping done to it."""
    for habit in sorted(habits):
        text = HOUSEKEEPING[habit](text)
    return text + end


def drafts(old: str, new: str, chance: Chance, notes: tuple[tuple[Footnote, ...], ...] = ((), ())) -> Comparison:
    """The text second of three, and then third of four: a new paragraph stands at the top, numbers follow."""
    places = [((3, note[0].id),) if note else () for note in notes]
    before = [paragraph(OTHERS[0] + ";", 1, True), paragraph(old, 2, chance.random() < 0.5, places[0])]
    after = [paragraph(OTHERS[0] + ";", 1, True), paragraph(new, 2, chance.random() < 0.5, places[1])]
    before.append(paragraph(OTHERS[1] + ".", 3, True))
    after.append(paragraph(OTHERS[1] + ".", 3, True))
    if chance.random() < 0.5:
        after.insert(0, paragraph(OTHERS[2] + ";", 0, True))
        after = [replace(one, number=str(number)) for number, one in enumerate(after, 1)]
    return compare(Draft(tuple(before), notes[0]), Draft(tuple(after), notes[1]))


def of_the_text(comparison: Comparison) -> list[Change]:
    """The changes in which the text in question stands."""
    new = len(comparison.new.paragraphs) - 2
    return [change for change in comparison.changes if 1 in change.old or new in change.new]


@settings(max_examples=240)
@given(st.sampled_from(TEXTS), st.sampled_from(sorted(SUBSTANCE)), quiet, ends, chances)
def test_an_edit_of_the_words(text: str, what: str, habits: set[str], end: tuple[str, str], chance: Chance) -> None:
    edited = SUBSTANCE[what](text, chance)
    if edited is None or edited.split() == text.split():
        return
    found = of_the_text(drafts(text + end[0], dressed(edited, habits, end[1]), chance))
    assert {change.weight for change in found} == {"substance"}, (what, [change.reasons for change in found])


@settings(max_examples=100)
@given(st.sampled_from(TEXTS), quiet, ends, chances)
def test_housekeeping_alone(text: str, habits: set[str], end: tuple[str, str], chance: Chance) -> None:
    (found,) = of_the_text(drafts(text + end[0], dressed(text, habits, end[1]), chance))
    if "reference" in found.reasons:
        # The paragraphs around it moved: "paragraph 1 above" is another one now.
        assert "above" in text
        return
    assert found.weight in (None, "housekeeping"), found.reasons


@settings(max_examples=200)
@given(st.sampled_from(TEXTS), st.sampled_from(["", *sorted(SUBSTANCE)]), chances)
def test_brackets_at_any_letters(text: str, what: str, chance: Chance) -> None:
    edited = SUBSTANCE[what](text, chance) if what else text
    if edited is None or (what and edited.split() == text.split()):
        return
    start = chance.randrange(1, len(edited) - 1)
    end = chance.randint(start + 1, min(len(edited), start + chance.choice((2, 9, 60))))
    bracketed = f"{edited[:start]}[{edited[start:end]}]{edited[end:]}"
    sides = (text, bracketed) if chance.random() < 0.5 else (bracketed, text)
    found = of_the_text(drafts(sides[0] + ";", sides[1] + ";", chance))
    strayed = any("reference" in change.reasons for change in found) and "above" in text
    assert {change.weight for change in found} == {"substance" if what or strayed else "bracket"}, what


NOTES: dict[str, tuple[tuple[Footnote, ...], tuple[Footnote, ...]]] = {
    "says something else": ((Footnote(1, "1", (Run(NOTE),)),), (Footnote(4, "2", (Run(NOTE + " and Corr.1"),)),)),
    "cites another text": ((Footnote(1, "1", (Run(NOTE),)),), (Footnote(1, "1", (Run(OTHER_NOTE),)),)),
    "another figure": ((Footnote(1, "1", (Run(NOTE),)),), (Footnote(1, "1", (Run(NOTE.replace("214", "215")),)),)),
    "new": ((), (Footnote(1, "1", (Run(NOTE),)),)),
    "gone": ((Footnote(1, "1", (Run(NOTE),)),), ()),
}


@pytest.mark.parametrize("what", sorted(NOTES))
@settings(max_examples=40)
@given(st.sampled_from(TEXTS[:3]), quiet, ends, chances)
def test_a_note(what: str, text: str, habits: set[str], end: tuple[str, str], chance: Chance) -> None:
    found = of_the_text(drafts(text + end[0], dressed(text, habits, end[1]), chance, NOTES[what]))
    assert [(change.weight, "notes" in change.reasons) for change in found] == [("substance", True)]


@settings(max_examples=60)
@given(st.sampled_from(TEXTS[:3]), quiet, ends, st.integers(4, 12), chances)
def test_a_note_at_other_words(text: str, habits: set[str], end: tuple[str, str], place: int, chance: Chance) -> None:
    habits -= {"spaces", "hard spaces"}  # places are counted in words between single spaces
    notes = (Footnote(1, "1", (Run(NOTE),)),)
    comparison = drafts(text + end[0], dressed(text, habits, end[1]), chance, (notes, notes))
    new = list(comparison.new.paragraphs)
    new[-2] = paragraph(new[-2].text, 2, True, ((place, 1),))
    (found,) = of_the_text(compare(comparison.old, replace(comparison.new, paragraphs=tuple(new))))
    assert (found.weight, "notes" in found.reasons) == ("substance", True)


REAL = (
    "corpus/resolutions/A_C.2_80_L.50.txt", "corpus/resolutions/A_RES_79_145.txt",
    "corpus/vice_chairman", "corpus/security_council", "corpus/word",
)  # fmt: skip


def real_file(shared: Path, name: str) -> Path:
    """A file by its name, or the first of a folder that holds a text with operative paragraphs."""
    path = shared / name
    if path.is_file():
        return path
    return next(
        file
        for file in sorted(path.iterdir())
        if file.suffix in (".txt", ".docx", ".md")
        and any(one.kind is Kind.OPERATIVE for one in real_draft(file).paragraphs)
    )


@pytest.mark.parametrize("name", REAL)
def test_an_edit_of_a_real_paragraph(shared: Path, name: str) -> None:
    """Each edit once somewhere in a real text, an opening set roman and quotes and dashes made plain everywhere."""
    old = real_draft(real_file(shared, name))
    body = [at for at, one in enumerate(old.paragraphs) if one.kind in KINDS and len(one.text.split()) > 8]
    chance = random.Random(name)
    quiet = tuple(plain(one) if one.kind in KINDS else one for one in old.paragraphs)
    base = replace(old, paragraphs=quiet)
    wrong = []
    for what in sorted(SUBSTANCE):
        place = chance.choice(body)
        runs = list(base.paragraphs[place].runs)
        longest = max(range(len(runs)), key=lambda at: len(runs[at].text))
        edited = SUBSTANCE[what](f" {runs[longest].text}", chance)
        if edited is None or edited.split() == runs[longest].text.split():
            continue
        runs[longest] = replace(runs[longest], text=edited[1:] if edited.startswith(" ") else edited)
        paragraphs = [*quiet[:place], replace(quiet[place], runs=tuple(runs)), *quiet[place + 1 :]]
        comparison = compare(old, replace(old, paragraphs=tuple(paragraphs)))
        wrong += [
            (what, place, change.reasons)
            for change in comparison.changes
            if place in change.new and change.weight != "substance"
        ]
    assert not wrong


KINDS = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)


def plain(paragraph: Paragraph) -> Paragraph:
    """A paragraph without italics, its quotes and dashes as on a typewriter."""
    shapes = str.maketrans({"“": '"', "”": '"', "’": "'", "–": "-"})
    runs = tuple(replace(run, text=run.text.translate(shapes), italic=False) for run in paragraph.runs)
    return replace(paragraph, runs=runs)
