"""Which drafts of each dossier the user has seen, kept with the settings; and what others kept since. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.settings.settings import read_json, write_json
from models.dossier import Node
from models.in_turn import in_turn
from models.telling.sentences import listed

_MOST = 100
_LETTERS = 16
"""So many letters of an id are enough to know a draft again in its dossier."""


class Seen:
    """The ids of drafts by the path of their dossier, in a JSON file; a damaged file is an empty one."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def away(self, path: Path, nodes: Sequence[Node], who: str) -> Away | None:
        """What others kept since this user, who keeps under the name `who`, saw the drafts of a dossier; of one that
        was never open here all is seen with this. Errors: OSError."""
        before = self._read().get(str(path))
        seen = None if before is None else {node.id for node in nodes if node.id[:_LETTERS] in before}
        away = None if seen is None else kept_since(nodes, seen, who)
        self.see(path, nodes, {node.id for node in away.new} if away else ())
        return away

    def see(self, path: Path, nodes: Sequence[Node], unseen: Collection[str]) -> None:
        """All drafts of a dossier are seen now but those `unseen`; what was seen before stays so. Errors: OSError."""
        with in_turn(self._file.parent):
            known = self._read()
            before = known.pop(str(path), None)
            now = [name for node in nodes if (name := node.id[:_LETTERS]) in (before or ()) or node.id not in unseen]
            if before != now:
                write_json(self._file, dict([(str(path), now), *known.items()][:_MOST]))

    def _read(self) -> dict[str, list[str]]:
        value = read_json(self._file)
        if not isinstance(value, dict):
            return {}
        return {path: ids for path, ids in value.items() if isinstance(ids, list)}


@dataclass(frozen=True)
class Away:
    """What others kept while the user was away, newest first, and the draft from which the way there is compared."""

    new: tuple[Node, ...]
    old: Node | None


def kept_since(nodes: Sequence[Node], seen: Collection[str], who: str) -> Away | None:
    """What is new among drafts, newest first, to one who has `seen` some of them and keeps under the name `who`.

    The draft to compare from is the nearest before the newest that was seen, else the last that was.
    """
    new = tuple(node for node in nodes if node.id not in seen and not (who and node.kept_by == who))
    if not new:
        return None
    by_id = {node.id: node for node in nodes}
    old = _nearest(new[0], by_id, seen) or next((node for node in nodes if node.id in seen), None)
    return Away(new, old)


def _nearest(node: Node, by_id: Mapping[str, Node], seen: Collection[str]) -> Node | None:
    waiting, passed = list(node.parents), {node.id}
    while waiting:
        name = waiting.pop(0)
        if name in passed or name not in by_id:
            continue
        if name in seen:
            return by_id[name]
        passed.add(name)
        waiting += by_id[name].parents
    return None


def away_words(away: Away) -> str:
    """What was kept, by whom: "Rev.1 and Rev.2 were kept since you last looked, by A. Rapporteur"."""
    labels = [node.label for node in reversed(away.new)]
    what = listed(labels) if len(labels) <= _NAMED else f"{len(labels)} drafts"
    names = list(dict.fromkeys(node.kept_by for node in reversed(away.new) if node.kept_by))
    by = f", by {listed(names if len(names) <= _NAMED else [*names[:_NAMED], 'others'])}" if names else ""
    return f"{what} {'was' if len(labels) == 1 else 'were'} kept since you last looked{by}."


_NAMED = 3
