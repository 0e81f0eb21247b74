"""`sdkwright publish`: upload the version that is checked out to a package index."""

from __future__ import annotations

import argparse
from typing import Final

from sdkwright.cli.build import add_options, settings
from sdkwright.cli.terminal import FAILED, WRONG_USE, answer, print_diagnostics, say

_EXAMPLES: Final = """\
examples:
  sdkwright publish --repository testpypi --dry-run
      Check that everything is ready; upload nothing.
  sdkwright publish --repository pypi
      Build and upload. The names are twine's: `pypi`, `testpypi`, and those in ~/.pypirc.
  sdkwright publish --repository-url http://127.0.0.1:8080/ --skip-build
      Upload the files of `sdkwright build` to an index that has no name.

Nothing is uploaded if the work tree is not clean, the commit lacks the tag of the version (v1.2.3),
the SDK is out of date, the files were built from other sources, or the index has the version.

Twine reads the credentials: from keyring, TWINE_USERNAME and TWINE_PASSWORD, or ~/.pypirc.

exit status:
  0  the version was published (with --dry-run: it can be)
  1  a check failed, or the index rejected the upload
  2  the command is wrong: a missing or unknown repository, or a missing file
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "publish",
        help="upload the checked-out version to a package index",
        description="Build the SDK from the checked-out commit, and upload it.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument(
        "--repository",
        metavar="NAME",
        default="",
        help="repository by its name in twine's configuration",
    )
    where.add_argument("--repository-url", metavar="URL", default="", help="repository by its URL")
    parser.add_argument(
        "--index-url",
        metavar="URL",
        default="",
        help="index that lists the published versions (default: the repository's)",
    )
    parser.add_argument("--skip-build", action="store_true", help="upload the files built earlier")
    parser.add_argument("--dry-run", action="store_true", help="do everything except the upload")
    add_options(parser)
    parser.set_defaults(parser=parser, run=run)


def run(options: argparse.Namespace) -> int:
    """Publish the package, and return the exit status."""
    from sdkwright.diagnostics import Diagnostics, Fatal, UsageError
    from sdkwright.shipping import building, index, publishing, tools

    diagnostics = Diagnostics()
    try:
        config = settings(options, diagnostics)
        tools.require(tools.NEEDED, diagnostics)
        name, url = options.repository, options.repository_url
        if "://" in name:  # `make publish REPOSITORY=...` has only this option
            name, url = "", name
        where = index.repository(name, url, options.index_url, diagnostics)
        publishing.publish(
            config,
            where,
            options.output or building.default_folder(config),
            options=publishing.Options(options.skip_build, options.dry_run, options.max_wheel),
            diagnostics=diagnostics,
            say=say,
        )
    except UsageError:
        print_diagnostics(diagnostics.items)
        return WRONG_USE
    except Fatal:
        print_diagnostics(diagnostics.items)
        return FAILED
    print_diagnostics(diagnostics.items)
    done = "can be published to" if options.dry_run else "published to"
    answer(f"{config.distribution} {config.version} {done} {where}")
    return 0
