//! A text taken apart into records and cells, with the place of each.
//!
//! Crates that read CSV give the line of a record but not the place of a cell. They also take a quotation mark that
//! is never closed, or text behind one, without a word.

use std::borrow::Cow;
use std::ops::Range;

use crate::findings::TableFault;

/// One cell: where its content stands in the text, without quotation marks around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultCell {
    /// The bytes of the content.
    pub range: Range<usize>,
    /// Whether quotation marks stand in it twice, which mean one.
    doubled: bool,
}

impl ResultCell {
    /// A cell that the row does not have, at the place where the row begins.
    pub(super) fn empty_at(start: usize) -> Self {
        Self { range: start..start, doubled: false }
    }

    /// Whether quotation marks stand around it; nothing else stands before a cell but a delimiter or a break.
    pub(super) fn is_quoted(&self, text: &str) -> bool {
        text.get(..self.range.start).is_some_and(|before| before.ends_with('"'))
    }

    /// What the cell says, without the blanks around it.
    pub(super) fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let content = text.get(self.range.clone()).unwrap_or_default().trim();
        if self.doubled { Cow::Owned(content.replace("\"\"", "\"")) } else { Cow::Borrowed(content) }
    }
}

/// A quotation mark in the wrong place, after which nothing is where it seems to be.
#[derive(Debug)]
pub(super) struct Misquoted {
    pub(super) range: Range<usize>,
    pub(super) fault: TableFault,
}

/// Gives one record after the other.
#[derive(Debug)]
pub(super) struct Records<'t> {
    bytes: &'t [u8],
    delimiter: u8,
    at: usize,
}

impl<'t> Records<'t> {
    /// The records of a text from a byte on. The delimiter is an ASCII character.
    pub(super) fn new(text: &'t str, delimiter: char, at: usize) -> Self {
        Self { bytes: text.as_bytes(), delimiter: u8::try_from(delimiter).unwrap_or(b';'), at }
    }

    /// The byte that is read next.
    pub(super) fn place(&self) -> usize {
        self.at
    }

    /// Puts the cells of the next record into `cells`, and returns its place without the line break. `None` at the
    /// end of the text. Lines without a character are no records.
    pub(super) fn next(&mut self, cells: &mut Vec<ResultCell>) -> Result<Option<Range<usize>>, Misquoted> {
        cells.clear();
        while matches!(self.byte(), Some(b'\n' | b'\r')) {
            self.at += 1;
        }
        if self.byte().is_none() {
            return Ok(None);
        }
        let start = self.at;
        loop {
            cells.push(self.cell()?);
            if self.byte() != Some(self.delimiter) {
                return Ok(Some(start..self.at));
            }
            self.at += 1;
        }
    }

    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn ends_cell(&self, byte: u8) -> bool {
        byte == self.delimiter || byte == b'\n' || byte == b'\r'
    }

    /// Reads up to the delimiter, the line break or the end behind the cell.
    fn cell(&mut self) -> Result<ResultCell, Misquoted> {
        let start = self.at;
        self.skip_blanks();
        if self.byte() == Some(b'"') {
            return self.quoted();
        }
        self.at = start;
        while self.byte().is_some_and(|byte| !self.ends_cell(byte)) {
            self.at += 1;
        }
        Ok(ResultCell { range: start..self.at, doubled: false })
    }

    fn quoted(&mut self) -> Result<ResultCell, Misquoted> {
        let opening = self.at;
        let mut doubled = false;
        loop {
            self.at += 1;
            match (self.byte(), self.bytes.get(self.at + 1)) {
                (None, _) => {
                    let range = opening..opening + 1;
                    return Err(Misquoted { range, fault: TableFault::UnclosedQuote });
                }
                (Some(b'"'), Some(b'"')) => {
                    doubled = true;
                    self.at += 1;
                }
                (Some(b'"'), _) => break,
                _ => {}
            }
        }
        let range = opening + 1..self.at;
        self.at += 1;
        self.skip_blanks();
        if self.byte().is_some_and(|byte| !self.ends_cell(byte)) {
            return Err(Misquoted { range: self.at..self.at, fault: TableFault::TextBehindQuote });
        }
        Ok(ResultCell { range, doubled })
    }

    /// Blanks between a delimiter and a quotation mark belong to neither.
    fn skip_blanks(&mut self) {
        while self.byte().is_some_and(|byte| (byte == b' ' || byte == b'\t') && byte != self.delimiter) {
            self.at += 1;
        }
    }
}
