"""Decisions as minutes word them: what a sentence, a label or a motion says was decided, and by whom.

`verbs` is the table of the words that decide, and `offices` of those who do. `clauses`, `times`, `venues`
and `usages` tell what was done at this meeting from what is only told. `sentences` reads one sentence,
`motions` what was moved and its fate, and `votes` how the votes fell. `resolutions` reads what stands under a
label, and `lead_ins` what a sentence leads in to. `reader` goes through minutes, and gives what was decided
and what looks like it and was not understood.
"""
