"""Options that change nothing where they are given: each is told of in one sentence, and the work is done without."""

from __future__ import annotations

from app.commands.printing import complain
from models.circulation.profiles import WAITING, Profile


def tell_of_comparison(style: str | None, base_changes: str) -> None:
    """Of a comparison that is written into no file; None and "accept" were not asked for."""
    idle = [] if style is None else ["--style"]
    if base_changes == "keep":
        idle.append("--base-changes keep")
    _tell(idle, "no file is written (-o)")


def tell_of_export(ending: str, profile: Profile, author: str | None, date: str | None, *, changes: bool) -> None:
    """Of a draft that leaves, with its changes from another draft or by itself."""
    if not changes or ending != ".docx":
        # In one's own copy a private note is by somebody too.
        idle = ["--author"] if author is not None and not (profile.notes and ending == ".docx") else []
        if date not in (None, "none"):
            idle.append("--date")
        _tell(idle, "only a .docx with changes has names and dates")
    if changes and profile in WAITING:
        complain(
            f"With --profile {profile.name} all changes of the draft leave here, by one author; "
            "“adref compile” writes those that delegations ask for."
        )


def _tell(idle: list[str], why: str) -> None:
    if idle:
        complain(f"{' and '.join(idle)} {'changes' if len(idle) == 1 else 'change'} nothing here, for {why}.")
