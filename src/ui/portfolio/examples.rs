//! The portfolios that the page carries, each opened by one click.

use super::reading::read_example;
use crate::i18n::text::PortfolioText;
use crate::platform::drop::FoundFile;
use crate::platform::file::of_text;

/// A portfolio that comes along.
pub(super) struct Example {
    /// Its identifier.
    pub(super) id: &'static str,
    /// What it is called.
    pub(super) name: PortfolioText,
    files: &'static [(&'static str, &'static str)],
}

/// The files of these names in a folder of examples.
macro_rules! files {
    ($($folder:literal: $($name:literal),+;)+) => {
        &[$($(($name, include_str!(concat!("../../../contracts/", $folder, $name)))),+),+]
    };
}

/// Every portfolio.
pub(super) const EXAMPLES: &[Example] = &[
    Example {
        id: "copenhagen",
        name: PortfolioText::ExampleCopenhagen,
        files: files! {
            "copenhagen-units-2009/":
                "afklaring.json", "formidling.json", "integration.json", "jsv.json", "kompetence.json",
                "musvaagevej.json", "nyropsgade.json", "skelbaekgade.json", "sygedagpenge.json", "ydelsesservice.json";
        },
    },
    Example {
        id: "regions",
        name: PortfolioText::ExampleRegions,
        files: files! {
            "": "ams-2009.json", "ams-2009.assessment.json", "ministry-2009.json", "ministry-2009.assessment.json";
            "regions-2009/": "hovedstaden-sjaelland.json", "midtjylland.json", "nordjylland.json", "syddanmark.json";
            "copenhagen-units-2009/": "sygedagpenge.json";
        },
    },
];

impl Example {
    /// Reads its files as if they had been chosen.
    pub(super) fn read(&self) {
        let files = self.files.iter().filter_map(|(name, text)| Some(FoundFile::from(of_text(name, text)?)));
        read_example(files.collect());
    }
}
