"""Words that several take out of one paragraph and put in elsewhere, each for itself: all accepted, they stand twice.

So it is where one moves a paragraph and another joins part of it to the next, or where both divide it otherwise: what
they ask for is no move of both, and each by itself is a change of words. And words that one puts elsewhere where
another takes all out: all accepted, they are gone, which nobody asks for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from models.comparison.words.tokens import is_word, tokens
from models.compiling.clashes import Clash, in_quotes, place_at, short
from models.compiling.joint_wishes import names_in
from models.compiling.standing import WITH
from models.draft import Draft, labels
from models.proposals.laid.applying import applied
from models.proposals.proposal import Proposal

_SEVERAL = 3
"""How many words have to follow one another as they did to be known elsewhere, wherever else they stand; fewer are
known where the draft has them once."""

_Words = tuple[str, ...]


@dataclass(frozen=True)
class SetElsewhere:
    """Two put the same `words` of the paragraph `label` elsewhere, each for itself."""

    names: tuple[str, str]
    label: str
    words: str

    def __str__(self) -> str:
        alone = sum(map(is_word, tokens(self.words).words)) == 1
        return (
            f"{in_quotes(self.names)} each put {in_quotes([short(self.words)])} of {self.label} elsewhere: "
            f"all accepted, {'this word is' if alone else 'these words are'} there several times"
        )


@dataclass(frozen=True)
class LostElsewhere:
    """One puts the `words` of the paragraph `label` where others take them out."""

    name: str
    label: str
    words: str

    def __str__(self) -> str:
        return (
            f"{in_quotes([self.name])} puts {in_quotes([short(self.words)])} of {self.label} elsewhere, where others "
            "take out what is there: all accepted, these words are gone"
        )


def set_elsewhere(
    draft: Draft, wishes: Mapping[str, Sequence[Proposal]], taken: Draft, told: Collection[Clash]
) -> tuple[SetElsewhere | LostElsewhere, ...]:
    """Of each two, what stands in `taken`, a draft with all wishes, more often than in it or with those of anybody; and
    of each, what it puts elsewhere that is there less often than with those of everybody.

    `told` is what is told already: who moves a paragraph, each for itself, or changes the same words of it.
    """
    names = sorted(name for name in wishes if WITH not in name)
    known = {
        (one.label, own)
        for one in told
        if one.kind in ("twice", "words")
        for name in one.names
        for own in names_in(name)
    }
    places, often = labels(draft), _Often(draft, wishes, taken)
    asked = {name: _Asked(draft, wishes[name]) for name in names}
    found: list[tuple[int, SetElsewhere | LostElsewhere]] = []
    for one, other in combinations(names, 2):
        come = asked[one].come & asked[other].come
        for at in sorted(asked[one].gone.keys() & asked[other].gone.keys()) if come else ():
            label = place_at(places, at)
            if {(label, one), (label, other)} <= known:
                continue
            for text in asked[one].gone_of_both(asked[other], at):
                if words := often.longest(text, come):
                    found.append((at, SetElsewhere((one, other), label, words)))
                    break
    for name in names if len(names) > 1 else ():
        for at, spans in asked[name].gone.items():
            for start, end in spans:
                if words := often.lost(draft.paragraphs[at].text[start:end], asked[name].come):
                    found.append((at, LostElsewhere(name, place_at(places, at), words)))
                    break
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


class _Asked:
    """What one takes out, by paragraph from where to where, and which words follow one another in what it puts in."""

    def __init__(self, draft: Draft, own: Sequence[Proposal]) -> None:
        self.texts = [one.text for one in draft.paragraphs]
        self.gone: dict[int, list[tuple[int, int]]] = {}
        self.come: set[_Words] = set()
        for proposal in own:
            for edit in proposal.edits if proposal.place.note is None and proposal.against is None else ():
                self.come.update(_following(edit.come_text))
                first, last = edit.start, edit.end
                for at in range(first.paragraph, min(last.paragraph + 1, len(self.texts))) if edit.gone else ():
                    start = first.offset if at == first.paragraph else 0
                    end = last.offset if at == last.paragraph else len(self.texts[at])
                    if start < end and edit.look is None:
                        self.gone.setdefault(at, []).append((start, end))

    def gone_of_both(self, other: _Asked, at: int) -> Iterator[str]:
        """What another takes out of a paragraph, too."""
        for start, end in self.gone[at]:
            for first, last in other.gone[at]:
                yield self.texts[at][max(start, first) : min(end, last)]


class _Often:
    """Which words, so many in a row, stand more often in a text than in any of those it is made of."""

    def __init__(self, draft: Draft, wishes: Mapping[str, Sequence[Proposal]], taken: Draft) -> None:
        self._draft, self._wishes, self._taken = draft, wishes, taken

    def longest(self, text: str, come: Collection[_Words]) -> str:
        """The longest stretch of a text of which all is so, and among what comes."""
        rows = (_longest(text, several, come, self._is_known) for several in range(_SEVERAL, 0, -1))
        return next(filter(None, rows), "")

    def lost(self, text: str, come: Collection[_Words]) -> str:
        """The longest stretch of a text among what comes that stands less often than in all of those."""
        return _longest(text, _SEVERAL, come, lambda words: words in self._stands_less)

    def _is_known(self, words: _Words) -> bool:
        return words in self._stands_more and (len(words) == _SEVERAL or self._in_draft[words] == 1)

    @cached_property
    def _in_draft(self) -> Counter[_Words]:
        return _count(self._draft)

    @cached_property
    def _counts(self) -> tuple[Counter[_Words], list[Counter[_Words]]]:
        return _count(self._taken), [
            self._in_draft,
            *(_count(applied(self._draft, own)) for own in self._wishes.values()),
        ]

    @cached_property
    def _stands_more(self) -> set[_Words]:
        now, before = self._counts
        return {words for words, n in now.items() if n > max(one[words] for one in before)}

    @cached_property
    def _stands_less(self) -> set[_Words]:
        now, before = self._counts
        return {words for words in self._in_draft if now[words] < min(one[words] for one in before)}


def _longest(text: str, several: int, come: Collection[_Words], known: Callable[[_Words], bool]) -> str:
    every = tokens(text)
    at = [n for n, token in enumerate(every.words) if is_word(token)]
    found, first = (0, 0), 0
    for n, words in enumerate(_in_a_row(text, several)):
        if words not in come or not known(words):
            first = n + 1
        elif n + several - first > found[1] - found[0]:
            found = first, n + several
    return every.text(at[found[0]], at[found[1] - 1] + 1).strip() if found[1] else ""


def _count(draft: Draft) -> Counter[_Words]:
    return Counter(words for one in draft.paragraphs for words in _following(one.text))


def _following(text: str) -> Iterator[_Words]:
    """Each of the words of a text, alone and with those that follow it."""
    for several in range(1, _SEVERAL + 1):
        yield from _in_a_row(text, several)


def _in_a_row(text: str, several: int) -> Iterator[_Words]:
    words = [token for token in tokens(text).words if is_word(token)]
    return zip(*(words[n:] for n in range(several)), strict=False)
