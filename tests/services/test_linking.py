"""An officer and a person in Slack are linked one to one, and nothing says so in the clear."""

import pytest

from core.linking import NotLinked
from services import linking
from tests.bot.test_silence import everything_stored
from tests.services.people import officer

ME, OTHER = "T0HEARD/U0CANARYID", "T0HEARD/U0OTHER"


def test_one_person_is_one_officer_and_can_be_let_go_again(house, store_urls):
    one, _ = officer(house)
    two, _ = officer(house, email="two@council.example")
    linking.link(house, ME, linking.offer(house, one))
    assert linking.officer_of(house, ME) == one
    linking.link(house, OTHER, linking.offer(house, one))
    with pytest.raises(NotLinked):
        linking.officer_of(house, ME)
    linking.link(house, OTHER, linking.offer(house, two))
    assert linking.officer_of(house, OTHER) == two
    assert linking.person_of(house, two.id) == OTHER
    assert not linking.is_linked(house, one)
    stored = everything_stored(store_urls)
    assert not [one for one in (ME, OTHER) if one.partition("/")[2] in stored]
    linking.unlink(house, two)
    assert linking.person_of(house, two.id) is None
