"""The knowledge written out for other rule engines, from the statements and from nothing else."""
