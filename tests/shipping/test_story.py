"""From a clean clone to a release that a user installs, as a person walks through the README.

One test, since each step stands on the one before. The person has a clone, `make`, `git`, a package
index on loopback, and a user.
"""

from __future__ import annotations

import datetime
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from tests.contract.support.prism import Prism
from tests.shipping.support.clone import ROOT, Clone
from tests.shipping.support.environments import fetch_or_skip, make_venv
from tests.shipping.support.package_index import PackageIndex
from tests.support.once import Once

PROGRAM = Path(__file__).with_name("program.txt")

OPTIONAL_PARAMETER = """\
        - name: name
          in: query
          description: Only keys of this name are listed.
          schema:
            type: string
          example: Production API Key
"""
FIRST_PARAMETER = """\
        - name: include_disabled
          in: query
"""

PYPIRC = """\
[distutils]
index-servers = loopback

[loopback]
repository = {}
username = u
password = p
"""

COMPATIBLE = """\
<!-- sdkwright diff -->
0 breaking, 1 compatible, 0 docs only: next version **0.1.1** (now 0.1.0)

The Python SDK, from origin/main to the work tree:

<details>
<summary>1 compatible change</summary>

- `open_router.api_keys.list()`: optional parameter `name` (`str`) is new.<br>\
`spec/openapi.yaml:262:11`

</details>
"""
BREAKING = """\
<!-- sdkwright diff -->
**2 breaking**, 0 compatible, 3 docs only: next version **0.2.0** (now 0.1.0)

The Python SDK, from origin/main to the work tree:

### Breaking

- `operations.GetCurrentKeyData`: field `rate_limit` was removed (used by \
`open_router.api_keys.get_current_key_metadata()`).<br>\
**Breaks:** code that reads or sets it.<br>\
**To migrate:** Do not use `rate_limit`.<br>\
`origin/main:spec/openapi.yaml:151:23`
- `operations.RateLimit`: the class was removed (used by \
`open_router.api_keys.get_current_key_metadata()`).<br>\
**Breaks:** code that imports it.<br>\
**To migrate:** Remove the import.<br>\
`origin/main:spec/openapi.yaml:151:23`
"""
SECTION = """\
### Breaking

- `operations.GetCurrentKeyData`: field `rate_limit` was removed (used by \
`open_router.api_keys.get_current_key_metadata()`).
  Breaks: code that reads or sets it. To migrate: Do not use `rate_limit`.
- `operations.RateLimit`: the class was removed (used by \
`open_router.api_keys.get_current_key_metadata()`).
  Breaks: code that imports it. To migrate: Remove the import.

### Added

- `open_router.api_keys.list()`: optional parameter `name` (`str`) is new.
"""


def add_parameter(owner: Clone) -> None:
    owner.edit("spec/openapi.yaml", FIRST_PARAMETER, OPTIONAL_PARAMETER + FIRST_PARAMETER)


def remove_field(owner: Clone) -> None:
    """Remove `rate_limit`: the property, its entry in `required`, and the example of it."""
    path = owner.folder / "spec/openapi.yaml"
    text = path.read_text(encoding="utf-8")
    deeper = r"(?: {24}.*\n)+"
    for pattern in (
        rf" {{22}}rate_limit:\n {{24}}type: object\n{deeper}",
        r" {22}- rate_limit\n",
        rf" {{22}}rate_limit:\n{deeper}",
    ):
        text, times = re.subn(pattern, "", text)
        assert times == 1
    path.write_text(text, encoding="utf-8")


def today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()


@pytest.fixture
def owner(tmp_path: Path) -> Clone:
    return Clone.begin(tmp_path)


@pytest.fixture
def stocked_index(package_index: PackageIndex, once: Once) -> PackageIndex:
    """An index that has what the SDK depends on, and no SDK yet."""
    project = tomllib.loads((ROOT / "generated/pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"]
    newest = once("newest", lambda folder: fetch_or_skip(folder, *wanted))
    shutil.copytree(newest, package_index.folder, dirs_exist_ok=True)
    return package_index


def test_a_change_of_the_document_reaches_a_user(
    owner: Clone, stocked_index: PackageIndex, tmp_path: Path
) -> None:
    # Somebody adds a parameter, and reads what their pull request would say.
    owner.branch("names")
    add_parameter(owner)
    owner.made("gen")
    assert owner.made("spec-diff", "FORMAT=markdown").startswith(COMPATIBLE)
    assert owner.make("spec-diff", "FAIL_ON=breaking").status == 0
    owner.commit("List keys by name")
    owner.merge()

    # Somebody else removes a field.
    owner.branch("no-rate-limit")
    remove_field(owner)
    owner.made("gen")
    comment = tmp_path / "comment.md"
    owner.made("spec-diff", "FORMAT=markdown", f"OUTPUT={comment}")
    assert comment.read_text(encoding="utf-8").startswith(BREAKING)
    assert owner.make("spec-diff", "FAIL_ON=breaking").status == 2
    owner.commit("Leave out the rate limit that is no longer in force")
    owner.merge()

    # An owner releases both. What breaks a user is no patch.
    owner.branch("release")
    refused = owner.make("release", "VERSION=0.1.1")
    assert refused.status == 2
    assert "error[version-too-small]: 0.1.1 is too small a step from 0.1.0" in refused.err
    assert owner.git("status", "--porcelain") == ""
    days = [today()]
    owner.made("release", "VERSION=auto")
    days.append(today())
    section = owner.read("generated/CHANGELOG.md").partition("\n## ")[2]
    assert section.startswith(tuple(f"0.2.0 - {day}\n\n{SECTION}" for day in days))
    owner.commit("Release 0.2.0")
    owner.merge()

    # Nothing is published that is not tagged, and nothing twice.
    (owner.home / ".pypirc").write_text(PYPIRC.format(stocked_index.url), encoding="utf-8")
    untagged = owner.make("publish", "REPOSITORY=loopback")
    assert untagged.status == 2
    assert "error[untagged-commit]" in untagged.err
    owner.git("tag", "v0.2.0")
    owner.made("publish", "REPOSITORY=loopback")
    again = owner.make("publish", "REPOSITORY=loopback")
    assert again.status == 2
    assert "error[version-exists]" in again.err

    # A user installs it, and calls with the new parameter.
    user = make_venv(tmp_path / "user")
    user.install(stocked_index.simple, "openrouter-keys")
    log = tmp_path / "prism.log"
    with Prism(owner.folder / "spec/openapi.yaml", log) as prism:
        ended = user.run(tmp_path, "python", PROGRAM, prism.url)
    assert ended == (0, "0.2.0 ['Production API Key', 'Old Staging Key']\n", "")
    assert "/keys?name=Production" in log.read_text(encoding="utf-8")

    # The release after that has nothing to say.
    owner.branch("next")
    nothing = owner.make("release", "VERSION=auto")
    assert nothing.status == 2
    assert "error[nothing-changed]" in nothing.err
