"""On what terms a file leaves: its profile, what was chosen within it, and the certificate that says it was kept to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.files.file_name import shown
from app.files.writing import Put, write_beside_then_replace
from models.circulation.certificate import (
    Certificate,
    ReadBack,
    Verified,
    certificate_json,
    certificate_text,
    sha256,
)
from models.circulation.profiles import SUBMISSION, NotInProfile, Profile, row_in_words
from models.circulation.typesetting import USUAL, Typesetting
from models.draft.first_letter import with_small_letter
from models.word.leaving.looked_for.laid_open import Unseen, refuse_hidden, told_filled_in, told_laid_open, unseen_in

if TYPE_CHECKING:
    from models.comparison.change import Comparison
    from models.dossier import Dossier, Node
    from models.draft import Draft
    from models.word.leaving.looked_for.found import Allowed

WORD_FILES = (".docx", ".docm", ".dotx", ".dotm")
"""How the names of Word files end."""


@dataclass(frozen=True, slots=True)
class Terms:
    """`author` and `date` are what was chosen, `known_author` and `known_date` what the dossier knows of the draft.

    `makers` are names that may stand nowhere but in the text, `unseen` the words that nobody sees in the Word files it
    comes from: hidden ones may not leave in the open, others are told; `base_changes` is what to do with tracked
    changes that the base has already, None as they are in its draft; `note` is the private note of the draft,
    `kept_back` are those that may not leave; `stays` tells what does not leave, `left_out` what of it Word files show.
    `setting` is how the file is to be set on paper; None leaves a Word file of the text's own as it is.
    """

    profile: Profile = SUBMISSION
    author: str | None = None
    date: str | None = None
    known_author: str | None = None
    known_date: str | None = None
    base_changes: str | None = None
    draft_mark: bool | None = None
    note: str = ""
    kept_back: tuple[str, ...] = ()
    makers: frozenset[str] = frozenset()
    unseen: Unseen = field(default_factory=Unseen)
    stays: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    setting: Typesetting | None = None

    @property
    def signed(self) -> str:
        """The author that tracked changes carry. Errors: NotInProfile."""
        return self.profile.author(self.known_author, self.author)

    @property
    def dated(self) -> str | None:
        """The moment that tracked changes carry, or None. Errors: NotInProfile."""
        return self.profile.date(self.known_date, self.date)

    @property
    def marked(self) -> bool:
        """Whether the head says that it is a draft."""
        return self.profile.draft_mark if self.draft_mark is None else self.draft_mark

    @property
    def set_as(self) -> Typesetting:
        """How a file that Adref lays out is set."""
        return self.setting or USUAL

    def called(self, draft: Draft, label: str) -> str:
        """What a text is called in a page that leaves: by its symbol or title where its label stays at home."""
        if self.profile.labels:
            return label
        from models.draft.masthead import masthead

        known = masthead(draft)
        return known.symbol or known.title or "Draft"

    def called_both(self, comparison: Comparison, old: str, new: str) -> tuple[str, str]:
        """What two texts that are compared are called in what leaves, told apart where it is one name."""
        before, after = self.called(comparison.old, old), self.called(comparison.new, new)
        return (before, after) if before != after else (f"{before} (old text)", f"{after} (new text)")

    def without_embedded(self, base: bytes | None) -> Terms:
        """The same terms, telling of what Word shows from the base, or its heads hide, and is not in the file."""
        if base is None:
            return self
        from models.word.leaving.parts.parts import left_out, macros_left_out
        from models.word.leaving.shown_alone import told_filled_in_heads, told_hidden_in_heads, told_opened
        from models.word.package import Package

        package = Package(base, of_text=False)
        macros = macros_left_out(package)
        if self.profile.traces:
            return self.without(macros)
        told = (told_hidden_in_heads(base), told_filled_in_heads(base), told_opened(base))
        return self.without(*left_out(package), macros, *told)

    def without(self, *lines: str | None) -> Terms:
        """The same terms, telling of what the texts' own Word files show and the file that leaves does not."""
        told = tuple(line for line in lines if line is not None)
        return replace(self, left_out=(*self.left_out, *told)) if told else self

    def check(self) -> None:
        """Refuse what the profile does not give before any work is done. Errors: NotInProfile."""
        _ = self.signed, self.dated
        if self.base_changes == "keep" and not self.profile.traces:
            raise NotInProfile(
                f"A file for {self.profile.name} cannot keep tracked changes of others with their names; "
                "accept them, refuse them, or use the profile capital."
            )

    def has_changes(self, data: bytes | None, name: str, tracked: bool | None = None) -> bool:
        """Whether a base has tracked changes of its own; `tracked` where that is known from reading it.

        Errors: NotInProfile where a base is refused that has.
        """
        if data is None:
            return False
        if tracked is None:
            from models.word.package import Package
            from models.word.resolve import tracked_parts

            tracked = bool(tracked_parts(Package(data)))
        if not tracked:
            return False
        if self.base_changes == "refuse":
            raise NotInProfile(f"“{name}” has tracked changes of its own; settle them first, or accept them here.")
        return True

    def allowed(
        self, base: bytes | None, title: str, *, tracked: bool, new_file: tuple[bytes, object] | None = None
    ) -> Allowed | None:
        """What a Word file on these terms may say; None where it may say everything.

        `base` is its own package, `new_file` begins with the one that pictures were taken from.
        """
        if self.profile.traces:
            return None
        from models.word.leaving.looked_for.found import Allowed
        from models.word.leaving.parts.makers import names_in, secrets
        from models.word.markup import legal

        names = self.makers | (names_in(base) if base is not None else frozenset())
        names |= names_in(new_file[0]) if new_file is not None else frozenset()
        author, date = legal(self.signed).strip(), self.dated
        return Allowed(
            authors=frozenset((author,)),
            dates=frozenset((date,) if date else ()),
            title=legal(title).strip(),
            secret=secrets(names, (author,)),
            tracked=tracked,
            goes_back=self.profile.goes_back,
        )


