"""Working on the same things together: forms that save themselves, conflicts that are shown, steps that can be undone.

The rooms above (concept, selection and others) write with `actions.edit` and answer with `views.conflict_page`.
Not here: what is edited, and who may edit it.
"""
