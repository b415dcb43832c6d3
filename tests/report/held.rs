//! What each paper has to hold.

use std::rc::Rc;

use resultatkontrakt::domain::contract::Goal;
use resultatkontrakt::domain::duty::duties;
use resultatkontrakt::domain::evaluation::GoalStatus;
use resultatkontrakt::i18n::Words;
use resultatkontrakt::report::{Paper, fragment, markdown};

use super::{Case, EXAMPLES};

/// A paper as text, with nothing escaped.
fn text(case: &Case, paper: Paper, words: Words) -> String {
    markdown(&case.paper(paper, words)).replace('\\', "").replace("<br>", " ").replace('\u{a0}', " ")
}

fn assert_holds(text: &str, wanted: &[&str]) {
    for wanted in wanted {
        assert!(text.contains(wanted), "{wanted} is not in\n{text}");
    }
}

/// The contract of 2009 as the director, the department and both together see it.
fn three_sides() -> Case {
    let contract = include_bytes!("../../contracts/ams-2009.json");
    let side = |by: &str, value: u32, note: &str, pay: &str| {
        format!(
            r#"{{ "format": "resultatvurdering", "version": 1, "contract": {{ "id": "ams-2009" }}, "by": "{by}",
                "status": "final", "as_of": "2009-12-31",
                "results": {{ "goal-2": {{ "value": {value}, "note": "{note}" }},
                  "goal-5": {{ "lapsed": {{ "reason": "Opgaven er flyttet", "agreed": "2009-10-01", "source": "Brev" }} }},
                  "goal-1": {{ "addendum": {{ "target": {{ "kind": "at_most", "value": 20000 }}, "agreed": "2009-03-20", "source": "Allonge 1" }} }} }},
                "individual": {{ "overall": 240, "reason": "Stærkt bidrag" }},
                "pay": {{ "base": [{{ "title": "Løn", "value": "1150000.00" }}], "max_percent": 15{pay} }} }}"#
        )
    };
    let adjustment = r#", "adjustment": { "percent": -10, "reason": "Særlige forhold i efteråret" }, "left_on": "2009-06-30""#;
    let director = side("director", 26210, "Jobindsats", "");
    let department = side("department", 27000, "Egen opgørelse", "");
    let agreed = side("agreed", 27000, "Enige om tallet", adjustment);
    Case::of(contract, &[director.as_bytes(), department.as_bytes(), agreed.as_bytes()])
}

#[test]
fn the_overview_holds_every_goal_with_its_points_and_what_is_most_at_stake() {
    let case = Case::example("ams-2009");
    let text = text(&case, Paper::Overview, Words::DANISH);
    assert_holds(
        &text,
        &["# Resultatoversigt 2009", "**Fortroligt**", "**495** point sikret", "**58,65–86,65 %**"],
    );
    for goal in &case.contract.contract.goals {
        assert_holds(&text, &[goal.name()]);
    }
    assert_holds(
        &text,
        &["120 / 150", "Åben · overskredet", "risiko 2, 5,56 point på spil", "ikke fastlagt, 125 point åbne"],
    );
    assert_holds(&text, &[case.contract.fingerprint.canonical()]);
}

#[test]
fn the_self_assessment_holds_areas_notes_reasons_assumptions_and_room_for_a_signature() {
    let text = text(&Case::example("ams-2009"), Paper::SelfAssessment, Words::DANISH);
    assert_holds(
        &text,
        &["Jobindsats, trukket 2010-01-15", "Lavere sygefravær end i 2008", "240 af 300 point"],
    );
    assert_holds(
        &text,
        &["Stærkt bidrag til koncernledelsen", "Aftalen fordeler ikke de individuelle point"],
    );
    assert_holds(
        &text,
        &[
            "Sted og dato",
            "Marie Hansen, Direktør for Arbejdsmarkedsstyrelsen: ____",
            "## Bilag: Mellemregninger",
            "26.210 ≤ 26.675",
        ],
    );
}

#[test]
fn areas_that_are_judged_together_say_what_was_done_and_are_never_called_open() {
    let case = Case::example("ams-2009");
    let paper = text(&case, Paper::SelfAssessment, Words::DANISH);
    let areas = paper.split("## Aftalens resultatområder").nth(1).unwrap().split("## ").next().unwrap();
    assert_holds(
        areas,
        &["Hvad der er gjort", "sekretariatsbistand til Lønkommissionen", "3 af 3", "10,1", "Ikke opfyldt"],
    );
    assert_holds(areas, &["Dokumentation: Medarbejderundersøgelsen i november 2009", "240 af 300 point"]);
    // A target in parts has the figure of each.
    assert_holds(
        areas,
        &[
            "Omsætningshastighed ud af ministerområdet: 9,1 pct.",
            "Andelen af tilfredse: 82 pct.",
            ": 3,6 pct.",
        ],
    );
    assert_holds(&paper, &["9,1 ≤ 9,36", "3,6 < 4"]);
    let mut silent = three_sides();
    silent.assessments.truncate(1);
    let paper = text(&silent, Paper::SelfAssessment, Words::DANISH);
    let areas = paper.split("## Aftalens resultatområder").nth(1).unwrap().split("## ").next().unwrap();
    assert!(!areas.contains("Åben") && areas.contains("240 af 300 point"), "{areas}");
    for words in [Words::DANISH, Words::ENGLISH] {
        for paper in [Paper::SelfAssessment, Paper::Decision] {
            let paper = text(&silent, paper, words);
            let row = |area: &Rc<Goal>| {
                paper.lines().find(|line| line.starts_with(&format!("| {} ", area.title))).unwrap()
            };
            let open = [GoalStatus::Open, GoalStatus::Undetermined].map(|status| words.goal_status(status));
            for row in silent.contract.contract.pay.as_ref().unwrap().areas.iter().map(row) {
                assert!(open.iter().all(|open| !row.contains(open)), "{row}");
            }
        }
    }
}

