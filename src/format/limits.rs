//! How much of a file is read: docs/format.md, "Limits". Each is a finding at its place, so that no file makes the
//! page wait.

use crate::domain::number::Decimal;

/// The largest file: 8 MB. The page refuses larger ones before it reads them.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// The deepest nesting of lists and objects.
pub const MAX_DEPTH: usize = 64;
/// The most values of any kind; a contract with the most goals stays well below.
pub const MAX_VALUES: usize = 1_000_000;
/// The most goals of a contract.
pub const MAX_GOALS: usize = 10_000;
/// The most parts of a goal, those within parts included.
pub const MAX_PARTS: usize = 1_000;
/// The most assessments of a case.
pub const MAX_ASSESSMENTS: usize = 500;
/// The most letters of a name or a title.
pub const MAX_TITLE: usize = 2_000;
/// The most letters of any other text.
pub const MAX_TEXT: usize = 50_000;
/// The largest share, and the highest cap.
pub(super) const MAX_SHARE: Decimal = Decimal::ONE_HUNDRED;
/// The largest weight and the most points.
pub const MAX_POINTS: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);
