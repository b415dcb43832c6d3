//! The places of the page and their addresses, the part of the page's own address after `#`.

use std::fmt::Write;

use crate::domain::address::{EntryField, Escaped, FieldId, Scope};
use crate::domain::contract::GoalId;

/// A place of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The goals, perhaps with one of them asked for.
    Results(Option<String>),
    /// The performance pay.
    Pay,
    /// What a trial would give, and what a percent takes.
    WhatIf,
    /// The risks.
    Risks,
    /// The assessments.
    Assessments(AssessmentsPart),
    /// What is decided beyond the results.
    Decision,
    /// The papers, perhaps with one of them asked for by its code.
    Papers(Option<String>),
    /// The contract and what was found in it.
    Contract(ContractPart),
    /// Where the contract is written.
    Writing(WritingPart),
    /// Many contracts side by side, which needs no open contract.
    Portfolio,
    /// The page of help, which needs none either.
    Help,
    /// Where contracts are opened. Without an open contract every other address leads here.
    #[default]
    Start,
}

/// A part of the place of the assessments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssessmentsPart {
    /// All of them.
    List,
    /// Two of them side by side.
    Compare,
    /// The goals of which the department is told.
    Notice,
}

/// A part of the place where a contract is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WritingPart {
    /// What the contract says of itself.
    Basis,
    /// The goals, perhaps with one of them open, by its place.
    Goals(Option<usize>),
    /// The pay agreement.
    Pay,
    /// The risk assessment.
    Risks,
    /// What was found in the contract, and what waits beside it.
    Findings,
    /// What it says otherwise than another one.
    Changes,
    /// The contract as a whole, before it is locked.
    Review,
    /// The contract's file.
    File,
}

impl WritingPart {
    /// Every part, in the order of the links to them.
    pub const ALL: [Self; 8] = [
        Self::Basis,
        Self::Goals(None),
        Self::Pay,
        Self::Risks,
        Self::Findings,
        Self::Changes,
        Self::Review,
        Self::File,
    ];

    /// Its name in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Basis => "grundlag",
            Self::Goals(_) => "maal",
            Self::Pay => "resultatloen",
            Self::Risks => "risici",
            Self::Findings => "fund",
            Self::Changes => "aendringer",
            Self::Review => "gennemse",
            Self::File => "fil",
        }
    }

    /// Reads a name, such as `maal/3`, in which goals are counted from 1; the first part where there is none such.
    fn parse(code: &str) -> Self {
        let (part, goal) = code.split_once('/').map_or((code, None), |(part, goal)| (part, Some(goal)));
        let goal = goal.and_then(|goal| goal.parse::<usize>().ok()?.checked_sub(1));
        match Self::ALL.into_iter().find(|one| one.code() == part) {
            Some(Self::Goals(_)) => Self::Goals(goal),
            part => part.unwrap_or(Self::Basis),
        }
    }
}

impl AssessmentsPart {
    /// Every part, in the order of the links to them.
    pub const ALL: [Self; 3] = [Self::List, Self::Compare, Self::Notice];

    /// Its name in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::List => "vurderinger",
            Self::Compare => "sammenlign",
            Self::Notice => "orientering",
        }
    }
}

/// A part of the place of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContractPart {
    /// What it says.
    Said,
    /// What it says otherwise than another one.
    Changes,
    /// What is proposed for next year's.
    Renewal,
}

impl ContractPart {
    /// Every part, in the order of the links to them.
    pub const ALL: [Self; 3] = [Self::Said, Self::Changes, Self::Renewal];

    /// Its name in addresses; empty for the place itself.
    pub fn code(self) -> &'static str {
        match self {
            Self::Said => "",
            Self::Changes => "aendringer",
            Self::Renewal => "fornyelse",
        }
    }
}

