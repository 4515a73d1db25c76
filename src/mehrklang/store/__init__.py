"""The only room that speaks to engines: one immutable Parquet file per delivery, one tabulation statement, sums
only.
"""
