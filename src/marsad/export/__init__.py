"""Records as files for other programs: one module a format.

>>> from marsad.export import FORMATS
>>> sorted(FORMATS)
['csv', 'geojson', 'jsonl']
"""

from marsad.export.formats import FORMATS, export
from marsad.export.withholding import WITHHELD, Withholding

__all__ = ["FORMATS", "WITHHELD", "Withholding", "export"]