#[test]
fn what_is_expected_stands_beside_what_is_certain_on_paper() {
    let contract = include_bytes!("../../contracts/ams-2009.json");
    let june = r#"{ "format": "resultatvurdering", "version": 1, "contract": { "id": "ams-2009" }, "by": "director",
        "status": "midterm", "as_of": "2009-06-30", "results": { "goal-2": { "value": 26210 } },
        "pay": { "base": [{ "title": "Løn", "value": "1000000.00" }], "max_percent": 15 } }"#;
    let case = Case::of(contract, &[june.as_bytes()]);
    assert_holds(
        &text(&case, Paper::Overview, Words::DANISH),
        &["**150** heraf ventes", "åbne, heraf ventes 150"],
    );
    let paper = text(&case, Paper::SelfAssessment, Words::DANISH);
    assert_holds(&paper, &["Ventet: 10,5–100,0 %, 15.750,00–150.000,00 kr. til udbetaling"]);
}

#[test]
fn a_decision_rests_on_what_is_agreed_and_shows_all_sides_and_all_that_was_decided() {
    let case = three_sides();
    let text = text(&case, Paper::Decision, Words::DANISH);
    assert_holds(&text, &["Til grund for afgørelsen ligger: aftalt vurdering."]);
    assert_holds(&text, &["Direktørens vurdering", "Departementets vurdering", "Aftalt vurdering"]);
    assert_holds(
        &text,
        &["ned på 26.675".split(' ').next_back().unwrap(), "Departementets vurdering, note: Egen opgørelse"],
    );
    assert_holds(&text, &["Særlige forhold i efteråret", "−10 %", "Sidste tjenestedag: 30.06.2009"]);
    assert_holds(&text, &["Opgaven er flyttet · aftalt 01.10.2009, Brev", "aftalt 20.03.2009, Allonge 1"]);
    assert_holds(&text, &["Særlige forhold i efteråret", "× (100 − 10) / 100 = ", "× 181 / 365 dage = "]);
    let pay = case.assessments[2].1.pay.as_ref().unwrap();
    let payable = Words::DANISH.fixed(pay.payable.unwrap().min.0, 2);
    assert_holds(&text, &[&payable]);
}

#[test]
fn without_an_agreed_assessment_the_decision_says_so_and_takes_the_departments() {
    let mut case = three_sides();
    case.assessments.truncate(2);
    let text = text(&case, Paper::Decision, Words::ENGLISH);
    assert_holds(
        &text,
        &["There is no agreed assessment. The decision rests on the department’s assessment."],
    );
}

#[test]
fn a_notice_speaks_of_every_goal_that_the_department_has_to_be_told_of_and_of_no_pay() {
    for name in EXAMPLES {
        let case = Case::example(name);
        let text = text(&case, Paper::Notice, Words::DANISH);
        for duty in duties(case.evaluation()) {
            let goal = case.contract.contract.goal(duty.goal.as_str()).unwrap();
            assert_holds(&text, &[&goal.title]);
        }
        assert!(!text.contains("kr.") && !text.contains("Fortroligt"), "{text}");
    }
}

#[test]
fn the_annual_report_has_every_goal_with_what_was_reached_and_neither_pay_nor_evidence() {
    let case = Case::example("ams-2009");
    for words in [Words::DANISH, Words::ENGLISH] {
        let text = text(&case, Paper::AnnualReport, words);
        for goal in &case.contract.contract.goals {
            assert_holds(&text, &[&goal.title]);
        }
        for absent in ["Resultatløn", "Performance pay", "kr.", "Fortroligt", "Confidential", "Dokumentation"]
        {
            assert!(!text.contains(absent), "{absent} in {text}");
        }
    }
    let text = text(&case, Paper::AnnualReport, Words::DANISH);
    assert_holds(&text, &["26.210", "20.11.2009", "Jobindsats, trukket 2010-01-15"]);
    assert!(!text.contains("Note: "), "the remark stands under its heading: {text}");
}

