"""Settings for the whole test suite."""

import os

from hypothesis import settings

# No deadline: the first example pays for loading the knowledge. A failure prints a blob that repeats it.
settings.register_profile("default", deadline=None, print_blob=True)
# The same examples in every run, so that a change fails for what it did and not for what was drawn.
settings.register_profile("ci", settings.get_profile("default"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "default")
