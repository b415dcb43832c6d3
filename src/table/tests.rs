use super::*;

/// The cells of each row that is kept, `goal|part|period|value|date`, and what is said, `line:column code`.
fn read(text: &str) -> (Vec<String>, Vec<String>) {
    read_bytes(text.as_bytes())
}

fn read_bytes(bytes: &[u8]) -> (Vec<String>, Vec<String>) {
    let reading = read_table(bytes);
    let rows = reading.table.iter().flat_map(|table| {
        table.rows().iter().map(|row| {
            let cells = [&row.goal, &row.part, &row.period, &row.value, &row.date];
            cells.map(|cell| table.text(cell)).join("|")
        })
    });
    let said = |found: &Diagnostic| format!("{}:{} {}", found.line, found.column, found.code.name());
    (rows.collect(), reading.diagnostics.iter().map(said).collect())
}

#[test]
fn the_delimiter_is_found_from_the_header() {
    let row = vec!["goal-2||2009-12|26210|".to_owned()];
    for text in [
        "mål;periode;resultat\ngoal-2;2009-12;26210\n",
        "goal,period,value\r\ngoal-2,2009-12,26210\r\n",
        "ID\tTid\tVærdi\rgoal-2\t2009-12\t26210",
        "\u{feff}\"mål\";\"periode\";\"resultat\"\n\"goal-2\";\"2009-12\";\"26210\"\n",
        "sep=;\nMål-id;Periode;Resultat\ngoal-2;2009-12;26210",
        "resultat , periode , goal id\n26210, 2009-12, goal-2",
    ] {
        assert_eq!(read(text), (row.clone(), vec![]), "{text}");
    }
}

#[test]
fn cells_in_quotation_marks_may_hold_delimiters_line_breaks_and_quotation_marks() {
    let (rows, said) = read("label;periode;værdi\n\"Mål; \"\"2\"\"\";2009;\"1\n2\"\n\"\";2009; \"3\" \n");
    assert_eq!(rows, ["Mål; \"2\"||2009|1\n2|", "||2009|3|"]);
    assert!(said.is_empty(), "{said:?}");
    // A quotation mark within a cell that has none around it is a sign like any other.
    assert_eq!(read("mål;værdi;periode\n5\" rør;1;2009").0, ["5\" rør||2009|1|"]);
}

#[test]
fn a_goal_is_named_by_the_first_of_id_label_and_title_that_is_filled_in() {
    let text = "titel;mål;id;tal;år\nFærre syge;Mål 2;goal-2;1;2009\nFærre syge;Mål 2;;1;2009\nFærre syge;;;1;2009\n;;;1;2009";
    assert_eq!(read(text).0, ["goal-2||2009|1|", "Mål 2||2009|1|", "Færre syge||2009|1|", "||2009|1|"]);
}

#[test]
fn lines_above_the_header_and_columns_without_a_meaning_are_named() {
    let (rows, said) = read("Jobindsats;;;\n\nmål;periode;kommune;tal\ngoal-2;2009;Hele landet;5\n");
    assert_eq!(rows, ["goal-2||2009|5|"]);
    assert_eq!(said, ["1:1 table-lines-before-header", "3:13 table-column-ignored"]);
}

#[test]
fn empty_lines_and_empty_cells_at_the_end_are_no_matter() {
    let (rows, said) = read("mål;periode;tal\n\n;;\ngoal-2;2009;5;;\n  \n");
    assert_eq!(rows, ["goal-2||2009|5|"]);
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn a_ragged_row_is_left_out_and_the_others_are_kept() {
    let (rows, said) = read("mål;periode;tal\na;2009\nb;2009;5\nc;2009;5;6\nd,2009,5\n");
    assert_eq!(rows, ["b||2009|5|"]);
    assert_eq!(said, ["2:1 row-ragged", "4:1 row-ragged", "5:1 row-delimiter"]);
}

#[test]
fn a_number_with_the_delimiter_in_it_makes_a_ragged_row() {
    assert_eq!(read("goal,period,value\na,2009,26,210\n").1, ["2:1 row-ragged"]);
}

#[test]
fn in_a_table_with_commas_an_empty_cell_too_many_is_one_too_many() {
    // What was to be 3,9 fills the note, and pushes the empty note over the edge.
    let (rows, said) = read("goal,period,value,note\na,2009,3,9,\nb,2009,3,\nc,2009,\"3,9\",\n,,,,,\n");
    assert_eq!(rows, ["b||2009|3|", "c||2009|3,9|"]);
    assert_eq!(said, ["1:19 table-column-ignored", "2:1 row-ragged"]);
}

#[test]
fn windows_1252_is_read_and_told() {
    let (rows, said) = read_bytes(b"id;M\xe5l;Periode;V\xe6rdi\na;\x96;2009;1\n");
    assert_eq!(rows, ["a||2009|1|"]);
    assert_eq!(said, ["1:5 table-encoding"]);
    for bytes in [&b"m\xe5l;tal\na;\x81\n"[..], b"m\xe5l;tal\na;\0\n"] {
        let (rows, said) = read_bytes(bytes);
        assert_eq!((rows.len(), said), (0, vec!["1:2 not-utf-8".to_owned()]));
    }
}

#[test]
fn as_many_rows_as_are_allowed_are_read_and_no_more() {
    let table = |rows: usize| format!("mål;år;tal\n{}", "a;2009;1\n".repeat(rows));
    assert_eq!(read(&table(MAX_ROWS)).0.len(), MAX_ROWS);
    let (rows, said) = read(&table(MAX_ROWS + 1));
    assert_eq!((rows.len(), said), (0, vec![format!("{}:1 table-too-many-rows", MAX_ROWS + 2)]));
}

#[test]
fn of_a_mistake_in_every_row_the_first_are_listed_and_the_rest_counted() {
    let reading = read_table(format!("mål;år;tal\n{}", "a;2009\n".repeat(LISTED + 50)).as_bytes());
    assert_eq!(reading.diagnostics.len(), LISTED + 1);
    let last = &reading.diagnostics.last().unwrap().code;
    assert_eq!(*last, SyntaxFault::TooManyFindings { more: 50 }.into());
}