#[test]
fn what_was_written_of_a_goal_stands_in_the_notice() {
    let assessment = br#"{ "format": "resultatvurdering", "version": 1, "contract": { "id": "ams-2009" },
        "by": "director", "status": "midterm", "as_of": "2010-01-15",
        "results": { "goal-2": { "value": 29000,
          "notice": { "cause": "Flere lange forl\u00f8b", "measures": "Tidligere samtaler", "on": "2009-07-02" } } } }"#;
    let case = Case::of(include_bytes!("../../contracts/ams-2009.json"), &[assessment]);
    let text = text(&case, Paper::Notice, Words::DANISH);
    assert_holds(
        &text,
        &["Årsag: Flere lange forløb", "Foranstaltninger: Tidligere samtaler", "Orienteret: 02.07.2009"],
    );
    assert_holds(&text, &["Midtvejsstatus", "Målet er ikke nået."]);
}

#[test]
fn the_contract_check_holds_every_finding_in_both_languages() {
    for name in EXAMPLES {
        let case = Case::example(name);
        for words in [Words::DANISH, Words::ENGLISH] {
            let text = text(&case, Paper::ContractCheck, words);
            for finding in &case.findings {
                assert_holds(&text, &[&finding.code.message(words).replace('\u{a0}', " ")]);
            }
            for line in [", tegn ", ", column ", "»value«", "“value”"] {
                assert!(!text.contains(line), "{name}: {line} is nothing for people");
            }
        }
    }
}

#[test]
fn a_draft_contract_holds_every_line_of_the_contract_and_nothing_that_was_reached() {
    for name in EXAMPLES {
        let case = Case::example(name);
        let contract = &case.contract.contract;
        for words in [Words::DANISH, Words::ENGLISH] {
            let text = text(&case, Paper::ContractDraft, words);
            let areas = contract.pay.iter().flat_map(|pay| &pay.areas);
            for goal in contract.goals.iter().chain(areas) {
                assert_holds(&text, &[&goal.title, &words.goal_target(goal).replace('\u{a0}', " ")]);
            }
            for risk in contract.risk.iter().flat_map(|register| &register.entries) {
                assert_holds(&text, &[&risk.title]);
            }
            for purpose in &contract.purposes {
                assert_holds(&text, &[&purpose.title]);
            }
            for line in contract.budget.iter().flat_map(|budget| &budget.lines) {
                assert_holds(&text, &[&line.title]);
            }
        }
    }
    let case = Case::example("ams-2009");
    let paper = text(&case, Paper::ContractDraft, Words::DANISH);
    assert_holds(
        &paper,
        &[
            "# Kontraktudkast 2009",
            "Institution: Arbejdsmarkedsstyrelsen",
            "Point i alt: 1.000",
            "december 2006: 26.239",
            "2010: 24.940",
            "| **I alt** |",
            "700 point for institutionens mål, 300 for de individuelle områder",
        ],
    );
    assert!(!paper.contains("26.210") && !paper.contains("Fortroligt"), "{paper}");
}

#[test]
fn a_paper_on_the_clipboard_is_the_article_alone() {
    let copied = fragment(&Case::example("ams-2009").paper(Paper::ContractDraft, Words::DANISH));
    assert!(copied.starts_with("<article") && copied.trim_end().ends_with("</article>"), "{copied}");
    assert!(copied.contains("<table") && !copied.contains("<caption"), "{copied}");
}

#[test]
fn a_paper_about_a_trial_says_so() {
    let case = Case::example("ams-2009");
    for paper in [Paper::Overview, Paper::SelfAssessment, Paper::Notice] {
        for (words, wanted) in
            [(Words::DANISH, "Prøve, ingen rigtig vurdering"), (Words::ENGLISH, "Trial, no real assessment")]
        {
            assert_holds(&markdown(&case.trial(paper, words)), &[wanted]);
            assert!(!markdown(&case.paper(paper, words)).contains(wanted));
        }
    }
}

#[test]
fn a_finding_about_none_of_the_parts_is_about_the_contract() {
    let contract = r#"{ "format": "resultatkontrakt", "version": 1, "id": "late", "title": "Sen",
        "period": { "from": "2009-01-01", "to": "2009-12-31" }, "signed": "2009-03-12", "points": { "total": 100 },
        "goals": [{ "id": "a", "title": "Sager", "weight": 100, "target": { "kind": "done" } }] }"#;
    let assessment =
        r#"{ "format": "resultatvurdering", "version": 1, "contract": { "id": "late" }, "results": {} }"#;
    let case = Case::of(contract.as_bytes(), &[assessment.as_bytes()]);
    for (words, place, message) in [
        (Words::DANISH, "Kontrakten", "Kontrakten er underskrevet 12.03.2009, efter at perioden"),
        (Words::ENGLISH, "The contract", "The contract was signed on 12 March 2009, after the period"),
    ] {
        assert_holds(&text(&case, Paper::ContractCheck, words), &[&format!("| {place} | {message}")]);
    }
    // It stands among the facts of the papers, too.
    assert_holds(&text(&case, Paper::SelfAssessment, Words::DANISH), &["Underskrevet: 12.03.2009"]);
}
