"""What the archive of a file that is to leave holds around its parts, and where these lead."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from models.word.leaving.looked_for.found import Found
from models.word.leaving.parts.parts import TYPES, leads_nowhere, leaves, reached
from models.word.leaving.unseen.running_heads import unshown_heads
from models.word.leaving.unseen.unseen import unused_list_words
from models.word.namespaces import w
from models.word.package import CLOCK, Package

_HEAD, _ENTRY, _END = 30, 46, 22  # bytes of a local head, an entry of the directory, and its end (zip, 4.3)


def in_archive(data: bytes, package: Package) -> Iterator[Found]:
    """Remarks and times in the archive, bytes between its parts, and parts that nothing leads to or shows."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if archive.comment:
            yield Found("unknown", "", "a remark of the archive")
        for entry in archive.infolist():
            if entry.comment or entry.extra:
                yield Found("unknown", entry.filename, "a remark of the archive")
            if entry.date_time != CLOCK:
                yield Found("dates", entry.filename, "a time in the archive")
        if len(set(archive.namelist())) != len(archive.namelist()):
            yield Found("unknown", "", "two parts of one name")
        for link in unshown_heads(package):
            yield Found("hidden", link.target, "a head or foot that no page shows")
        for words in unused_list_words(package):
            yield Found("hidden", "numbering", f"words of a list that is not used: {words.get(w('val'))}")
        known = reached(package)
        for name in archive.namelist():
            if name != TYPES and name.casefold() not in known:
                yield Found("unknown", name, "a part that nothing leads to")
        start = data.find(b"PK\x03\x04")
        names = sum(len(entry.filename.encode()) for entry in archive.infolist())
        parts = names + sum(_HEAD + entry.compress_size for entry in archive.infolist())
        directory = names + _ENTRY * len(archive.infolist())
        if start != 0 or archive.start_dir != parts or len(data) != parts + directory + _END:
            yield Found("unknown", "", "bytes between the parts")


def in_relations(package: Package) -> Iterator[Found]:
    """What the relationships of a file lead to beside its own parts."""
    for source in ("", *package.names):
        for link in package.relationships(source):
            if leaves(link) and not leads_nowhere(package, link):
                continue
            what = "paths" if link.external else "unknown"
            if link.kind == "thumbnail":
                what = "thumbnail"
            elif link.kind.startswith(("comments", "people", "person")):
                what = "comments"
            elif link.kind.startswith("custom"):
                what = "custom"
            elif "emplate" in link.kind:
                what = "company"
            yield Found(what, source, f"{link.kind}: {link.target}")
