"""The guided concept: the questions of Warum, Wie and Was, answered one by one, and the paper that comes of it.

Every answer is kept in all its versions; an adoption freezes one version of the whole. Not here: the questions (they
are the library's, `mehrklang.planning.questions`), goals and the selection, which the paper only appends.
"""
