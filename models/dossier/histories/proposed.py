"""Who had proposed the words that come into a draft or leave it, and on which draft before it.

A proposal is told of where it stands on a draft behind, in the same paragraph by lineage, and puts in or takes out just
these words. What it came to, accepted or rejected, does not matter: it says who asked, not why it was done.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from models.comparison.words.features import words_of
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.comparison.words.tokens import HAN
from models.dossier.histories.line import Line, Steps
from models.dossier.histories.phrases import Proposed, Standing, holds, word_places
from models.draft.late_pattern import late_pattern
from models.proposals.proposal import END, Edit, Proposal
from models.telling.one_line import on_one_line
from models.telling.sentences import joined, listed

if TYPE_CHECKING:
    from models.dossier.dossier import Dossier
    from models.dossier.proposals.kept_proposals import KeptProposal

UNNAMED = "an author without a name"
_SOME, _LONG = 3, 6
"""So many words together are told of where they are half of what was proposed, and so many however much more was."""
_ALIKE = 0.6
"""So much of two paragraphs together is the same words where one is the other as it was proposed."""
_SMALL = 3
"""Words of so many letters at most name nobody where they are of a script that has no list of common words here."""
_NAMED = 4
"""So many drafts on which the same was proposed are told of, and parts of a phrase; of more the earliest."""
_HAN = late_pattern(f"[{HAN}]")
_COMMON = frozenset(
    word
    for line in (
        "a an the and or nor but if of to in on at by for from with as its it their they them this that these those is",
        "are be been was were has have had not no all any also other such into within between among including through",
        "under upon shall should may can will would which who whose where when than then there both each more most so",
        "de la le les l d du des et en au aux un une par pour que qui dans sur ce sa ses son est",
        "el los las y al del lo por para con una o u su sus se",
    )
    for word in line.split()
)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, small letters, each with its place; those that are written together share one."""

    text: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> _Words:
        found = [(word, place) for place in word_places(text) for word in words_of(text[slice(*place)])]
        return cls(text, tuple(word for word, _ in found), tuple(place for _, place in found))


class Proposals:
    """The proposals of a dossier as they are looked for along lineages; `steps` are those of the lines."""

    def __init__(self, dossier: Dossier, steps: Steps) -> None:
        self._dossier, self.steps = dossier, steps
        self._order = {node.id: at for at, node in enumerate(steps.nodes)}

    @cached_property
    def _placed(self) -> dict[str, list[tuple[KeptProposal, Proposal]]]:
        """By draft what has a place there, as it stands there; only what is of words."""
        found: dict[str, list[tuple[KeptProposal, Proposal]]] = {}
        for kept in self._dossier.proposals():
            for one in (kept.proposal, *(placed.proposal for placed in kept.placements)):
                if one.place.note is None and one.kind not in ("move", "format", "note"):
                    found.setdefault(one.place.draft, []).append((kept, one))
        return found

    @cached_property
    def _names(self) -> dict[str, str]:
        return {one.key: one.short for one in self._dossier.delegations()}

    def told(self, line: Line, phrase: str, history: Sequence[Standing]) -> tuple[Standing, ...]:
        """The history of a phrase of a paragraph with who had proposed what became of it."""
        if not self._placed:
            return tuple(history)
        wanted = _Words.of(phrase)
        comes = ("first", "came", "returned")
        return tuple(
            replace(one, proposed=self._of(line, wanted, one, history)) if one.state in (*comes, "left") else one
            for one in history
        )

    def _of(self, line: Line, wanted: _Words, here: Standing, history: Sequence[Standing]) -> tuple[Proposed, ...]:
        now = [version.text for version in line.versions if version.node.id == here.node.id]
        asked: dict[tuple[str, str], Proposed] = {}
        for behind in _behind(here, history):
            at = {version.position for version in line.versions if version.node.id == behind}
            for kept, placed in self._placed.get(behind, ()):
                words = self._words(placed, at, wanted, now, gone=here.state == "left")
                if words is None or kept.proposal.place.draft not in self._order or kept.state is None:
                    continue
                who = self._names.get(kept.delegation or "") or kept.proposal.author
                node = self.steps.nodes[self._order[kept.proposal.place.draft]]
                one = Proposed(who, node, words, kept.key, kept.state)
                other = asked.setdefault((who, words), one)
                if self._order[node.id] < self._order[other.node.id]:
                    asked[who, words] = one
        found = sorted(asked.values(), key=lambda one: self._order[one.node.id])
        return tuple(one for one in found if not one.words or all(other.words for other in found))

    def _words(self, proposal: Proposal, at: set[int], wanted: _Words, now: Sequence[str], *, gone: bool) -> str | None:
        """What of a phrase a proposal puts in or takes out at some paragraphs of its draft: "" all of it, None none."""
        for edit in proposal.edits:
            for text, stood in self._changed(proposal, edit, at, now, gone=gone):
                words = _shared(wanted, _Words.of(text), stood)
                if words is not None:
                    return words
        return None

    def _changed(
        self, proposal: Proposal, edit: Edit, at: set[int], now: Sequence[str], *, gone: bool
    ) -> Iterator[tuple[str, Sequence[str]]]:
        """The words an edit puts in or takes out there, each with the texts that tell them apart from others: what had
        them before they came, or has them when they went."""
        if edit.look is not None or edit.becomes is not None:
            return
        first, last = edit.start.paragraph, edit.end.paragraph
        if not gone and edit.ends_come:
            for text in (piece.text for piece in edit.come):
                if text and any(_alike(text, one) for one in now):
                    yield text, ()
        if at.isdisjoint(range(first, last + 1)):
            return
        paragraphs = self.steps.draft(proposal.place.draft)[0].paragraphs
        head = paragraphs[first].text[: edit.start.offset] if first < len(paragraphs) else ""
        tail = paragraphs[last].text[edit.end.offset :] if last < len(paragraphs) else ""
        if not edit.ends_gone and not edit.ends_come:
            # What is written into a word makes it another word.
            before, after = re.search(r"\w*\Z", head), re.match(r"\w*", tail)
            assert before is not None
            assert after is not None
            old, new = (f"{before[0]}{words}{after[0]}" for words in (edit.gone, edit.come_text))
            stood = now if gone else [paragraphs[first].text]
            for op, text in readable(word_diff(old, new)):
                if op == ("delete" if gone else "insert"):
                    yield text, stood
        elif gone:
            yield from ((text, now) for n, text in enumerate(edit.gone.split(END), first) if text and n in at)
        elif edit.come:
            # New paragraphs beside one are none of its words.
            beside = [(edit.come[0].text, head, first), (edit.come[-1].text, tail, last)]
            for text, rest, where in beside:
                if text and rest.strip() and where in at:
                    yield text, [paragraphs[where].text]


