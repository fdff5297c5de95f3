from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from test_load import GOOD

from lint.errors import RuleError
from lint.filters import overlaps
from lint.finding import Excerpt, Finding, Place
from lint.kinds import OPTIONS
from lint.packs.load import load
from lint.packs.pack import NEWSROOM_RANK, Pack, builtin_packs, packs_in, slug
from lint.rule import Category, Rule, Severity
from lint.span import Span

SAYS = "title: The sports desk\ncategory: grammar\ndefault: false\nrank: 35\nlanguage: en\nlists: {ball: [bat, puck]}\n"


def folder(root: Path, **files: str) -> Path:
    """Files of YAML below a folder: ``a_b`` is a/b.yaml."""
    for name, text in files.items():
        file = root / (name.replace("_", "/") + ".yaml")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return root


def test_a_folder_that_cannot_be_searched_is_no_pack_without_rules(
    tmp_path: Path, locked: Callable[[str], None]
) -> None:
    (tmp_path / "house").mkdir()
    locked("house")
    with pytest.raises(RuleError, match=r"house:1: this folder can't be searched: permission denied"):
        packs_in(tmp_path)


def test_a_folder_without_pack_yaml_is_a_newsrooms_own(tmp_path: Path) -> None:
    (pack,) = packs_in(folder(tmp_path / "house", r=GOOD))
    assert (pack.name, pack.title, pack.category, pack.default) == ("house", "house", Category.STYLE, True)
    assert (pack.rank, pack.language, pack.builtin) == (NEWSROOM_RANK, "any", False)


def test_with_one_it_is_what_it_says_and_so_are_its_rules(tmp_path: Path) -> None:
    (pack,) = packs_in(folder(tmp_path / "sport", r=GOOD, pack=SAYS))
    assert (pack.title, pack.category, pack.default) == ("The sports desk", Category.GRAMMAR, False)
    assert pack.lists is not None
    assert (pack.lists.data, pack.lists.where("ball").line) == ({"ball": ["bat", "puck"]}, 6)
    (rule,) = load([tmp_path / "sport"], OPTIONS)
    assert (rule.id, rule.category, rule.rank, rule.language) == ("sport.adviser", Category.GRAMMAR, 35, "en")


def test_the_nearest_pack_yaml_decides_whose_a_file_is(tmp_path: Path) -> None:
    house = folder(
        tmp_path / "house", pack="title: House", football_r="", football_deep_r="", trial_r="", trial_pack=""
    )
    with pytest.raises(RuleError, match="trial/pack.yaml:1: pack.yaml is ‘key: value’ lines"):
        packs_in(house)
    folder(house, trial_pack="title: Trial")
    assert {p.name: len(p.files) for p in packs_in(house)} == {"house": 2, "trial": 1}
    (house / "pack.yaml").unlink()
    assert {p.name: len(p.files) for p in packs_in(house)} == {"football": 2, "trial": 1}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("titel: x", r"pack.yaml:1: pack.yaml has no ‘titel’; did you mean ‘title’\?"),
        ("title: x\ncategory: sport", "pack.yaml:2: ‘category’ can't be ‘sport’; write one of: boilerplate"),
        ("title: x\ndefault: off", "pack.yaml:2: ‘default’ is a switch; write true or false"),
        ("title: x\nrank: first", "pack.yaml:2: ‘rank’ must be a whole number"),
        ("title: x\nrank: -1", "pack.yaml:2: ‘rank’ must be 0 or more"),
        ("title: x\nlanguage: english", r"pack.yaml:2: unknown language ‘english’"),
        ("title: x\nlists:\n  ball: puck", r"pack.yaml:3: write a list: ball: \[puck\]"),
        ("- title: x", "pack.yaml:1: pack.yaml is ‘key: value’ lines"),
        ("title: [x", "pack.yaml:2: this is not YAML"),
    ],
)
def test_a_mistake_in_pack_yaml_is_told_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(RuleError, match=says):
        packs_in(folder(tmp_path / "sport", r=GOOD, pack=text))


def test_pack_yml_is_not_passed_over(tmp_path: Path) -> None:
    (folder(tmp_path / "sport", r=GOOD) / "pack.yml").write_text("title: x")
    with pytest.raises(RuleError, match=r"pack.yml:1: copydesk reads pack.yaml; rename this file"):
        packs_in(tmp_path / "sport")


@pytest.mark.parametrize(("name", "right"), [("House rules", "house-rules"), ("a.b", "a-b"), ("default", "house")])
def test_a_folder_that_no_comment_could_name_is_refused(tmp_path: Path, name: str, right: str) -> None:
    with pytest.raises(RuleError, match=f"call the folder ‘{right}’"):
        packs_in(folder(tmp_path / name, r=GOOD))


def test_two_packs_may_not_have_one_name(tmp_path: Path) -> None:
    a, b = folder(tmp_path / "a" / "house", r=GOOD), folder(tmp_path / "b" / "house", s=GOOD)
    with pytest.raises(RuleError, match="there is a pack ‘house’ already, in .*a/house; rename this folder"):
        load([a, b], OPTIONS)


def test_a_newsrooms_rules_come_before_all_but_boilerplate() -> None:
    ranks = {p.name: p.rank for p in builtin_packs()}
    assert [name for name, rank in ranks.items() if rank < NEWSROOM_RANK] == ["boilerplate", "copydesk"]
    assert NEWSROOM_RANK not in ranks.values()
    assert sorted(ranks, key=lambda n: ranks[n]) == [
        *sorted(["boilerplate", "copydesk"], key=lambda n: ranks[n]),
        "confusions", "capitals", "facts", "punctuation", "typos", "consistency", "languagetool",
    ]  # fmt: skip


def test_copydesks_own_packs_say_whose_they_are() -> None:
    assert all(p.builtin and p.default and (p.language == "en" or p.name == "copydesk") for p in builtin_packs())


@pytest.mark.parametrize(("ranks", "shown"), [((35, 40), "a.adviser"), ((40, 35), "b.adviser")])
def test_the_pack_of_the_lower_rank_is_shown(tmp_path: Path, ranks: tuple[int, int], shown: str) -> None:
    for name, rank in zip("ab", ranks, strict=True):
        folder(tmp_path / name, r=GOOD, pack=f"rank: {rank}\n")
    rules = {r.id: r for r in load([tmp_path / "a", tmp_path / "b"], OPTIONS)}
    findings = overlaps.settled([finding(r) for r in rules.values()], rules)
    assert [f.rule for f in findings if f.suppressed is None] == [shown]
    assert [f.suppressed for f in findings if f.suppressed] == [f"overlaps {shown}"]


def finding(rule: Rule) -> Finding:
    place = Place("d", Span(2, 9), (1, 3), (1, 10))
    excerpt = Excerpt("The advisor quit.", 4, 11)
    return Finding(rule.id, rule.category, place, "advisor", excerpt, rule.message, Severity.WARNING, "")


def test_a_slug_is_a_name() -> None:
    assert [slug(t) for t in ("Foo Bar", "h.foo", "!!")] == ["foo-bar", "h-foo", "house"]
    assert Pack("x").where.file == Path("x")
