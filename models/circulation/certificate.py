"""What was verified of a file before it left: a value, as text, and as JSON; without a clock."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from models.draft import Draft, DraftError
from models.draft.canonical import content_hash
from models.draft.first_letter import with_small_letter

TITLE = "The file says what you meant, and nothing else"
TELLS_MORE = "The file says what you meant, and beside it what is told under “Goes out”"
WITH_TRACES = "The file says what you meant, and all it knows of its makers"


class NotVerified(DraftError):
    """A file that was made does not say what it should, or says more; nothing was written."""


@dataclass(frozen=True, slots=True)
class Verified:
    """One thing that was read back from the file: what it is, and the figures at its side.

    `told` is a sentence without its stop on what a reader may not expect in it, "" where all is as it should be.
    """

    what: str
    detail: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What reading a file back gave: lines for the certificate, how many parts were searched, what was not found.

    `heads` are the lines of the heads and feet of its pages, `told` what else leaves beside the text, `authors` those
    of its tracked changes, `struck` how many words these take out of a text that says the same afterwards;
    `tells_more` says whether something of what is told is more than a reader of the text would expect in it.
    """

    lines: tuple[Verified, ...]
    parts: int
    absent: tuple[str, ...]
    heads: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    struck: int = 0
    tells_more: bool = False


@dataclass(frozen=True)
class Certificate:
    """What was read back, what was looked for and not found, what stays here, and the hashes.

    `looked_in` counts the parts of the file that were searched. `tells_more` says that something goes
    out that is none of its text. `clashes` are what several ask for and cannot all have, a sentence each without its
    stop; `left_out` is what of `stays` the texts' own Word files show, `unseen` what of `goes_out`
    nobody sees, in those or in this file; `row` is that of a profile of the user's own, in short lines.
    `profile`, `base` and `file` are names, `accepted` and `rejected` the texts that the
    file shows. Hashes are SHA-256 in hexadecimal, those of texts over their canonical form, "" where the file shows no
    such text.
    """

    file: str
    profile: str
    base: str
    read_back: tuple[Verified, ...]
    absent: tuple[str, ...]
    looked_in: int
    goes_out: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    file_hash: str = ""
    accepted: Draft | None = field(default=None, repr=False)
    rejected: Draft | None = field(default=None, repr=False)
    tells_more: bool = False
    clashes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    row: tuple[str, ...] = ()

    @cached_property
    def accepted_hash(self) -> str:
        """The hash of the text with all changes accepted."""
        return content_hash(self.accepted) if self.accepted is not None else ""

    @cached_property
    def rejected_hash(self) -> str:
        """The hash of the text with all changes rejected."""
        return content_hash(self.rejected) if self.rejected is not None else ""

    @property
    def title(self) -> str:
        """What it comes to, in a sentence without its stop."""
        if not self.absent:
            return WITH_TRACES
        return TELLS_MORE if self.tells_more else TITLE

    @property
    def told(self) -> tuple[str, ...]:
        """The sentences on what leaves unseen, or is otherwise in the file than in the texts' own Word files."""
        missing = (f"Not in the file: {with_small_letter(line)}." for line in self.left_out)
        said = (*self.unseen, *(one.told for one in self.read_back if one.told))
        return (*(f"{line}." for line in said), *missing)

    @property
    def subtitle(self) -> str:
        """The line under the title."""
        tracked = f", changes from {self.base}" if self.base else ""
        return f"Profile {self.profile}{tracked}."

    @property
    def looked_for(self) -> str:
        """The line above what is `absent`."""
        where = "the file" if self.looked_in == 1 else f"all {self.looked_in} parts"
        return f"Looked for in {where}, and not found"

    @property
    def hashes(self) -> tuple[tuple[str, str], ...]:
        """The hashes with what they are of."""
        second = "of the text, all changes accepted" if self.rejected_hash else "of the text"
        all_of_them = (
            ("SHA-256 of the file", self.file_hash),
            (second, self.accepted_hash),
            ("of the text, all changes rejected", self.rejected_hash),
        )
        return tuple((what, value) for what, value in all_of_them if value)


def sha256(data: bytes) -> str:
    """The hash of a file."""
    return hashlib.sha256(data).hexdigest()


def certificate_text(certificate: Certificate) -> str:
    """A certificate as plain text; ends with a line feed."""
    groups: list[tuple[str, Sequence[str]]] = [
        ("Read back from the file", [_line(one) for one in certificate.read_back]),
        (certificate.looked_for, certificate.absent),
        ("Cannot all be had", certificate.clashes),
        ("Goes out", certificate.goes_out),
        ("Stays here", certificate.stays),
        (f"The profile {certificate.profile}", certificate.row),
    ]
    blocks = [f"{certificate.file}\n{certificate.title}.\n{certificate.subtitle}"]
    blocks += ["\n".join((head, *(f"  - {line}" for line in lines))) for head, lines in groups if lines]
    blocks.append("\n".join(f"{what}:\n  {value}" for what, value in certificate.hashes))
    return "\n\n".join(blocks) + "\n"


def certificate_json(certificate: Certificate) -> str:
    """A certificate as JSON; ends with a line feed."""
    value = {
        "file": certificate.file,
        "profile": certificate.profile,
        "base": certificate.base or None,
        "read_back": [{"what": one.what, "detail": one.detail} for one in certificate.read_back],
        "not_found": list(certificate.absent),
        "parts": certificate.looked_in,
        "goes_out": list(certificate.goes_out),
        "stays": list(certificate.stays),
        "sha256": {
            "file": certificate.file_hash,
            "accepted": certificate.accepted_hash or None,
            "rejected": certificate.rejected_hash or None,
        },
    }
    if certificate.row:
        value["profile_row"] = list(certificate.row)
    if certificate.clashes:
        value["clashes"] = list(certificate.clashes)
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _line(one: Verified) -> str:
    return f"{one.what} ({one.detail})" if one.detail else one.what
