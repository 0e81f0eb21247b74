"""`sdkwright completion`: the script for bash is run by bash."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from sdkwright import cli
from sdkwright.cli.completion import SHELLS
from sdkwright.shipping import tools


def script(shell: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert cli.main(["completion", shell]) == 0
    return capsys.readouterr().out


def completed(words: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return what bash proposes for the last word."""
    quoted = " ".join(f"'{word}'" for word in words)
    program = (
        script("bash", capsys)
        + f"\nCOMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}"
        + '\n_shtab_sdkwright; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    bash = shutil.which("bash")
    assert bash is not None
    ran = subprocess.run(
        [bash, "-c", program], cwd=folder, capture_output=True, text=True, check=True
    )
    return ran.stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        (["sdkwright", "ex"], ["explain"]),
        (["sdkwright", "gen", "--wa"], ["--watch"]),
        (["sdkwright", "gen", "--format", "gi"], ["github"]),
        (["sdkwright", "completion", "z"], ["zsh"]),
        (["sdkwright", "gen", "--spec", "pet"], ["petstore.yaml", "pets"]),
        (["sdkwright", "gen", "--output", "pet"], ["pets"]),
    ],
)
def test_bash_completes(
    words: list[str], proposed: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "petstore.yaml").touch()
    (tmp_path / "pets").mkdir()
    assert sorted(completed(words, tmp_path, capsys)) == sorted(proposed)


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_has_a_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "keep-going" in script(shell, capsys)


def test_without_shtab_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tools, "_is_installed", lambda _name: False)
    assert cli.main(["completion", "bash"]) == 1
    assert capsys.readouterr().err == (
        "error[missing-tool]: `shtab` is not installed here. Fix: run `pip install "
        "'sdkwright[completion]'`; in the generator's own repository, `make test` installs them.\n"
    )