impl Route {
    /// Reads an address, such as `#resultater/goal-2`.
    pub fn parse(address: &str) -> Self {
        let name = address.trim_start_matches('#');
        let (place, rest) = name.split_once('/').map_or((name, None), |(place, rest)| (place, Some(rest)));
        match place {
            "resultater" => Self::Results(rest.map(decode)),
            "resultatloen" => Self::Pay,
            "hvad-nu-hvis" => Self::WhatIf,
            "risici" => Self::Risks,
            "vurderinger" => Self::Assessments(rest.map_or(AssessmentsPart::List, part_with_code)),
            "afgoerelse" => Self::Decision,
            "papirer" => Self::Papers(rest.map(str::to_owned)),
            "kontrakt" => Self::Contract(rest.map_or(ContractPart::Said, contract_part)),
            "skriv" => Self::Writing(rest.map_or(WritingPart::Basis, WritingPart::parse)),
            "portefoelje" => Self::Portfolio,
            "hjaelp" => Self::Help,
            // All of these once stood below one place, and links to them there are still followed.
            "overblik" => match rest {
                Some(part @ ("sammenlign" | "orientering")) => Self::Assessments(part_with_code(part)),
                Some(rest) if !rest.starts_with("overblik") => match Self::parse(rest) {
                    Self::Start => Self::Assessments(AssessmentsPart::List),
                    place => place,
                },
                _ => Self::Assessments(AssessmentsPart::List),
            },
            _ => Self::Start,
        }
    }

    /// The address of the place.
    pub fn address(&self) -> String {
        match self {
            Self::Results(None) => "#resultater".to_owned(),
            Self::Results(Some(goal)) => format!("#resultater/{}", encode(goal)),
            Self::Pay => "#resultatloen".to_owned(),
            Self::Risks => "#risici".to_owned(),
            Self::WhatIf => "#hvad-nu-hvis".to_owned(),
            Self::Assessments(AssessmentsPart::List) => "#vurderinger".to_owned(),
            Self::Assessments(part) => format!("#vurderinger/{}", part.code()),
            Self::Decision => "#afgoerelse".to_owned(),
            Self::Papers(None) => "#papirer".to_owned(),
            Self::Papers(Some(paper)) => format!("#papirer/{paper}"),
            Self::Contract(ContractPart::Said) => "#kontrakt".to_owned(),
            Self::Contract(part) => format!("#kontrakt/{}", part.code()),
            Self::Writing(WritingPart::Goals(Some(goal))) => {
                format!("#skriv/maal/{}", goal.saturating_add(1))
            }
            Self::Writing(part) => format!("#skriv/{}", part.code()),
            Self::Portfolio => "#portefoelje".to_owned(),
            Self::Help => "#hjaelp".to_owned(),
            Self::Start => "#start".to_owned(),
        }
    }

    /// Whether the place is shown without an open contract as well.
    pub fn needs_no_contract(&self) -> bool {
        matches!(self, Self::Portfolio | Self::Help)
    }

    /// A goal's row, which opens.
    pub fn goal(goal: &GoalId) -> Self {
        Self::Results(Some(goal.to_string()))
    }

    /// Where a field stands.
    pub fn of_field(field: &FieldId) -> Self {
        match field {
            FieldId::By | FieldId::Status | FieldId::AsOf => Self::Results(None),
            FieldId::Agreed(_)
            | FieldId::AgreedIn(_)
            | FieldId::Entry(_, EntryField::LapseAgreed | EntryField::LapseSource) => Self::Decision,
            FieldId::Entry(
                _,
                EntryField::NoticeCause | EntryField::NoticeMeasures | EntryField::NoticeOn,
            ) => Self::Assessments(AssessmentsPart::Notice),
            field => match field.entry() {
                Some(entry) if entry.scope == Scope::Goal => Self::goal(&entry.goal),
                _ => Self::Pay,
            },
        }
    }
}

/// The part with this code; the list where there is none such.
fn part_with_code(code: &str) -> AssessmentsPart {
    AssessmentsPart::ALL.into_iter().find(|part| part.code() == code).unwrap_or(AssessmentsPart::List)
}

/// The part of the contract with this code; the contract itself where there is none such.
fn contract_part(code: &str) -> ContractPart {
    ContractPart::ALL.into_iter().find(|part| part.code() == code).unwrap_or(ContractPart::Said)
}

/// The `id` of an element that belongs to what a contract names: a goal, an area, a heading. No other `id` of the page
/// begins with the prefix and a hyphen, whatever the contract's names are.
pub fn element_id(prefix: &str, name: &str) -> String {
    format!("{prefix}-{}", Escaped(name))
}

