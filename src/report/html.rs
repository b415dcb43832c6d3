//! A document as an HTML file that stands by itself: nothing is fetched, nothing runs in it.

use super::document::WrittenPaper;
use super::markup::{Element, Node, paper_element};
use crate::i18n::printable::acts;

/// The looks, the same as on the page.
const STYLE: &str = include_str!("../../styles/_paper.scss");

/// The page that a file is printed on. On the page each sheet has its number in its foot.
const SHEET: &str = "@page {
  size: A4;
  margin: 11mm 12mm 13mm;

  @bottom-right {
    content: counter(page) \" / \" counter(pages);
    font: 6.5pt \"IBM Plex Sans\", \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, \"Liberation Sans\", sans-serif;
    color: #444;
  }
}
";

/// The paper as a whole file.
pub fn html(document: &WrittenPaper) -> String {
    let title = escaped(&format!("{} – {}", document.title, document.subtitle));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}\n{SHEET}</style>\n</head>\n<body class=\"paper-file\">\n<main>\n",
        document.words.lang.code()
    );
    write(&paper_element(document), &mut out);
    out.push_str("\n</main>\n</body>\n</html>\n");
    out
}

/// The paper as HTML for the clipboard: a document takes its tables as tables. Their captions say what the headings above
/// them do, and are left out.
pub fn fragment(document: &WrittenPaper) -> String {
    let mut paper = paper_element(document);
    remove_captions(&mut paper);
    let mut out = String::new();
    write(&paper, &mut out);
    out
}

fn remove_captions(element: &mut Element) {
    element.children.retain(|child| !matches!(child, Node::Element(one) if one.tag == "caption"));
    for child in &mut element.children {
        if let Node::Element(one) = child {
            remove_captions(one);
        }
    }
}

fn write(element: &Element, out: &mut String) {
    let Element { tag, attributes, children } = element;
    out.push('<');
    out.push_str(tag);
    for (name, value) in attributes {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        out.push_str(&escaped(value));
        out.push('"');
    }
    out.push('>');
    for child in children {
        match child {
            Node::Element(element) => write(element, out),
            Node::Text(text) => out.push_str(&escaped(text)),
        }
    }
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
    if matches!(*tag, "tr" | "h1" | "h2" | "h3" | "p" | "li" | "div" | "table" | "caption" | "thead" | "dl") {
        out.push('\n');
    }
}

/// A text as HTML has it.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            // A CI that prints the paper would obey a line that begins with `::`, and `##[` anywhere.
            '\n' => safe.push_str("&#10;"),
            '#' if safe.ends_with('#') => safe.push_str("&#35;"),
            '\r' | '\t' => safe.push(' '),
            letter if acts(letter) => safe.extend(letter.escape_default()),
            letter => safe.push(letter),
        }
    }
    safe
}
