from reports.glossary import glossary, spelled_out


def test_an_acronym_that_the_text_explains_is_explained_so():
    text = "All have Personal Development Reviews (PDRs). A Local Offer Board (LOB) met."
    assert spelled_out([text]) == {
        "PDR": "Personal Development Reviews",
        "LOB": "Local Offer Board",
    }


def test_small_words_do_not_stand_in_an_acronyms_way():
    text = "It is Child and Adolescent Mental Health Services (CAMHS) that waits."
    assert spelled_out([text]) == {"CAMHS": "Child and Adolescent Mental Health Services"}


def test_an_acronym_that_nobody_explains_is_listed_so_that_somebody_sees_it():
    assert glossary(["The XQZ met."], ()) == (("XQZ", "not explained where it was used"),)


def test_loud_words_and_numbers_of_paragraphs_are_no_acronyms():
    assert glossary(["See (iv) and IV."], (), quoted=["I HATE IT HERE, ask CAMHS"]) == (
        ("CAMHS", "Child and Adolescent Mental Health Services"),
    )


def test_plurals_are_explained_once():
    assert glossary(["PEPs and PEPS and a PEP"], ()) == (("PEP", "Personal Education Plan"),)
