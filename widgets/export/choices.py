"""What can be chosen for an export, and how the file will be called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.circulation.outgoing import outgoing
from models.circulation.profiles import SUBMISSION, UNNAMED, Dates, Profile, Sort
from models.circulation.typesetting import Typesetting
from models.comparison.change import Comparison
from models.draft import Draft
from models.telling.figures import counted
from widgets.compare.changes.names import short_name

if TYPE_CHECKING:
    from widgets.export.sheet_lines import Row

OWN_LAYOUT = ("marked", "columns", "drafts", "pdf", "printed", "html", "markdown", "akn")
"""Forms that Adref lays out itself, whatever file the text came from."""
_STAYS = ("Other drafts of the dossier", "Who kept which draft, and when")
_NOT_IN_NAMES = re.compile(r"[^\w.\-]+")


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file.

    `key` is what writes it: tracked, marked, columns or clean for Word, pdf or printed (the text alone) for PDF, else
    html, markdown or akn.
    """

    key: str
    family: str
    words: str
    ending: str
    says: str
    compares: bool = True
    sort: Sort = Sort.PAGE


FORMS: tuple[Form, ...] = (
    Form(
        "tracked",
        "Word",
        "Tracked",
        ".docx",
        "Real tracked changes: accepting all gives this text, rejecting all the other.",
        sort=Sort.TRACKED,
    ),
    Form(
        "marked",
        "Word",
        "Marked",
        ".docx",
        "New words bold and underlined, old words struck, in fixed letters.",
        sort=Sort.LETTERS,
    ),
    Form(
        "columns",
        "Word",
        "Columns",
        ".docx",
        "Both texts side by side in a table, changes marked.",
        sort=Sort.LETTERS,
    ),
    Form("clean", "Word", "Clean", ".docx", "The text alone, as it reads now.", compares=False, sort=Sort.WORD),
    Form("pdf", "PDF", "Changes", ".pdf", "What changed, for reading and printing; what did not is counted."),
    Form("printed", "PDF", "Clean", ".pdf", "The text alone, as it reads now, for printing.", compares=False),
    Form("html", "Web page", "Web page", ".html", "What changed as a page for any browser; the rest is folded in it."),
    Form("markdown", "Markdown", "Markdown", ".md", "What changed as plain text with its marks, for mail and notes."),
    Form(
        "akn",
        "Akoma Ntoso",
        "Akoma Ntoso",
        ".xml",
        "The text alone, as the XML of parliaments and of the United Nations.",
        compares=False,
        sort=Sort.TEXT,
    ),
)


DRAFTS = Form(
    "drafts",
    "Word",
    "Drafts in columns",
    ".docx",
    "Each draft in a column: what is new in it bold and underlined, what the next one has not struck.",
    compares=False,
    sort=Sort.LETTERS,
)
"""The form of drafts that stand in columns."""


UNMARKED = ("markdown", "akn")
"""Forms that are the text alone: they cannot say that it is a draft."""


@dataclass(frozen=True, slots=True)
class Against:
    """A draft that changes can be shown against; `key` is the caller's own name for it.

    `own_file` says that it has a Word file of its own, on which changes are tracked; `outward` is what it is called
    where the user's label may not leave, "" where that is not known; `kept` says that it is a draft of the dossier.
    """

    key: str
    title: str
    detail: str = ""
    own_file: bool = False
    outward: str = ""
    kept: bool = True


@dataclass(frozen=True)
class Beside:
    """Drafts that stand in columns: the rows of their first page, what the user calls them, and what they are called
    where that may not leave; where they are `turned`, the first stands on the right.
    """

    rows: tuple[Row, ...] = field(repr=False)
    labels: tuple[str, ...]
    names: tuple[str, ...]
    turned: bool = False


