"""Look at the HTML in a real browser: screenshots, and axe-core's accessibility rules.

    apt-get install chromium                        # or CHROMIUM=/path/to/a/chromium
    npm install --prefix FOLDER playwright-core axe-core
    python scripts/look_at_pages.py FOLDER

Writes pages (patient, clinician, carer, proof, cause, rule) into FOLDER, pictures at 390 and 1280 px in light and dark
beside them, and what axe-core finds to standard output; ends with 1 where it finds anything serious or critical, or a
page that is wider than its window. No part of `make test`, which checks structure and contrast without a browser.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import calf_expert as ce

ROOT = Path(__file__).parents[1]
BROWSER = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""


def main(folder: Path) -> int:
    """Write the pages and have them looked at."""
    pages = _pages()
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    script = folder / "look_at_pages.mjs"  # beside the modules, where node looks for them
    shutil.copy(ROOT / "scripts" / "look_at_pages.mjs", script)
    command = ["node", str(script), BROWSER, str(folder), *pages]
    return subprocess.run(command, check=False).returncode  # noqa: S603  # all of it is written here


def _pages() -> dict[str, str]:
    cases = ROOT / "examples" / "cases"
    slow, urgent = (
        ce.assess(json.loads((cases / name).read_text(encoding="utf-8")))
        for name in ("3_shooting_down_the_leg.json", "6_numb_in_the_saddle.json")
    )
    today = ce.assess(calf_pain=True, calf_swelling=True, major_surgery_12w=True)
    calm = ce.assess(calf_pain=True)
    return {
        "patient": slow.to_html(),
        "patient-emergency": urgent.to_html(),
        "patient-same-day": today.to_html(),
        "patient-routine": calm.to_html(),
        "carer": urgent.to_html(about="other"),
        "clinician": urgent.to_html(register="clinician"),
        "clinician-same-day": today.to_html(register="clinician"),
        "proof": today.how("deep_vein_thrombosis").to_html(),
        "fragments": _in_an_application(slow, ce.causes()[0], ce.rules()[0], ce.sources()[0]),
    }


def _in_an_application(result: ce.Assessment, *shown: ce.Cause | ce.Statement | ce.Source) -> str:
    from calf_expert.explanation.html import style  # noqa: PLC0415 - one page needs it

    # A notebook's output brings its style; here it stands in the head.
    bundles = (item._repr_mimebundle_()["text/html"].partition("</style>")[2] for item in shown)
    parts = [result.to_html(full_page=False), *bundles]
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>An application</title>'
        f'<meta name="viewport" content="width=device-width"><style>{style()}</style></head>'
        f"<body><main><h1>An application</h1>{''.join(parts)}</main></body></html>"
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
