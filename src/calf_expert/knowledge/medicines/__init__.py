"""Options and what forbids them, by drug class."""
