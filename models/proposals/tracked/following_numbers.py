"""Typed numbers that only follow from new paragraphs, or from those that go: whoever typed them asks for nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.draft import Draft
from models.draft.numbering import counted_anew
from models.proposals.tracked.groups import Group, Groups
from models.proposals.woven.atoms import Atom
from models.word.woven import Woven


def let_follow(
    groups: Groups, atoms: Sequence[Atom], woven: Woven, base: Draft, sent: Draft, sent_of: Mapping[int, int]
) -> None:
    """Take the numbers that follow out of the groups: their changes are of what the same author puts in or takes out.

    Where that one puts in or takes out no paragraph, as who renumbers after others, they are of no group. `sent_of`
    tells of each woven paragraph which one of `sent` it is, the text with all changes accepted.
    """
    alone = [key for key, group in groups.by_key.items() if key[1] == "at" and _is_of_number(group, woven)]
    if not alone:
        return
    counted = counted_anew(sent).paragraphs
    sent_as = {atom.base.paragraph: sent_of[atom.paragraph] for atom in atoms if not (atom.adds or atom.takes)}
    of_letters = {span.change for one in woven.paragraphs for span in one.spans if span.start < span.end}
    causes: dict[str, list[Group]] = {}
    for group in groups.by_key.values():
        if any(piece.ends_come or piece.ends_gone for _, piece in group.pieces):
            causes.setdefault(group.author, []).append(group)
    for key in alone:
        group = groups.by_key[key]
        at = next(iter(group.paragraphs))
        new, own = sent_as.get(at), causes.get(group.author, ())
        number = None if new is None else sent.paragraphs[new].number
        again = new is None or number == base.paragraphs[at].number
        # Where others counted it back, or take the paragraph out, what came between is seen nowhere.
        if again and not (own and group.changes <= of_letters):
            continue
        if new is not None and (number is None or number != counted[new].number):
            continue
        for cause in own[:1]:
            cause.changes |= group.changes
        del groups.by_key[key]


def _is_of_number(group: Group, woven: Woven) -> bool:
    """Whether all that is done in one paragraph of the base changes no word: they are letters of its number."""
    bare = not (group.pieces or group.looks or group.strikes or group.move is not None or group.host is not None)
    return (
        bare
        and len(group.paragraphs) == 1
        and all(woven.changes[n].kind in ("insert", "delete") for n in group.changes)
    )
