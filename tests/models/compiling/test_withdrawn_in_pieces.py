"""What was decided of a person's wish goes for what compilations have of it, in whatever pieces others cut it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.compiling.left_in_pieces import InPieces
from models.compiling.wishes import wished_again
from models.proposals.proposal import State
from models.proposals.returned import read_returned
from tests.models.compiling.test_kept_once import FIRST, LAST, Talks, by, words
from tests.models.word.word_xml import d, dele, ins, p, parts, t, zipped


@pytest.fixture
def talks(tmp_path: Path) -> Iterator[Talks]:
    made = Talks(tmp_path)
    with made.dossier:
        yield made


def struck(author: str, text: str, by_whom: str = "Boris") -> str:
    return ins(dele(d(text), by(by_whom)), by(author))


def come(author: str, text: str, date: str = "") -> str:
    return ins(t(text), by(author, date))


def within(*content: str) -> bytes:
    return zipped(parts(p(t(FIRST) + "".join(content)) + p(LAST)))


SAID = [
    ("fund ", "and bank", "host"),
    ("基金", "和银行", "东道国"),
    ("الصندوق ", "والمصرف", "المضيف"),
    ("[3", "] 12", "٤"),
]


@pytest.mark.parametrize("cut", ["put in", "struck"])
@pytest.mark.parametrize(("one", "other", "new"), SAID)
def test_in_pieces_it_goes_with_the_wish(talks: Talks, cut: str, one: str, other: str, new: str) -> None:
    first = talks.keep(within(come("Anna", one + other))).recorded
    between = (come("Boris", new), come("Fiji", other)) if cut == "put in" else (struck("Fiji", other),)
    talks.keep(within(come("Fiji", one), *between, come("Carla", "4")))
    assert [name for name, _ in talks.asked() if name != "Ghana"] == ["Fiji", "Kenya"]
    copy = next(one for one in talks.dossier.proposals() if one.proposal.author == "Fiji")
    assert wished_again(talks.dossier, talks.node)[copy.key] == first.new
    talks.dossier.set_state(first.new[0], State.WITHDRAWN)
    assert [name for name, said in talks.asked() if said and name != "Ghana"] == ["Kenya"]
    assert wished_again(talks.dossier, talks.node)[copy.key] == first.new
    talks.dossier.set_state(first.new[0], State.OPEN)
    assert [name for name, _ in talks.asked() if name != "Ghana"] == ["Fiji", "Kenya"]


def test_of_two_wishes_that_a_compilation_has_in_one_only_that_one_goes(talks: Talks) -> None:
    """All that one asks for in a paragraph is one there."""
    talks.keep(zipped(parts(p(t(FIRST[:8]) + come("Otto", " warmly") + t(FIRST[8:])) + p(LAST))))
    anna = talks.keep(within(come("Anna", " fund"))).recorded
    mixed = t(FIRST[:8]) + come("Fiji", " warmly") + t(FIRST[8:]) + come("Fiji", " fund") + come("Boris", " host")
    talks.keep(zipped(parts(p(mixed) + p(LAST))))
    talks.dossier.set_state(anna.new[0], State.WITHDRAWN)
    assert talks.asked() == [("Fiji", "warmly"), ("Ghana", "host")]


def test_withdrawn_while_a_compilation_was_out_it_stays_so(talks: Talks) -> None:
    talks.keep(words([("Carla", "year")]))
    first = talks.keep(within(come("Anna", " fund and bank"))).recorded
    talks.dossier.set_state(first.new[0], State.WITHDRAWN)
    talks.keep(within(come("Kenya", " year"), come("Fiji", " fund"), come("Boris", " or"), come("Fiji", " and bank")))
    assert [one for one in talks.asked() if one[0] != "Ghana"] == [("Kenya", "year")]


@pytest.mark.parametrize(
    ("one", "other", "mine"),
    [
        (" fund", " and bank", (" text one", " or two of all")),
        ("基金", "和银行", ("东道国和各国", "以及全体会员国")),
        (" الصندوق", " والمصرف", (" النص الأول", " أو كل النصين معا")),
    ],
)
def test_withdrawn_it_stays_so_where_a_part_of_it_stands_within_what_another_puts_in(
    talks: Talks, one: str, other: str, mine: tuple[str, str]
) -> None:
    """That part is a proposal of its own then, which amends what the other has."""
    date = "2026-01-02T00:00:00Z"
    anna = talks.keep(within(come("Anna", one + other, date))).recorded
    talks.keep(words([("Boris", "year")]))
    talks.dossier.set_state(anna.new[0], State.WITHDRAWN)
    marks = come("Carla", mine[0]), come("Fiji", one), come("Carla", mine[1]), come("Fiji", other)
    talks.keep(within(*marks, come("Ghana", " year")))
    copies = [one.proposal for one in talks.dossier.proposals() if one.proposal.author == "Fiji"]
    assert sorted(copy.against is None for copy in copies) == [False, True]
    assert talks.asked() == [("Ghana", "year"), ("Kenya", "".join(mine).strip())]
    talks.dossier.set_state(anna.new[0], State.OPEN)
    assert [said for name, said in talks.asked() if name == "Fiji"] == [(one + other).strip()]


@pytest.mark.parametrize(("short", "long"), [(" and", " and bank"), (" bank", " and bank"), ("和", "和银行")])
def test_withdrawn_it_takes_no_longer_wish_along_in_which_its_words_stand(talks: Talks, short: str, long: str) -> None:
    otto, anna = (talks.keep(within(come(*one))).recorded.new[0] for one in (("Otto", short), ("Anna", long)))
    talks.dossier.set_state(otto, State.WITHDRAWN)
    talks.keep(within(come("Fiji", long), come("Boris", " host")))
    assert talks.asked() == [("Fiji", long.strip()), ("Ghana", "host")]
    talks.dossier.set_state(anna, State.WITHDRAWN)
    talks.dossier.set_state(otto, State.OPEN)
    assert talks.asked() == [("Fiji", short.strip()), ("Ghana", "host")]


def test_a_new_paragraph_without_words_is_no_part_of_one_with_words() -> None:
    mark = f"<w:ins {by('Fiji')}/>"
    (worded,) = read_returned(zipped(parts(p(FIRST) + p(come("Fiji", "fund and bank"), mark=mark) + p(LAST)))).proposals
    (empty,) = read_returned(zipped(parts(p(FIRST) + p("", mark=mark) + p(LAST)))).proposals
    (part,) = read_returned(zipped(parts(p(FIRST) + p(come("Fiji", "fund"), mark=mark) + p(LAST)))).proposals
    assert [one.edits[0].come_text.strip() for one in (worded, empty, part)] == ["fund and bank", "", "fund"]
    assert [InPieces([worded]).have(one) for one in (worded, empty)] == [True, False]
    assert InPieces([empty]).have(empty)


def test_withdrawn_it_can_be_asked_for_again_in_pieces(talks: Talks) -> None:
    """What has a date left with no compilation."""
    first = talks.keep(within(come("Anna", " fund and bank"))).recorded
    talks.dossier.set_state(first.new[0], State.WITHDRAWN)
    date = "2026-01-02T00:00:00Z"
    talks.keep(within(come("Fiji", " fund", date), come("Boris", " or"), come("Fiji", " and bank", date)))
    assert ("Fiji", "fund and bank") in talks.asked()


def test_of_two_who_ask_alike_the_other_still_does(talks: Talks) -> None:
    anna, otto = (talks.keep(within(come(name, " fund and bank"))).recorded for name in ("Anna", "Otto"))
    talks.keep(within(come("Fiji", " fund"), come("Boris", " or"), come("Fiji", " and bank")))
    talks.dossier.set_state(anna.new[0], State.WITHDRAWN)
    assert [name for name, _ in talks.asked()] == ["Fiji", "Ghana"]
    talks.dossier.set_state(otto.new[0], State.WITHDRAWN)
    assert [name for name, _ in talks.asked()] == ["Ghana"]  # which has no ground


def test_what_one_takes_out_of_another_s_words_is_taken_back_with_his_wish(talks: Talks) -> None:
    talks.keep(within(come("Anna", " fund and bank")))
    talks.keep(within(come("Fiji", " fund"), struck("Fiji", " and bank")))
    wish = next(one for one in talks.dossier.proposals() if one.proposal.strikes)
    again = struck("Fiji", " and", "Ghana"), struck("Fiji", " bank", "Ghana")
    talks.keep(within(come("Fiji", " fund"), again[0], come("Carla", " host"), again[1]))
    talks.dossier.set_state(wish.key, State.WITHDRAWN)
    assert talks.asked() == [("Fiji", "fund and bank"), ("Kenya", "host")]


BOTH = "Fiji, Kenya"
IN_BOTH = [
    (come(BOTH, " fund"), come("Boris", " or"), come(BOTH, " and bank")),
    (come(BOTH, " fund"), struck(BOTH, " and bank"), come("Boris", " host")),
    (come(BOTH, " fund and bank"), come("Boris", " host")),
]


@pytest.mark.parametrize("content", IN_BOTH)
@pytest.mark.parametrize("who", [0, 1])
def test_what_two_ask_for_in_one_name_stays_that_of_the_other(talks: Talks, content: tuple[str, ...], who: int) -> None:
    both = [talks.keep(within(come(name, " fund and bank"))).recorded.new[0] for name in ("Anna", "Carla")]
    talks.keep(within(*content))
    talks.dossier.set_state(both[who], State.WITHDRAWN)
    assert [one for one in talks.asked() if one[0] != "Ghana"] == [(["Kenya", "Fiji"][who], "fund and bank")]
    talks.dossier.set_state(both[1 - who], State.WITHDRAWN)
    assert [name for name, _ in talks.asked() if name != "Ghana"] == []
    talks.dossier.set_state(both[who], State.OPEN)
    assert [one for one in talks.asked() if one[0] != "Ghana"] == [(["Fiji", "Kenya"][who], "fund and bank")]


def test_words_that_are_to_go_stay_where_that_is_taken_back_and_another_asks_for_less(talks: Talks) -> None:
    """A compilation has in both names what both take out."""

    def gone(*content: tuple[str, str]) -> bytes:
        return zipped(
            parts(p("".join(dele(d(text), by(name)) if name else t(text) for text, name in content)) + p(LAST))
        )

    first = talks.keep(gone((FIRST[:8], ""), (FIRST[8:], "Anna"))).recorded
    talks.keep(gone((FIRST[:8], ""), (FIRST[8:12], "Fiji"), (FIRST[12:], "Boris")))
    talks.dossier.set_state(first.new[0], State.WITHDRAWN)
    assert [name for name, _ in talks.asked()] == ["Ghana"]


CAME_FIRST = [
    (come("Fiji", " fund and bank"), come("Boris", " host")),
    (come("Fiji", " fund"), come("Boris", " or"), come("Fiji", " and bank")),
    (come("Fiji", " fund"), struck("Fiji", " and bank")),
    (come(BOTH, " fund"), come("Boris", " or"), come(BOTH, " and bank")),
]


@pytest.mark.parametrize("content", CAME_FIRST)
def test_it_goes_with_the_wish_though_a_compilation_came_first(talks: Talks, content: tuple[str, ...]) -> None:
    compiled = talks.keep(within(*content)).recorded
    anna = talks.keep(within(come("Anna", " fund and bank", "2026-01-02T00:00:00Z"))).recorded
    carla = talks.keep(within(come("Carla", " fund and bank"))).recorded
    both = [("Fiji", "fund and bank"), ("Kenya", "fund and bank")]
    assert [one for one in talks.asked() if one[0] != "Ghana"] == both
    talks.dossier.set_state(anna.new[0], State.WITHDRAWN)
    assert [one for one in talks.asked() if one[0] != "Ghana"] == both[1:]
    talks.dossier.set_state(carla.new[0], State.WITHDRAWN)
    assert wished_again(talks.dossier, talks.node).keys() & {*compiled.new}
    talks.dossier.set_state(anna.new[0], State.OPEN)
    assert [one for one in talks.asked() if one[0] != "Ghana"] == both[:1]


@pytest.mark.parametrize("content", [None, *CAME_FIRST[:2]])
def test_what_somebody_typed_in_the_name_of_his_delegation_is_a_wish_of_its_own(
    talks: Talks, content: tuple[str, ...] | None
) -> None:
    """What has a date left with no compilation, though one has it since."""
    talks.keep(within(come("Fiji", " fund and bank", "2026-01-02T00:00:00Z")))
    if content is not None:
        talks.keep(within(*content))
    anna = talks.keep(within(come("Anna", " and bank" if content is None else " fund and bank"))).recorded
    talks.dossier.set_state(anna.new[0], State.WITHDRAWN)
    assert [one for one in talks.asked() if one[0] != "Ghana"] == [("Fiji", "fund and bank")]
