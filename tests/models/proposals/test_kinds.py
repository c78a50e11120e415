"""Of what kind and level the paragraphs of a tracked file are, whosever changes are taken from it alone."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from models.draft import Draft, Kind
from models.proposals.laid.applying import applied
from models.proposals.proposal import Proposal
from models.proposals.returned import Returned, read_returned
from tests.models.compiling.read_alone import taken_alone
from tests.models.proposals.tracked_files import AUTHORS, OPENING, Line, Stretch, Tracked, leveled_texts, written
from tests.models.word.word_xml import d, dele, docx, p

ENDS = Stretch("")
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def shown(draft: Draft) -> list[tuple[Kind, int, str]]:
    """Of an empty paragraph nobody can say of what kind it is."""
    return [(one.kind, one.level, one.text) for one in draft.paragraphs if one.text.strip()]


def own(returned: Returned, author: str) -> list[Proposal] | None:
    """What an author asks for; None where it writes into what another puts in."""
    by_key = {one.key: one for one in returned.proposals}
    found = [one for one in returned.proposals if one.author == author]
    hangs = any(one.against is not None and one.edits and by_key[one.against].author != author for one in found)
    return None if hangs else found


def line(words: str, level: int, end: Stretch = ENDS, former: tuple[int, str] | None = None) -> Line:
    return Line((Stretch(words),), end, level, former)


def put_in(words: str, level: int, end: Stretch = ENDS, former: tuple[int, str] | None = None) -> Line:
    return Line((Stretch(words, "France"),), end, level, former)


def taken(words: str, level: int, end: Stretch = ENDS) -> Line:
    return Line((Stretch(words, None, "Kenya"),), end, level)


BY_FRANCE, BY_KENYA = Stretch("", "France"), Stretch("", None, "Kenya")


@pytest.mark.parametrize(
    "tracked",
    [
        (line("Urges", 0), line("Calls upon", 1, BY_FRANCE), put_in("Decides", 0, former=(1, "France"))),
        (line("Urges", 0), line("Calls upon", 0, BY_FRANCE), put_in("Decides", 1)),
        (line("Urges", 0), line("Calls upon", 1, BY_FRANCE), line(" donors", 2, former=(1, "Kenya"))),
        (line("Urges", 0), taken("Calls upon", 2, BY_KENYA), line("Decides", 0)),
        (line("Urges", 0), Line((Stretch("Calls", None, "Kenya"),), BY_KENYA, 2, (0, "France")), line("Decides", 0)),
        (line("Urges", 0, BY_KENYA), line(" all", 1), line("Decides", 0)),
    ],
    ids=[
        "behind the last, of another level",
        "the last of another level, and one behind it",
        "one parts what another sets",
        "gone",
        "one takes out what another sets",
        "joined",
    ],
)
def test_each_author_has_its_levels(tracked: Tracked) -> None:
    check(written((OPENING, *tracked)))


LINES = ("Recalling its resolution 78/1,", "Urges all States;", "Requests a report:", "On water;", "Decides to go on.")


@pytest.mark.parametrize("gone", [1, 2, 3])
def test_under_an_organ_line_that_goes_no_paragraph_becomes_another(gone: int) -> None:
    """Be it that the one before goes whole, whose end is joined to it: its own end stands."""
    by = 'w:id="9" w:author="France"'
    found = p(dele(d("The General Assembly"), by), ",")
    for number, words in enumerate(LINES):
        listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if number else ""
        first, rest = words.split(" ", 1)
        if number == gone:
            found += p(dele(d(words), by), properties=listed, mark=f"<w:del {by}/>")
        else:
            found += p(dele(d(first), by), f" {rest}", properties=listed)
    returned = read_returned(docx(p("Water for all") + found, numbering=NUMBERING))
    read = (returned.base.draft, returned.sent.draft)
    assert Kind.OPERATIVE in {one.kind for one in read[0].paragraphs} - {one.kind for one in read[1].paragraphs}
    assert [edit.becomes for one in returned.proposals for edit in one.edits if edit.becomes] == []


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(leveled_texts())
def test_levels_of_each_author(tracked: Tracked) -> None:
    check(written(tracked))


def check(data: bytes) -> None:
    returned = read_returned(data)
    for author in AUTHORS:
        if (wishes := own(returned, author)) is not None:
            assert shown(applied(returned.base.draft, wishes)) == shown(taken_alone(data, author)), author
