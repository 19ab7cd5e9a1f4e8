"""The page ``report.html`` of a record: one self-contained file that makes no request to any network."""

from marsad.export.page.write import write_page

__all__ = ["write_page"]
