"""Explanations of a result. All of them are derived from its trace; none knows anything the trace does not say."""
