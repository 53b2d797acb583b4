import time, pytest
def test_a(): time.sleep(60)
@pytest.mark.parametrize("n", range(4))
def test_b(n): pass
