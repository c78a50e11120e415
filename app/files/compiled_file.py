"""What delegations ask for on one draft as a Word file, with tracked changes in their names; verified before it is
written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.files.file_name import shown
from app.files.writing import Put, write_beside_then_replace
from models.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from app.files.terms import Terms
    from models.circulation.certificate import Certificate, ReadBack
    from models.compiling.compilation import Compilation
    from models.dossier import Dossier, Node
    from models.proposals.proposal import Proposal
    from models.reading.reading import Origin
    from models.word.leaving.looked_for.found import Allowed


_WRITTEN, _VERIFIED = 0.75, 0.8
"""How much of the work is done once the file is written, and read back."""


def write(
    path: Path,
    dossier: Dossier,
    node: Node,
    delegation: str | None = None,
    progress: Callable[[float], None] = lambda _: None,
    put: Put = write_beside_then_replace,
) -> Certificate:
    """Writes the proposals on a draft, of all delegations or of one, once the file is verified.

    Errors: NothingProposed, NobodySaid, InNoOrder, NotVerified, CannotWrite.
    """
    from app.files.terms import told_file

    data, certificate = made(told_file(path), dossier, node, delegation, progress)
    put(path, data)
    return certificate


def made(
    file: str,
    dossier: Dossier,
    node: Node,
    delegation: str | None = None,
    progress: Callable[[float], None] = lambda _: None,
) -> tuple[bytes, Certificate]:
    """The bytes of the proposals on a draft as tracked changes, and what was verified of them.

    Errors: NothingProposed, NobodySaid, InNoOrder, NotVerified.
    """
    from app.files.terms import certified
    from models.circulation.certificate import Verified
    from models.compiling.open_wishes import OnFile, as_typed
    from models.compiling.unasked import verify_unasked
    from models.compiling.what_is_told import what_is_told
    from models.compiling.wishes import without_place
    from models.word.leaving.looked_for.laid_open import OF_PROPOSALS, refuse_hidden

    asked, left = _asked(dossier, node, delegation), as_typed(OnFile.of(dossier))
    draft, base, wishes = asked.draft, asked.base, asked.wishes
    compiled = _compiled(asked, left, lambda share: progress(_WRITTEN * share))
    progress(_WRITTEN)
    names, label = _named(asked, compiled, shown(node.label)), asked.terms.called(draft, shown(node.label))
    data, terms, back = _read_back(asked, compiled, names, label, dossier.original(node.id) or base)
    progress(_VERIFIED)
    told = what_is_told(
        draft,
        wishes,
        compiled,
        data,
        base=base,
        origins=asked.origins,
        as_typed=left,
        progress=lambda share: progress(_VERIFIED + (1 - _VERIFIED) * share),
    )
    unasked = verify_unasked(data, draft, wishes)
    lines = (*back.lines, unasked, *map(Verified, filter(None, (_count(wishes, names, asked.apart), told.verified))))
    refuse_hidden(terms.unseen, [draft])
    refuse_hidden(terms.unseen, [compiled.taken], OF_PROPOSALS)
    found = certified(data, file, terms, replace(back, lines=lines), (compiled.taken, draft), label)
    found = _going_out(found, compiled, back, of_base=base is not None)
    return data, replace(found, clashes=(*told.cannot, *asked.hidden, *without_place(dossier, node, delegation)))


def _compiled(asked: _Asked, left: Collection[str], progress: Callable[[float], None]) -> Compilation:
    """What is asked for as tracked changes on the draft, before anything is taken out of the file."""
    from models.compiling.compilation import write_compilation
    from models.compiling.joint_wishes import joined

    return write_compilation(
        asked.draft,
        joined(asked.draft, asked.wishes),
        base=asked.base,
        origins=asked.origins,
        as_typed=left,
        progress=progress,
    )


def _named(asked: _Asked, compiled: Compilation, label: str) -> list[str]:
    """Those who ask whose names the changes carry, alone or with others. Errors: NothingProposed."""
    from models.compiling.wishes import NothingProposed

    names = [one for one in asked.everyone if any(f", {one}, " in f", {name}, " for name in compiled.names)]
    if not names:
        raise NothingProposed(f"No open proposal changes a word of “{label}”; nothing was written.")
    return names


def _read_back(
    asked: _Asked, compiled: Compilation, names: Sequence[str], label: str, original: bytes | None
) -> tuple[bytes, Terms, ReadBack]:
    """The file without its makers, the terms with what is told of it, and what was verified. Errors: NotVerified.

    `original` is the draft's Word file as it came.
    """
    from models.compiling.wishes import within_others
    from models.word.leaving.looked_for.both_ways import hidden_both_ways, tracked_roots
    from models.word.leaving.scrub import scrubbed
    from models.word.leaving.verify import verify_word
    from models.word.links import links_taken_off
    from models.word.package import Package
    from models.word.writing.written_notes import told_without_mark

    draft, base, terms = asked.draft, asked.base, asked.terms
    terms = replace(terms, stays=(*within_others(asked.wishes, names), *_apart(asked.apart), *terms.stays))
    allowed = _allowed(terms, original, asked.everyone, compiled.names)
    secret = allowed.secret if allowed is not None else frozenset[str]()
    data = scrubbed(compiled.data, secret, goes_back=terms.profile.goes_back)
    off = links_taken_off(data, base) if base is not None else None
    terms = terms.without_embedded(base).without(off, told_without_mark(compiled.taken, draft))
    # What one delegation strikes of what another puts in is in neither text, and yet the room has to read it.
    kept = compiled.asked_for(hidden_both_ways(tracked_roots(Package(data))))
    called = f"{label} with the proposals", label
    return data, terms, verify_word(data, compiled.taken, draft, allowed, called, kept=kept)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked for on a draft as its Word file shows it, that file, and the terms on which it leaves.

    `everyone` are the names of all who ask; `apart` counts what a delegation asks for of others' proposals; `hidden`
    tells of what is asked for in or beside words that the file hides.
    """

    draft: Draft
    base: bytes | None
    origins: Sequence[Origin]
    wishes: Mapping[str, Sequence[Proposal]]
    everyone: tuple[str, ...]
    apart: int
    hidden: tuple[str, ...]
    terms: Terms


