"""What other systems' published rules would say about the same series, so that an office can explain differences.

One file per system, its formula as its publisher documents it; never mixed with our own assessment. Each rule looks
at fewer things than ours: none knows chance, and two of the three look at two points only.
"""

from mehrklang.assessment.peers.compare import compare
from mehrklang.assessment.peers.view import PeerView, Progress

__all__ = ["PeerView", "Progress", "compare"]
