"""The model of context learns; in plain Python here, where nothing is compiled for a text of a few words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import numpy as np
import pytest

CAT, DOG, MEOWS, BARKS = 2, 3, 4, 5
"""Words by number; the first two are targets 0 and 1."""


@pytest.fixture(scope="module")
def network() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "numba", plain_numba())
        patch.delitem(sys.modules, "network", raising=False)
        import network

        with np.errstate(over="ignore"):  # the generator of random numbers runs over, as it should
            yield network
        sys.modules.pop("network")


def plain_numba() -> ModuleType:
    """A numba that compiles nothing."""

    def njit(*functions: Callable[..., Any], **_: bool) -> Any:
        return functions[0] if functions else lambda function: function

    numba = ModuleType("numba")
    numba.njit, numba.prange = njit, range  # type: ignore[attr-defined]
    return numba


def text(network: ModuleType, times: int) -> Any:
    """Cats meow and dogs bark, far enough from each other."""
    edge = [network.PAD] * network.FAR
    ids = np.array(edge + ([CAT, MEOWS, *edge, DOG, BARKS, *edge] * times), np.int32)
    targets = np.full(len(ids), -1, np.int32)
    targets[ids == CAT], targets[ids == DOG] = 0, 1
    return network.Text(ids, targets)


def test_a_word_is_told_from_another_by_its_neighbour(network: ModuleType) -> None:
    net = network.fresh(6, 2, 8, 6, np.random.default_rng(1))
    story = text(network, 10)
    against = network.Negatives(np.array([0, 1, 2]), np.array([1, 0], np.int32), np.ones(2, np.float32))
    network.train(net, story, np.ones(len(story.ids), np.float32), against, 6, np.random.default_rng(2))
    next_place = network.NEAR
    meows, barks = net.near[next_place, MEOWS], net.near[next_place, BARKS]
    assert meows @ (net.out[0] - net.out[1]) > 0.5
    assert barks @ (net.out[1] - net.out[0]) > 0.5


def test_a_place_without_a_chance_is_not_learned_from(network: ModuleType) -> None:
    net = network.fresh(6, 2, 8, 6, np.random.default_rng(1))
    before = net.near.copy()
    story = text(network, 10)
    against = network.Negatives(np.array([0, 1, 2]), np.array([1, 0], np.int32), np.ones(2, np.float32))
    network.train(net, story, (story.ids == CAT).astype(np.float32), against, 1, np.random.default_rng(2))
    assert (net.near[network.NEAR, MEOWS] != before[network.NEAR, MEOWS]).all()
    assert (net.near[network.NEAR, BARKS] == before[network.NEAR, BARKS]).all()


def test_rare_words_share_a_row_in_the_narrow_tables(network: ModuleType) -> None:
    ids = np.arange(20, dtype=np.int32)
    rows = [network._near_word(ids, 10, k, 8) for k in range(8)]
    assert rows == [6, 7, 8, 9, 11, 12, network.RARE, network.RARE]
    assert {network._far_word(ids, 13, i, 8) for i in range(0, 16, 2)} >= {1, 2, 3, 4, 5, 6, 7}


@pytest.mark.parametrize(("share", "word"), [(0.0, 7), (0.29, 7), (0.31, 8), (0.99, 9)])
def test_negatives_are_drawn_by_their_odds(share: float, word: int, network: ModuleType) -> None:
    against = network.Negatives(
        np.array([0, 1, 4]), np.array([5, 7, 8, 9], np.int32), np.array([1, 0.3, 0.6, 1], np.float32)
    )
    assert network._drawn(against, 1, np.uint64(int(share * 2**24)) << np.uint64(40)) == word
