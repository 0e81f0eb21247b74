"""Entry point of `python -m sdkwright`, which is the same as the command `sdkwright`."""

from __future__ import annotations

import sys

from sdkwright.cli import main

if __name__ == "__main__":
    sys.exit(main())
