"""From YAML to plain data. The one module that imports PyYAML; it is imported only where a file is YAML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from ._plain import AsWritten, more_than_once


class _Loader(yaml.SafeLoader):
    """Plain data only, and each mapping as :class:`AsWritten`."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._twice: dict[int, tuple[str, ...]] = {}

    def compose_mapping_node(self, anchor: Any) -> yaml.MappingNode:
        node = super().compose_mapping_node(anchor)
        # Looked at here, before what is merged in with `<<` makes a name stand twice quite rightly. By identity, which
        # is safe because the whole document holds on to its nodes.
        self._twice[id(node)] = more_than_once(key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode))
        return node

    def construct_as_written(self, node: yaml.MappingNode) -> Iterator[AsWritten]:
        """The constructor of mappings; in two steps, as PyYAML wants it of what may refer to itself."""
        made = AsWritten()
        made.twice = self._twice[id(node)]
        yield made
        made.update(self.construct_mapping(node))


_Loader.add_constructor("tag:yaml.org,2002:map", _Loader.construct_as_written)


def from_yaml(text: str) -> tuple[object, str | None]:
    """What the text holds, or what is wrong with it."""
    place = ""
    try:
        return _Loader(text).get_single_data(), None
    except Exception as error:  # noqa: BLE001 - PyYAML lets dates and numbers that cannot be raise whatever they like
        mark = getattr(error, "problem_mark", None)
        if mark is not None:
            place = f" (line {mark.line + 1} column {mark.column + 1})"
    return None, f"is not valid YAML{place}"
