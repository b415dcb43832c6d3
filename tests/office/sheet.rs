//! A spreadsheet for tests: it works out the formulas that a workbook holds, apart from the code that writes them.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::str::Chars;

use super::unpacked::unpacked;

/// What a cell holds, or a formula comes to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Empty,
    Number(f64),
    Text(String),
    Is(bool),
}

/// A cell with what stands in it.
#[derive(Clone, Debug)]
struct SheetCell {
    value: Value,
    formula: Option<String>,
}

/// A workbook whose cells can be changed.
#[derive(Clone)]
pub(crate) struct Book {
    names: Vec<String>,
    sheets: Vec<BTreeMap<String, SheetCell>>,
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#10;", "\n");
    text.replace("&amp;", "&")
}

/// What stands between the first of these and what follows it.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    Some(text.split_once(start)?.1.split_once(end)?.0)
}

impl Book {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let parts = unpacked(bytes);
        let list = &parts["xl/workbook.xml"];
        let names =
            list.split("<sheet name=\"").skip(1).map(|rest| unescaped(rest.split_once('"').unwrap().0));
        let names: Vec<String> = names.collect();
        let sheet = |at: usize| cells(&parts[&format!("xl/worksheets/sheet{}.xml", at + 1)]);
        let sheets = (0..names.len()).map(sheet).collect();
        Self { names, sheets }
    }

    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// Puts something else into a cell of the first sheet.
    pub(crate) fn put(&mut self, cell: &str, value: Value) {
        self.sheets[0].insert(cell.to_owned(), SheetCell { value, formula: None });
    }

    pub(crate) fn value(&self, sheet: usize, cell: &str) -> Value {
        match self.sheets[sheet].get(cell) {
            None => Value::Empty,
            Some(SheetCell { formula: Some(formula), .. }) => self.work_out(sheet, formula),
            Some(SheetCell { value, .. }) => value.clone(),
        }
    }

    pub(crate) fn number(&self, sheet: usize, cell: &str) -> f64 {
        number(&self.value(sheet, cell))
    }

    pub(crate) fn formula(&self, sheet: usize, cell: &str) -> Option<&str> {
        self.sheets[sheet].get(cell)?.formula.as_deref()
    }

    /// The row of the first cell of a column with this text, counted from 1.
    pub(crate) fn row(&self, sheet: usize, column: char, text: &str) -> Option<usize> {
        let rows = 1..=self.sheets[sheet].len();
        let is_it =
            |row: &usize| self.value(sheet, &format!("{column}{row}")) == Value::Text(text.to_owned());
        rows.into_iter().find(is_it)
    }

    /// Every formula: its sheet, its cell, the value that stands with it, and what it comes to.
    pub(crate) fn formulas(&self) -> Vec<(usize, String, f64, f64)> {
        let mut all = Vec::new();
        for (sheet, cells) in self.sheets.iter().enumerate() {
            for (place, cell) in cells.iter().filter(|(_, cell)| cell.formula.is_some()) {
                all.push((sheet, place.clone(), number(&cell.value), self.number(sheet, place)));
            }
        }
        all
    }

    fn work_out(&self, sheet: usize, formula: &str) -> Value {
        let mut reader = Formula { book: self, sheet, signs: formula.chars().peekable() };
        let value = reader.comparison();
        assert_eq!(reader.signs.next(), None, "{formula}");
        value
    }
}

fn cells(sheet: &str) -> BTreeMap<String, SheetCell> {
    let mut cells = BTreeMap::new();
    for piece in sheet.split("<c r=\"").skip(1) {
        let (place, rest) = piece.split_once('"').unwrap();
        let tag = rest.split_once('>').unwrap().0;
        if tag.ends_with('/') {
            continue;
        }
        let rest = rest.split_once("</c>").unwrap().0;
        let formula = between(rest, "<f>", "</f>").map(unescaped);
        let value = match between(rest, "<v>", "</v>") {
            Some(number) => Value::Number(number.parse().unwrap()),
            None => Value::Text(unescaped(between(rest, "preserve\">", "</t>").unwrap())),
        };
        cells.insert(place.to_owned(), SheetCell { value, formula });
    }
    cells
}

fn number(value: &Value) -> f64 {
    match value {
        Value::Number(number) => *number,
        Value::Empty => 0.0,
        Value::Is(is) => f64::from(u8::from(*is)),
        // In a branch that is not taken; where it counts, nothing equals it.
        Value::Text(_) => f64::NAN,
    }
}

fn is(value: &Value) -> bool {
    match value {
        Value::Is(is) => *is,
        other => number(other) != 0.0,
    }
}

/// A formula that is read and worked out from left to right.
struct Formula<'a> {
    book: &'a Book,
    sheet: usize,
    signs: Peekable<Chars<'a>>,
}