@dataclass(frozen=True)
class Subject:
    """What is to be exported: a draft, and the drafts it can be marked against, the first one proposed.

    `known_author` is whose text it is, where the dossier knows; `note` is its private note; `own_file` says that
    the draft has a Word file of its own, whose layout its clean file keeps; `stays` tells by what a profile is
    `keeping` what stays here, `stays_beside` the same where one of these drafts leaves with it, `lacking` in a line
    what the Word file shows that Adref's own layout has not; `columns` are the drafts in columns of which this is
    the last; `outward` is what it is called where the user's label may not leave.
    """

    title: str
    draft: Draft
    against: tuple[Against, ...] = ()
    author: str = UNNAMED
    known_author: str | None = None
    own_file: bool = False
    note: str = ""
    stays: Mapping[tuple[bool, bool], Sequence[str]] = field(default_factory=dict)
    stays_beside: Mapping[tuple[bool, bool], Sequence[str]] = field(default_factory=dict)
    lacking: str = ""
    columns: Beside | None = None
    outward: str = ""

    def staying(self, choices: Choices) -> Sequence[str]:
        """What does not leave with a file, in short lines; first what its own Word file shows and this one does not."""
        form = choices.form
        beside = form.compares and any(one.kept and one.key == choices.against for one in self.against)
        stays = self.stays_beside if beside else self.stays
        usual = stays.get((choices.profile if form.sort.keeps else SUBMISSION).keeping, _STAYS)
        laid_out = form.key in OWN_LAYOUT or (form.key == "clean" and choices.setting is not None)
        return (self.lacking, *usual) if self.lacking and laid_out else usual


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user decided. `against` is the key of a draft, or None for a form without comparison.

    `author` is the name that was chosen, None where the profile has one of its own; `certificate` says whether what was
    verified is written beside the file; `setting` is how Adref sets it on paper, None where a Word file keeps its own.
    """

    form: Form
    against: str | None
    draft_mark: bool
    author: str | None
    file_name: str
    profile: Profile = SUBMISSION
    certificate: bool = False
    setting: Typesetting | None = None


def forms_of(subject: Subject) -> tuple[Form, ...]:
    """The forms a subject can have."""
    if subject.columns is not None:
        return (DRAFTS,)
    return tuple(form for form in FORMS if subject.against or not form.compares)


def file_stem(title: str) -> str:
    """A title as the stem of a file's name: "A/C.2/80/L.50" gives "A_C.2_80_L.50"."""
    stem = _NOT_IN_NAMES.sub("_", title.replace("’", "").replace("'", "")).strip("._")
    return stem[:80] or "text"


def stem_against(title: str, against: str) -> str:
    """The stem of a file in which a text is shown against another: "A_C.2_80_L.50_against_L.39"."""
    return f"{file_stem(title)}_against_{file_stem(short_name(against, against))}"


def file_name(subject: Subject, form: Form, against: Against | None, *, labels: bool) -> str:
    """How the file will be called unless the user says otherwise; not by the user's labels where these stay at home."""
    title, other = subject.title, against.title if against is not None else ""
    if not labels:
        title = subject.outward or "Draft"
        other = against.outward if against is not None and against.outward != title else ""
    stem = file_stem(title)
    if form.compares and against is not None:
        stem = stem_against(title, other or "old text")
    if subject.columns is not None:
        stem += f"_beside_{len(subject.columns.names) - 1}_other{'s' if len(subject.columns.names) > 2 else ''}"
    return stem + form.ending


def certificate_name(name: str) -> str:
    """How the certificate beside a file is called."""
    return f"{name.rpartition('.')[0] or name}.certificate.txt"


def goes_out(form: Form, subject: Subject, comparison: Comparison | None, choices: Choices) -> list[str]:
    """What leaves the house in this form, said in short lines."""
    author = choices.profile.author(subject.known_author, choices.author) if form.key == "tracked" else None
    lines = outgoing(subject.draft, comparison if form.compares else None, author, counted=counted)
    if subject.columns is not None:
        lines.append(f"{counted(len(subject.columns.names), 'draft')}, with all that each has of its own")
        if choices.profile.labels:
            lines.append("Your labels for drafts")
    if form.key == "tracked" and not choices.profile.traces and choices.profile.dates is Dates.REAL:
        lines.append("The day of the draft, as the date of its changes")
    elif form.key == "tracked" and choices.profile.day:
        lines.append(f"Changes dated {choices.profile.day}")
    if choices.draft_mark and form.key not in UNMARKED:
        lines.append("The mark “Draft” on each page" if form.family == "Word" else "The mark “Draft”")
    base = next((one for one in subject.against if one.key == choices.against), None)
    if form.key == "tracked" and base is not None and base.own_file:
        lines.append("Heads and feet of the pages, as the base has them")
    elif form.key == "clean" and subject.own_file and choices.setting is None:
        lines.append("Heads and feet of the pages, as the Word file has them")
    if form.sort.keeps and choices.profile.notes and subject.note:
        lines.append("Your private note")
    stands_on_file = base.own_file if base is not None else subject.own_file and choices.setting is None
    if form.sort.keeps and choices.profile.traces and stands_on_file:
        lines.append("Names, comments and history of the Word file")
    return lines


def verified(form: Form, profile: Profile) -> str:
    """What will be verified before the file is written, in a sentence or two."""
    if form.key == "tracked":
        said = "Read back before it is written: accepting all changes gives this text, rejecting all the other."
    elif form.family == "Word":
        said = "Read back before it is written."
    else:
        said = "Read back before it is written: the text is all there."
    if profile.traces:
        return f"{said} Names, comments and history stay in it." if form.sort.keeps else said
    looked_for = "Names beside the text, comments, hidden text and history"
    return f"{said} {looked_for} are looked for; if any is found, nothing is written."