def _behind(here: Standing, history: Sequence[Standing]) -> list[str]:
    """The drafts behind one where a phrase comes, back to where it stood; where it goes, back to where it came."""
    standings = {one.node.id: one for one in history}
    found: list[str] = []
    ahead = list(here.node.parents)
    while ahead:
        one = standings.get(ahead.pop())
        if one is not None and one.node.id not in found and one.there == (here.state == "left"):
            found.append(one.node.id)
            ahead += one.node.parents
    return found


def _shared(wanted: _Words, asked: _Words, stood: Sequence[str]) -> str | None:
    """The words of a phrase that are among those asked for, "" where it is all of them; None where they tell nobody."""
    matcher = SequenceMatcher(None, wanted.words, asked.words, autojunk=False)
    _, at, size = matcher.find_longest_match()
    words = asked.words[at : at + size]
    if not _tell(words):
        return None
    if size == len(wanted.words):
        return ""
    if size < min(max(_SOME, len(asked.words) / 2), _LONG, len(asked.words)):
        return None
    # What is in the paragraph besides may be those words and not these.
    if any(holds(words_of(text), words) for text in stood):
        return None
    return asked.text[asked.places[at][0] : asked.places[at + size - 1][1]]


def _tell(words: Sequence[str]) -> bool:
    """Whether words are so uncommon that who proposed them is worth naming."""
    plain = [word for word in words if word.isascii() or word.isdigit()]
    others = [word for word in words if word not in plain]
    if any(word not in _COMMON for word in plain) or any(len(word) > _SMALL for word in others):
        return True
    return sum(_HAN.search(word) is not None for word in others) > 1  # each is one character


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, words_of(one), words_of(other), autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _quoted(words: str) -> str:
    return f"“{on_one_line(words)}”"


def told_proposed(
    one: Standing, name: Callable[[str], str] = on_one_line, quoted: Callable[[str], str] = _quoted
) -> str:
    """Who had proposed that a phrase comes or goes: "proposed by Kenya on Rev.1", "" where nobody is known to.

    `name` and `quoted` write names and words as the place needs them.
    """
    said = []
    for words in dict.fromkeys(each.words for each in one.proposed):
        what = ["deletion"] * (one.state == "left") + ["of"] * (one.state == "left" and words != "")
        by = _by([each for each in one.proposed if each.words == words], name)
        said.append(" ".join([*what, *([quoted(words)] if words else []), "proposed", by]))
    return "; ".join([*said[:_NAMED], "more by others"] if len(said) > _NAMED else said)


def _by(proposed: Iterable[Proposed], name: Callable[[str], str]) -> str:
    on: dict[str, tuple[str, list[str]]] = {}
    for one in proposed:
        on.setdefault(one.node.id, (one.node.label, []))[1].append(name(one.who) if one.who else UNNAMED)
    told = [f"by {listed(who)} on {name(label)}" for label, who in on.values()]
    return joined([*told[:_NAMED], "later by others"] if len(told) > _NAMED else told)
