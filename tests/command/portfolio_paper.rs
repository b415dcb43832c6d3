//! `kontrakt portfolio --html`: what the one page says of names, of fingerprints and of goals that serve a goal.

use std::fs;
use std::path::{Path, PathBuf};

use resultatkontrakt::format::file_sum;
use serde_json::json;

use crate::portfolio::{folder, portfolio};
use crate::{kontrakt, out};

fn paper(folder: &Path, more: &[&str]) -> String {
    out(&kontrakt(&[&["portfolio", folder.to_str().unwrap(), "--html"], more].concat()))
}

/// A name of so many letters that tells the number at its end.
fn name(number: usize, letters: usize) -> String {
    let begins =
        "Styrelsen for regional arbejdsmarkedsudvikling, uddannelser, tilsyn og særlige ordninger i landet";
    let end = format!(" nr. {number:02}");
    format!("{}{end}", begins.chars().take(letters - end.len()).collect::<String>())
}

/// A folder of contracts of which much is said, each with its assessment in a file of its own.
fn folder_of(count: usize, letters: usize) -> PathBuf {
    let folder = folder(&format!("paper-{count}-{letters}"));
    for number in 1..=count {
        let id = format!("kontrakt-{number}");
        let goal = |at: usize| {
            json!({"id": format!("maal-{at}"), "title": format!("Arbejdet med det {at}. område er afsluttet og godkendt"),
                "weight": 100, "target": {"kind": "by", "date": format!("2009-0{}-28", at + 1)}})
        };
        let goals: Vec<_> = (0..4).map(goal).collect();
        let risks: Vec<_> = (0..4)
            .map(|at| json!({"goal": format!("maal-{at}"), "title": "Risiko", "materiality": 3, "vulnerability": 3}))
            .collect();
        let contract = json!({"format": "resultatkontrakt", "version": 1, "id": id, "title": "Kontrakt",
            "institution": name(number, letters), "points": {"total": 400}, "goals": goals, "risk": {"entries": risks},
            "period": {"from": "2009-01-01", "to": "2009-12-31"}});
        let assessment = json!({"format": "resultatvurdering", "version": 1, "contract": {"id": id}, "by": "department",
            "as_of": "2010-01-15", "results": {"maal-0": {"date": "2009-01-20"}}});
        fs::write(folder.join(format!("{id}.json")), contract.to_string()).unwrap();
        fs::write(folder.join(format!("{id}-vurdering.json")), assessment.to_string()).unwrap();
    }
    folder
}

#[test]
fn of_up_to_twenty_five_contracts_no_name_of_a_line_is_shortened() {
    for (count, letters) in [(1, 100), (12, 80), (20, 80), (25, 80)] {
        let paper = paper(&folder_of(count, letters), &[]);
        for number in 1..=count {
            let cell = format!(">{}</th>", name(number, letters));
            assert!(paper.contains(&cell), "{count} of {letters}: {cell}");
        }
    }
}

#[test]
fn the_file_of_an_assessment_is_named_with_its_fingerprint_beside_the_contract_s() {
    for (count, digits) in [(1, 64), (25, 8)] {
        let folder = folder_of(count, 30);
        let sum = file_sum(&fs::read(folder.join("kontrakt-1-vurdering.json")).unwrap());
        let own = &portfolio(&folder, &[]).0["contracts"];
        let own = own.as_array().unwrap().iter().find(|row| row["id"] == "kontrakt-1").unwrap().clone();
        assert_eq!(
            (&own["assessment"]["file"], &own["assessment"]["sha256"]),
            (&json!("kontrakt-1-vurdering.json"), &json!(sum))
        );
        let paper = paper(&folder, &[]);
        let said = format!("kontrakt-1 {}", own["sha256"].as_str().unwrap().get(..digits).unwrap());
        assert!(paper.contains(&said), "{said}");
        assert!(paper.contains(&format!(".json {}", sum.get(..digits).unwrap())), "{sum}");
    }
}

#[test]
fn every_contribution_of_the_regions_and_the_ten_units_has_a_line_of_its_own() {
    let both = folder("paper-both");
    let contracts = Path::new(env!("CARGO_MANIFEST_DIR")).join("contracts");
    let within = |name: &str| fs::read_dir(contracts.join(name)).unwrap().map(|file| file.unwrap().path());
    let above =
        ["ams-2009.json", "ams-2009.assessment.json", "ministry-2009.json", "ministry-2009.assessment.json"];
    let above = above.map(|name| contracts.join(name));
    for path in above.into_iter().chain(within("regions-2009")).chain(within("copenhagen-units-2009")) {
        fs::copy(&path, both.join(path.file_name().unwrap())).unwrap();
    }
    let da = paper(&both, &[]);
    for line in [
        "<li>Beskæftigelsesregion Nordjylland · Mål 1: 3.890, ✓ Opfyldt</li>",
        "<li>! Arbejdsmarkedsstyrelsen · Mål 1: –, ? Ikke fastlagt</li>",
        "<li>↳ Jobcenter for Sygedagpenge · Færre lange sygedagpengesager: 1.214, ✕ Ikke opfyldt</li>",
    ] {
        assert!(da.contains(line), "{line}\n{da}");
    }
    assert!(da.contains("Sum: 11.340 + 5.480 + 3.890 + 5.590 = 26.300 ledige."));
    assert!(
        paper(&both, &["--lang", "en"])
            .contains("<li>Beskæftigelsesregion Nordjylland · Mål 1: 3,890, ✓ Met</li>")
    );
}

#[test]
fn where_there_is_room_contributions_stand_in_a_table() {
    let folder = folder("paper-levels");
    let goal = |more: &str| {
        format!(
            r#"{{"id": "a", "title": "Færre sager", "unit": "sager", "target": {{"kind": "at_most", "value": 10}}{more}}}"#
        )
    };
    let contract = |id: &str, more: &str| {
        format!(
            r#"{{"format": "resultatsag", "version": 1, "contract": {{"format": "resultatkontrakt", "version": 1, "id": "{id}",
                "title": "Kontrakt {id}", "goals": [{}]}}, "assessments": [{{"format": "resultatvurdering", "version": 1,
                "contract": {{"id": "{id}"}}, "by": "director", "results": {{"a": {{"value": 4}}}}}}]}}"#,
            goal(more)
        )
    };
    let write =
        |id: &str, more: &str| fs::write(folder.join(format!("{id}.json")), contract(id, more)).unwrap();
    write("minister", r#", "rollup": "sum""#);
    write("nord", r#", "contributes_to": "minister#a""#);
    let paper = paper(&folder, &[]);
    let (_, table) = paper.split_once("Mål, der tjener et mål</caption>").unwrap();
    let (table, _) = table.split_once("</table>").unwrap();
    let (own, below) = table.split_once("Kontrakt nord · Færre sager").unwrap();
    assert!(own.contains("Kontrakt minister · Færre sager") && own.contains("Sum: 4 = 4 sager."), "{own}");
    assert!(below.contains("Højst 10 sager") && below.contains("regnet med"), "{below}");
}
