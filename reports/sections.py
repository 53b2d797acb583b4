"""The other sections of the paper. One that the house knows nothing for says so."""

from datetime import date

from core.dates import written
from core.facts import Voice
from core.headings import (
    BACKGROUND,
    CURRENT_POSITION,
    FUTURE,
    IMPLICATIONS,
    INVESTIGATION,
    NOT_HEARD,
    PAPERS,
    PURPOSE,
    RECOMMENDATIONS,
    SINCE_LAST,
    WITNESSES,
)
from core.papers import ScrutinyPaper
from core.records import FIGURES, REPORT
from core.summaries import Count
from reports import recorded
from reports.numbers import told, views
from reports.parts import Part, Points, SubHeading
from reports.voices import WHOSE, compared, raised

ASKED = (
    (
        "(a) note what young people and practitioners said, and the limits of these figures that "
        "are set out in section 7.0;"
    ),
    "(b) ask the Service to respond to each theme, with an officer by post and a date;",
    "(c) receive an update on what has happened since, on a date that the Committee sets.",
)


def purpose(part: Part, paper: ScrutinyPaper) -> None:
    """What the report is for."""
    period = paper.summary.period
    part.say(
        "To inform Members of what young people in care, care leavers and the practitioners who "
        f"work with them said to {paper.council} between {written(period.start)} and "
        f"{written(period.end)}.",
        "The Committee is asked to consider what was said, how sure this report can be of it, and "
        "what the Service is doing about it.",
    )
    if paper.record.correction is not None:
        part.say(paper.record.correction.words, rests=(paper.record.correction.ref,))
    recorded.said(part, paper.record.in_section(PURPOSE))


def recommendations(part: Part, paper: ScrutinyPaper) -> None:
    """What Members are asked to do."""
    part.say("That Members:")
    part.add(Points(ASKED))
    recorded.said(part, paper.record.in_section(RECOMMENDATIONS))


def background(part: Part, paper: ScrutinyPaper) -> None:
    """Who the young people's council are and how views were gathered."""
    summary = paper.summary
    part.say(
        f"The {paper.young_council.removeprefix('The ').removeprefix('the ')} brings together "
        "children in care and care leavers, so that what matters to them reaches those who "
        "decide.",
        "Young people could write on a web form that needs no account. Practitioners could write "
        "on a web form or in Slack. Answers to surveys may be among the views.",
    )
    part.say(
        f"{views(summary.young_people, 'young people', 'received in this period')} "
        f"{views(summary.practitioners, 'practitioners', 'received')} One person may have sent "
        "more than one view.",
        rests=(FIGURES,),
    )
    part.say(
        "The exact questions that people were asked are in Appendix B. What was said at earlier "
        "public meetings is never counted with these views. It is quoted apart, in Appendix C.",
    )
    recorded.said(part, paper.record.in_section(BACKGROUND))


def not_heard(part: Part, paper: ScrutinyPaper) -> None:
    """Who is missing, what is hidden, and how much of the machine's work people checked."""
    least = paper.summary.threshold
    recorded.silence(part, paper)
    part.say(
        f"Numbers under {least} are shown as “fewer than {least}”. Some others are not shown, "
        "because a small number could be worked out from them. This protects children from being "
        "recognised."
    )
    part.say(checked(paper), only_count(paper), *corrected(paper), rests=(FIGURES,))
    recorded.said(part, paper.record.in_section(NOT_HEARD))


def corrected(paper: ScrutinyPaper) -> tuple[str, ...]:
    """How often the people who wrote set us right."""
    return tuple(
        f"{views(count, WHOSE[voice], 'filed wrongly at first, as their writers told us')}"
        for voice in Voice
        if (count := paper.record.corrected.get(voice, Count(0))).number != 0
    )


def checked(paper: ScrutinyPaper) -> str:
    """How many of the suggested themes a person has agreed."""
    percent = paper.summary.reviewed_percent
    if percent is None:
        return (
            "Themes are suggested by a machine and agreed by people. The share of views that "
            "people have checked is not shown, because the number of views is small."
        )
    return (
        "Themes are suggested by a machine and agreed by people. People have checked "
        f"{percent}% of the views of this period. Only themes that a person agreed are counted."
    )


