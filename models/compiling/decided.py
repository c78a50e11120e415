"""What was decided of a person's wish goes for what compilations have of it, in whatever pieces."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from models.dossier.incoming.as_left import AsLeft
from models.dossier.proposals.kept_proposals import KeptProposal, ReturnedFile


class Decided(NamedTuple):
    """The keys of wishes of persons that are open no more, with `when` that was decided, and of what is signed as a
    compilation has it, with when it was `asked` for last: "" where it only came back as it left. What of that is
    `dated` in some file, somebody may have typed in the name of his delegation.
    """

    when: Mapping[str, str]
    asked: Mapping[str, str]
    dated: Set[str] = frozenset()

    @classmethod
    def of(
        cls, decided: Iterable[KeptProposal], signed: Iterable[KeptProposal], files: Sequence[ReturnedFile]
    ) -> Decided:
        """When each was decided, and asked for in some files."""
        when = {one.key: one.states[-1].at for one in decided}
        if not when:
            return cls({}, {})
        came = {file.blob: file.at for file in files}
        left = {file.blob: (own := AsLeft.of(file)).keys | own.in_pieces for file in files}

        def last(one: KeptProposal) -> str:
            blobs = [source.blob for source in one.sources if source.blob in came]
            return max((came[blob] for blob in blobs if one.key not in left[blob]), default="")

        signed = [*signed]
        dated = {one.key for one in signed if any(source.dates for source in one.sources)}
        return cls(when, {one.key: last(one) for one in signed}, dated)

    def settles(self, wish: str, copy: str) -> bool:
        """Whether what was decided of a wish goes for what is signed as a compilation has it, too: for what came before
        that."""
        return wish in self.when and copy in self.asked and self.asked[copy] <= self.when[wish]
