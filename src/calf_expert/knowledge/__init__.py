"""The knowledge: declarations only, one module a cause, found by looking into this folder.

``signs`` holds conditions that several modules share, ``concepts`` what several causes rest on, ``red_flags`` the alerts,
``medicines`` the options and their safety rules, ``scores`` the published scores, ``sources`` the bibliography. No
clinician has reviewed any of it.
"""

VERSION = "0.1.0"
"""Version of the knowledge. It changes whenever a statement does; a result names it beside a hash of all statements."""
