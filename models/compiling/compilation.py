"""What delegations ask for, as tracked changes on one text, each in its delegation's name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.comparison.change import Change, Comparison, FootnoteChange
from models.comparison.compare import compare
from models.compiling.as_asked import as_asked, kinds_as_meant, notes_as_asked, notes_that_stay
from models.compiling.clashes import Clash
from models.compiling.each_in_its_place import Layer, each_in_its_place
from models.compiling.joint_wishes import in_names_of, names_in
from models.compiling.kinds_in_file import kinds_as_asked
from models.compiling.laid_out import Part, laid_out
from models.compiling.lived_on import lived_on
from models.compiling.not_together import NotTogether, each_named
from models.compiling.numbers_that_came import names_of_numbers
from models.compiling.standing import WITH
from models.compiling.strikes_in_file import CannotStrike, struck
from models.compiling.turned_numbers import Turned, TypedIn
from models.compiling.unasked import letters_of, verify_taken
from models.compiling.whose_numbers import whose_numbers
from models.compiling.words_that_meet import spaces_missing, with_spaces
from models.draft import Draft
from models.draft.numbering import counted_anew
from models.proposals.laid.applying import applied
from models.proposals.laid.rendering import rendered
from models.proposals.proposal import Edit, Proposal
from models.reading.reading import Origin
from models.word.clean import write_clean
from models.word.markup import legal
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import AuthorOf, NotBesideTracked, write_redline
from models.word.redlining.numbers.left_to_lists import left_to_lists
from models.word.resolve import resolve, tracked_parts


@dataclass(frozen=True)
class Compilation:
    """A Word file of proposals: rejected it is the draft, accepted the draft with all of them taken, `taken`.

    `passed` are the texts it went through, delegation by delegation: what one put in and another struck is words of one
    of them. `names` are those whose changes are in it, `clashes` what no Word file can hold of all of them.
    """

    data: bytes = field(repr=False)
    taken: Draft = field(repr=False)
    passed: tuple[Draft, ...] = field(default=(), repr=False)
    names: tuple[str, ...] = ()
    clashes: tuple[Clash, ...] = ()

    def asked_for(self, pieces: Iterable[str]) -> bool:
        """Whether struck words that are in neither text are all words of what a delegation asked for."""
        paragraphs = [one for draft in self.passed for one in draft.paragraphs]
        texts = [one.text for one in paragraphs]
        # Where numbers are typed they come and go as the paragraphs do, alone or in one piece with the words.
        texts += [f"{one.number}{sign}{one.text}" for one in paragraphs if one.number for sign in _AFTER_NUMBERS]
        texts += [note.text for draft in self.passed for note in draft.footnotes]
        known = legal("\n".join(texts))
        return all(piece.strip() in known for piece in pieces)


_LAID, _NUMBERED = 0.65, 0.9
"""How much of the work is done once all is laid out, and numbered."""

_LOOKED, _COMPARED, _WRITTEN, _READ_BACK = 0.2, 0.4, 0.6, 0.9
"""How much of one layer is done once it is known what it is about, what differs, and as its file comes to be."""

_AFTER_NUMBERS = (". ", ".\t", " ", "\t")


def write_compilation(
    draft: Draft,
    wishes: Mapping[str, Sequence[Proposal]],
    *,
    base: bytes | None = None,
    origins: Sequence[Origin] = (),
    as_typed: Collection[str] = (),
    progress: Callable[[float], None] = lambda _: None,
) -> Compilation:
    """The proposals on a draft by delegation, in alphabetical order; keys of `wishes` are the names the changes carry.

    `base` is the Word file of the draft, `as_typed` are the delegations that left its numbers as they were typed.
    The file grows delegation by delegation, what is in it already being kept: one that changes what another adds does
    so in its own name. What goes where others change something too is struck in the end, in the names of all who strike
    it: so the changes of each, taken alone, are what it asks for. What can only be had together is in a name of both:
    “Fiji with Kenya” (`each_in_its_place`, `laid_out`).
    Where the numbers of the draft are those of its count, so are those of the text with the proposals. A proposal that
    amends another one counts once that other is there. Errors: NotTogether, those of `write_redline`.
    """
    everyone = each_named(wishes)
    each = {one: [own for name in wishes if one in names_in(name) for own in wishes[name]] for one in everyone}
    try:
        try:
            laying = _Laying(draft, base, tuple(origins), everyone)
            return _compiled(draft, wishes, each, laying, as_typed, progress)
        except CannotStrike:
            laying = _Laying(draft, base, tuple(origins), everyone, turns=True)
            return _compiled(draft, wishes, each, laying, as_typed, progress)
    except NotTogether:
        for one, own in each.items() if len(each) > 1 else ():
            # What cannot be had of one alone is told of that one.
            _compiled(draft, {one: own}, {one: own}, _Laying(draft, base, tuple(origins), [one]))
        raise


def _compiled(
    draft: Draft,
    wishes: Mapping[str, Sequence[Proposal]],
    each: Mapping[str, Sequence[Proposal]],
    laying: _Laying,
    as_typed: Collection[str] = (),
    progress: Callable[[float], None] = lambda _: None,
) -> Compilation:
    """The same, laid layer by layer; `each` are the wishes of each delegation, also those in its name among others'."""
    base, origins = laying.data, laying.origins
    settled = each_in_its_place(draft, wishes, laying.stay)
    for number, (name, proposals) in enumerate(settled.layers):
        laying.lay(name, proposals, _part(progress, number, len(settled.layers)))
    progress(_LAID)
    laying.strike(settled.struck, settled.turned)
    laying.number(each, as_typed)
    progress(_NUMBERED)
    wanted = {one: applied(draft, own) for one, own in sorted(each.items())}

    def of_one(name: str) -> bytes:
        change = compare(draft, wanted[name])
        return write_redline(change, base=base, origins=origins, author=name, counted=True)

    laying.set_kinds(wanted, of_one)
    verify_taken(laying.text, laying.wanted(), each, settled.turned.letters)
    data = laying.data if laying.data is not None and laying.names else laying.plain()
    return Compilation(
        data, laying.text, tuple(laying.passed), tuple(dict.fromkeys(laying.names)), tuple(laying.clashes)
    )


