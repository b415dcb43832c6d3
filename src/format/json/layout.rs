//! A JSON text written anew, value by value as it stands: on lines of its own, or in as few bytes as can be.

/// A JSON text with each member on a line of its own, indented by two spaces from `level` on.
pub(in crate::format) fn pretty(text: &str, level: usize) -> String {
    laid_out(text, Some(level))
}

/// A JSON text without white space between its values.
pub(in crate::format) fn compact(text: &str) -> String {
    laid_out(text, None)
}

fn laid_out(text: &str, level: Option<usize>) -> String {
    let mut out = Layout { text: String::with_capacity(text.len()), level, is_open: false };
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '"' => length_of_text(rest),
            _ => letter.len_utf8(),
        };
        let (piece, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        out.write(letter, piece);
        rest = behind;
    }
    out.text
}

/// The bytes that a text takes with its quotation marks.
fn length_of_text(rest: &str) -> usize {
    let mut is_escaped = false;
    let end = rest.bytes().enumerate().skip(1).find(|(_, byte)| {
        let ends = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        ends
    });
    end.map_or(rest.len(), |(place, _)| place + 1)
}

struct Layout {
    text: String,
    level: Option<usize>,
    /// Whether the last bracket that was opened holds nothing so far.
    is_open: bool,
}

impl Layout {
    fn write(&mut self, letter: char, piece: &str) {
        match letter {
            ' ' | '\t' | '\n' | '\r' => return,
            '}' | ']' => {
                self.level = self.level.map(|level| level.saturating_sub(1));
                if !std::mem::take(&mut self.is_open) {
                    self.new_line();
                }
            }
            _ if std::mem::take(&mut self.is_open) => self.new_line(),
            _ => {}
        }
        self.text.push_str(piece);
        match letter {
            '{' | '[' => {
                self.level = self.level.map(|level| level + 1);
                self.is_open = true;
            }
            ',' => self.new_line(),
            ':' if self.level.is_some() => self.text.push(' '),
            _ => {}
        }
    }

    fn new_line(&mut self) {
        if let Some(level) = self.level {
            self.text.push('\n');
            self.text.extend(std::iter::repeat_n("  ", level));
        }
    }
}

/// Writes a text in quotation marks and escapes only what JSON demands.
pub(in crate::format) fn write_text(text: &str, out: &mut String) {
    out.push('"');
    let mut written = 0;
    for (place, byte) in text.bytes().enumerate() {
        if !matches!(byte, b'"' | b'\\' | 0..b' ') {
            continue;
        }
        out.push_str(text.get(written..place).unwrap_or_default());
        written = place + 1;
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            0x8 => out.push_str("\\b"),
            0xc => out.push_str("\\f"),
            control => {
                out.push_str("\\u00");
                let digits = [control >> 4, control & 15].into_iter();
                out.extend(digits.filter_map(|digit| char::from_digit(digit.into(), 16)));
            }
        }
    }
    out.push_str(text.get(written..).unwrap_or_default());
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_laid_out_anew_and_its_values_stay_as_they_are_written() {
        let text = r#" {"a" : [ ], "b":{ }, "c\"[": [1.50 , {"d":"\u00e6 \\"}],
            "e": null } "#;
        assert_eq!(compact(text), r#"{"a":[],"b":{},"c\"[":[1.50,{"d":"\u00e6 \\"}],"e":null}"#);
        let expected = r#"{
    "a": [],
    "b": {},
    "c\"[": [
      1.50,
      {
        "d": "\u00e6 \\"
      }
    ],
    "e": null
  }"#;
        assert_eq!(pretty(text, 1), expected);
        assert_eq!(pretty(&compact(text), 1), expected);
    }
}
