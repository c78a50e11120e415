"""What a file that came back words anew of what earlier ones asked for: that stays open, and is in no compilation."""

from __future__ import annotations

from dataclasses import replace

from models.compiling.asked_now import worded_anew
from models.compiling.open_wishes import OnFile
from models.dossier.incoming.returning import Plan
from models.dossier.proposals.kept_proposals import KeptProposal, ReturnedFile, Source


def with_anew(plan: Plan, on_file: OnFile) -> Plan:
    """The plan of a file that is to be kept, with what of `Plan.no_longer` is worded anew (`Plan.anew`).

    It is told of what this file words anew, and not of what an earlier one did already.
    """
    node = plan.node or ""
    before = worded_anew(on_file.proposals, on_file.files, node)
    now = worded_anew(*_once_kept(plan, on_file), node)
    keys = {key for own in plan.no_longer.values() for key in own}
    return replace(plan, anew={key: key not in before and not whole for key, whole in now.items() if key in keys})


def _once_kept(plan: Plan, on_file: OnFile) -> tuple[list[KeptProposal], list[ReturnedFile]]:
    """The proposals and the files as the dossier has them once the file is kept, without what was not tracked."""
    asked = {one.key: one for one in plan.asked}
    facts = plan.facts | plan.as_left.facts(plan.facts["authors"], plan.proposals, plan.asked)
    file = ReturnedFile(plan.returned.blob, plan.node or "", plan.file_name, facts, "", "")
    source = Source(file.blob, (), ())
    there = [
        replace(one, sources=(*one.sources, source)) if asked.pop(one.key, None) is not None else one
        for one in on_file.proposals
    ]
    return [*there, *(KeptProposal(one, (), (), (source,)) for one in asked.values())], [*on_file.files, file]
