from marsad.model import Party, Span
from marsad.model.privacy import private_names
from marsad.store.masking import index_texts, masked
from tests import sample_record as sample


def test_spans_beyond_the_text_do_no_harm() -> None:
    assert masked("Amal", [Span(2, 9), Span(7, 9)], ()) == "Am██"


def test_a_name_is_masked_wherever_it_stands_alone() -> None:
    assert masked("Ana and Anas met Ana.", (), ["Ana"]) == "███ and Anas met ███."


def test_the_longer_name_goes_first() -> None:
    assert masked("Omar Bashir left", (), ["Omar", "Omar Bashir"]) == "███████████ left"


def test_names_are_no_patterns() -> None:
    assert masked("A.B. and AxBx", (), ["A.B."]) == "████ and AxBx"


def test_nul_becomes_a_blank() -> None:
    assert masked("a\0b", (), ()) == "a b"


def test_blank_names_hide_nothing() -> None:
    assert private_names([Party(" ", None, None, private=True)]) == set()


def test_titles_are_masked_and_lengths_stay() -> None:
    report = sample.document("sahel/a.txt", "Awa Diallo died in Djibo.", title="Awa Diallo")
    victim = sample.party(report, "Awa Diallo", private=True)
    [(title, text), (_, sentence)] = index_texts(report, [sample.claim(report, "execution", "died", whom=(victim,))])
    assert title == "█" * 10
    assert text == sentence == "█" * 10 + " died in Djibo."


def test_a_surname_that_stands_alone_is_not_found() -> None:
    victim = Party("Olena Tkach", None, None, private=True)
    assert masked("Ms Tkach was a nurse.", (), private_names([victim])) == "Ms █████ was a nurse."
