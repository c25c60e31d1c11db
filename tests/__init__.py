"""A package, so that ``tests.toy`` is ours: textstat installs a package of the same name, which would come first."""
