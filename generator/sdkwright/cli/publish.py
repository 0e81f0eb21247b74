"""`sdkwright publish`: upload the version that is checked out to a package index."""

from __future__ import annotations

import argparse
from typing import Final

from sdkwright.cli.build import add_options, settings
from sdkwright.cli.terminal import FAILED, WRONG_USE, answer, say, tell

_EXAMPLES: Final = """\
examples:
  sdkwright publish --repository testpypi --dry-run
      See whether everything is in order; upload nothing.
  sdkwright publish --repository pypi
      Build and upload. Twine knows `pypi` and `testpypi`, and what ~/.pypirc describes.
  sdkwright publish --repository-url http://127.0.0.1:8080/ --skip-build
      Upload what `sdkwright build` has made to an index without a name.

It refuses to upload from a work tree that is not clean, from a commit without the tag of the
version (v1.2.3), an SDK that is not what the document makes today, files that were built of
something else, and a version that the index has.

Credentials are twine's: keyring, TWINE_USERNAME and TWINE_PASSWORD, or ~/.pypirc.

exit status:
  0  the version is on the index; or, with --dry-run, could be
  1  something forbids it, or the index refused it
  2  the command itself is wrong: no repository, an unknown one, a missing file
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "publish",
        help="upload the version that is checked out to a package index",
        description="Build the SDK of the commit that is checked out, and upload it.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument(
        "--repository", metavar="NAME", default="", help="where to: a name that twine knows"
    )
    where.add_argument("--repository-url", metavar="URL", default="", help="where to: an address")
    parser.add_argument(
        "--index-url",
        metavar="URL",
        default="",
        help="the index that says which versions there are (default: the repository's)",
    )
    parser.add_argument(
        "--skip-build", action="store_true", help="upload the files that were built before"
    )
    parser.add_argument("--dry-run", action="store_true", help="do everything but the upload")
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
            tell=say,
        )
    except UsageError:
        tell(diagnostics.items)
        return WRONG_USE
    except Fatal:
        tell(diagnostics.items)
        return FAILED
    tell(diagnostics.items)
    done = "could be published on" if options.dry_run else "is published on"
    answer(f"{config.distribution} {config.version} {done} {where}")
    return 0
