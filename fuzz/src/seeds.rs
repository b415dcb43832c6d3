//! The first inputs: the project's own files, whole and cut down to one goal each, since small inputs are
//! tried a hundred times as often.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

/// A file and what it is called.
pub type Seed = (String, Vec<u8>);

/// What each target starts from.
#[derive(Debug, Default)]
pub struct Seeds {
    /// Anything: good files and bad ones.
    pub read: Vec<Seed>,
    /// Contracts.
    pub check: Vec<Seed>,
    /// Contracts with an assessment.
    pub evaluate: Vec<Seed>,
    /// Tables of measured results.
    pub table: Vec<Seed>,
    /// Workbooks, and sheets of them.
    pub workbook: Vec<Seed>,
    /// Documents and workbooks with tables, and the texts of them.
    pub document: Vec<Seed>,
}

/// Makes the seeds from the project's folder.
pub fn collect(project: &Path) -> io::Result<Seeds> {
    let mut seeds = Seeds::default();
    for (folder, ending) in [
        ("tests/golden/bad", "xlsx"),
        ("tests/office", "xlsx"),
        ("tests/office", "ods"),
        ("tests/office", "docx"),
    ] {
        for path in files(&project.join(folder), ending)? {
            let bytes = fs::read(&path)?;
            if ending != "docx" {
                seeds.workbook.push((format!("{}-{ending}", name(&path)), bytes.clone()));
            }
            seeds.document.push((format!("{}-{ending}", name(&path)), bytes));
        }
    }
    seeds.workbook.push(("sheet".to_owned(), SHEET.into()));
    for (name, text) in [("sheet", SHEET), ("word", WORD), ("calc", CALC)] {
        seeds.document.push((name.to_owned(), text.into()));
    }
    for path in json_files(&project.join("tests/golden/bad"))? {
        let bytes = fs::read(&path)?;
        let name = name(&path);
        // A bad assessment is no use where a contract is wanted, and harmless.
        seeds.check.push((name.clone(), bytes.clone()));
        seeds.read.push((name, bytes));
    }
    for path in json_files(&project.join("contracts"))? {
        let bytes = fs::read(&path)?;
        let document: Value = serde_json::from_slice(&bytes)?;
        seeds.read.push((name(&path), bytes));
        if document["format"] == "resultatkontrakt" {
            let assessment = fs::read(path.with_extension("assessment.json")).unwrap_or_default();
            let assessment = serde_json::from_slice(&assessment).unwrap_or_default();
            from_contract(&name(&path), &document, &assessment, &mut seeds);
        }
    }
    Ok(seeds)
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// A sheet with each kind of cell that is read.
const SHEET: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c>
<c r="B1" t="str"><v>resultat</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>goal-2</t></is></c>
<c r="B2" s="1"><f>1+1</f><v>2.5E3</v></c></row></sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>"#;

/// The text of a document with each kind of cell that is read.
const WORD: &str = r#"<w:document><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Drift</w:t></w:r></w:p><w:tbl>
<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Mål</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/>
</w:tcPr><w:p><w:r><w:t>Krav 2027</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:del>
<w:r><w:t>x</w:t></w:r></w:del><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t><w:br/></w:r></w:p></w:tc></w:tr></w:tbl></w:document>"#;

/// The content of a workbook of `OpenDocument` with each kind of cell that is read.
const CALC: &str = r#"<d><number:date-style style:name="N1"><number:month/><number:year/></number:date-style><style:style style:name="c"
style:data-style-name="N1"/><table:table table:name="A"><table:table-column table:default-cell-style-name="c"/><table:table-row><table:table-cell
table:number-rows-spanned="2"><text:p>Mål</text:p></table:table-cell><table:table-cell><text:p>Krav</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:covered-table-cell/><table:table-cell office:value-type="percentage" office:value="0.5"
table:number-columns-repeated="2"/><table:table-cell office:value-type="date" office:date-value="2009-12-31"/></table:table-row></table:table></d>"#;

fn json_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    files(folder, "json")
}

