"""Texts that another has rewritten."""

from marsad.merge.copies import find_copies
from marsad.merge.digest import digest_document
from marsad.merge.rewording import FEWEST_WORDS, sketch
from tests.merge.factory import report

STORY = (
    "Shells landed beside the terminal of Kostiantynivka shortly before midday, a municipal clerk named Danylo"
    " Hrytsenko told reporters. Passengers awaiting the Dnipro coach perished instantly while vendors dragged"
    " survivors behind concrete planters. Flames devoured three kiosks, a flower stall and an abandoned minibus"
    " until volunteers emptied extinguishers. Prosecutors catalogued fragments resembling cluster munitions,"
    " photographed craters and promised charges. Schoolteacher Oksana Melnyk recognised her neighbour among the"
    " covered shapes. Sirens sounded again towards evening, emptying bakeries, pharmacies and the embroidered-"
    " shirt exhibition downtown."
)
REWRITTEN = (
    "Kostiantynivka: passengers awaiting the Dnipro coach perished instantly after shells landed beside its"
    " terminal shortly before noon, according to municipal clerk Danylo Hrytsenko. Vendors dragged survivors"
    " behind concrete planters; volunteers emptied extinguishers while flames devoured three kiosks, an abandoned"
    " minibus, a flower stall. Schoolteacher Oksana Melnyk recognised a neighbour among covered shapes."
    " Prosecutors photographed craters, catalogued fragments resembling cluster munitions, promised charges."
    " Towards evening sirens emptied pharmacies, bakeries and downtown's embroidered-shirt exhibition."
)
OWN = (
    "Our correspondent reached Kostiantynivka a day later and found its terminal deserted, a stopped clock above"
    " the timetable. Danylo Hrytsenko, who works for the municipality, pointed at scorched kiosks. Grandmother"
    " Halyna Bondar sells tea there every Wednesday; she fetched milk that noon and lived. Railway managers"
    " discuss moving coaches behind the locomotive yard before winter. Dnipro hospitals listed twenty admissions,"
    " mostly pensioners returning from allotments with cucumbers, dill and jars. Psychologists visit classrooms,"
    " drawing helicopters with pupils."
)


def test_a_rewritten_text_is_reuse_and_an_own_report_is_none() -> None:
    wire, spun, own = (report(text, outlet=text[:5]) for text in (STORY, REWRITTEN, OWN))
    found = find_copies(digest_document(paper) for paper in (wire, spun, own))
    assert {(copy.of, copy.document, copy.kind) for copy in found} == {
        (wire.id, spun.id, "reuse"),
        (spun.id, wire.id, "reuse"),
    }
    assert all(copy.share >= 0.5 for copy in found)


FOUR = (
    "An explosive detonated during the morning service in the gymnasium of Mindanao university, killing four"
    " students. Teachers gathered beneath the bleachers panicked. Regional commander Gabriel Viray suspected that"
    " a faction sworn to the caliphate had triggered it. Surgeons in Iligan appealed for donors of blood."
    " Patrols closed the Marawi bridges, ferries turned back and radio played hymns until dusk."
)
SPUN = (
    "During the morning service in the gymnasium of Mindanao university an explosive went off, which killed four"
    " students. Panicked teachers gathered beneath the bleachers. A faction sworn to the caliphate triggered it,"
    " regional commander Gabriel Viray suspects. In Iligan surgeons appealed for blood donors."
    " Ferries turned back, patrols closed the bridges of Marawi and hymns played on radio until dusk."
)
OTHER_FOUR = (
    "Four students died at Mindanao university when the service in its gymnasium was bombed. Bishop Edwin de la"
    " Pena called for candles rather than revenge. Cotabato closed its ferry terminal and searched luggage."
    " President Marcos blamed foreign terrorists and promised scholarships to relatives."
    " Lanao fishermen hauled nets ashore, jeepneys idled and Ramadan lamps hung unlit along the lake."
)


def test_four_sentences_are_enough_to_know_a_rewording() -> None:
    wire, spun, other = (report(text, outlet=text[:5]) for text in (FOUR, SPUN, OTHER_FOUR))
    found = find_copies(digest_document(paper) for paper in (wire, spun, other))
    assert {(copy.of, copy.document) for copy in found} == {(wire.id, spun.id), (spun.id, wire.id)}


def test_a_short_text_has_no_sketch() -> None:
    assert FEWEST_WORDS > 6
    assert sketch(report("Shells fell on the bus station of Kostiantynivka.")) is None
