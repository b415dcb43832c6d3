//! How papers are written: nothing that stands in a contract or an assessment works as HTML or Markdown.

use resultatkontrakt::i18n::Words;
use resultatkontrakt::report::{Paper, html, markdown};

use super::{Case, EXAMPLES};

const WORDS: &str = r#"<script>alert(1)</script> & "quoted" | **bold** [link](x)"#;

fn hostile() -> Case {
    let words = WORDS.replace('"', "\\\"");
    let contract = format!(
        r#"{{ "format": "resultatkontrakt", "version": 1, "id": "x", "title": "{words}",
            "period": {{ "from": "2009-01-01", "to": "2009-12-31" }}, "points": {{ "total": 100 }},
            "goals": [{{ "id": "a", "title": "{words}", "weight": 100, "target": {{ "kind": "done" }} }}] }}"#
    );
    let assessment = format!(
        r#"{{ "format": "resultatvurdering", "version": 1, "contract": {{ "id": "x" }}, "by": "director", "status": "final",
            "results": {{ "a": {{ "done": false, "note": "{words}" }} }} }}"#
    );
    Case::of(contract.as_bytes(), &[assessment.as_bytes()])
}

#[test]
fn words_of_strangers_stay_words() {
    let case = hostile();
    for paper in Paper::ALL {
        let document = case.paper(paper, Words::DANISH);
        let page = html(&document);
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;"), "{page}");
        assert!(!page.contains("<script"), "{page}");
        let text = markdown(&document);
        assert!(text.contains(r"\<script>") && text.contains(r"\*\*bold\*\* \[link\]"), "{text}");
        assert!(text.contains(r#"&amp; "quoted" \|"#), "{text}");
    }
}

#[test]
fn a_file_fetches_nothing_and_says_its_language() {
    for name in EXAMPLES {
        for words in [Words::DANISH, Words::ENGLISH] {
            for paper in Paper::ALL {
                let page = html(&Case::example(name).paper(paper, words));
                assert!(page.starts_with(&format!("<!doctype html>\n<html lang=\"{}\">", words.lang.code())));
                assert!(page.contains("default-src 'none'"));
                for forbidden in ["http://", "https://", "url(", "<link", "<img", " style=\"", "@import"] {
                    assert!(!page.contains(forbidden), "{forbidden} in {name}");
                }
            }
        }
    }
}

#[test]
fn every_row_of_a_table_has_as_many_cells_as_its_head() {
    for name in EXAMPLES {
        for paper in Paper::ALL {
            let text = markdown(&Case::example(name).paper(paper, Words::DANISH));
            let mut columns = None;
            for line in text.lines() {
                if !line.starts_with('|') {
                    columns = None;
                    continue;
                }
                let cells = line.replace(r"\|", "").matches('|').count();
                assert_eq!(*columns.get_or_insert(cells), cells, "{line}");
            }
        }
    }
}

#[test]
fn every_paper_is_found_by_its_name() {
    for paper in Paper::ALL {
        assert_eq!(Paper::of_code(paper.code()), Some(paper));
    }
    assert_eq!(Paper::of_code("regning"), None);
}
