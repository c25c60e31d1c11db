"""Concepts of salts, hormones and enzymes in the blood that several causes rest on.

``ck_raised`` holds where the muscle enzyme CK is above the upper limit of the laboratory that measured it. It says that
muscle is hurt and not by what, so each cause weighs it for itself.
"""

from ...authoring import GUIDELINE, AllOf, AnyOf, AtMost, Between, Measured, MoreThan, concludes

CK_ABOVE_ITS_LIMIT = AnyOf(
    AllOf(Measured("ck_uln_u_l", AtMost(100)), Measured("ck_u_l", MoreThan(100))),
    AllOf(Measured("ck_uln_u_l", Between(100, 120)), Measured("ck_u_l", MoreThan(120))),
    AllOf(Measured("ck_uln_u_l", Between(120, 140)), Measured("ck_u_l", MoreThan(140))),
    AllOf(Measured("ck_uln_u_l", Between(140, 150)), Measured("ck_u_l", MoreThan(150))),
    AllOf(Measured("ck_uln_u_l", Between(150, 160)), Measured("ck_u_l", MoreThan(160))),
    AllOf(Measured("ck_uln_u_l", Between(160, 170)), Measured("ck_u_l", MoreThan(170))),
    AllOf(Measured("ck_uln_u_l", Between(170, 180)), Measured("ck_u_l", MoreThan(180))),
    AllOf(Measured("ck_uln_u_l", Between(180, 190)), Measured("ck_u_l", MoreThan(190))),
    AllOf(Measured("ck_uln_u_l", Between(190, 200)), Measured("ck_u_l", MoreThan(200))),
    AllOf(Measured("ck_uln_u_l", Between(200, 220)), Measured("ck_u_l", MoreThan(220))),
    AllOf(Measured("ck_uln_u_l", Between(220, 250)), Measured("ck_u_l", MoreThan(250))),
    AllOf(Measured("ck_uln_u_l", Between(250, 300)), Measured("ck_u_l", MoreThan(300))),
    AllOf(Measured("ck_uln_u_l", Between(300, 320)), Measured("ck_u_l", MoreThan(320))),
    AllOf(Measured("ck_uln_u_l", Between(320, 350)), Measured("ck_u_l", MoreThan(350))),
    AllOf(Measured("ck_uln_u_l", Between(350, 400)), Measured("ck_u_l", MoreThan(400))),
    AllOf(Measured("ck_uln_u_l", Between(400, 500)), Measured("ck_u_l", MoreThan(500))),
    AllOf(Measured("ck_uln_u_l", Between(500, 600)), Measured("ck_u_l", MoreThan(600))),
)
"""More CK than the laboratory's own upper limit. Statements compare and do not compute, so the limit is held in steps
that laboratories use: exact at each step, and up to one step too strict between two."""

RULES = (
    concludes(
        "ck_is_above_the_limit_of_its_laboratory",
        concept="ck_raised",
        when=[CK_ABOVE_ITS_LIMIT],
        because="The muscle enzyme CK is above what this lab calls normal.",
        source=("stroes2015", "chavez2016"),
    ),
    concludes(
        "ck_is_above_1000_whatever_the_limit",
        concept="ck_raised",
        # Without the laboratory's limit nothing lower is called raised: limits differ with method, sex and descent.
        when=[Measured("ck_u_l", MoreThan(1000))],
        because="A muscle enzyme CK above 1000 is too high by the limits of any lab.",
        source=("chavez2016", "kodadek2022"),
        grade=GUIDELINE,
        verified=True,
    ),
)
