//! Ændringsnotat: what one contract says otherwise than another, such as last year's.

use super::document::{Block, Cell, Column, ColumnKind, Density, Row, Table, WrittenPaper};
use super::slices::each;
use crate::domain::changes::{Change, ChangedPlace, Counts, Edition, changes};
use crate::domain::date::Date;
use crate::format::ContractFile;
use crate::i18n::Words;
use crate::i18n::text::ChangesText;
use crate::i18n::text::report::release;
use crate::pace::at_once;

/// Two contracts, and what is said about a print of their changes.
#[derive(Clone, Copy, Debug)]
pub struct ChangedMatter<'a> {
    /// The files, the older one first.
    pub files: [&'a ContractFile; 2],
    /// What is compared: what they say, with the addenda that count.
    pub editions: [Edition<'a>; 2],
    /// The day of the print.
    pub printed: Option<Date>,
    /// The version of the program.
    pub version: &'a str,
    /// The words that the paper is written in.
    pub words: Words,
}

/// The paper's name in addresses and in names of files.
pub const CHANGES_CODE: &str = "aendringsnotat";

/// The paper about all changes.
pub fn changes_paper(matter: &ChangedMatter<'_>) -> WrittenPaper {
    at_once(changes_paper_paced(matter, &mut async || {}))
}

/// The same in slices: `pause` is called after every few changes.
pub async fn changes_paper_paced(matter: &ChangedMatter<'_>, pause: &mut impl AsyncFnMut()) -> WrittenPaper {
    let words = matter.words;
    let found = changes(matter.editions);
    let contracts = matter.editions.map(|edition| edition.contract);
    let [_, after] = contracts;
    let mut blocks = vec![Block::Lead(words.compared_contracts(contracts))];
    if found.is_empty() {
        blocks.push(Block::Text(words.text(ChangesText::None).to_owned()));
    } else {
        let Counts { new, gone, tightened, loosened } = Counts::count(&found);
        blocks.push(Block::Text(words.changes_counted([new, gone, tightened, loosened])));
    }
    for (name, is_within) in SECTIONS {
        let within: Vec<_> = found.iter().filter(|change| is_within(&change.place)).collect();
        if !within.is_empty() {
            let caption = words.text(name).to_owned();
            blocks.push(Block::Heading(caption.clone(), Some(words.count(within.len()))));
            blocks.push(Block::Table(table(caption, &within, words, pause).await));
        }
    }
    let [old, new] = matter.files.map(|file| file.fingerprint.canonical());
    let fingerprint = |name: ChangesText, sum: &str| format!("{}: SHA-256 {sum}", words.text(name));
    let foot = [
        Some(fingerprint(ChangesText::Before, old)),
        Some(fingerprint(ChangesText::After, new)),
        matter.printed.map(|date| words.printed_on(&words.date(date))),
        Some(release(matter.version)),
    ];
    WrittenPaper {
        code: CHANGES_CODE,
        words,
        quoted_lang: after.language.clone(),
        title: words.text(ChangesText::Paper).to_owned(),
        subtitle: [after.institution.as_deref(), Some(&after.title)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
        status: Vec::new(),
        confidential: false,
        draft: false,
        density: Density::Free,
        blocks,
        foot: foot.into_iter().flatten().collect(),
    }
}

type Section = (ChangesText, fn(&ChangedPlace<'_>) -> bool);

/// The headings of the paper, each with the places that stand below it.
const SECTIONS: [Section; 5] = [
    (ChangesText::Contract, |place| matches!(place, ChangedPlace::Contract | ChangedPlace::Group(_))),
    (ChangesText::Goals, |place| matches!(place, ChangedPlace::Goal(_))),
    (ChangesText::Pay, |place| matches!(place, ChangedPlace::Pay)),
    (ChangesText::Areas, |place| matches!(place, ChangedPlace::Area(_))),
    (ChangesText::Risks, |place| matches!(place, ChangedPlace::Risk(..))),
];

async fn table(caption: String, found: &[&Change<'_>], words: Words, pause: &mut impl AsyncFnMut()) -> Table {
    let columns = [
        (ChangesText::Where, ColumnKind::Words),
        (ChangesText::Change, ColumnKind::Words),
        (ChangesText::Before, ColumnKind::Words),
        (ChangesText::After, ColumnKind::Words),
        (ChangesText::Effect, ColumnKind::Words),
    ];
    let row = |change: &&Change<'_>| {
        let said = words.change(change);
        Some(Row::Cells(vec![
            Cell::Quoted(said.place),
            Cell::Text(said.what),
            Cell::Text(said.before),
            Cell::Text(said.after),
            Cell::Text(said.effect),
        ]))
    };
    Table {
        caption,
        columns: columns.into_iter().map(|(name, kind)| Column::new(words.text(name), kind)).collect(),
        rows: each(found, pause, row).await,
    }
}
