//! What a code is about in general, as the rules of a SARIF log are described.

mod agreement;
mod file;

use resultatkontrakt::findings::Code;
use resultatkontrakt::i18n::Lang;

/// A wording in Danish and in English.
type Wording = (&'static str, &'static str);

/// The code's title, without the names and figures of a finding.
pub(super) fn title(code: &Code, lang: Lang) -> &'static str {
    let (danish, english) = match code {
        Code::Syntax(fault) => file::syntax(fault),
        Code::Shape(fault) => file::shape(fault),
        Code::Entry(fault) => file::entry(fault),
        Code::Rule(fault) => agreement::rule(fault),
        Code::Contradiction(contradiction) => agreement::contradiction(contradiction),
        Code::Imbalance(imbalance) => agreement::imbalance(imbalance),
        Code::Gap(gap) => agreement::gap(gap),
        Code::Reference(fault) => agreement::reference(fault),
        Code::Doubt(doubt) => agreement::doubt(doubt),
        // Tables of results are read by the page alone.
        Code::Table(_) | Code::Row(_) => ("Tabel med resultater", "Table of results"),
    };
    match lang {
        Lang::Da => danish,
        Lang::En => english,
    }
}