def _asked(dossier: Dossier, node: Node, delegation: str | None) -> _Asked:
    from app.files.as_shown import what_is_shown
    from models.compiling.not_together import each_named
    from models.compiling.wishes import NothingProposed, wished
    from models.compiling.wishes_as_shown import wishes_as_shown
    from models.dossier.incoming.own_package import package_of

    wishes, apart = wished(dossier, node, delegation)
    draft, own = dossier.draft(node.id), package_of(dossier, node.id)
    everyone = tuple(each_named(wishes))
    terms = _terms(dossier, node, delegation, everyone)
    written = dossier.original(node.id) is None
    side, terms = what_is_shown(draft, own, terms, written=written, called="the draft")
    if own is None:
        return _Asked(draft, None, (), wishes, everyone, apart, (), terms)
    if side is None:
        return _Asked(draft, own.data, own.origins, wishes, everyone, apart, (), terms)
    wishes, hidden = wishes_as_shown(draft, side.draft, side.places, wishes, own.data)
    if not wishes:
        raise NothingProposed(
            f"All that is asked for on “{shown(node.label)}” is in or beside words its file hides or fills in; "
            "nothing was written."
        )
    return _Asked(side.draft, side.data, side.origins, wishes, everyone, apart, hidden, terms)


def _terms(dossier: Dossier, node: Node, delegation: str | None, wishes: tuple[str, ...]) -> Terms:
    from app.files.terms import terms_of
    from models.circulation.profiles import COMPILATION, DELEGATION

    profile = COMPILATION if delegation is None else DELEGATION
    return terms_of(dossier, node, profile, author=", ".join(wishes))


def _apart(count: int) -> tuple[str, ...]:
    """What a delegation asks for of others' proposals, which its own file cannot have."""
    some = "proposals that amend" if count != 1 else "proposal that amends"
    return (f"{count} {some} another delegation’s",) if count else ()


def _allowed(terms: Terms, base: bytes | None, wishes: tuple[str, ...], names: tuple[str, ...]) -> Allowed | None:
    """What the file may say: the names of delegations are no secret in it."""
    allowed = terms.allowed(base, "", tracked=True)
    if allowed is None:
        return None
    known = frozenset(name.casefold() for name in wishes)
    secret = frozenset(name for name in allowed.secret if name.casefold() not in known)
    return replace(allowed, authors=frozenset((*wishes, *names)), secret=secret)


def _count(wishes: Mapping[str, Sequence[Proposal]], names: Sequence[str], apart: int) -> str:
    from models.compiling.wishes import is_silent
    from models.telling.figures import counted
    from models.telling.sentences import listed

    count = sum(not is_silent(one) for own in wishes.values() for one in own) - apart
    return f"{counted(count, 'proposal')} of {listed([f'“{name}”' for name in names])}"


def _going_out(found: Certificate, compiled: Compilation, back: ReadBack, *, of_base: bool) -> Certificate:
    """The certificate with what goes out, and in whose names."""
    from models.circulation.outgoing import outgoing
    from models.compiling.standing import WITH
    from models.word.leaving.unseen.running_heads import told_heads

    signed = f"Changes in the name of {', '.join(f'“{name}”' for name in compiled.names)}"
    if any(WITH in one for one in compiled.names):
        signed += "; what stands in names with “with” between them is there where the changes of all of them are taken"
    heads = told_heads(back.heads, of_base=of_base)
    out = tuple(dict.fromkeys((*outgoing(compiled.taken), signed, *found.unseen, *heads, *back.told)))
    return replace(found, goes_out=out, tells_more=back.tells_more or bool(found.unseen))
