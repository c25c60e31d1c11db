"""Red flags by body system."""
