from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_load import GOOD

from lint.config.load import loads
from lint.config.settings import Config
from lint.errors import ConfigError, RuleError
from lint.kinds import OPTIONS
from lint.packs.select import catalogue, select


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of installed packages, with one: the distribution “gazette-style”, which brings the pack “gazette”."""
    site = tmp_path / "site"
    install(site, "gazette-style", "gazette = gazette_rules", "gazette_rules")
    monkeypatch.syspath_prepend(site)
    importlib.invalidate_caches()
    yield site
    sys.modules.pop("gazette_rules", None)


def install(site: Path, distribution: str, entry: str, package: str) -> None:
    """Puts a made-up distribution into a folder; its code says aloud when it is run."""
    (site / package).mkdir(parents=True)
    (site / package / "__init__.py").write_text("raise RuntimeError('this is not to be run')\n")
    (site / package / "r.yaml").write_text(GOOD)
    info = site / f"{distribution.replace('-', '_')}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[copydesk.packs]\n{entry}\n")


def on(text: str, root: Path) -> set[str]:
    config = loads(text, root)
    return {r.id for r in select(catalogue(config, OPTIONS), config, OPTIONS)}


def test_an_installed_pack_is_on_when_it_is_named(site: Path, tmp_path: Path) -> None:
    assert on("packs: [gazette]", tmp_path) == {"gazette.adviser"}
    assert "gazette.adviser" in on("packs: [default, gazette]", tmp_path)


def test_it_is_off_when_it_is_not_named_and_yet_it_is_listed(site: Path, tmp_path: Path) -> None:
    assert "gazette.adviser" not in on("packs: [default]", tmp_path)
    known = catalogue(Config(), OPTIONS, whole=True)
    assert "gazette.adviser" in known.by_id
    assert known.by_name["gazette"].source == "gazette-style"
    assert not known.by_name["gazette"].builtin


def test_one_rule_of_it_is_switched_on_by_its_id(site: Path, tmp_path: Path) -> None:
    assert on("packs: []\nrules: {gazette.adviser: error}", tmp_path) == {"gazette.adviser"}


def test_its_pack_yaml_counts(site: Path) -> None:
    (site / "gazette_rules" / "pack.yaml").write_text("title: Gazette style\nrank: 90\n")
    known = catalogue(Config(), OPTIONS, whole=True)
    assert known.by_name["gazette"].title == "Gazette style"
    assert known.by_id["gazette.adviser"].rank == 90


def test_a_near_miss_of_an_installed_pack_gets_its_name(site: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"there is no pack ‘gazete’; did you mean ‘gazette’\?"):
        on("packs: [gazete]", tmp_path)


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("broken = gazette_rules:pack", "its entry point must name a package alone; write gazette_rules"),
        ("broken = no_such_package", "no_such_package is not a package with a folder of its own"),
        ("broken = no_such.package", "the package no_such.package can't be found"),
        ("typos = gazette_rules", "there is a pack ‘typos’ already; its entry point needs another name"),
    ],
)
def test_a_broken_one_names_its_distribution(site: Path, entry: str, says: str) -> None:
    install(site, "broken-style", entry, "broken_rules")
    importlib.invalidate_caches()
    name = entry.partition(" ")[0]
    with pytest.raises(RuleError, match=f"the pack ‘{name}’ of the package ‘broken-style’ can't be used: {says}"):
        catalogue(Config(), OPTIONS, whole=True)


def test_a_broken_one_that_nobody_named_stops_no_run(site: Path) -> None:
    install(site, "broken-style", "broken = no_such_package", "broken_rules")
    importlib.invalidate_caches()
    assert "broken" not in catalogue(Config(), OPTIONS).by_name


def test_a_broken_rule_in_it_names_the_distribution_and_the_line(site: Path, tmp_path: Path) -> None:
    (site / "gazette_rules" / "r.yaml").write_text(GOOD.replace("kind: substitution", "kind: substition"))
    with pytest.raises(
        RuleError, match=r"gazette_rules/r.yaml:2: unknown kind ‘substition’.*\(from the package ‘gazette-style’\)"
    ):
        on("packs: [gazette]", tmp_path)
