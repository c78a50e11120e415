"""Delegations of a dossier, and which of them the authors in Word files are: said by the user, with a history.

An author is unverified text in a file. Nothing is undone by taking a row away: what is said later counts.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.dossier.descent.lines import Lines
from models.dossier.errors import DossierError
from models.dossier.form.moments import after, now
from models.dossier.node import Fact

if TYPE_CHECKING:
    from sqlite_utils import Database


class DelegationRefused(DossierError):
    """Something said about delegations that makes no sense."""


@dataclass(frozen=True, slots=True)
class Delegation:
    """Who proposes; `key` tells it from all others in every copy of the dossier.

    `short` is what its tag says ("A", "CANZ"), `name` in full, `group` the short name of the group it speaks in;
    `colour` is the number of one of the ten colours of tags, None where the view chooses.
    """

    key: str
    short: str
    name: str = ""
    group: str | None = None
    colour: int | None = None

    @property
    def signature(self) -> str:
        """Its short name as its changes carry it in a compilation: what stands between names joins its own words."""
        return self.short.replace(", ", ",\u00a0").replace(" with ", "\u00a0with\u00a0")


@dataclass(frozen=True, slots=True)
class Mapped:
    """What was said of an author: a delegation's key, or None where it was taken back."""

    author: str
    delegation: str | None
    who: str
    at: str


