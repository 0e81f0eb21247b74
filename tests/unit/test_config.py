"""sdk.toml: what it may say, and what is said about one that is wrong."""

from __future__ import annotations

from contextlib import suppress
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.requirements import Requirement
from packaging.version import Version

from sdkwright import config
from sdkwright.config import Config, values
from sdkwright.config.settings import TABLES
from sdkwright.diagnostics import Diagnostics, Fatal, UsageError, render
from sdkwright.model import reserved

FULL = """\
[document]
path = "api.yaml"
overlays = ["overlays/names.yaml", "more.yaml"]

[output]
directory = "../out"

[package]
name = "my-sdk"
module = "my_sdk"
version = "1.2.0"
description = "It's a client"
license = "MIT"
changelog = "CHANGELOG.md"
all_components = true
install_notes = '''
One *line*,

and\tanother.
'''

[package.urls]
Documentation = "https://example.com/docs"

[client]
class = "MySDK"
env_prefix = "MYSDK"
server_url = "https://api.example.com/v1"

[operations]
allow_dropped = ["POST /x"]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "spec" / "sdk.toml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def complaints(folder: Path, text: str) -> list[str]:
    found = Diagnostics()
    with pytest.raises(Fatal):
        config.read(write(folder, text), found)
    return [render(item).removeprefix(f"{folder}/spec/") for item in found.items]


def test_every_setting_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, FULL)
    assert config.read(path, Diagnostics()) == Config(
        document=tmp_path / "spec" / "api.yaml",
        overlays=(tmp_path / "spec" / "overlays" / "names.yaml", tmp_path / "spec" / "more.yaml"),
        output=tmp_path / "out",
        module="my_sdk",
        distribution="my-sdk",
        version="1.2.0",
        description="It's a client",
        license="MIT",
        urls=(("Documentation", "https://example.com/docs"),),
        client_class="MySDK",
        env_prefix="MYSDK",
        server_url="https://api.example.com/v1",
        allow_dropped=("POST /x",),
        changelog=tmp_path / "spec" / "CHANGELOG.md",
        install_notes="One *line*,\n\nand\tanother.\n",
        all_components=True,
        source=path,
    )


def test_what_is_left_out_has_a_default(tmp_path: Path) -> None:
    path = write(tmp_path, '[package]\nmodule = "pet_store"\n')
    assert config.read(path, Diagnostics()) == Config(
        document=tmp_path / "spec" / "openapi.yaml",
        output=tmp_path / "generated",
        module="pet_store",
        distribution="pet-store",
        version="0.1.0",
        description="",
        license="",
        urls=(),
        client_class="PetStore",
        env_prefix="PET_STORE",
        allow_dropped=(),
        changelog=None,
        install_notes="",
        all_components=False,
        source=path,
    )


def test_options_make_the_same_names(tmp_path: Path) -> None:
    made = config.from_options(tmp_path / "a.yaml", "pet_store", tmp_path / "o", Diagnostics())
    assert (made.document, made.output) == (tmp_path / "a.yaml", tmp_path / "o")
    assert (made.distribution, made.client_class, made.env_prefix, made.source) == (
        "pet-store",
        "PetStore",
        "PET_STORE",
        None,
    )


def test_a_module_that_python_cannot_import_is_a_wrong_use() -> None:
    found = Diagnostics()
    with pytest.raises(UsageError):
        config.from_options(Path("a.yaml"), "pet-store", Path("o"), found)
    assert [render(item) for item in found.items] == [
        (
            "error[usage]: the module must be a Python module name such as `my_api`: lower "
            "case, starting with a letter, at most 100 characters, and not a module of the "
            "standard library or a dependency of the SDK, not `pet-store`."
        )
    ]


def test_a_module_of_the_standard_library_is_a_wrong_use() -> None:
    found = Diagnostics()
    with pytest.raises(UsageError):
        config.from_options(Path("a.yaml"), "email", Path("o"), found)
    assert [item.message for item in found.items] == [
        (
            "the module must be a Python module name such as `my_api`: lower case, starting "
            "with a letter, at most 100 characters, and not a module of the standard "
            "library or a dependency of the SDK, not `email`"
        )
    ]


def test_a_path_through_a_symlink_is_not_shortened(tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "deep").mkdir(parents=True)
    (tmp_path / "spec").symlink_to(tmp_path / "elsewhere" / "deep")
    path = tmp_path / "spec" / "sdk.toml"
    path.write_text('[package]\nmodule = "a"\n', encoding="utf-8")
    made = config.read(path, Diagnostics())
    assert made.output.resolve() == tmp_path / "elsewhere" / "generated"


def test_an_unknown_key_is_named_with_its_line(tmp_path: Path) -> None:
    assert complaints(tmp_path, '[client]\nclass = "A"\nclas = "B"\n[package]\nmodule = "a"\n') == [
        (
            "sdk.toml:3: error[unknown-setting]: unknown key `clas` in the table `client`. "
            "Fix: write `class`."
        )
    ]


def test_an_unknown_table_is_named_with_its_line(tmp_path: Path) -> None:
    assert complaints(tmp_path, '[package]\nmodule = "a"\n\n[extras]\nx = 1\n') == [
        (
            "sdk.toml:4: error[unknown-setting]: unknown table `extras`. Fix: choose one of: "
            f"{', '.join(f'`{table}`' for table in sorted(TABLES))}."
        )
    ]


@pytest.mark.parametrize("module", ["none", "true", "_none", "client", "response"])
def test_a_class_is_not_called_as_what_the_package_uses_otherwise(module: str) -> None:
    made = config.from_options(Path("a.yaml"), module, Path("o"), Diagnostics())
    assert made.client_class == f"{module.strip('_').capitalize()}Client"


def test_what_an_sdk_needs_is_known() -> None:
    waiting = ["httpx2", "msgspec", "aiohttp", "urllib3"]
    needed: set[str] = {"pydantic", "pydantic-core"}  # not needed, but used where they are
    needed.add("attr")  # which `attrs` installs as well
    while waiting:
        name = waiting.pop()
        needed.add(name)
        with suppress(PackageNotFoundError):  # what another system needs
            found = [text for text in requires(name) or () if "extra" not in text]
            waiting += {Requirement(text).name.lower() for text in found} - needed
    only_elsewhere = {"httpx2-jsfetch", "async-timeout"}
    assert {name.replace("-", "_") for name in needed - only_elsewhere} == reserved.DEPENDENCIES


def test_a_link_in_the_notes_is_no_table(tmp_path: Path) -> None:
    text = "[package] # of ours\ninstall_notes = '''\n[a](https://a.example)\n'''\nversion = 1\n"
    assert complaints(tmp_path, text) == [
        (
            "sdk.toml:5: error[bad-config]: `package.version` must be a version such as 1.2.0 or "
            "2.0.0rc1."
        )
    ]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = '[package]\nmodule = "A-b"\nversion = 1\n[package.urls]\nHome = "javascript:x"\n'
    assert complaints(tmp_path, text) == [
        (
            "sdk.toml:2: error[bad-config]: `package.module` must be a Python module name "
            "such as `my_api`: lower case, starting with a letter, at most 100 characters, "
            "and not a module of the standard library or a dependency of the SDK."
        ),
        (
            "sdk.toml:3: error[bad-config]: `package.version` must be a version such as 1.2.0 or "
            "2.0.0rc1."
        ),
        (
            "sdk.toml:4: error[bad-config]: `package.urls` must be a table of labels and "
            "http(s) URLs."
        ),
    ]


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("package", 'module = "class"'),
        ("package", 'module = "a.b"'),
        ("package", 'module = "json"'),
        ("package", 'module = "_"'),
        ("package", 'module = "_1"'),
        ("package", 'module = "con"'),
        ("package", 'module = "msgspec"'),
        ("package", f'module = "{"a" * 101}"'),
        ("package", 'module = "a\\n"'),
        ("package", 'name = "-x"'),
        ("package", 'version = "one"'),
        ("package", 'version = "1.02.0"'),
        ("package", 'version = "1.2.0-rc1"'),
        ("package", 'version = "1.2.0+007"'),
        ("package", 'changelog = ""'),
        ("package", 'install_notes = ["a.md"]'),
        ("package", 'install_notes = "a\\u001b[0m"'),
        ("package", 'all_components = "true"'),
        ("package", "all_components = 1"),
        ("package", 'description = "two\\nlines"'),
        ("package", 'license = "MIT\\""'),
        ("client", 'class = "not a class"'),
        ("client", f'class = "{"A" * 101}"'),
        ("client", 'class = "None"'),
        ("client", 'class = "str"'),
        ("client", 'class = "Client"'),
        ("client", 'class = "types"'),
        ("client", 'class = "NoResponse"'),
        ("client", 'env_prefix = "open-router"'),
        ("client", 'server_url = "/v1"'),
        ("client", 'server_url = "ftp://e.example"'),
        ("client", 'server_url = "https://u:p@e.example"'),
        ("client", 'server_url = "https://e.example/#x"'),
        ("client", 'server_url = "https://{host}/"'),
        ("operations", 'allow_dropped = ["POST"]'),
        ("operations", 'allow_dropped = "POST /x"'),
        ("document", 'path = ""'),
    ],
)
def test_a_value_of_another_shape_is_refused(tmp_path: Path, table: str, line: str) -> None:
    key = line.partition(" ")[0]
    found = complaints(tmp_path, f"[{table}]\n{line}\n")
    assert found[0].startswith(f"sdk.toml:2: error[bad-config]: `{table}.{key}` must be ")


@given(version=st.from_regex(values.VERSION_PATTERN, fullmatch=True))
def test_a_version_is_spelled_as_package_indexes_spell_it(version: str) -> None:
    assert str(Version(version)) == version


def test_a_changelog_is_read_as_it_is(tmp_path: Path) -> None:
    made = config.read(write(tmp_path, FULL), Diagnostics())
    (tmp_path / "spec/CHANGELOG.md").write_bytes("# Changes\r\n\r\n– none\r\n".encode())
    assert config.read_changelog(made, Diagnostics()) == "# Changes\n\n– none\n"


def test_without_a_changelog_there_is_nothing_to_read(tmp_path: Path) -> None:
    made = config.read(write(tmp_path, '[package]\nmodule = "a"\n'), Diagnostics())
    assert config.read_changelog(made, Diagnostics()) is None


def test_a_changelog_that_is_missing_is_a_wrong_use(tmp_path: Path) -> None:
    made = config.read(write(tmp_path, FULL), Diagnostics())
    found = Diagnostics()
    with pytest.raises(UsageError):
        config.read_changelog(made, found)
    assert [render(item).removeprefix(f"{tmp_path}/spec/") for item in found.items] == [
        (
            "CHANGELOG.md: error[missing-file]: file not found. "
            "Fix: create it; it may be empty before the first release."
        )
    ]


def test_the_module_must_be_named(tmp_path: Path) -> None:
    assert complaints(tmp_path, "") == [
        (
            "sdk.toml: error[bad-config]: `module` is missing from the table `package`. "
            'Fix: add `module = "my_api"`, the name that users import.'
        )
    ]


def test_what_is_not_toml_is_told_with_its_place(tmp_path: Path) -> None:
    assert complaints(tmp_path, "[package]\nmodule = \n") == [
        "sdk.toml:2:10: error[invalid-toml]: invalid TOML: invalid value."
    ]


def test_a_missing_file_is_a_wrong_use(tmp_path: Path) -> None:
    found = Diagnostics()
    with pytest.raises(UsageError):
        config.read(tmp_path / "sdk.toml", found)
    assert [render(item) for item in found.items] == [
        (
            f"{tmp_path}/sdk.toml: error[missing-file]: file not found. "
            "Fix: pass its path with --config, or use --spec, --module and --output."
        )
    ]


def test_an_allowed_drop_is_a_note(tmp_path: Path) -> None:
    settings = config.read(write(tmp_path, FULL), Diagnostics())
    found = Diagnostics()
    found.error("dropped-operation", "its body is text/csv", subject="POST /x")
    config.judge_dropped(settings, found, {})
    assert [render(item) for item in found.items] == [
        "note[dropped-operation] POST /x: its body is text/csv."
    ]


def test_a_drop_that_is_not_allowed_by_name_stays_an_error(tmp_path: Path) -> None:
    settings = config.read(write(tmp_path, FULL), Diagnostics())
    found = Diagnostics()
    found.error("dropped-operation", "why", subject="POST /x")
    found.error("dropped-operation", "why", subject="POST /xy")
    config.judge_dropped(settings, found, {})
    assert [(item.severity, item.subject) for item in found.items] == [
        ("note", "POST /x"),
        ("error", "POST /xy"),
    ]


def test_an_operation_may_be_allowed_by_its_id(tmp_path: Path) -> None:
    text = FULL.replace('"POST /x"', '"makeX"')
    settings = config.read(write(tmp_path, text), Diagnostics())
    found = Diagnostics()
    found.error("dropped-operation", "why", subject="POST /x")
    found.error("dropped-operation", "why", subject="POST /y")
    dropped = config.judge_dropped(settings, found, {"POST /x": "makeX", "POST /y": "makeY"})
    assert dropped == ("POST /x", "POST /y")
    assert [(item.severity, item.subject) for item in found.items] == [
        ("note", "POST /x"),
        ("error", "POST /y"),
    ]


def test_the_id_of_an_operation_that_is_not_dropped_is_an_error(tmp_path: Path) -> None:
    text = FULL.replace('"POST /x"', '"makeX"')
    settings = config.read(write(tmp_path, text), Diagnostics())
    found = Diagnostics()
    assert config.judge_dropped(settings, found, {"POST /x": "makeX"}) == ()
    assert [(item.code, item.subject) for item in found.items] == [("unused-allowance", "makeX")]


def test_an_allowance_that_nothing_needs_is_an_error_with_its_line(tmp_path: Path) -> None:
    settings = config.read(write(tmp_path, FULL), Diagnostics())
    found = Diagnostics()
    config.judge_dropped(settings, found, {})
    assert [render(item) for item in found.items] == [
        (
            f"{tmp_path}/spec/sdk.toml:31: error[unused-allowance] POST /x: listed in "
            "`allow_dropped`, but not dropped. Fix: remove it from `allow_dropped`."
        )
    ]


def test_a_reference_to_nowhere_is_told_once_with_the_operation_that_it_costs(
    tmp_path: Path,
) -> None:
    settings = config.read(write(tmp_path, '[package]\nmodule = "a"\n'), Diagnostics())
    found = Diagnostics()
    found.error("unresolved-reference", "`#/a` does not exist", at="/x")
    found.error("unresolved-reference", "`#/b` does not exist", at="/y")
    found.error("dropped-operation", "`#/a` does not exist", subject="GET /x", at="/x")
    config.judge_dropped(settings, found, {})
    assert [(item.code, item.message) for item in found.items] == [
        ("unresolved-reference", "`#/b` does not exist"),
        ("dropped-operation", "`#/a` does not exist"),
    ]
