"""What has to fit together in a monitoring: one file per subject, each answers with issues and repairs nothing."""

from mehrklang.package.checks.known import Known, Locate
from mehrklang.package.checks.whole import check

__all__ = ["Known", "Locate", "check"]
