"""`adref compile DOSSIER -o FILE`: what delegations ask for on one draft, as tracked changes in their names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.printing import complain, shown

if TYPE_CHECKING:
    from models.circulation.certificate import Certificate
    from models.dossier import Dossier, Node


@click.command("compile", short_help="Proposals on a draft as one Word file.")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("label", required=False)
@click.option("-o", "--output", metavar="FILE", required=True, type=click.Path(path_type=Path),
              help="Writes FILE, a .docx.")  # fmt: skip
@click.option("--delegation", metavar="NAME", help="Only the proposals of this delegation, for the room.")
@click.option("--certificate", metavar="FILE", type=click.Path(path_type=Path),
              help="Writes what was verified of the file to FILE, as text or .json.")  # fmt: skip
def compile_proposals(
    dossier: Path, label: str | None, output: Path, delegation: str | None, certificate: Path | None
) -> None:
    """Writes the open proposals on a draft of DOSSIER to FILE, as tracked changes of each delegation.

    LABEL is a label, a symbol or the start of an id; without it the last draft is taken that has proposals. All changes
    rejected, the file is the draft. Delegations are named, persons are not: each author has to be said to be a
    delegation's first. The file is read back and searched before it is written.
    """
    from app.commands import terms
    from app.commands.writing import check_place, ending
    from models.compiling.wishes import latest_proposed_on
    from models.dossier import Dossier

    ending(output, (".docx",))
    check_place(output, (dossier,))
    if certificate is not None:
        check_place(certificate, (dossier,))
    with Dossier.open(dossier, read_only=True) as opened:
        node = opened.find(label) if label is not None else latest_proposed_on(opened)
        written = write(output, opened, node, delegation)
    for sentence in (*(f"{clash}." for clash in written.clashes), *written.told):
        complain(sentence)
    if certificate is not None:
        terms.write_certificate(certificate, written)


def write(path: Path, dossier: Dossier, node: Node, delegation: str | None = None) -> Certificate:
    """Writes the proposals on a draft, of all delegations or of one, once the file is verified.

    Errors: NothingProposed, NobodySaid, NotVerified, CannotWrite.
    """
    from app.commands.terms import told_file
    from app.commands.writing import write_beside_then_replace

    data, certificate = made(told_file(path), dossier, node, delegation)
    write_beside_then_replace(path, data)
    return certificate


def made(file: str, dossier: Dossier, node: Node, delegation: str | None = None) -> tuple[bytes, Certificate]:
    """The bytes of the proposals on a draft as tracked changes, and what was verified of them."""
    from dataclasses import replace

    from app.commands.terms import certified, terms_of
    from models.circulation.certificate import Verified
    from models.circulation.outgoing import outgoing
    from models.circulation.profiles import COMPILATION, DELEGATION
    from models.compiling.clashes import clashes
    from models.compiling.compilation import typed_numbers, write_compilation
    from models.compiling.each_alone import each_alone
    from models.compiling.joint_wishes import joined
    from models.compiling.standing import WITH
    from models.compiling.taken_alone import taken_alone
    from models.compiling.wishes import (
        NothingProposed,
        is_silent,
        not_in_the_file,
        wished,
        within_others,
        without_place,
    )
    from models.dossier.own_package import package_of
    from models.word.leaving.both_ways import hidden_both_ways, tracked_roots
    from models.word.leaving.running_heads import told_heads
    from models.word.leaving.scrub import scrubbed
    from models.word.leaving.verify import verify_word
    from models.word.links import links_taken_off
    from models.word.package import Package

    wishes, apart = wished(dossier, node, delegation)
    draft, own = dossier.draft(node.id), package_of(dossier, node.id)
    base, origins = (own.data, own.origins) if own is not None else (None, ())
    asked = joined(wishes)
    compiled = write_compilation(draft, asked, base=base, origins=origins)
    names = [one for one in wishes if any(f", {one}, " in f", {name}, " for name in compiled.names)]
    if not names:
        raise NothingProposed(f"No open proposal changes a word of “{shown(node.label)}”; nothing was written.")
    profile = COMPILATION if delegation is None else DELEGATION
    terms = terms_of(dossier, node, profile, author=", ".join(wishes))
    if apart:
        left = f"{apart} proposal{'s' if apart != 1 else ''} that amend{'s' if apart == 1 else ''} another delegation’s"
        terms = replace(terms, stays=(*terms.stays, left))
    terms = replace(terms, stays=(*within_others(wishes, names), *terms.stays))
    allowed = terms.allowed(dossier.original(node.id) or base, "", tracked=True)
    if allowed is not None:
        known = frozenset(name.casefold() for name in wishes)
        secret = frozenset(name for name in allowed.secret if name.casefold() not in known)
        allowed = replace(allowed, authors=frozenset((*asked, *compiled.names)), secret=secret)
    data = scrubbed(compiled.data, allowed.secret if allowed is not None else frozenset())
    terms = terms.without(links_taken_off(data, base) if base is not None else None)
    label = shown(node.label)
    # What one delegation strikes of what another puts in is in neither text, and yet the room has to read it.
    kept = compiled.asked_for(hidden_both_ways(tracked_roots(Package(data))))
    back = verify_word(data, compiled.taken, draft, allowed, (f"{label} with the proposals", label), kept=kept)
    count = sum(not is_silent(one) for own in wishes.values() for one in own) - apart
    told = f"{count} proposal{'s' if count != 1 else ''} of {' and '.join(f'“{name}”' for name in names)}"
    lines = [*back.lines, Verified(told)]
    exact, unlike = each_alone(data, draft, wishes.items(), base=base, origins=origins)
    typed = typed_numbers(draft, base)
    lost = {
        one: not_in_the_file(draft, one, own, taken_alone(data, one), typed)
        for one, own in wishes.items()
        if any(map(is_silent, own))
    }
    exact = tuple(one for one in exact if not lost.get(one))
    if exact:
        asks = "each asks" if len(exact) > 1 else "it asks"
        lines.append(
            Verified(f"The changes of {' and of '.join(f'“{one}”' for one in exact)}, taken alone: what {asks} for")
        )
    told_apart = [f"{clash}" for clash in (*clashes(draft, asked), *compiled.clashes)]
    told_apart += [f"{one}" for one in unlike if not lost.get(one.name)]
    told_apart += [line for lines in lost.values() for line in lines]
    told_apart += without_place(dossier, node, delegation)
    both = (compiled.taken, draft)
    found = certified(data, file, terms, tuple(lines), (back.parts, back.absent), both, label, heads=back.told)
    by = ", ".join(f"“{name}”" for name in compiled.names)
    heads = told_heads(back.heads, of_base=base is not None)
    signed = f"Changes in the name of {by}"
    if any(WITH in one for one in compiled.names):
        signed += "; what stands in names with “with” between them is there where the changes of all of them are taken"
    out = tuple(dict.fromkeys((*outgoing(compiled.taken), signed, *found.unseen, *heads, *back.told)))
    more = back.tells_more or bool(found.unseen)
    return data, replace(found, goes_out=out, tells_more=more, clashes=tuple(told_apart))
