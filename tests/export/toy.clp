(deftemplate concept
  (slot name (type SYMBOL)
    (allowed-symbols
      swelling
      calm)
    (default ?NONE)))

(deftemplate considered
  (slot cause (type SYMBOL)
    (allowed-symbols
      toy)
    (default ?NONE)))

(deftemplate suspected
  (slot cause (type SYMBOL)
    (allowed-symbols
      toy)
    (default ?NONE)))

(deftemplate urgency
  (slot level (type SYMBOL)
    (allowed-symbols
      self_care
      routine
      within_days
      same_day
      emergency)
    (default ?NONE)))

(deftemplate offered
  (slot name (type SYMBOL)
    (allowed-symbols
      see_someone
      advice
      referral)
    (default ?NONE)))

(deftemplate fired
  (slot rule (type SYMBOL) (default ?NONE))
  (slot verb (type SYMBOL) (default ?NONE))
  (slot about (type SYMBOL) (default ?NONE)))

; Two records would be two people in one conclusion.
(defrule one-person-at-a-time
  (declare (salience 10000))
  ?one <- (record)
  ?other <- (record)
  (test (neq ?one ?other))
  =>
  (println "There were two records, so everything was removed: one person at a time, and (reset) before the next.")
  (reset))

; book (consensus)
(defrule toy.it_swells
  "It is so."
  (record (calf_swelling yes) (cold_limb no))
  =>
  (assert (fired (rule toy.it_swells) (verb concludes) (about swelling)))
  (assert (concept (name swelling))))

; book (consensus)
(defrule toy.it_came_fast_in_the_young
  "It is so."
  (record (onset_speed sudden|hours) (pain_side left) (age_years ?age_years&:(numberp ?age_years)&:(< ?age_years 50.0)))
  =>
  (assert (fired (rule toy.it_came_fast_in_the_young) (verb concludes) (about swelling)))
  (assert (concept (name swelling))))

; book (consensus)
(defrule toy.nothing_swells
  "It is so."
  (declare (salience -1))
  (record (calf_pain yes))
  (not (concept (name swelling)))
  =>
  (assert (fired (rule toy.nothing_swells) (verb concludes) (about calm)))
  (assert (concept (name calm))))

; book (consensus)
(defrule toy.either_is_there
  "He said \"ouch\" \\ she did not."
  (concept (name swelling))
  (record (leg_pain ?leg_pain) (cold_limb ?cold_limb) (temperature_c ?temperature_c))
  (test (or (eq ?leg_pain yes) (and (eq ?cold_limb no) (and (numberp ?temperature_c) (<= 38.0 ?temperature_c 39.5)))))
  =>
  (assert (fired (rule toy.either_is_there) (verb supports) (about toy))))

; book (consensus)
(defrule toy.two_of_three_are_there
  "It is so."
  (declare (salience -2))
  (record (calf_pain ?calf_pain) (onset_speed ?onset_speed) (bmi ?bmi))
  (test (>= (+ (if (eq ?calf_pain yes) then 1 else 0) (if (eq ?onset_speed days) then 1 else 0) (if (and (numberp ?bmi) (> ?bmi 30.0)) then 1 else 0)) 2))
  (test (eq ?calf_pain yes))
  (not (concept (name calm)))
  =>
  (assert (fired (rule toy.two_of_three_are_there) (verb weakens) (about toy))))

; book (guideline)
(defrule toy.a_test_shows_it
  "It is so."
  (record (abi ?abi))
  (test (and (numberp ?abi) (<= ?abi 0.9)))
  (test (and (numberp ?abi) (>= ?abi 0.5)))
  =>
  (assert (fired (rule toy.a_test_shows_it) (verb confirms) (about toy))))

; book (guideline)
(defrule toy.a_test_shows_it_is_not
  "It is so."
  (record (leg_vein_ultrasound negative))
  =>
  (assert (fired (rule toy.a_test_shows_it_is_not) (verb excludes) (about toy))))

; book (consensus)
(defrule toy.the_saddle_is_numb
  "It is so."
  (record (saddle_numbness yes))
  =>
  (assert (fired (rule toy.the_saddle_is_numb) (verb alerts) (about toy_flag))))

; book (consensus)
(defrule toy.someone_should_look
  "It is so."
  (suspected (cause toy))
  (urgency (level same_day|emergency))
  =>
  (assert (fired (rule toy.someone_should_look) (verb offers) (about see_someone)))
  (assert (offered (name see_someone)))
  (assert (offered (name advice)))
  (assert (offered (name referral))))

; book (consensus)
(defrule toy.it_is_too_cold
  "It is so."
  (offered (name advice))
  (considered (cause toy))
  (record (cold_limb yes))
  =>
  (assert (fired (rule toy.it_is_too_cold) (verb forbids) (about advice))))

; book (consensus)
(defrule toy.one_does_not_know
  "It is so."
  (offered (name referral))
  (record (pregnant unknown))
  =>
  (assert (fired (rule toy.one_does_not_know) (verb cautions) (about referral))))

; book (consensus)
(defrule toy.see_someone_needs_age_years
  "It is so."
  (offered (name see_someone))
  (record (age_years ?age_years) (sex ?sex))
  (test (eq ?age_years unknown))
  (test (or (eq ?age_years unknown) (eq ?sex unknown)))
  =>
  (assert (fired (rule toy.see_someone_needs_age_years) (verb asks) (about see_someone))))
