"""A value of the model with other texts inside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import is_
from typing import Any

from livret.model import WITHOUT_TEXTS, Text, field_names


def with_texts(value: Any, change: Callable[[Text], Text]) -> Any:
    """The same value with every `Text` inside it replaced by `change(text)`.

    What holds no text, or only texts that did not change, is the very same object as before.
    """
    if isinstance(value, Text):
        return change(value)
    if type(value) in WITHOUT_TEXTS:
        return value
    if isinstance(value, tuple):
        items = tuple(with_texts(item, change) for item in value)
        return value if all(map(is_, items, value)) else items
    if isinstance(value, Mapping):
        entries = {key: with_texts(inner, change) for key, inner in value.items()}
        return value if all(map(is_, entries.values(), value.values())) else entries
    before = [getattr(value, name) for name in field_names(value.__class__)]
    after = [with_texts(inner, change) for inner in before]
    # Not by `replace`, which takes twice as long.
    return value if all(map(is_, after, before)) else value.__class__(*after)
