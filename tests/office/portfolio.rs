//! A portfolio as a workbook: what its table says, and pay only where it is shown.

use std::fs;
use std::path::PathBuf;

use resultatkontrakt::domain::number::Decimal;
use resultatkontrakt::i18n::Words;
use resultatkontrakt::office::portfolio_workbook;
use resultatkontrakt::portfolio::{Filter, Order, Portfolio, Sorting, combine, look, ordered};
use resultatkontrakt::report::PortfolioMatter;

use super::sheet::{Book, Value};
use super::unpacked::unpacked;

fn folder(name: &str) -> Portfolio {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.is_file());
    files.sort();
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    let looked = files.iter().map(|path| look(&name(path), &fs::read(path).unwrap())).collect();
    let sorting = Sorting::new(looked);
    let done = sorting.jobs().into_iter().map(|job| {
        let read = |place: usize| fs::read(&files[place]).unwrap();
        let assessments: Vec<_> =
            job.assessments.iter().map(|place| (sorting.name(*place), read(*place))).collect();
        let contract = read(job.contract);
        let combined = combine((sorting.name(job.contract), &contract), &assessments, &job.named);
        (job, combined)
    });
    let done = done.collect();
    sorting.finish(done)
}

fn written(portfolio: &Portfolio, with_pay: bool, words: Words) -> Vec<u8> {
    let order = Order::default();
    portfolio_workbook(&PortfolioMatter {
        portfolio,
        order,
        with_pay,
        printed: None,
        version: "0.2.0",
        words,
    })
}

fn number(decimal: Decimal) -> Value {
    Value::Number(decimal.to_string().parse().unwrap())
}

#[test]
fn every_row_says_what_the_portfolio_says() {
    for name in ["contracts", "contracts/copenhagen-units-2009"] {
        let portfolio = folder(name);
        let book = Book::read(&written(&portfolio, true, Words::DANISH));
        let order = ordered(&portfolio.rows, Order::default(), Filter::All);
        assert!(!order.is_empty());
        for (row, place) in (2..).zip(order) {
            let of = &portfolio.rows[place];
            let at = |column: char| book.value(0, &format!("{column}{row}"));
            assert_eq!(at('B'), Value::Text(of.title.clone()));
            assert_eq!(at('C'), Value::Text(of.id.clone()));
            if let Some(points) = of.points {
                for (column, points) in
                    [('E', points.secured), ('F', points.open), ('G', points.lost), ('H', points.total)]
                {
                    assert_eq!(at(column), number(points.0), "{}", of.id);
                }
                let Value::Number(share) = at('I') else { panic!("{:?}", at('I')) };
                let percent: f64 = of.percent(of.standing.secured).to_string().parse().unwrap();
                assert!((share * 100.0 - percent).abs() <= 0.05, "{share}, {percent}");
            } else {
                assert_eq!(at('E'), Value::Empty);
            }
            assert_eq!(at('L'), Value::Number(f64::from(u32::try_from(of.counts.met).unwrap())));
            assert_eq!(at('R'), Value::Text(of.file.clone()));
            let payable = of.pay.and_then(|pay| pay.payable);
            assert_eq!(at('T'), payable.map_or(Value::Empty, |payable| number(payable.min.0)), "{}", of.id);
        }
        for (sheet, place, said, comes_to) in book.formulas() {
            assert!((said - comes_to).abs() < 1e-12, "{sheet}, {place}");
        }
    }
}

#[test]
fn pay_goes_out_only_where_it_is_shown_and_then_every_page_says_that_it_is_confidential() {
    let portfolio = folder("contracts");
    assert!(portfolio.rows.iter().any(|row| row.pay.is_some()));
    for (with_pay, words, mark) in [
        (true, Words::DANISH, "Fortroligt"),
        (true, Words::ENGLISH, "Confidential"),
        (false, Words::DANISH, "Fortroligt"),
    ] {
        let bytes = written(&portfolio, with_pay, words);
        let count = Book::read(&bytes).names().len();
        let sheets = unpacked(&bytes).into_iter().filter(|(name, _)| name.contains("sheet"));
        let marked = sheets.filter(|(_, sheet)| sheet.contains(mark)).count();
        assert_eq!(marked, if with_pay { count } else { 0 });
        let text: String = unpacked(&bytes).into_values().collect();
        assert_eq!(text.contains("Til udbetaling") || text.contains("Payable"), with_pay);
    }
}

#[test]
fn deadlines_that_have_passed_stand_in_a_sheet_of_their_own_with_their_days() {
    let portfolio = folder("contracts");
    let overdue: usize = portfolio.rows.iter().map(|row| row.overdue.len()).sum();
    assert!(overdue > 0);
    let book = Book::read(&written(&portfolio, false, Words::DANISH));
    let sheet = book.names().iter().position(|name| name == "Overskredne frister").unwrap();
    assert_eq!(book.value(sheet, "D1"), Value::Text("Dage siden".to_owned()));
    let days: Vec<_> = (2..2 + overdue).map(|row| book.number(sheet, &format!("D{row}"))).collect();
    assert!(days.iter().all(|days| *days > 0.0), "{days:?}");
    assert_eq!(book.value(sheet, &format!("D{}", 2 + overdue)), Value::Empty);
}
