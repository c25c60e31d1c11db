(deftemplate concept
  (slot name (type SYMBOL)
    (allowed-symbols
      swelling
      calm)
    (default ?NONE)))

(deftemplate reckoned
  (slot class (type SYMBOL)
    (allowed-symbols
      two_signs:low
      two_signs:fair
      two_signs:high
      two_signs:working_low
      two_signs:working_high
      two_signs:two
      two_signs:fewer
      in_proportion:raised
      in_proportion:not_raised)
    (default ?NONE)))

(deftemplate scored
  (slot class (type SYMBOL)
    (allowed-symbols
      two_signs:low
      two_signs:fair
      two_signs:high
      two_signs:working_low
      two_signs:working_high
      two_signs:two
      two_signs:fewer
      in_proportion:raised
      in_proportion:not_raised)
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

; What scores are reckoned with. A truth is yes, no or unknown. Points are in thousandths, and have a
; least and a most.
(deffunction all-of ($?truths)
  (if (member$ no ?truths) then no else (if (member$ unknown ?truths) then unknown else yes)))

(deffunction any-of ($?truths)
  (if (member$ yes ?truths) then yes else (if (member$ unknown ?truths) then unknown else no)))

(deffunction several-of (?several $?truths)
  (bind ?held 0)
  (bind ?open 0)
  (foreach ?truth ?truths
    (if (eq ?truth yes) then (bind ?held (+ ?held 1)))
    (if (eq ?truth unknown) then (bind ?open (+ ?open 1))))
  (if (>= ?held ?several) then yes else (if (>= (+ ?held ?open) ?several) then unknown else no)))

(deffunction absent (?answer)
  (if (eq ?answer no) then yes else (if (eq ?answer yes) then no else unknown)))

(deffunction not-known (?answer)
  (if (eq ?answer unknown) then yes else no))

(deffunction one-of (?answer $?values)
  (if (eq ?answer unknown) then unknown else (if (member$ ?answer ?values) then yes else no)))

; Whether a number is within a limit, of which both ends are held against it.
(deffunction by-its-ends (?least ?most)
  (if (and ?least ?most) then yes else (if (or ?least ?most) then unknown else no)))

; An item that is present by the first truth, and absent by the second, or else where the first
; is false and leaves nothing open.
(deffunction present (?by ?unless ?stays-open)
  (if (eq ?unless yes) then (return no))
  (if (and ?stays-open (neq ?by yes)) then unknown else ?by))

; Of truths that are each followed by a value, the value of the first that is certain.
(deffunction first-of ($?choices)
  (loop-for-count (?n 1 (div (length$ ?choices) 2)) do
    (if (eq (nth$ (- (* 2 ?n) 1) ?choices) yes) then (return (nth$ (* 2 ?n) ?choices))))
  unknown)

; Of truths that are each followed by a value, all values that may yet be the first to hold.
(deffunction possible ($?choices)
  (bind ?possible (create$))
  (loop-for-count (?n 1 (div (length$ ?choices) 2)) do
    (bind ?truth (nth$ (- (* 2 ?n) 1) ?choices))
    (if (neq ?truth no) then (bind ?possible (create$ ?possible (nth$ (* 2 ?n) ?choices))))
    (if (eq ?truth yes) then (break)))
  ?possible)

(deffunction least ($?choices)
  (min (expand$ (possible ?choices))))

(deffunction most ($?choices)
  (max (expand$ (possible ?choices))))

; Asserts the class of one reading where only one is possible.
(deffunction settle ($?choices)
  (bind ?possible (possible ?choices))
  (if (= (length$ ?possible) 1) then (assert (reckoned (class (nth$ 1 ?possible))))))

(defrule reckon-two_signs
  "toy score"
  (record (cold_limb ?cold_limb) (calf_pain ?calf_pain) (calf_swelling ?calf_swelling) (pain_side ?pain_side) (age_years ?age_years) (abi ?abi))
  (test (or (neq ?cold_limb unknown) (neq ?calf_pain unknown) (neq ?calf_swelling unknown) (neq ?pain_side unknown) (neq ?age_years unknown) (neq ?abi unknown)))
  =>
  (bind ?is-cold (present ?cold_limb (absent ?calf_pain) TRUE))
  (bind ?is-side (first-of (one-of ?pain_side left) left))
  (bind ?is-young (if (eq ?age_years unknown) then unknown else (if (< ?age_years 18.0) then yes else no)))
  (bind ?least-score (+
      (if (eq ?is-cold yes) then 1000 else 0)
      (if (eq ?calf_swelling yes) then 1500 else 0)
      -1000
      (if (eq ?age_years unknown) then -500 else (if (>= ?age_years 70.0) then 2000 else (if (> ?age_years 50.0) then 1000 else -500)))
      (least (all-of (one-of ?is-side left) (if (eq ?abi unknown) then unknown else (if (< ?abi 0.905) then yes else no))) 1000 yes 0)))
  (bind ?most-score (+
      (if (eq ?is-cold no) then 0 else 1000)
      (if (eq ?calf_swelling no) then 0 else 1500)
      (if (eq ?age_years unknown) then 2000 else (if (>= ?age_years 70.0) then 2000 else (if (> ?age_years 50.0) then 1000 else -500)))
      (most (all-of (one-of ?is-side left) (if (eq ?abi unknown) then unknown else (if (< ?abi 0.905) then yes else no))) 1000 yes 0)))
  (bind ?least-working-score (+
      (if (eq ?is-cold yes) then 1000 else 0)
      (if (eq ?calf_swelling yes) then 1500 else 0)
      (if (eq ?age_years unknown) then -500 else (if (>= ?age_years 70.0) then 2000 else (if (> ?age_years 50.0) then 1000 else -500)))
      (least (all-of (one-of ?is-side left) (if (eq ?abi unknown) then unknown else (if (< ?abi 0.905) then yes else no))) 1000 yes 0)))
  (bind ?most-working-score (+
      (if (eq ?is-cold no) then 0 else 1000)
      (if (eq ?calf_swelling no) then 0 else 1500)
      (if (eq ?age_years unknown) then 2000 else (if (>= ?age_years 70.0) then 2000 else (if (> ?age_years 50.0) then 1000 else -500)))
      (most (all-of (one-of ?is-side left) (if (eq ?abi unknown) then unknown else (if (< ?abi 0.905) then yes else no))) 1000 yes 0)))
  (if (and (neq ?is-young yes) (eq (if (eq ?age_years unknown) then unknown else (if (< ?age_years 100.0) then yes else no)) yes)) then
    (settle
      (by-its-ends (<= ?least-score 1000) (<= ?most-score 1000)) two_signs:low
      (all-of (by-its-ends (>= ?least-score 1500) (>= ?most-score 1500)) (by-its-ends (<= ?least-score 2000) (<= ?most-score 2000))) two_signs:fair
      (by-its-ends (> ?least-score 2000) (> ?most-score 2000)) two_signs:high)
    (settle
      (by-its-ends (<= ?least-working-score 1000) (<= ?most-working-score 1000)) two_signs:working_low
      yes two_signs:working_high)
    (settle
      (several-of 2 ?is-cold ?calf_swelling) two_signs:two
      yes two_signs:fewer)))

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
(defrule toy.it_adds_up
  "It is so."
  (scored (class two_signs:two))
  =>
  (assert (fired (rule toy.it_adds_up) (verb supports) (about toy))))

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

; book (guideline)
(defrule toy.two_signs_is_low
  "By the toy score, it is low."
  (reckoned (class two_signs:low))
  =>
  (assert (fired (rule toy.two_signs_is_low) (verb scores) (about two_signs:low)))
  (assert (scored (class two_signs:low))))

; book (guideline)
(defrule toy.two_signs_is_fair
  "By the toy score, it is fair."
  (reckoned (class two_signs:fair))
  =>
  (assert (fired (rule toy.two_signs_is_fair) (verb scores) (about two_signs:fair)))
  (assert (scored (class two_signs:fair))))

; book (guideline)
(defrule toy.two_signs_is_high
  "By the toy score, it is high."
  (reckoned (class two_signs:high))
  =>
  (assert (fired (rule toy.two_signs_is_high) (verb scores) (about two_signs:high)))
  (assert (scored (class two_signs:high))))

; book (guideline)
(defrule toy.two_signs_is_working_low
  "By the toy score, it is low."
  (reckoned (class two_signs:working_low))
  =>
  (assert (fired (rule toy.two_signs_is_working_low) (verb scores) (about two_signs:working_low)))
  (assert (scored (class two_signs:working_low))))

; book (guideline)
(defrule toy.two_signs_is_working_high
  "By the toy score, it is high."
  (reckoned (class two_signs:working_high))
  =>
  (assert (fired (rule toy.two_signs_is_working_high) (verb scores) (about two_signs:working_high)))
  (assert (scored (class two_signs:working_high))))

; book (guideline)
(defrule toy.two_signs_is_two
  "By the toy score, there are two."
  (reckoned (class two_signs:two))
  =>
  (assert (fired (rule toy.two_signs_is_two) (verb scores) (about two_signs:two)))
  (assert (scored (class two_signs:two))))

; book (guideline)
(defrule toy.two_signs_is_fewer
  "By the toy score, there are fewer."
  (reckoned (class two_signs:fewer))
  =>
  (assert (fired (rule toy.two_signs_is_fewer) (verb scores) (about two_signs:fewer)))
  (assert (scored (class two_signs:fewer))))

; book (guideline)
(defrule toy.in_proportion_is_raised
  "By the toy score, it is raised."
  (reckoned (class in_proportion:raised))
  =>
  (assert (fired (rule toy.in_proportion_is_raised) (verb scores) (about in_proportion:raised)))
  (assert (scored (class in_proportion:raised))))

; book (guideline)
(defrule toy.in_proportion_is_not_raised
  "By the toy score, it is not raised."
  (reckoned (class in_proportion:not_raised))
  =>
  (assert (fired (rule toy.in_proportion_is_not_raised) (verb scores) (about in_proportion:not_raised)))
  (assert (scored (class in_proportion:not_raised))))
