"""``python -m marsad`` is the command ``marsad``."""

import sys

from marsad.cli import main

if __name__ == "__main__":
    sys.exit(main())