def _untold(_share: float) -> None:
    """Nobody waits for it."""


def _part(progress: Callable[[float], None], number: int, count: int) -> Callable[[float], None]:
    """How much of all is done as one of some layers is."""
    return lambda done: progress(_LAID * (number + done) / count)


class _Laying:
    """A Word file that grows layer by layer; what is in it already is kept."""

    def __init__(
        self,
        draft: Draft,
        data: bytes | None,
        origins: Sequence[Origin],
        everyone: Sequence[str],
        *,
        turns: bool = False,
    ) -> None:
        """`turns` says that typed numbers become words in the file where somebody joins their paragraphs to others."""
        self._draft = draft
        self._counts = counted_anew(draft) == draft
        typed = typed_numbers(draft, data)
        self._listed = not typed
        self.stay = TypedIn(draft, data, origins, set() if turns else typed)
        # Typed numbers of several follow from what all of them ask for together, and are set once that is there.
        self._together = len(everyone) > 1 and self._counts and not self._listed
        self._counts = self._counts and not self._together
        self._taken: list[Proposal] = []
        self._whose: dict[str, str] = {}
        self.origins = origins
        self.now, self.data, self.passed = draft, data, [draft]
        self.text = draft  # as it should be: with strikes that is as it is, which ends go being chosen in the file
        self.names: list[str] = []
        self.clashes: list[Clash] = []

    def lay(self, name: str, proposals: Sequence[Proposal], tell: Callable[[float], None] = _untold) -> None:
        """Lay proposals over the file, in one name."""
        tell(0)
        before = {proposal.key for proposal in self._taken}
        self._take(name, proposals)
        wanted = self.wanted()
        self.text = wanted
        if wanted != self.now:
            rows = rendered(self._draft, self._taken)
            tell(_LOOKED)
            known = lived_on(self.now, wanted, rows, before)
            tell(_LOOKED)
            comparison = compare(self.now, wanted, known.pairs, apart=known.apart)
            tell(_COMPARED)
            comparison = notes_that_stay(as_asked(comparison, rows, before, known), rows, before)
            self._write([name], notes_as_asked(comparison, self._draft, self._taken, before), tell=tell)
            self.text = self._as_lists_count(wanted)

    def strike(self, layers: Sequence[Layer], turned: Turned) -> None:
        """Strike what goes where others change something too, once all is laid out that comes.

        Numbers `turned` into words stay where they are.
        Where nothing goes the ends of paragraphs may have to: what several put behind the last one has only its end.
        """
        if not layers and len({one for name in self.names for one in names_in(name)}) < 2:
            return
        before, now = {proposal.key for proposal in self._taken}, self._taken[:]
        for name, proposals in layers:
            self._take(name, proposals)
        parts = laid_out(rendered(self._draft, self._taken), before, self._whose)
        data = self.plain() if self.now is self._draft else self.data
        assert data is not None
        try:
            data, typed, names = struck(data, self.now, self.origins, parts, turned.by)
            if data is self.data:
                self._keep_words_apart(parts)
                return
            apart = turned.letters
            if letters_of(read_word(data).draft, apart) != letters_of(self.wanted(), apart):
                raise CannotStrike
        except CannotStrike:
            if turned.by:
                raise
            self._taken = now
            for name, proposals in layers:
                self.lay(name, proposals)
            return
        self.text = self._written(data, names)
        counted = counted_anew(self.now) if typed and self._counts else self.now
        if counted != self.now:
            self._write([in_names_of(self.names)], compare(self.now, counted))
            self.text = counted
        self._keep_words_apart(parts)

    def _keep_words_apart(self, parts: Sequence[Part]) -> None:
        """Set a space, in the names of all whose changes it takes, where words of one run into those of another."""
        if missing := spaces_missing(parts, self.text):
            by = {at: name for at, (_, name) in missing.items()}
            self.text = self._write([*by.values()], with_spaces(self.now, missing), lambda one: by.get(one.new[0], ""))

    def number(self, each: Mapping[str, Sequence[Proposal]], as_typed: Collection[str]) -> None:
        """Set typed numbers anew: those of one in its name, for all where what several ask for gives others."""
        counted = counted_anew(self.now)
        if not self._together or not self.names or counted == self.now:
            return
        data = self.plain() if self.data is None else self.data
        both = enumerate(zip(self.now.paragraphs, counted.paragraphs, strict=True))
        came = names_of_numbers(data, self.now, self.origins, [at for at, (one, other) in both if one != other])
        whose = whose_numbers(self._draft, self.now, counted, self._taken, each, as_typed, came)
        # All at once: a list that is half counted anew may read as none.
        by = {at: name for name, places in whose.items() for at in places}
        everyone = WITH.join(sorted(each))

        def of_number(change: Change | FootnoteChange) -> str:
            return next((by[at] for at in change.new if at in by), everyone) if isinstance(change, Change) else everyone

        self._write([*whose], compare(self.now, counted), of_number)
        self.text = counted

    def set_kinds(self, wanted: Mapping[str, Draft], of_one: Callable[[str], bytes]) -> None:
        """Let each paragraph be of the kind that each asks for, whichever of the ends beside it stays."""
        if self.data is None:
            return
        data, names, self.clashes = kinds_as_asked(
            self.data, self._draft, wanted, self.wanted(), of_one, listed=self._listed
        )
        if data is not self.data:
            self.text = self._written(data, names)

    def plain(self) -> bytes:
        """The file of the draft, its own tracked changes accepted."""
        if self.data is None:
            data = write_clean(self._draft)
            self.origins = read_word(data).origins
            return data
        package = Package(self.data)
        if not tracked_parts(package):
            return self.data
        resolve(package, "accept")
        return package.to_bytes()

    def _take(self, name: str, proposals: Sequence[Proposal]) -> None:
        self._taken += [_next_as_it_was(self._draft, one) for one in proposals] if self._together else proposals
        self._whose |= {one.key: name for one in proposals}

    def wanted(self) -> Draft:
        """The draft with all proposals that are laid, by themselves: what the file is to be."""
        wanted = applied(self._draft, self._taken)
        return counted_anew(wanted) if self._counts else wanted

    def _as_lists_count(self, draft: Draft) -> Draft:
        """The draft with the numbers that Word's lists give: what nobody types nobody asks for."""
        read = self.now.paragraphs
        if self.data is None or len(read) != len(draft.paragraphs):
            return draft
        if all(one.number == other.number for one, other in zip(draft.paragraphs, read, strict=True)):
            return draft
        listed = left_to_lists(self.data)
        return replace(
            draft,
            paragraphs=tuple(
                replace(one, number=other.number) if at in listed else one
                for at, (one, other) in enumerate(zip(draft.paragraphs, read, strict=True))
            ),
        )

    def _write(
        self,
        names: Sequence[str],
        comparison: Comparison,
        author: AuthorOf | None = None,
        tell: Callable[[float], None] = _untold,
    ) -> Draft:
        try:
            data = write_redline(
                comparison,
                base=self.data,
                origins=self.origins,
                author=author or names[0],
                readable_words=False,
                counted=True,
                base_changes="keep" if self.now is not self._draft else "accept",
                made=lambda data: tell(_WRITTEN),
            )
            tell(_READ_BACK)
        except NotBesideTracked as error:
            raise NotTogether(names[0], self.names, error.place) from error
        return self._written(data, names)

    def _written(self, data: bytes, names: Sequence[str]) -> Draft:
        """Go on from a file, and the text that it reads as."""
        read = read_word(data)
        self.data, self.origins = data, read.origins
        self.now = kinds_as_meant(read.draft, self.wanted())
        self.passed.append(self.now)
        self.names += names
        return read.draft


def _next_as_it_was(draft: Draft, one: Proposal) -> Proposal:
    """The proposal, a paragraph before which new ones come with the number it has."""

    def kept(edit: Edit) -> Edit:
        at, last = edit.start, edit.come[-1] if edit.come else None
        if last is None or last.runs or edit.start != edit.end or at.offset or at.paragraph >= len(draft.paragraphs):
            return edit
        return replace(edit, come=(*edit.come[:-1], replace(last, number=draft.paragraphs[at.paragraph].number)))

    return replace(one, edits=tuple(map(kept, one.edits))) if one.edits and one.against is None else one


def typed_numbers(draft: Draft, data: bytes | None) -> set[int]:
    """The paragraphs of a draft whose numbers are letters of its file."""
    numbered = {at for at, one in enumerate(draft.paragraphs) if one.number is not None}
    return numbered - left_to_lists(data) if data is not None and numbered else set()
