"""The one door to Experta: it imports Experta 1.9.4 without a trace in the process, and keeps it from logging facts.

What is wrong with Experta, and is put right elsewhere in this package, is pinned in
``tests/engine/test_experta_traps.py``.
"""

from __future__ import annotations

import collections
import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

__all__ = [
    "MATCH",
    "NOT",
    "TEST",
    "Activation",
    "Agenda",
    "Fact",
    "FactList",
    "InitialFact",
    "KnowledgeEngine",
    "Matcher",
    "ReteMatcher",
    "Rule",
    "Strategy",
    "W",
]


@contextmanager
def _importable() -> Iterator[None]:
    """Let Experta be imported on Python 3.10 and later, and leave the process as it was found, also on an error."""
    root = logging.getLogger()
    # experta.engine and experta.watchers call logging.basicConfig(), which does nothing where the root has a handler.
    placeholder = logging.NullHandler()
    # frozendict 1.2 subclasses collections.Mapping, which went away in Python 3.10; frozendict 2 does not.
    aliasing = not hasattr(collections, "Mapping")
    with warnings.catch_warnings():
        # Who runs with -W error could do nothing about a warning from these packages: their versions are pinned.
        warnings.simplefilter("ignore")
        try:
            if aliasing:
                vars(collections)["Mapping"] = Mapping
            root.addHandler(placeholder)
            yield
        except ImportError as error:
            if error.name == "experta":
                raise
            # experta/__init__.py swallows this error and goes on without half its names; its modules imported one by
            # one, as below, raise it.
            raise ImportError(
                f"Experta is here, but not whole: {error}. "
                "Install it again with what it needs: pip install --force-reinstall experta==1.9.4",
                name=error.name,
                path=error.path,
            ) from error
        finally:
            if aliasing:
                vars(collections).pop("Mapping", None)
            root.removeHandler(placeholder)


with _importable():
    from experta import watchers as _watchers
    from experta.abstract import Matcher, Strategy
    from experta.activation import Activation
    from experta.agenda import Agenda
    from experta.conditionalelement import NOT, TEST
    from experta.engine import KnowledgeEngine
    from experta.fact import Fact, InitialFact
    from experta.factlist import FactList
    from experta.fieldconstraint import W
    from experta.matchers import ReteMatcher
    from experta.rule import Rule
    from experta.shortcuts import MATCH


def _withhold(_: logging.LogRecord) -> bool:
    return False


# Experta's watchers write the values of facts, which here are answers of a person, as soon as the application's root
# logger is at INFO. They are loggers of the process, not of an engine, so an application that runs Experta itself gets
# no output from experta.watch() either once this module is imported. It is a filter, because an application undoes
# the milder means without meaning to: a level by experta.watch() or by setting all loggers to DEBUG, `disabled` by
# logging.config.dictConfig(disable_existing_loggers=False); and propagate=False does not stop what hooks into
# Logger.callHandlers, as error trackers do. To see its own rules at work, such an application has to take the
# filter off again: `logger.filters.clear()`.
for _name in _watchers.ALL:
    logging.getLogger(f"{_watchers.__name__}.{_name}").addFilter(_withhold)
