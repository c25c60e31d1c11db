"""The tests. A package by name, because an installed one (textstat has its own) would otherwise be found for it."""