def certified(
    data: bytes,
    file: str,
    terms: Terms,
    back: ReadBack,
    texts: tuple[Draft, Draft | None],
    base: str = "",
    comparison: Comparison | None = None,
    *,
    heads: Sequence[str] = (),
    beside: Iterable[Draft] = (),
) -> Certificate:
    """The certificate of a file that was verified; `texts` are what it shows, and what with all changes rejected.

    `heads` tell of the heads and feet of its pages; `beside` are other texts it shows.
    """
    from models.circulation.outgoing import outgoing, signed_by, words_in_and_out
    from models.word.leaving.looked_for.told import ON_NO_PAGE, told_in_words

    new, old = texts
    # A page of what changed shows the words of the base too, and so does a file in which they are struck.
    shown = [new, *beside, *([old] if old is not None else ()), *([comparison.old] if comparison is not None else ())]
    if not terms.profile.traces:
        refuse_hidden(terms.unseen, shown)
    elif file.casefold().endswith(WORD_FILES):
        from models.word.leaving.own_copy import refuse_beyond
        from models.word.private_note import refuse_notes

        refuse_beyond(data, terms.profile, terms.note)
        refuse_notes(data, terms.kept_back)
    is_word, told = file.casefold().endswith(WORD_FILES), (*heads, *back.told)
    open_words = told_laid_open(terms.unseen, shown, data if is_word else None)
    said = () if is_word else told_in_words([one.text for text in shown for one in (*text.paragraphs, *text.footnotes)])
    said += () if terms.profile.properties else told_filled_in(terms.unseen, shown)
    lines, signing = list(back.lines), back.authors or (terms.signed,)
    if comparison is not None:
        who = signed_by(signing)
        signed = f", {with_small_letter(who)}" if old is not None else ""
        lines.append(Verified(f"{words_in_and_out(comparison)}{signed}"))
    first, others = (signing[0], signing[1:]) if old is not None else (None, ())
    return Certificate(
        file=file,
        profile=terms.profile.name,
        base=base,
        read_back=tuple(lines),
        absent=back.absent,
        looked_in=back.parts,
        goes_out=(*outgoing(new, comparison, first, others), *open_words, *said, *told),
        stays=(*terms.stays, *terms.left_out),
        left_out=terms.left_out,
        unseen=(*open_words, *(line for line in (*said, *told) if line.startswith(ON_NO_PAGE))),
        file_hash=sha256(data),
        accepted=new,
        rejected=old,
        tells_more=back.tells_more or bool(open_words or said),
        row=row_in_words(terms.profile) if terms.profile.made_from else (),
    )


