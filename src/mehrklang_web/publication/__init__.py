"""Reports: what may go out, in which form, for whom.

Only findings reach a report, and a finding needs an interpretation that both offices have signed on these very data.
How a report looks is the library's business (`mehrklang.report`). Nothing is stored here.
"""
