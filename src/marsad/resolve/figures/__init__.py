"""How many: counts in a claim's words to bounds, whom they count and their class.

:func:`with_tolls` and :func:`resolve_figures` are the doors for the pipeline; :func:`find_numbers`, :func:`read_number`
and :func:`whole_number` read numbers anywhere.
"""

from marsad.resolve.figures.carrying import with_tolls
from marsad.resolve.figures.counts import Count, read_count
from marsad.resolve.figures.numbers import Number, Reading, find_numbers, read_number, whole_number, words_of
from marsad.resolve.figures.resolving import resolve_figures

__all__ = [
    "Count",
    "Number",
    "Reading",
    "find_numbers",
    "read_count",
    "read_number",
    "resolve_figures",
    "whole_number",
    "with_tolls",
    "words_of",
]
