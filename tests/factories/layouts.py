"""Small deliveries in the forms of single cities, in exchange formats and laid out for print, one for each issue."""

from tests.factories.deliveries import text

LOR = "ZEIT;RAUMID;BEZ;PGR;BZR;PLR;STADTRAUM;MH_E;HK_EU27\n"
LOR_ROW = "201212;01011101;01;01;11;01;1;9;4\n"

FURTHER = (
    text("L-LOR-01", "matrix.csv", '"ZEIT;""RAUMID"";BEZ;PGR;BZR;PLR;STADTRAUM;MH_E",,\n',
         '"201212;""01011101"";01;01;11;01;1;9",00;8,0\n'),
    text("L-LOR-02", "matrix.csv", "ZEIT;RAUMID;BEZ;PGR;BZR;PLR;STADTRAUM\n"),
    text("L-LOR-03", "matrix.csv", LOR, LOR_ROW),
)  # fmt: skip
"""One delivery per code of these readers."""