fn files(folder: &Path, ending: &str) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == ending) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn from_contract(name: &str, contract: &Value, assessment: &Value, seeds: &mut Seeds) {
    let goals = contract["goals"].as_array().map(Vec::as_slice).unwrap_or_default();
    for (index, goal) in goals.iter().enumerate() {
        let name = format!("{name}-{index}");
        let mut cut = cut_contract(contract, goal, index);
        // What stands around the goals takes most of the room: with every fourth it is tried as well.
        if !index.is_multiple_of(4) {
            without_surroundings(&mut cut);
        }
        let case = json!({
            "format": "resultatsag", "version": 1, "contract": cut,
            "assessments": [cut_assessment(assessment, &cut, goal)],
        });
        seeds.read.push((name.clone(), cut.to_string().into_bytes()));
        seeds.check.push((name.clone(), cut.to_string().into_bytes()));
        seeds.evaluate.push((name.clone(), case.to_string().into_bytes()));
        seeds.table.push((name, table(goal, index).into_bytes()));
    }
}

/// The contract with one goal, the groups around it, and of every other list the item that has its turn.
fn cut_contract(contract: &Value, goal: &Value, turn: usize) -> Value {
    let groups = contract["groups"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut around = Vec::new();
    let mut wanted = &goal["group"];
    while let Some(group) = groups.iter().find(|group| !wanted.is_null() && group["id"] == *wanted) {
        around.push(group.clone());
        wanted = &group["parent"];
    }
    let mut cut = contract.clone();
    one_of_each(&mut cut, turn);
    cut["goals"] = json!([goal]);
    cut["groups"] = Value::Array(around);
    cut
}

/// Leaves of a contract what it needs to be one, and its goal.
fn without_surroundings(contract: &mut Value) {
    const BARE: [&str; 7] = ["format", "version", "id", "title", "points", "groups", "goals"];
    if let Some(members) = contract.as_object_mut() {
        members.retain(|key, _| BARE.contains(&key.as_str()));
    }
}

/// The goal's own history as a table, in one of the forms that are read.
fn table(goal: &Value, turn: usize) -> String {
    let (id, label) = (goal["id"].as_str().unwrap_or_default(), goal["label"].as_str().unwrap_or_default());
    let history = goal["history"].as_array().map(Vec::as_slice).unwrap_or_default();
    let figure = |figure: &Value| {
        (figure["period"].as_str().unwrap_or_default().to_owned(), figure["value"].to_string())
    };
    let mut figures: Vec<_> = history.iter().map(figure).collect();
    figures.push(("2009".to_owned(), "1.234,5".to_owned()));
    let head = [
        "mål;periode;resultat;dato\r\n",
        "\u{feff}id,period,value,part\n",
        "sep=;\ntitel\tår\tantal\n",
        "Udtræk\n\n\"Betegnelse\";\"Kvartal\";\"Indhold\"\n",
    ];
    let row = |(period, value): (String, String)| match turn % 4 {
        0 => format!("{label};{period};{};30.06.2009\r\n", value.replace('.', ",")),
        1 => format!("{id},{period},\"{value}\",live\n"),
        2 => format!("{}\t{period}\t{value}\n", goal["title"].as_str().unwrap_or_default()),
        _ => format!("\"{label}\";\"1. kvartal 2009\";\"{value}\"\n"),
    };
    let rows: String = figures.into_iter().map(row).collect();
    head.iter().cycle().nth(turn).map_or(String::new(), |head| format!("{head}{rows}"))
}

/// Leaves one item of each list, here and in the objects directly below.
fn one_of_each(value: &mut Value, turn: usize) {
    for member in value.as_object_mut().into_iter().flat_map(Map::values_mut) {
        match member {
            Value::Array(items) if !items.is_empty() => *items = vec![items.swap_remove(turn % items.len())],
            Value::Object(_) => one_of_each(member, turn),
            _ => {}
        }
    }
}

fn cut_assessment(assessment: &Value, contract: &Value, goal: &Value) -> Value {
    let mut cut = assessment.clone();
    if cut.is_null() {
        cut = json!({ "format": "resultatvurdering", "version": 1, "results": {} });
    }
    cut["contract"] = json!({ "id": contract["id"] });
    let id = goal["id"].as_str().unwrap_or_default();
    let entry = cut["results"][id].clone();
    cut["results"] = json!({ id: if entry.is_null() { json!({ "value": 1 }) } else { entry } });
    cut
}
