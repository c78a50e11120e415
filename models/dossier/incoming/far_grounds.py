"""How far a returned file with some changes accepted is from the kept drafts at least, without making that text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.draft import Draft
from models.proposals.proposal import Proposal
from models.proposals.untracked.matching import words_of


@dataclass(frozen=True, slots=True)
class _Kept:
    """A kept draft beside the text without any change, by positions there: words it has not, words it has once."""

    lacks: frozenset[int]
    has: frozenset[int]


class FarGrounds:
    """The kept drafts, by their content, beside the text of a file without its changes."""

    def __init__(self, base: Draft, kept: Mapping[str, Sequence[str]]) -> None:
        """`kept` are the words of the paragraphs of each draft."""
        own = dict(words_of(base))
        often = Counter(own.values())
        self._kept: dict[str, _Kept] = {}
        for content, paragraphs in kept.items():
            there = Counter(paragraphs)
            lacks = frozenset(at for at, words in own.items() if words not in there)
            has = frozenset(at for at, words in own.items() if there[words] == 1 and often[words] == 1)
            self._kept[content] = _Kept(lacks, has)

    def least_apart(self, taken: Iterable[Proposal]) -> dict[str, int]:
        """How many paragraphs each draft is at least apart from the text with these proposals taken.

        What nobody of them touches stands in that text as it is, and what they reword stands in it no more.
        """
        touched: set[int] = set()
        reworded: set[int] = set()
        for proposal in taken:
            for edit in proposal.edits:
                first, last = edit.start.paragraph, edit.end.paragraph
                touched.update(range(first, last + 1))
                words = edit.look is None and not edit.ends_come and edit.gone.split() != edit.come_text.split()
                if words and first == last and proposal.kind == "reword" and proposal.against is None:
                    reworded.add(first)
        return {key: len(one.lacks - touched) + len(one.has & reworded) for key, one in self._kept.items()}
