"""Two people, one computer: the second is never given the code of the first."""

from tests.web.public.conftest import HOME, Visitor


def test_the_key_of_somebody_elses_form_gives_no_code_of_theirs(app):
    first, second = Visitor(app), Visitor(app)
    tokens = first.tokens(first.get("/write"))
    assert first.post("/write", tokens | {"words": "My worker rings me back."}).status_code == 303
    other = second.send("/write", key=tokens["key"], words="Something else.")
    assert other.status_code == 303
    assert second.code() != first.code()


def test_after_i_have_saved_it_the_old_form_is_a_new_one(app):
    visitor = Visitor(app)
    tokens = visitor.tokens(visitor.get("/write"))
    visitor.post("/write", tokens | {"words": "My worker rings me back."})
    code = visitor.code()
    visitor.press("saved")
    visitor.send("/write", key=tokens["key"], words="Somebody else at the same computer.")
    assert visitor.code() != code


def test_the_same_form_in_the_same_visit_gives_the_same_code(app):
    visitor = Visitor(app)
    tokens = visitor.tokens(visitor.get("/write"))
    visitor.post("/write", tokens | {"words": "My worker rings me back."})
    code = visitor.code()
    visitor.post("/write", tokens | {"words": "My worker rings me back."})
    assert visitor.code() == code


def test_no_code_is_left_where_the_page_says_so(app):
    for done in ("saved", "close"):
        visitor = Visitor(app)
        visitor.send("/write", words="My worker rings me back.")
        code = visitor.code()
        visitor.go("code")
        visitor.press("look", code=code)
        visitor.get("/sent" if done == "saved" else "/look-back")
        assert "not on this device any more" in visitor.press(done).text
        assert code not in visitor.get("/sent").text
        assert 'name="code"' in visitor.get("/look-back").text


def test_a_body_of_many_crumbs_is_turned_away_at_once(app):
    answer = app.test_client().post(
        "/write",
        base_url=HOME,
        data="a=&" * 500,
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code == 400