/// A name as an address writes it (RFC 3986, percent-encoding): browsers change nothing of what comes out.
fn encode(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

/// The name that an address writes; what is no encoding stands for itself.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let digits = behind.split_at_checked(2).filter(|_| *first == b'%');
        let byte = digits.and_then(|(digits, behind)| {
            let digits = std::str::from_utf8(digits).ok().filter(|digits| !digits.starts_with('+'))?;
            Some((u8::from_str_radix(digits, 16).ok()?, behind))
        });
        let (byte, behind) = byte.unwrap_or((*first, behind));
        bytes.push(byte);
        rest = behind;
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_is_found_again_whatever_its_identifier_is() {
        for id in [
            "goal-2",
            "mål 2",
            "a/b",
            "50 %",
            "%41",
            "\"x\" <y> `z`",
            "#7?",
            "🎯",
            "Ærø",
            "e\u{301}",
            "\u{a0}",
        ] {
            let route = Route::goal(&id.into());
            let address = route.address();
            assert_eq!(Route::parse(&address), route, "{id}");
            // A browser writes nothing of it otherwise, so that the address is equal to the one that it hands back.
            assert!(address.is_ascii() && !address.contains([' ', '"', '<', '>', '`']), "{address}");
        }
    }

    #[test]
    fn an_address_is_read_as_browsers_and_people_write_it() {
        for (address, goal) in [
            ("#resultater/m%C3%A5l%202", "mål 2"),
            ("#resultater/mål 2", "mål 2"),
            ("#resultater/%f0%9f%8e%af", "🎯"),
            // What is no letter in this form stands for itself.
            ("#resultater/50 %", "50 %"),
            ("#resultater/%zz%e%+1", "%zz%e%+1"),
            ("#resultater/%ff", "%ff"),
        ] {
            assert_eq!(Route::parse(address), Route::goal(&goal.into()), "{address}");
        }
    }

    #[test]
    fn every_part_of_the_contract_has_an_address() {
        for part in ContractPart::ALL {
            let place = Route::Contract(part);
            assert_eq!(Route::parse(&place.address()), place);
        }
        assert_eq!(Route::parse("#kontrakt/andet"), Route::Contract(ContractPart::Said));
    }

    #[test]
    fn addresses_of_before_lead_where_their_contents_stand_now() {
        for (address, place) in [
            ("#overblik", Route::Assessments(AssessmentsPart::List)),
            ("#overblik/vurderinger", Route::Assessments(AssessmentsPart::List)),
            ("#overblik/sammenlign", Route::Assessments(AssessmentsPart::Compare)),
            ("#overblik/orientering", Route::Assessments(AssessmentsPart::Notice)),
            ("#overblik/hvad-nu-hvis", Route::WhatIf),
            ("#overblik/afgoerelse", Route::Decision),
            ("#overblik/papirer", Route::Papers(None)),
            ("#overblik/papirer/selvangivelse", Route::Papers(Some("selvangivelse".to_owned()))),
            ("#overblik/andet", Route::Assessments(AssessmentsPart::List)),
            ("#overblik/overblik/overblik", Route::Assessments(AssessmentsPart::List)),
        ] {
            assert_eq!(Route::parse(address), place, "{address}");
            // Each has an address of its own, which leads there too.
            assert_eq!(Route::parse(&place.address()), place, "{address}");
        }
    }

    #[test]
    fn the_parts_of_writing_have_addresses() {
        for part in
            WritingPart::ALL.into_iter().chain([WritingPart::Goals(Some(0)), WritingPart::Goals(Some(41))])
        {
            let place = Route::Writing(part);
            assert_eq!(Route::parse(&place.address()), place);
        }
        for address in ["#skriv", "#skriv/andet", "#skriv/grundlag/3"] {
            assert_eq!(Route::parse(address), Route::Writing(WritingPart::Basis), "{address}");
        }
        assert_eq!(Route::parse("#skriv/maal/0"), Route::Writing(WritingPart::Goals(None)));
    }

    #[test]
    fn an_element_is_one_word_whatever_its_goal_is_called() {
        assert_eq!(element_id("details", "goal-2"), "details-goal-2");
        assert_eq!(element_id("details", "mål 2\u{a0}\n"), "details-mål%20;2%a0;%a;");
        assert_ne!(element_id("details", "a b"), element_id("details", "a%20;b"));
    }
}
