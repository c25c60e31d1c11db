"""``python -m calf_expert``: the same as the command ``calf-expert``."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
