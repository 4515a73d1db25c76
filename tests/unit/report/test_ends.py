"""Direct labels never overlap, whatever the ends of the series are."""

from hypothesis import given
from hypothesis import strategies as st

from mehrklang.report.charts.ends import arrange


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(16, 40)), min_size=1, max_size=6))
def test_labels_never_overlap_and_keep_their_order(wishes):
    wishes = sorted(wishes)
    heights = [height for _, height in wishes]
    uppers = arrange([middle for middle, _ in wishes], heights, top=0, bottom=300)
    for at in range(1, len(uppers)):
        assert uppers[at] >= uppers[at - 1] + heights[at - 1] + 5.999
    assert uppers[-1] + heights[-1] <= 300 + 1e-6


@given(st.floats(20, 280))
def test_a_label_alone_stands_at_its_line(middle):
    assert abs(arrange([middle], [20], top=0, bottom=300)[0] + 10 - middle) < 1e-6
