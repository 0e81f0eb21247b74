"""What refers to what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkwright.model import graph

GRAPHS = st.dictionaries(st.integers(0, 7), st.lists(st.integers(0, 7), max_size=3), max_size=8)


def reached(edges: dict[int, list[int]], start: int) -> set[int]:
    found: set[int] = set()
    waiting = [*edges.get(start, ())]
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting += edges.get(node, ())
    return found


@given(GRAPHS)
def test_nodes_share_a_number_if_each_leads_to_the_other(edges: dict[int, list[int]]) -> None:
    numbers = graph.circles(edges)
    assert set(numbers) == {*edges, *(node for nodes in edges.values() for node in nodes)}
    for one in numbers:
        for other in numbers:
            is_circle = other in reached(edges, one) and one in reached(edges, other)
            assert (numbers[one] == numbers[other]) == (one == other or is_circle)


@pytest.mark.parametrize("length", [2, 50_000])
def test_a_circle_may_be_of_any_length(length: int) -> None:
    edges = {node: [(node + 1) % length] for node in range(length)}
    assert set(graph.circles(edges).values()) == {0}
