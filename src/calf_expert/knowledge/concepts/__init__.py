"""Concepts that several causes share, by the system of the body they speak of."""