def certified_page(
    kind: str,
    data: bytes,
    file: str,
    terms: Terms,
    draft: Draft,
    base: str,
    comparison: Comparison | None = None,
    *,
    called: Sequence[str],
) -> Certificate:
    """The certificate of a page: what applies to its form was verified. Errors: NotVerified.

    `called` is what it says that its texts are called, in its title or on the page.
    """
    from models.files.web_page import read_web_page
    from models.forms.pages_read_back import verify_page

    secret: Iterable[str] = ()
    if not terms.profile.traces:
        from models.word.leaving.parts.makers import secrets

        secret = secrets(terms.makers)
    lines, absent = verify_page(kind, data, draft, comparison, secret, lambda page: read_web_page(page).draft)
    own = _own_labels(called, terms, (draft, *([comparison.old] if comparison is not None else ())))
    told = (f"What you call the text{'s' if len(own) > 1 else ''}: {', '.join(own)}",) if own else ()
    more = bool(own) and comparison is None  # which shows it, while that of a text has it in its title alone
    back = ReadBack(lines, 1, absent, told=told, tells_more=more)
    return certified(data, file, terms, back, (draft, None), base, comparison)


def _own_labels(called: Sequence[str], terms: Terms, texts: Sequence[Draft]) -> list[str]:
    """Those of some names, in quotation marks, that are labels and no words of the texts."""
    words = "\n".join(one.text for text in texts for one in text.paragraphs)
    return [f"“{name}”" for name in dict.fromkeys(called) if terms.profile.labels and name and name not in words]


def write_certificate(path: Path, certificate: Certificate, put: Put = write_beside_then_replace) -> None:
    """Write a certificate, as JSON where its name ends so, else as text. Errors: CannotWrite."""
    said = certificate_json(certificate) if path.suffix.lower() == ".json" else certificate_text(certificate)
    put(path, said.encode())


def terms_of(dossier: Dossier, node: Node, profile: Profile, leaving: int = 1, **chosen: str | None) -> Terms:
    """The terms for a draft of a dossier: who is known in it, and what of it stays where so many drafts leave."""
    nodes = dossier.nodes()
    makers = {name for one in nodes for name in (one.author, one.kept_by) if name}
    makers.update(fact.who for one in nodes for fact in dossier.history(one.id) if fact.who)
    makers.update(dossier.authors())
    chosen = {name: value for name, value in chosen.items() if value is not None}
    return Terms(
        profile,
        known_author=node.author,
        known_date=node.date,
        note=(node.note or "") if profile.notes else "",
        kept_back=() if profile.notes else tuple(one.note for one in nodes if one.note),
        makers=frozenset(makers),
        unseen=unseen_in(_word_files(dossier, nodes)),
        stays=what_stays(nodes, profile, leaving),
        **chosen,  # type: ignore[arg-type]
    )


def _word_files(dossier: Dossier, nodes: Iterable[Node]) -> Iterator[bytes | None]:
    from models.files.read import is_archive

    yield from (dossier.original(one.id) for one in nodes)
    for one in dossier.returned_files():
        data = dossier.blob(one.blob)
        if data is not None and is_archive(data):  # a text that came back hides nothing
            yield data


def what_stays(nodes: Iterable[Node], profile: Profile, leaving: int = 1) -> tuple[str, ...]:
    """What of a dossier does not leave with one of its drafts, or several, in short lines."""
    every = list(nodes)
    others, notes = len(every) - leaving, sum(bool(one.note) for one in every)
    lines = [f"{others} other draft{'s' if others != 1 else ''} of the dossier"] if others else []
    lines.append("Who kept which draft, and when")
    if notes and not profile.notes:
        lines.append(f"{notes} private note{'s' if notes != 1 else ''}")
    if not profile.traces and any((one.file_name or "").lower().endswith(WORD_FILES) for one in every):
        lines.append("Names, comments and history of the Word file")
    return tuple(lines)


def told_file(path: Path) -> str:
    """A file as a certificate calls it: its name, without the way to it."""
    return shown(path.name)
