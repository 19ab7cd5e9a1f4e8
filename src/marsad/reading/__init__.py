"""Files and folders to documents: what is read, from whom, of which day, and which words are the story's own."""

from marsad.reading.files import count, find
from marsad.reading.raw import Given, RawReport
from marsad.reading.read import read

__all__ = ["Given", "RawReport", "count", "find", "read"]
