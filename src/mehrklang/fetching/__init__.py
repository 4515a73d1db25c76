"""Fetching tables of official statistics through their web service: the one room that speaks to the network.

A plan (`plan_file`) says what is asked for. The walk slices what the service finds too large, asks one request at a
time, keeps every answer as delivered, resumes after a break, and proves at the end that nothing is lost or double.
The folder is then read by `sources.read` as one delivery. Credentials come from the environment into request headers
and stand nowhere else. Nothing is read into observations here, and nothing runs unless somebody asks for it.
"""

from mehrklang.fetching.codes import FETCH_CODES
from mehrklang.fetching.credentials import Credentials, find_credentials
from mehrklang.fetching.fetch import Fetched, fetch
from mehrklang.fetching.plan import FeatureChoice, FetchPlan, Manners
from mehrklang.fetching.plan_file import LoadedPlan, load_plan, read_plan
from mehrklang.fetching.services import SERVICES, Service
from mehrklang.fetching.timing import Timing

__all__ = [
    "FETCH_CODES",
    "SERVICES",
    "Credentials",
    "FeatureChoice",
    "FetchPlan",
    "Fetched",
    "LoadedPlan",
    "Manners",
    "Service",
    "Timing",
    "fetch",
    "find_credentials",
    "load_plan",
    "read_plan",
]
