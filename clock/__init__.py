"""The third door, time: DBOS's queue and schedules. Each duty calls one service verb.

A row of the outbox is the truth and the engine only the runner: what DBOS loses or does twice
delays a notice or sends it twice, and never loses it. No duty takes or gives anything, so that
the engine's tables and logs hold no words.
"""
