"""Tests of the measurements: each on small cases whose figures are known."""
