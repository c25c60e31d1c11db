"""Benchmarks of the library on its own knowledge, beside other ways to run the same rules; see docs/performance.md."""
