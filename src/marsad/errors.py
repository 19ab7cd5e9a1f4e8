"""Every error that marsad raises on purpose.

::

    MarsadError
    ├── InputError            what was given cannot be taken as input
    │   ├── UnreadableError     one report cannot be read; becomes an issue of the record
    │   └── NothingToReadError  no path given holds a report
    ├── UnknownCodeError      a code that the ontology does not list
    ├── FactsError            a table of facts (parties, sources, places) is malformed
    ├── RecordError           the folder is no record, or is of another version
    │   ├── NoSuchEventError    the record holds no event of that id
    │   └── RecordBusyError     another build is writing into it
    └── ExportError           an export cannot be written

The message is one line for a person and says what to do; the facts stand on the exception for a program.
"""


class MarsadError(Exception):
    """Root of all errors that a caller may want to catch."""


class InputError(MarsadError):
    """What was given cannot be taken as input."""


class UnreadableError(InputError):
    """One report cannot be read.

    ``code`` is the issue's code in the record, the message its text.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class NothingToReadError(InputError):
    """No path that was given holds a report."""


class UnknownCodeError(MarsadError):
    """A code that the ontology does not list."""

    def __init__(self, vocabulary: str, code: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{code!r} is no {vocabulary}; known: {', '.join(known)}")
        self.vocabulary = vocabulary
        self.code = code
        self.known = known


class FactsError(MarsadError):
    """A table of facts (parties, sources, places) is malformed."""


class RecordError(MarsadError):
    """The folder is no record, or one of a version that this marsad cannot open."""


class NoSuchEventError(RecordError):
    """The record holds no event of that id."""


class RecordBusyError(RecordError):
    """Another build is writing into the record."""


class ExportError(MarsadError):
    """An export cannot be written."""
