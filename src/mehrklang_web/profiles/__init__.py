"""Mapping profiles (Zuordnungen) of the installation: what the columns of a file of no known form mean, kept by name.

A profile is made on the page of a tried file (`deliveries`) or brought in as the library's TOML; here it is kept, found
again for next year's file, given out and taken away. What a profile is and how it reads is the library's business
(`mehrklang.sources`).
"""
