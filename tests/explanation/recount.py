"""A second count of what a derivation holds, from the JSON of a result alone, to hold the library's own against."""

from __future__ import annotations

import json
from typing import Any

from calf_expert.assessment import Assessment

Triple = tuple[str, str, str]

ON_OPTION = {"forbids", "cautions", "asks"}
EVIDENCE = {"supports", "weakens", "confirms", "excludes"}
CONCLUDING = {"concludes": "concept", "scores": "score"}


class Recount:
    """What the trace and the conclusions of one result say, in plain data."""

    def __init__(self, assessment: Assessment) -> None:
        self.result: dict[str, Any] = json.loads(assessment.model_dump_json())
        self.trace: list[dict[str, Any]] = self.result["trace"]
        self.known = {name for name, answer in self.result["answers"].items() if answer != "unknown"}
        self.items: dict[str, Any] = {}
        for conclusion in self.result["conclusions"]:
            for item in conclusion["management"] + conclusion["withheld"]:
                self.items.setdefault(item["id"], item)
        self.concluded = {s["concludes"][0]: CONCLUDING[s["verb"]] for s in self.trace if s["verb"] in CONCLUDING}

    # The graph. -------------------------------------------------------------------------------------------------------

    def edges(self) -> set[Triple]:
        """Every edge there should be, and no other."""
        found: set[Triple] = set()
        for step in self.trace:
            rule, verb, what = f"rule:{step['rule_id']}", step["verb"], step["concludes"][0]
            found |= self._premises(rule, step["premises"])
            if verb in CONCLUDING:
                found.add((rule, f"{CONCLUDING[verb]}:{what}", "concludes"))
            if verb in EVIDENCE:
                found.add((rule, f"cause:{what}", verb))
            if verb == "alerts":
                alert = f"alert:{step['rule_id']}"
                found.add((rule, alert, "concludes"))
                found |= {(alert, f"cause:{cause}", "names") for cause in step["concludes"][1:]}
            if verb == "offers":
                found |= {(rule, f"option:{what}", "offers"), (rule, f"advice:{what}", "offers")}
            if verb in ON_OPTION:
                found |= {(rule, f"advice:{id_}", verb) for id_ in self.answering(what)}
        return found | self._of_urgency()

    def answering(self, what: str) -> set[str]:
        """The options that came up and that rules mean by a name."""
        return {id_ for id_, item in self.items.items() if what in item["answers_to"]}

    def _premises(self, target: str, premises: list[dict[str, Any]]) -> set[Triple]:
        found: set[Triple] = set()
        for premise in premises:
            kind, name = premise["kind"], premise["id"]
            if kind == "answer":
                if name not in self.known:
                    found.add((f"not_known:{name}", target, "unknown_premise"))
                else:
                    role = "negated_premise" if self.result["answers"][name] is False else "premise"
                    found.add((f"answer:{name}", target, role))
            elif kind == "no_concept":
                found.add((f"not_concluded:{name}", target, "negated_premise"))
            else:
                sources = {
                    "concept": lambda n: [f"{self.concluded[n]}:{n}"],
                    "score": lambda n: [f"{self.concluded[n]}:{n}"],
                    "suspected": lambda n: [f"cause:{n}"],
                    "considered": lambda n: [f"cause:{n}"],
                    "urgency": lambda _: [f"urgency:{self.result['urgency']}"],
                    "option": lambda n: [f"option:{id_}" for id_ in self.answering(n)],
                }[kind](name)
                found |= {(source, target, "premise") for source in sources}
        return found

    def _of_urgency(self) -> set[Triple]:
        urgency = f"urgency:{self.result['urgency']}"
        found: set[Triple] = set()
        for reason in self.result["urgency_reasons"]:
            if reason["kind"] == "cause":
                found.add((f"cause:{reason['id']}", urgency, "sets"))
            wanted = (reason["kind"], reason["id"], self.result["urgency"])
            for alert in self.result["alerts"]:
                if ("alert", alert["id"], alert["urgency"]) == wanted:
                    found.add((f"alert:{alert['rule_id']}", urgency, "sets"))
            found |= self._premises(urgency, reason["premises"])
        return found

    # What bears on something. -----------------------------------------------------------------------------------------

    def rules_behind(self, subject: str) -> set[str]:
        """The ids of all rules that bear on a cause, flag, concept, option or the urgency, directly or not."""
        if subject == "urgency":
            return self._urgency(set())
        if subject in self.items:
            names = self.items[subject]["answers_to"]
            direct = [s for s in self.trace if s["verb"] == "offers" and s["concludes"][0] == subject]
            direct += [s for s in self.trace if s["verb"] in ON_OPTION and s["concludes"][0] in names]
            return self._with_all_behind(direct, set())
        if subject in self.concluded:
            return self._concept(subject, set())
        alerts = [s for s in self.trace if s["verb"] == "alerts" and s["concludes"][0] == subject]
        return self._with_all_behind(alerts, set()) if alerts else self._cause(subject, set())

    def _cause(self, cause: str, seen: set[str]) -> set[str]:
        direct = [s for s in self.trace if s["verb"] in EVIDENCE and s["concludes"][0] == cause]
        direct += [s for s in self.trace if s["verb"] == "alerts" and cause in s["concludes"][1:]]
        return self._with_all_behind(direct, seen)

    def _concept(self, concept: str, seen: set[str]) -> set[str]:
        direct = [s for s in self.trace if s["verb"] in CONCLUDING and s["concludes"][0] == concept]
        return self._with_all_behind(direct, seen)

    def _urgency(self, seen: set[str]) -> set[str]:
        found: set[str] = set()
        for reason in self.result["urgency_reasons"]:
            if reason["kind"] == "cause":
                found |= self._cause(reason["id"], seen)
            if reason["kind"] == "alert":
                level = self.result["urgency"]
                rules = {
                    a["rule_id"] for a in self.result["alerts"] if (a["id"], a["urgency"]) == (reason["id"], level)
                }
                found |= self._with_all_behind([s for s in self.trace if s["rule_id"] in rules], seen)
            for premise in reason["premises"]:
                if premise["kind"] == "concept":
                    found |= self._concept(premise["id"], seen)
        return found

    def _with_all_behind(self, steps: list[dict[str, Any]], seen: set[str]) -> set[str]:
        found: set[str] = set()
        for step in steps:
            if step["rule_id"] in seen:
                continue
            seen.add(step["rule_id"])
            found.add(step["rule_id"])
            for premise in step["premises"]:
                kind, name = premise["kind"], premise["id"]
                if kind in ("concept", "score"):
                    found |= self._concept(name, seen)
                elif kind in ("suspected", "considered"):
                    found |= self._cause(name, seen)
                elif kind == "urgency":
                    found |= self._urgency(seen)
        return found
