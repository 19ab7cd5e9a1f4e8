"""The vocabularies of the record: types of happening, measures, modalities, classes and kinds, with their crosswalks.

Each vocabulary is a YAML file in ``data/``, each crosswalk to another dataset's codes a CSV file in ``crosswalks/``.
:func:`load` reads and checks them all; an unknown code is an error everywhere.

>>> from marsad import ontology
>>> ontology.load().event_type("air_strike").family
'explosion'
>>> ontology.load().ucdp("air_strike").type_of_violence_between({"rebel"}, {"civilians"})
3
"""

from marsad.ontology.crosswalk import AcledCodes, AcledRow, PloverCodes, UcdpCodes
from marsad.ontology.entries import (
    ActorKind,
    Entry,
    EventType,
    FigureRule,
    Grade,
    Measure,
    Modality,
    PlacePrecision,
    Relation,
    SourceKind,
    TimePrecision,
    VictimClass,
    Wording,
)
from marsad.ontology.loading import load, load_from
from marsad.ontology.vocabularies import Ontology

__all__ = [
    "AcledCodes",
    "AcledRow",
    "ActorKind",
    "Entry",
    "EventType",
    "FigureRule",
    "Grade",
    "Measure",
    "Modality",
    "Ontology",
    "PlacePrecision",
    "PloverCodes",
    "Relation",
    "SourceKind",
    "TimePrecision",
    "UcdpCodes",
    "VictimClass",
    "Wording",
    "load",
    "load_from",
]
