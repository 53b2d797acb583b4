"""The names of our forms in Slack, of their questions and of the answers to pick from."""

FIRST, SAY, CONCERN, ALERT, YOUNG = "first", "say", "concern", "alert", "young"
RISK, KIND, AREA, TEAM, WORDS = "risk", "kind", "area", "team", "words"
IMPACT, TRIED, HELPS, QUOTE, WHO = "impact", "tried", "helps", "quote", "who"
AGE, FACE, SAW, KNOWS = "age", "face", "saw", "knows"
LINK, LINK_CODE = "link", "link_code"
CODE, STORY, MORE = "code", "story", "more"
REPLACE = "replace"
YES, NO, NOT_SURE = "yes", "no", "not_sure"
NAMED, CONFIDENTIAL, UNNAMED = "named", "confidential", "unnamed"
TYPED = (WORDS, IMPACT, TRIED, HELPS, TEAM)
SAMPLE = "This is a sample. Please send nothing real."
