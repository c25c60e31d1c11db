"""Experta, run so that it is exact, private and safe among threads. Nothing in here knows any medicine."""

from .machine import Engine, Session
from .program import Program, compile_program

__all__ = ["Engine", "Program", "Session", "compile_program"]
