"""The cache: what is kept, for whom, and what may rely on it."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from sdkwright.config import Config, read
from sdkwright.diagnostics import Diagnostics, Fatal, render
from sdkwright.pipeline.run import Options, run
from sdkwright.shipping.building import check_current
from sdkwright.workspace.cache import Cache, default_folder, digest
from tests.support.poisoning import CODE, poison

DOCUMENT = """\
openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: 'https://t.example'}]
paths:
  /x:
    get: {operationId: x, responses: {'204': {description: fine}}}
"""


def test_a_damaged_entry_is_not_used(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("key", b"content")
    assert cache.get("key") == b"content"
    (tmp_path / "key").write_bytes((tmp_path / "key").read_bytes()[:-1])
    assert cache.get("key") is None


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("key", b"content")
    cache.prune()
    assert cache.get("key") is None


def test_what_is_not_used_for_a_month_is_removed(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for key in ("old", "new"):
        cache.put(key, b"content")
    os.utime(tmp_path / "old", (1, 1))
    cache.prune()
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_a_key_depends_on_where_its_parts_end() -> None:
    assert digest([b"ab", b"c"]) != digest([b"a", b"bc"])


def test_the_cache_is_where_the_user_keeps_caches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "sdkwright"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_folder() == tmp_path / ".cache" / "sdkwright"


# Whom it trusts


@pytest.mark.parametrize("before", [None, 0o755, 0o777])
def test_only_its_user_can_enter_the_folder(tmp_path: Path, before: int | None) -> None:
    folder = tmp_path / "cache"
    if before is not None:
        folder.mkdir()
        folder.chmod(before)
    Cache(folder).put("key", b"content")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_another_user_wrote_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path)
    cache.put("key", b"content")
    monkeypatch.setattr(os, "geteuid", lambda: (tmp_path / "key").stat().st_uid + 1)
    assert cache.get("key") is None


@pytest.fixture
def poisoned(tmp_path: Path) -> Callable[[Diagnostics], Config]:
    """An SDK made by way of a cache that somebody has written code to; its settings."""
    (tmp_path / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    settings = tmp_path / "sdk.toml"
    settings.write_text(
        '[document]\npath = "openapi.yaml"\n[output]\ndirectory = "out"\n'
        '[package]\nmodule = "t"\n',
        encoding="utf-8",
    )

    def config(diagnostics: Diagnostics) -> Config:
        return read(settings, diagnostics)

    cache = Cache(tmp_path / "cache")
    run(config, Options(cache=cache))
    assert poison(tmp_path / "cache") > 5
    run(config, Options(cache=cache, force=True))
    assert CODE in (tmp_path / "out/src/t/client.py").read_text(encoding="utf-8")
    return config


def test_a_check_finds_what_came_of_a_cache_that_was_changed(
    poisoned: Callable[[Diagnostics], Config], tmp_path: Path
) -> None:
    code, report = run(poisoned, Options(check=True, cache=Cache(tmp_path / "cache")))
    assert code == 1
    assert {item.code for item in report.diagnostics} == {"out-of-date"}


def test_nothing_is_built_or_published_that_came_of_a_cache_that_was_changed(
    poisoned: Callable[[Diagnostics], Config], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "cache").rename(tmp_path / "home/sdkwright")
    found = Diagnostics()
    with pytest.raises(Fatal):
        check_current(poisoned(found), found, lambda _line: None)
    told = [render(item) for item in found.items]
    assert any("client.py: error[out-of-date]: the file is out of date." in line for line in told)
