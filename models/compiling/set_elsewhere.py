"""Words that several take out of one paragraph and put in elsewhere, each for itself: all accepted, they stand twice.

So it is where one moves a paragraph and another joins part of it to the next, or where both divide it otherwise: what
they ask for is no move of both, and each by itself is a change of words. And words that one puts elsewhere where
another takes all out: all accepted, they are gone, which nobody asks for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, count

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
    words: tuple[str, ...]

    def __str__(self) -> str:
        alone = sum(is_word(one) for words in self.words for one in tokens(words).words) == 1
        return (
            f"{in_quotes(self.names)} each put {_quoted(self.words)} of {self.label} elsewhere: "
            f"all accepted, {'this word is' if alone else 'these words are'} there several times"
        )


@dataclass(frozen=True)
class KeptElsewhere:
    """One puts `words` of the paragraph `label` elsewhere, which the `others` take out."""

    name: str
    label: str
    words: tuple[str, ...]
    others: tuple[str, ...]

    def __str__(self) -> str:
        take = "takes" if len(self.others) == 1 else "take"
        return (
            f"{in_quotes([self.name])} puts {_quoted(self.words)} of {self.label} elsewhere, which "
            f"{in_quotes(self.others)} {take} out: all accepted, these words stay there"
        )


@dataclass(frozen=True)
class LostElsewhere:
    """One puts the `words` of the paragraph `label` where others take them out."""

    name: str
    label: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"{in_quotes([self.name])} puts {_quoted(self.words)} of {self.label} elsewhere, where others "
            "take out what is there: all accepted, these words are gone"
        )


Elsewhere = SetElsewhere | KeptElsewhere | LostElsewhere


def set_elsewhere(
    draft: Draft, wishes: Mapping[str, Sequence[Proposal]], taken: Draft, told: Collection[Clash]
) -> tuple[Elsewhere, ...]:
    """Of each two, what stands in `taken`, a draft with all wishes, more often than in it or with those of anybody; of
    each, what it puts elsewhere that others take out; and what it puts elsewhere that is there less often than with
    those of everybody.

    `told` is what is told already: who moves a paragraph, each for itself, or changes the same words of it.
    """
    names = sorted(name for name in wishes if WITH not in name)
    known = {
        (one.label, own)
        for one in told
        if one.kind in ("twice", "again", "words")
        for name in one.names
        for own in names_in(name)
    }
    places, often = labels(draft), _Often(draft, wishes, taken)
    asked = {name: _Asked(draft, wishes[name]) for name in names}
    found: list[tuple[int, Elsewhere]] = []
    kept: dict[tuple[int, str, tuple[str, ...]], list[str]] = {}
    for one, other in combinations(names, 2):
        shared = sorted(asked[one].gone.keys() & asked[other].gone.keys())
        first, second = (asked[name].come if shared else set() for name in (one, other))
        come, alone = first & second, ((one, other, first - second), (other, one, second - first))
        for at in shared:
            label = place_at(places, at)
            if {(label, one), (label, other)} <= known:
                continue
            gone = list(asked[one].gone_of_both(asked[other], at))
            if words := often.several(gone, come):
                found.append((at, SetElsewhere((one, other), label, words)))
                gone = [piece for text in gone for piece in re.split("|".join(map(re.escape, words)), text)]
            for own, their, come_alone in alone:
                if words := often.kept(gone, come_alone, their):
                    kept.setdefault((at, own, words), []).append(their)
    found += [
        (at, KeptElsewhere(own, place_at(places, at), words, tuple(others)))
        for (at, own, words), others in kept.items()
    ]
    for name in names if len(names) > 1 else ():
        for at in asked[name].gone:
            if words := often.lost(asked[name].gone_of(at), asked[name].come):
                found.append((at, LostElsewhere(name, place_at(places, at), words)))
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _quoted(words: Sequence[str]) -> str:
    return in_quotes([short(one) for one in words])


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

    def gone_of(self, at: int) -> Iterator[str]:
        """What it takes out of a paragraph."""
        yield from (self.texts[at][start:end] for start, end in self.gone[at])

    def gone_of_both(self, other: _Asked, at: int) -> Iterator[str]:
        """What another takes out of a paragraph, too."""
        for start, end in self.gone[at]:
            for first, last in other.gone[at]:
                if both := self.texts[at][max(start, first) : min(end, last)]:
                    yield both


class _Often:
    """Which words, so many in a row, stand more often in a text than in any of those it is made of."""

    def __init__(self, draft: Draft, wishes: Mapping[str, Sequence[Proposal]], taken: Draft) -> None:
        self._draft, self._wishes, self._taken = draft, wishes, taken

    def several(self, texts: Iterable[str], come: Collection[_Words]) -> tuple[str, ...]:
        """The stretches of some texts of which all is so, and among what comes."""
        return _stretches(texts, lambda words: words in come and self._is_known(words))

    def kept(self, texts: Iterable[str], come: Collection[_Words], name: str) -> tuple[str, ...]:
        """The stretches of some texts among what comes that stand less often with what one asks for than in the text;
        no turns of phrase, which stand in the draft several times."""
        if not any(words in come for text in texts for words in _in_a_row(text, _SEVERAL)):
            return ()
        now, theirs, draft = self._counts[0], self._with[name], self._in_draft
        found = _stretches(
            texts,
            lambda words: len(words) == _SEVERAL and words in come and theirs[words] < min(now[words], draft[words]),
        )
        return tuple(one for one in found if any(draft[words] == 1 for words in _in_a_row(one, _SEVERAL)))

    def lost(self, texts: Iterable[str], come: Collection[_Words]) -> tuple[str, ...]:
        """The stretches of some texts among what comes that stand less often than in all of those."""
        return _stretches(texts, lambda words: words in come and words in self._stands_less and self._is_apart(words))

    def _is_known(self, words: _Words) -> bool:
        return words in self._stands_more and self._is_apart(words)

    def _is_apart(self, words: _Words) -> bool:
        return len(words) == _SEVERAL or self._in_draft[words] == 1

    @cached_property
    def _in_draft(self) -> Counter[_Words]:
        return _count(self._draft)

    @cached_property
    def _with(self) -> dict[str, Counter[_Words]]:
        return {name: _count(applied(self._draft, own)) for name, own in self._wishes.items()}

    @cached_property
    def _counts(self) -> tuple[Counter[_Words], list[Counter[_Words]]]:
        return _count(self._taken), [self._in_draft, *self._with.values()]

    @cached_property
    def _stands_more(self) -> set[_Words]:
        now, before = self._counts
        return {words for words, n in now.items() if n > max(one[words] for one in before)}

    @cached_property
    def _stands_less(self) -> set[_Words]:
        now, before = self._counts
        return {words for words in self._in_draft if now[words] < min(one[words] for one in before)}


def _stretches(texts: Iterable[str], known: Callable[[_Words], bool]) -> tuple[str, ...]:
    """The longest stretches of some texts of which all words are known, alone or with those beside them."""
    found = dict[str, None]()
    for text in texts:
        every = tokens(text)
        at = [n for n, token in enumerate(every.words) if is_word(token)]
        here = set[int]()
        for several in range(1, _SEVERAL + 1):
            for n, words in enumerate(_in_a_row(text, several)):
                if known(words):
                    here.update(range(n, n + several))
        for first in sorted(here):
            if first - 1 not in here:
                last = next(n for n in count(first) if n + 1 not in here)
                found[every.text(at[first], at[last] + 1).strip()] = None
    return tuple(found)


def _count(draft: Draft) -> Counter[_Words]:
    return Counter(words for one in draft.paragraphs for words in _following(one.text))


def _following(text: str) -> Iterator[_Words]:
    """Each of the words of a text, alone and with those that follow it."""
    for several in range(1, _SEVERAL + 1):
        yield from _in_a_row(text, several)


def _in_a_row(text: str, several: int) -> Iterator[_Words]:
    words = [token for token in tokens(text).words if is_word(token)]
    return zip(*(words[n:] for n in range(several)), strict=False)
