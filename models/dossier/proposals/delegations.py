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


class Delegations(Lines):
    """Who is who."""

    def delegations(self) -> tuple[Delegation, ...]:
        """All delegations, in the order they were added."""
        with self._reading() as db:
            if self._form < 3:
                return ()
            rows = db.execute(
                "SELECT key, name, value FROM delegations JOIN delegation_facts ON delegation = delegations.id "
                "ORDER BY delegations.id, at, delegation_facts.id"
            ).fetchall()
        facts: dict[str, dict[str, Any]] = {}
        for key, name, value in rows:
            facts.setdefault(key, {})[name] = json.loads(value)
        return tuple(
            Delegation(key, said.get("short") or key, said.get("name") or "", said.get("group"), said.get("colour"))
            for key, said in facts.items()
        )

    def delegation(self, name: str) -> Delegation | None:
        """The delegation of a key, or of a short or full name however written."""
        known, wanted = self.delegations(), _folded(name)
        of_key = (one for one in known if one.key == name)
        called = (one for one in known if wanted in (_folded(one.short), _folded(one.name)))
        return next(of_key, None) or next(called, None)

    def add_delegation(
        self, short: str, name: str = "", group: str | None = None, colour: int | None = None, *, who: str = ""
    ) -> Delegation:
        """Adds a delegation; one that is called so already is that one, and what is said of it here is added."""
        short = " ".join(short.split())
        if not short:
            raise DelegationRefused("A delegation needs a short name.")
        with self._writing() as db:
            known = self.delegation(short)
            # The short name is the key, so that two copies of a dossier that add the same delegation agree.
            key = known.key if known is not None else _folded(short)
            if known is None:
                db.execute("INSERT INTO delegations (key) VALUES (?)", [key])
                self._say(db, key, {"short": short}, who)
            given = {"name": name or None, "group": group, "colour": colour}
            self._say(db, key, {fact: value for fact, value in given.items() if value is not None}, who)
        found = self.delegation(key)
        assert found is not None
        return found

    # Authors

    def authors(self) -> dict[str, str | None]:
        """For each author something was said of, the key of the delegation, None where it was taken back."""
        with self._reading() as db:
            rows = [] if self._form < 3 else db.execute(
                "SELECT author, delegation FROM authors ORDER BY at, id"
            ).fetchall()  # fmt: skip
        return {author: key or None for author, key in rows}

    def authors_before(self) -> list[dict[str, str | None]]:
        """The same as it was before an author was said to write for another delegation, the last time first."""
        with self._reading() as db:
            rows = [] if self._form < 3 else db.execute(
                "SELECT author, delegation FROM authors ORDER BY at, id"
            ).fetchall()  # fmt: skip
        said: dict[str, str | None] = {}
        found: list[dict[str, str | None]] = []
        for author, key in rows:
            if said.get(author):
                found.append(dict(said))
            said[author] = key or None
        return found[::-1]

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

    # Inside

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


def _folded(name: str) -> str:
    """A name as it is compared: case, width and spacing apart."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