class Delegations(Lines):
    """Who is who."""

    def delegations(self) -> tuple[Delegation, ...]:
        """All delegations, in the order they were added; those merged into others or taken back are left out."""
        known = self._all_delegations()
        facts = {one.key: said for one, said in known}
        return tuple(one for one, said in known if not said.get("gone") and _end_of(one.key, facts) == one.key)

    def delegation(self, name: str) -> Delegation | None:
        """The delegation of a key, or of a short or full name however written; what was merged gives the other."""
        known = self._all_delegations()
        facts = {one.key: said for one, said in known}
        wanted = _folded(name)
        called = (
            one.key for one, said in known if wanted in (_folded(one.short), _folded(one.name)) and not said.get("gone")
        )
        found = name if name in facts else next(called, None)
        key = None if found is None else _end_of(found, facts)
        return next((one for one, _ in known if one.key == key), None)

    def add_delegation(
        self, short: str, name: str = "", group: str | None = None, colour: int | None = None, *, who: str = ""
    ) -> Delegation:
        """Adds a delegation; one that is called so already is that one, and what is said of it here is added."""
        short = " ".join(short.split())
        if not short:
            raise DelegationRefused("A delegation needs a short name.")
        with self._writing() as db:
            known = self.delegation(short)
            key = known.key if known is not None else self._new_key(db, short)
            if known is None:
                # One that was taken off the list is there still.
                there = "SELECT 1 FROM delegations WHERE key = ?"
                db.execute(f"INSERT INTO delegations (key) SELECT ? WHERE NOT EXISTS ({there})", [key, key])
                self._say(db, key, {"short": short, "gone": False, "merged_into": None}, who)
            given = {"name": name or None, "group": group, "colour": colour}
            self._say(db, key, {fact: value for fact, value in given.items() if value is not None}, who)
        found = self.delegation(key)
        assert found is not None
        return found

    def _new_key(self, db: Database, short: str) -> str:
        """The short name at first, so that two copies of a dossier that add the same delegation agree."""
        keys = {key for (key,) in db.execute("SELECT key FROM delegations").fetchall()}
        facts = {one.key: said for one, said in self._all_delegations()}
        key, number = _folded(short), 2
        while key in keys and not facts[key].get("gone"):
            key, number = f"{_folded(short)} {number}", number + 1
        return key

    def amend_delegation(self, key: str, *, who: str = "", **said: Any) -> None:
        """Says something new about a delegation: short, name, group or colour; None takes it back, save the first."""
        if not set(said) <= {"short", "name", "group", "colour"}:
            raise ValueError(f"of a delegation nothing else is said: {sorted(said)}")
        if "short" in said and not str(said["short"] or "").strip():
            raise DelegationRefused("A delegation needs a short name.")
        with self._writing() as db:
            other = self.delegation(str(said["short"])) if "short" in said else None
            if other is not None and other.key != key:
                raise DelegationRefused(f"Another delegation is called “{other.short}”; merge the two instead.")
            self._say(db, key, said, who)

    def merge_delegation(self, key: str, into: str | None, *, who: str = "") -> None:
        """What one delegation did is the other's from now on; into None parts them again."""
        with self._writing() as db:
            facts = {one.key: said for one, said in self._all_delegations()}
            if into is not None and _end_of(into, facts) == key:
                raise DelegationRefused("A delegation cannot be merged into itself.")
            self._say(db, key, {"merged_into": into}, who)

    def remove_delegation(self, key: str, gone: bool = True, *, who: str = "") -> None:
        """Takes a delegation off the list, or puts it back; what it did and what was said of it stay known."""
        with self._writing() as db:
            self._say(db, key, {"gone": gone}, who)

    def delegation_history(self, key: str) -> tuple[Fact, ...]:
        """All that was said about a delegation, oldest first."""
        with self._reading() as db:
            rows = [] if self._form < 3 else db.execute(
                "SELECT name, value, who, at FROM delegation_facts WHERE delegation = "
                "(SELECT id FROM delegations WHERE key = ?) ORDER BY at, id", [key]
            ).fetchall()  # fmt: skip
            return tuple(Fact(name, json.loads(value), who, at) for name, value, who, at in rows)

    # Authors

    def authors(self) -> dict[str, str | None]:
        """For each author something was said of, the key of the delegation, None where it was taken back."""
        with self._reading() as db:
            rows = [] if self._form < 3 else db.execute(
                "SELECT author, delegation FROM authors ORDER BY at, id"
            ).fetchall()  # fmt: skip
        facts = {one.key: said for one, said in self._all_delegations()}
        return {author: _end_of(key, facts) if key else None for author, key in rows}

    def writers(self) -> dict[str, str | None]:
        """For each name that changes may carry, the key of the delegation: as it was said of authors, and of a
        delegation's own name, which its changes carry in a compilation, that one where nothing else was said."""
        return {one.signature: one.key for one in self.delegations()} | self.authors()

    def map_author(self, author: str, delegation: str | None, *, who: str = "", at: str | None = None) -> None:
        """Says that the changes of an author are those of a delegation (its key), for all files; None takes it back."""
        with self._writing() as db:
            if delegation is not None and self.delegation(delegation) is None:
                raise DelegationRefused(f"There is no delegation “{delegation}” in “{self.path.name}”.")
            last = db.execute(
                "SELECT delegation, at FROM authors WHERE author = ? ORDER BY at DESC, id DESC", [author]
            ).fetchone()
            if (last[0] if last else "") == (delegation or ""):
                return
            at = at or now()
            if last and at <= last[1]:
                at = after(last[1])
            db.execute(
                "INSERT INTO authors (author, delegation, who, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                [author, delegation or "", who, at],
            )

    def author_history(self, author: str) -> tuple[Mapped, ...]:
        """All that was said of an author, oldest first: to undo the last is to say again what stood before it."""
        with self._reading() as db:
            rows = [] if self._form < 3 else db.execute(
                "SELECT author, delegation, who, at FROM authors WHERE author = ? ORDER BY at, id", [author]
            ).fetchall()  # fmt: skip
        return tuple(Mapped(name, key or None, who, at) for name, key, who, at in rows)

    # Inside

    def _all_delegations(self) -> list[tuple[Delegation, dict[str, Any]]]:
        with self._reading() as db:
            if self._form < 3:
                return []
            rows = db.execute(
                "SELECT key, name, value FROM delegations JOIN delegation_facts ON delegation = delegations.id "
                "ORDER BY delegations.id, at, delegation_facts.id"
            ).fetchall()
            facts: dict[str, dict[str, Any]] = {}
            for key, name, value in rows:
                facts.setdefault(key, {})[name] = json.loads(value)
        return [
            (
                Delegation(
                    key, said.get("short") or key, said.get("name") or "", said.get("group"), said.get("colour")
                ),
                said,
            )
            for key, said in facts.items()
        ]

    def _say(self, db: Database, key: str, said: dict[str, Any], who: str) -> None:
        row = db.execute("SELECT id FROM delegations WHERE key = ?", [key]).fetchone()
        if row is None:
            raise DelegationRefused(f"There is no delegation “{key}” in “{self.path.name}”.")
        for name, value in said.items():
            last = db.execute(
                "SELECT at, value FROM delegation_facts WHERE delegation = ? AND name = ? ORDER BY at DESC, id DESC",
                [row[0], name],
            ).fetchone()
            if (json.loads(last[1]) if last else None) == value:
                continue
            at = now()
            if last and at <= last[0]:
                at = after(last[0])
            db.execute(
                "INSERT INTO delegation_facts (delegation, name, value, who, at) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT DO NOTHING",
                [row[0], name, json.dumps(value, ensure_ascii=False), who, at],
            )


def _end_of(key: str, facts: dict[str, dict[str, Any]]) -> str:
    """The delegation that another one was merged into, step by step; of a circle, as a union could make, the first."""
    seen: list[str] = []
    while key not in seen:
        seen.append(key)
        key = facts.get(key, {}).get("merged_into") or key
    return min(seen[seen.index(key) :])


def _folded(name: str) -> str:
    """A name as it is compared: case, width and spacing apart."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
