//! Draws the inputs. A field shows the text that the state has for it, and sends each change back.

mod choice;
mod field;
mod form;
mod goal_choice;
mod name;
mod note;
mod plain;
mod slider;
mod view;

pub(crate) use choice::{SelectField, YesNo, level_buttons, options};
pub(crate) use field::{Align, TextField};
pub(crate) use form::{EntryForm, enter_text, full_name};
pub(crate) use goal_choice::holds_words;
pub(crate) use name::{answer_name, field_name, part_title};
pub(crate) use note::NoteField;
pub(crate) use plain::{plain_field, typed_day};
pub(crate) use slider::{Slider, Track};
pub(crate) use view::{FieldView, Meant, meanings, plain_problem, problem_of_field};
