"""When it happened: words of a document to days, against its day of publication.

Two doors for the pipeline, :func:`resolve_times` and :func:`is_background`; the grammar beneath them,
:func:`find_times` and :func:`anchor`, stands on its own: it finds the time expressions of any English text and reads
them against any reference.
"""

from marsad.resolve.times.anchoring import anchor
from marsad.resolve.times.grammar import find_times
from marsad.resolve.times.happening import is_background, resolve_time, resolve_times
from marsad.resolve.times.value import Days, Expression, Reference

__all__ = ["Days", "Expression", "Reference", "anchor", "find_times", "is_background", "resolve_time", "resolve_times"]
