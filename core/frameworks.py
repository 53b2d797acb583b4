"""What a theme maps to: the pledge's promises, the plan's ambitions, the improvement framework.

Source: Barnsley's pledge to children in care and care leavers (six promises), its Continuous
Service Improvement framework (seven elements) and its Children and Young People's Plan (nine
ambitions, of which the council names the rest: the names are settings, the keys are ours).
"""

PROMISES: tuple[tuple[str, str], ...] = (
    ("home", "A safe and caring home"),
    ("identity", "Respect for who you are"),
    ("education", "A good education"),
    ("health", "Being healthy"),
    ("future", "Getting ready for the future"),
    ("involvement", "Being involved in what we decide"),
)
AMBITIONS: tuple[tuple[str, str], ...] = (
    ("healthy_happy", "Healthy and happy lives"),
    ("safe", "Safe and protected from harm"),
    ("learning", "A good education, and reaching potential"),
    ("work", "Ready for work"),
)
ELEMENTS: tuple[str, ...] = (
    "Early Help",
    "Front Door Assessment",
    "Pathway Planning",
    "Domestic Abuse",
    "Substance Misuse and Mental Health",
    "Neglect and Child Abuse",
    "Access to Therapeutic Support",
)