impl Formula<'_> {
    fn takes(&mut self, sign: char) -> bool {
        self.signs.next_if_eq(&sign).is_some()
    }

    fn comparison(&mut self) -> Value {
        let left = self.sum();
        let mut operator = String::new();
        while let Some(sign) = self.signs.next_if(|sign| matches!(sign, '<' | '>' | '=')) {
            operator.push(sign);
        }
        if operator.is_empty() {
            return left;
        }
        let right = self.sum();
        let order = order(&left, &right);
        Value::Is(match operator.as_str() {
            "=" => order.is_eq(),
            "<>" => order.is_ne(),
            "<" => order.is_lt(),
            "<=" => order.is_le(),
            ">" => order.is_gt(),
            ">=" => order.is_ge(),
            other => panic!("{other}"),
        })
    }

    fn sum(&mut self) -> Value {
        let mut value = self.product();
        loop {
            if self.takes('+') {
                value = Value::Number(number(&value) + number(&self.product()));
            } else if self.takes('-') {
                value = Value::Number(number(&value) - number(&self.product()));
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> Value {
        let mut value = self.single();
        loop {
            if self.takes('*') {
                value = Value::Number(number(&value) * number(&self.single()));
            } else if self.takes('/') {
                value = Value::Number(number(&value) / number(&self.single()));
            } else {
                return value;
            }
        }
    }

    fn single(&mut self) -> Value {
        match self.signs.peek().copied() {
            Some('-') => {
                self.signs.next();
                Value::Number(-number(&self.single()))
            }
            Some('(') => {
                self.signs.next();
                let value = self.comparison();
                assert!(self.takes(')'));
                value
            }
            Some('"') => Value::Text(self.quoted('"')),
            Some('\'') => {
                let name = self.quoted('\'');
                assert!(self.takes('!'));
                let sheet = self.book.names.iter().position(|one| *one == name).unwrap();
                let place = self.word();
                self.book.value(sheet, &place)
            }
            _ => {
                let word = self.word();
                if let Ok(number) = word.parse() {
                    return Value::Number(number);
                }
                if self.takes('(') {
                    return self.function(&word);
                }
                match word.as_str() {
                    "TRUE" => Value::Is(true),
                    "FALSE" => Value::Is(false),
                    place => self.book.value(self.sheet, place),
                }
            }
        }
    }

    /// A text in quotation marks, those within it doubled.
    fn quoted(&mut self, mark: char) -> String {
        assert!(self.takes(mark));
        let mut text = String::new();
        loop {
            let sign = self.signs.next().unwrap();
            if sign == mark && !self.takes(mark) {
                return text;
            }
            text.push(sign);
        }
    }

    fn word(&mut self) -> String {
        let mut word = String::new();
        while let Some(sign) = self.signs.next_if(|sign| sign.is_ascii_alphanumeric() || *sign == '.') {
            word.push(sign);
        }
        assert!(!word.is_empty(), "{:?}", self.signs.clone().collect::<String>());
        word
    }

    fn arguments(&mut self) -> Vec<Value> {
        let mut all = vec![self.comparison()];
        while self.takes(',') {
            all.push(self.comparison());
        }
        assert!(self.takes(')'));
        all
    }

    fn function(&mut self, name: &str) -> Value {
        if name == "SUM" {
            return self.sum_of_ranges();
        }
        let all = self.arguments();
        let numbers = || all.iter().map(number);
        match name {
            "IF" => all[if is(&all[0]) { 1 } else { 2 }].clone(),
            "AND" => Value::Is(all.iter().all(is)),
            "OR" => Value::Is(all.iter().any(is)),
            "ISNUMBER" => Value::Is(matches!(all[0], Value::Number(_))),
            "MAX" => Value::Number(numbers().fold(f64::NEG_INFINITY, f64::max)),
            "MIN" => Value::Number(numbers().fold(f64::INFINITY, f64::min)),
            "ROUND" => Value::Number(rounded(number(&all[0]), number(&all[1]))),
            other => panic!("{other}"),
        }
    }

    /// The sum of ranges of one column in another sheet; cells without a number count nothing.
    fn sum_of_ranges(&mut self) -> Value {
        let mut sum = 0.0;
        loop {
            let name = self.quoted('\'');
            let sheet = self.book.names.iter().position(|one| *one == name).unwrap();
            assert!(self.takes('!'));
            let first = self.word();
            assert!(self.takes(':'));
            let last = self.word();
            let row = |place: &str| place[1..].parse::<usize>().unwrap();
            assert_eq!(first[..1], last[..1]);
            for row in row(&first)..=row(&last) {
                if let Value::Number(number) = self.book.value(sheet, &format!("{}{row}", &first[..1])) {
                    sum += number;
                }
            }
            if self.takes(')') {
                return Value::Number(sum);
            }
            assert!(self.takes(','));
        }
    }
}

/// Half away from zero, as a spreadsheet rounds: what counting in halves leaves out is put right first.
fn rounded(number: f64, decimals: f64) -> f64 {
    let scale = 10_f64.powf(decimals);
    let scaled = format!("{:.14e}", number * scale).parse::<f64>().unwrap();
    scaled.round() / scale
}

/// Numbers stand before texts, and an empty cell is like nothing of the other's kind.
fn order(left: &Value, right: &Value) -> std::cmp::Ordering {
    match (left, right) {
        (Value::Text(one), Value::Text(other)) => one.to_lowercase().cmp(&other.to_lowercase()),
        (Value::Empty, Value::Text(text)) => "".cmp(text.as_str()),
        (Value::Text(text), Value::Empty) => text.as_str().cmp(""),
        (Value::Text(_), _) => std::cmp::Ordering::Greater,
        (_, Value::Text(_)) => std::cmp::Ordering::Less,
        (one, other) => number(one).partial_cmp(&number(other)).unwrap_or(std::cmp::Ordering::Less),
    }
}
