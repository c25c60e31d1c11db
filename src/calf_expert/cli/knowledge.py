"""The commands that read the knowledge."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from ..authoring.statements import Alerts, Statement
from ..catalogue import load
from ..explanation import pages
from ..findings import FINDINGS, Tier
from .coming_in import Refused, one


def causes(args: argparse.Namespace) -> str:
    """The causes, or one."""
    knowledge = load()
    if args.id is not None:
        return pages.one_cause(one("cause", args.id, knowledge.causes), knowledge)
    return pages.all_causes(knowledge, more="One in full: calf-expert causes ID")


def findings(args: argparse.Namespace) -> str:
    """The findings, or one."""
    if args.id is not None:
        if args.core or args.group is not None:
            raise Refused("give an ID or a filter, not both; see `calf-expert findings --help`.")
        return pages.one_finding(one("finding", args.id, FINDINGS), load())
    groups = {finding.group: finding.group for finding in FINDINGS.values()}
    wanted = groups if args.group is None else (one("group", args.group, groups),)
    asked = [f for f in FINDINGS.values() if f.group in wanted and (f.tier is Tier.CORE or not args.core)]
    return pages.all_findings(asked, more="One in full: calf-expert findings ID")


def rules(args: argparse.Namespace) -> str:
    """The rules, or one."""
    knowledge = load()
    rules: Sequence[Statement] = knowledge.statements
    if args.id is not None:
        by_name: dict[str, list[Statement]] = {}
        for rule in rules:
            for name in _answers_to(rule):
                by_name.setdefault(name, []).append(rule)
        by_id = {rule.id: [rule] for rule in rules}
        rules = one("rule", args.id, by_name | by_id)
        if args.id in by_id:
            return pages.one_rule(rules[0], knowledge)
    return pages.all_rules(rules, knowledge, more="One in full: calf-expert rules ID")


def _answers_to(statement: Statement) -> set[str]:
    """The names that list a rule beside its id: its module, the folders that is in, its red flag."""
    parts = statement.location.module.rpartition("knowledge.")[2].split(".")
    names = {parts[-1], *(".".join(parts[:end]) for end in range(1, len(parts) + 1))}
    return names | {statement.flag} if isinstance(statement, Alerts) else names


def scores(args: argparse.Namespace) -> str:
    """The scores, or one."""
    knowledge = load()
    if args.id is not None:
        return pages.one_score(one("score", args.id, knowledge.scores), knowledge)
    return pages.all_scores(knowledge, more="One in full: calf-expert scores ID")


def sources(args: argparse.Namespace) -> str:
    """The sources, or one."""
    knowledge = load()
    if args.id is not None:
        return pages.one_source(one("source", args.id, knowledge.sources), knowledge)
    return pages.all_sources(knowledge, more="What cites one: calf-expert sources ID")