def only_count(paper: ScrutinyPaper) -> str:
    """How many asked to be counted and not quoted."""
    count = paper.summary.only_count
    if count.number == 0:
        return "Nobody asked for their view to be counted only."
    if count.number is None and count.under is None:
        return (
            "Some people may have asked for their view to be counted and not quoted. How many is "
            "not shown."
        )
    came = "1 view came" if count.number == 1 else f"{told(count).capitalize()} views came"
    return f"{came} with the wish to be counted only. Their words are never quoted."


def current_position(part: Part, paper: ScrutinyPaper) -> None:
    """The Service's response by theme, once there is one."""
    if not recorded.by_theme(part, paper, CURRENT_POSITION):
        part.say(
            "No response from the Service has been recorded for this section yet. It will be given "
            "by theme, with an officer by post."
        )


def since_last(part: Part, paper: ScrutinyPaper) -> None:
    """What became of earlier actions, what those who were asked said, and what officers wrote."""
    found = recorded.actions(part, paper)
    if paper.record.arising:
        part.add(SubHeading("Matters arising"))
        for one in paper.record.arising:
            part.say(one.words, rests=(one.ref,))
    found = recorded.by_theme(part, paper, SINCE_LAST) or found
    if paper.record.to_correct:
        part.add(SubHeading("Corrections to earlier reports"))
        for on in paper.record.to_correct:
            part.say(_correction(on), rests=(f"{REPORT}:{on}",))
        found = True
    if not found and not paper.record.arising:
        part.say("No actions from an earlier report have been recorded for this section yet.")


def _correction(meeting_on: date) -> str:
    return (
        f"The report of {written(meeting_on)} rests in part on a view that was taken back by the "
        "person who gave it, as they may. No words of it are quoted any more. Figures that were "
        "published stay as they were frozen; new ones leave it out."
    )


def future(part: Part, paper: ScrutinyPaper) -> None:
    """Plans, once they are recorded."""
    if not recorded.by_theme(part, paper, FUTURE):
        part.say("No plans have been recorded for this section yet.")


def implications(part: Part, paper: ScrutinyPaper) -> None:
    """The six headings under which a council weighs a decision."""
    part.say(
        "Children and young people: this report carries their words. What will change for them "
        "has not been recorded yet.",
        "Corporate parenting: every Member is a Corporate Parent. No further implications have "
        "been recorded yet.",
        "Equalities: no implications have been recorded yet.",
        "Finance: no implications have been recorded yet.",
        f"Legal and data protection: numbers under {paper.summary.threshold} are hidden, words "
        "are quoted only with permission, and personal details are taken out. No further "
        "implications have been recorded yet.",
        "Risk: no implications have been recorded yet.",
    )
    recorded.said(part, paper.record.in_section(IMPLICATIONS))


def witnesses(part: Part, paper: ScrutinyPaper) -> None:
    """Who was invited, by post, once it is recorded."""
    if not recorded.said(part, paper.record.in_section(WITNESSES)):
        part.say("No witnesses have been recorded for this item yet. They will be listed by post.")


def investigation(part: Part, paper: ScrutinyPaper) -> None:
    """Questions that the figures suggest, and none that they do not."""
    both, young, working, _ = compared(raised(paper.summary))
    part.say("Members may wish to ask questions around the following areas:", rests=(FIGURES,))
    part.add(
        Points(
            (
                *(f"{name}, which young people and practitioners both raised" for name in both),
                *(f"{name}, which young people raised" for name in young),
                *(f"{name}, which practitioners raised" for name in working),
                "Who has not been heard, and how the Service will reach them",
                "How young people will be told what came of what they said",
            )
        )
    )
    recorded.said(part, paper.record.in_section(INVESTIGATION))


def papers(part: Part, paper: ScrutinyPaper) -> None:
    """The public minutes that are quoted."""
    said = (statement for line in paper.summary.themes for statement in line.statements)
    sources = tuple(dict.fromkeys(statement.source for statement in said))
    written_ = recorded.said(part, paper.record.in_section(PAPERS))
    if not sources and written_:
        return
    if not sources:
        part.say("No background papers have been recorded for this section yet.")
        return
    part.say("This report quotes from the following, which are public already:")
    part.add(Points(sources))


def contact(part: Part, paper: ScrutinyPaper) -> None:
    """Whom to ask, by post."""
    part.say(
        f"Post: {paper.contact_post}",
        f"Email: {paper.contact_email}",
        f"Date of meeting: {written(paper.meeting_on)}",
        *(
            (f"To be public by: {written(paper.record.publish_by)}",)
            if paper.record.publish_by
            else ()
        ),
    )
