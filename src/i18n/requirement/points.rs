//! Requirements of several points, each behind a bullet: a person says whether they are parts, or judged as a whole.

use super::phrase::Phrase;
use super::several::{TITLE, numbered};
use super::{Doubt, Requirement, RequirementReading, prose};
use crate::domain::contract::{Criterion, Target};
use crate::i18n::short::cut;

/// What points begin with.
const BULLETS: &[char] = &['•', '·', '▪', '◦', '\u{2013}', '-', '*'];

/// A text of two points or more, each behind a bullet; `None` where it has fewer.
pub(super) fn read_points(text: &str, phrase: &Phrase) -> Option<RequirementReading> {
    let points = points(text);
    if points.len() < 2 {
        return None;
    }
    let read: Vec<(String, Requirement)> = points
        .into_iter()
        .map(|point| {
            let requirement = match prose::read(&phrase.like(&point)) {
                RequirementReading::Clear(requirement) => requirement,
                RequirementReading::Doubt { .. } => Target::Done.into(),
            };
            (point, requirement)
        })
        .collect();
    let criteria = read.iter().enumerate().map(|(index, (title, requirement))| Criterion {
        id: format!("point-{}", index + 1),
        title: cut(title, TITLE).into_owned(),
        deadline: match requirement.target {
            Target::By(date) => Some(date),
            _ => None,
        },
    });
    let judged = Target::Assessed { criteria: criteria.collect() };
    let parts = Target::AllOf(read.into_iter().enumerate().map(numbered).collect());
    let readings = vec![judged.into(), parts.into()];
    Some(RequirementReading::Doubt { doubt: Doubt::Several, readings })
}

/// The points of a text, without what stands before the first.
fn points(text: &str) -> Vec<String> {
    let mut points: Vec<String> = Vec::new();
    let mut is_within = false;
    for line in text.lines() {
        let mut pieces = line.split('•');
        let first = pieces.next().unwrap_or_default().trim();
        let bullet = first.strip_prefix(BULLETS).filter(|rest| rest.starts_with(char::is_whitespace));
        match (bullet, points.last_mut().filter(|_| is_within)) {
            (Some(rest), _) => {
                points.push(rest.to_owned());
                is_within = true;
            }
            (None, Some(last)) => {
                last.push(' ');
                last.push_str(first);
            }
            (None, None) => {}
        }
        for piece in pieces {
            points.push(piece.to_owned());
            is_within = true;
        }
    }
    let plain = |point: &String| {
        let words: Vec<&str> = point.split_whitespace().collect();
        let words = words.strip_suffix(&["og"]).or(words.strip_suffix(&["and"])).unwrap_or(&words).join(" ");
        words.trim_end_matches([',', ';', '.']).to_owned()
    };
    points.iter().map(plain).filter(|point| !point.is_empty()).collect()
}
