//! An assessment, read and written.

mod read;
mod read_record;
pub(in crate::format) mod write;
mod write_record;

pub(in crate::format) use read::assessment;
