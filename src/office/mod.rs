//! Files of office programs: workbooks out, workbooks and documents in, and papers as documents.
//!
//! Such a file is a packed folder of XML. Packing, XML and the two formats are our own (docs/dependencies.md says why); what
//! is deflated, `miniz_oxide` packs and unpacks.

mod archive;
mod document;
mod format;
mod paper;
mod pay;
mod points;
mod portfolio;
mod pots;
mod read;
mod results;
mod styles;
mod template;
mod workbook;
mod write;
mod xml;

pub use document::document;
pub use portfolio::portfolio_workbook;
pub use read::{is_office_file, is_workbook, read_sheet, read_tables};
pub use template::{Template, TemplateRefusal};
pub use workbook::{paper_workbook, workbook};
