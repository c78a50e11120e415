"""A wish with the name it stands in, and who strikes what of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from models.compiling.joint_wishes import in_names_of, names_in
from models.proposals.proposal import Edit, Proposal

WITH = " with "


def with_both(one: str, other: str) -> str:
    """The name of what stands only where the changes of both are taken: “Fiji with Kenya”."""
    return f"{one}{WITH}{other}"


def with_all(names: Iterable[str]) -> str:
    """The name of what stands only where all that stand in some names do; each may be of several, or with others."""
    each = dict.fromkeys(frozenset(names_in(part)) for name in names if name for part in name.split(WITH))
    return WITH.join(in_names_of(one) for one in each if not any(other < one for other in each))


@dataclass(frozen=True)
class Standing:
    """A proposal in the name, or the names, that its changes carry."""

    name: str
    proposal: Proposal

    @property
    def in_text(self) -> bool:
        """Whether it is about words of the text itself, not of a note nor of another's proposal."""
        return self.proposal.place.note is None and self.proposal.against is None

    def before(self, edit: Edit) -> bool:
        """Whether an edit of it puts in (part of) a new paragraph, and not words in the one it stands before."""
        return before(self.proposal, edit)


def before(one: Proposal, edit: Edit) -> bool:
    """Whether an edit puts in (part of) a new paragraph before the one it stands in, and not words in that."""
    return edit.start.offset == 0 and any(
        other.start == edit.start and is_whole(other) and other.rank >= edit.rank for other in one.edits
    )


def is_whole(edit: Edit) -> bool:
    """Whether an edit puts in whole paragraphs, be they empty."""
    return edit.start == edit.end and edit.ends_come > 0 and not edit.come[-1].runs


@dataclass
class Struck:
    """Which edits of whose proposals are struck again, by whom."""

    by: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    hosts: dict[str, Proposal] = field(default_factory=dict)

    def add(self, host: Proposal, number: int, name: str) -> None:
        """One strikes an edit of another's proposal."""
        self.by.setdefault((host.key, number), set()).add(name)
        self.hosts[host.key] = host

    def wishes(self) -> Iterator[Standing]:
        """What is struck, each stretch once, in the names of all who strike it."""
        found: dict[tuple[str, str], list[int]] = {}
        for (host, number), names in self.by.items():
            found.setdefault((in_names_of(names), host), []).append(number)
        for (name, host), numbers in found.items():
            place = replace(self.hosts[host].place, words="")
            key = f"{name} takes {host}"
            yield Standing(name, Proposal("reword", "", place, against=host, strikes=tuple(sorted(numbers)), key=key))
