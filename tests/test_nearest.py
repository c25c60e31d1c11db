"""The name that was probably meant."""

import string
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calf_expert._nearest import distance, nearest
from calf_expert.findings import FINDINGS

LETTERS = string.ascii_lowercase + string.digits + "_"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        # the two examples of the design
        ("eased_by_bending_foward", "relief_by_bending_forward"),
        ("calf_swelling_cm", "calf_circumference_difference_cm"),
        # slips of the fingers
        ("pregnent", "pregnant"),
        ("sadle_numbnes", "saddle_numbness"),
        ("claf_pain", "calf_pain"),
        ("calf_pain ", "calf_pain"),
        # begun and not finished, though `leg_pain` and `previous_pe` are but two slips away
        ("leg_para", "leg_paralysis_or_cast"),
        ("previous_ca", "previous_cancer"),
        # written by other conventions
        ("calfPain", "calf_pain"),
        ("CalfPain", "calf_pain"),
        ("calf-pain", "calf_pain"),
        ("calf pain", "calf_pain"),
        ("calfpain", "calf_pain"),
        ("CALF_PAIN", "calf_pain"),
        # the right words, and not all of them, in another order or form
        ("age", "age_years"),
        ("swelling", "calf_swelling"),
        ("calf_swollen", "calf_swelling"),
        ("bladder_difficulty", "new_bladder_difficulty"),
        ("numbness_saddle", "saddle_numbness"),
        ("oedema_pitting", "pitting_oedema_symptomatic_leg"),
        ("d_dimer", "d_dimer_positive"),
        ("dvt", "previous_dvt"),
        ("statin", "statin_use"),
        ("smoker", "smoking_status"),
        ("hemoglobin", "haemoglobin_g_dl"),
        # in another unit
        ("creatinine_mg_dl", "creatinine_umol_l"),
        ("temp_f", "temperature_c"),
        ("walking_distance_km", "walking_distance_m"),
    ],
)
def test_examples(written, meant):
    assert nearest(written, FINDINGS) == meant


@pytest.mark.parametrize(
    "written", ["", "_", "xyzzy", "foo", "hello_world", "gender", "98765.4321", "\x00\x1b", "лодыжка"]
)
def test_nothing_is_suggested_where_nothing_is_near(written):
    assert nearest(written, FINDINGS) is None


def test_nothing_is_near_in_nothing():
    assert nearest("calf_pain", ()) is None


@st.composite
def one_slip(draw):
    name = draw(st.sampled_from(tuple(FINDINGS)))
    at = draw(st.integers(0, len(name) - 1))
    letter = draw(st.sampled_from(LETTERS))
    return name, draw(
        st.sampled_from(
            [
                name[:at] + name[at + 1 :],
                name[:at] + letter + name[at:],
                name[:at] + letter + name[at + 1 :],
                name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
            ]
        )
    )


@given(one_slip())
def test_one_slip_leads_back_to_the_name_or_to_one_as_near(slip):
    name, written = slip
    suggestion = nearest(written, FINDINGS)
    assert suggestion is not None
    assert distance(suggestion, written) <= distance(name, written) <= 1


@given(st.sampled_from(tuple(FINDINGS)))
def test_a_right_name_is_its_own_nearest(name):
    assert nearest(name, FINDINGS) == name


@given(st.text(max_size=100), st.permutations(list(FINDINGS)[:40]))
def test_the_order_of_the_known_names_does_not_matter(written, known):
    assert nearest(written, known) == nearest(written, sorted(known))


@given(st.text(max_size=200))
def test_any_text_gives_a_known_name_or_nothing(written):
    assert nearest(written, FINDINGS) in {None, *FINDINGS}


def test_an_absurdly_long_name_takes_no_time():
    started = time.perf_counter()
    assert nearest("calf_pain_" * 100_000, FINDINGS) is None
    assert time.perf_counter() - started < 0.1


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [("", "", 0), ("abc", "abc", 0), ("abc", "ab", 1), ("abc", "abxc", 1), ("abc", "axc", 1), ("abc", "acb", 1),
     ("abc", "", 3), ("", "abc", 3), ("kitten", "sitting", 3), ("ca", "abc", 3)],
)  # fmt: skip
def test_distance(one, other, steps):
    assert distance(one, other) == steps
    assert distance(other, one) == steps
