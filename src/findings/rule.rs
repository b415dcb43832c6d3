//! What keeps a contract from being scored.

use std::borrow::Cow;

use super::declare::findings;
use super::written::{LineNumber, Written};
use crate::domain::date::Date;
use crate::domain::number::Decimal;
use crate::i18n::Words;

findings! {
    /// What keeps a contract from being scored.
    RuleFault

    Error["duplicate-id"] DuplicateId { id: String, first_line: LineNumber }
        title("Samme id to gange", "The same id twice")
        message(
            "Id »{id}« er brugt før, i linje {first_line}.",
            "The id “{id}” was used before, on line {first_line}.",
        )
        why(
            "Resultater og henvisninger siger ikke, hvilken af dem de mener.",
            "Results and references do not say which of them they mean.",
        )
        hint("Giv den ene et andet id.", "Give one of them another id.")

    Error["unknown-reference"] UnknownReference { kind: IdKind, id: String, suggestion: Option<String> }
        title("Henvisning til noget, der ikke findes", "Reference to something that is not there")
        message("{kind} »{id}« findes ikke.", "There is no {kind} “{id}”.")
        why(|words| Some(match kind {
            IdKind::Group => words.pick("Der er intet sted at vise det.", "There is no place to show it in."),
            IdKind::Part => words.pick("Andelen kan ikke give point.", "The share can give no points."),
            IdKind::Area => words.pick(
                "Det kan ikke afgøres, hvad der er nået.",
                "It cannot be decided what was reached.",
            ),
            IdKind::Pot => words.pick(
                "Trinnet kan ikke gælde for noget.",
                "There is nothing for the stage to hold for.",
            ),
            IdKind::Goal => words.pick(
                "Betingelsen kan ikke afgøres.",
                "It cannot be decided whether the condition holds.",
            ),
            IdKind::Scale => words.pick("Der er intet niveau at vælge.", "There is no level to choose."),
        }))
        hint(
            suggestion or "Ret henvisningen, eller tilføj det, den peger på.",
            "Correct the reference, or add what it points to.",
        )

    Error["circular-groups"] CircularGroups { ids: Vec<String> }
        title("Grupper, der hører under hinanden", "Groups that belong to each other")
        message(
            "Grupperne {ids} hører under hinanden i en ring.",
            "The groups {ids} belong to each other in a circle.",
        )
        why(
            "Grupperne kan ikke ordnes, når ingen af dem er øverst.",
            "Groups cannot be put in order while none of them is on top.",
        )
        hint("Slet »parent« hos den øverste gruppe.", "Delete “parent” from the topmost group.")

    Error["negative-number"] Negative { value: Decimal }
        title("Tal under nul", "Number below zero")
        message(
            "{value} er under 0; det kan det ikke være her.",
            "{value} is below 0, which it cannot be here.",
        )
        why(
            "Med et tal under 0 kan pointene ikke regnes ud.",
            "With a number below 0 the points cannot be worked out.",
        )
        hint("Skriv 0 eller et tal over 0.", "Write 0 or a number above 0.")

    Error["not-positive"] NotPositive { value: Decimal }
        title("Tal, der skal være over nul", "Number that has to be above zero")
        message("Her skal stå et tal over 0, ikke {value}.", "This has to be above 0, not {value}.")
        why("Der kan ikke regnes en andel af ingenting.", "There is no share of nothing.")
        hint("Skriv et tal over 0.", "Write a number above 0.")

    Error["points-too-large"] PointsTooLarge { found: Decimal, limit: Decimal }
        title("Point eller vægt, der er for stor", "Points or weight that are too large")
        message("{found} point er for meget: højst {limit}.", "{found} points are too many: at most {limit}.")
        why(
            "Så store tal kan ikke regnes nøjagtigt.",
            "Figures that large cannot be worked with exactly.",
        )
        hint("Er der et ciffer for meget?", "Is there a digit too many?")

    Error["share-too-large"] ShareTooLarge { found: Decimal, limit: Decimal }
        title("Andel eller loft, der er for stort", "Share or cap that is too large")
        message(
            "{found} gange vægten er for meget: højst {limit}.",
            "{found} times the weight is too much: at most {limit}.",
        )
        why(
            "Så store tal kan ikke regnes nøjagtigt.",
            "Figures that large cannot be worked with exactly.",
        )
        hint(
            "Andele og lofter skrives som dele af 1: 1.2 er 120 procent.",
            "Shares and caps are written as parts of 1: 1.2 is 120 percent.",
        )

    Error["min-above-max"] MinAboveMax { min: Decimal, max: Decimal }
        title("Det laveste er over det højeste", "The lowest is above the highest")
        message(
            "Det mindste, {min}, er over det største, {max}.",
            "The lowest, {min}, is above the highest, {max}.",
        )
        why("Intet kan ligge mellem de to.", "Nothing can lie between the two.")
        hint("Byt de to om, eller ret det ene.", "Swap the two, or correct one of them.")

    Error["period-reversed"] PeriodReversed { from: Date, to: Date }
        title("Periode, der slutter, før den begynder", "Period that ends before it begins")
        message(
            "Perioden slutter {to}, før den begynder {from}.",
            "The period ends on {to}, before it begins on {from}.",
        )
        why("Ingen dag ligger i perioden.", "No day lies within the period.")
        hint("Byt de to datoer om, eller ret den ene.", "Swap the two dates, or correct one of them.")

    Error["weight-too-fine"] WeightTooFine { weight: Decimal, decimals: u32 }
        title("Vægt med flere decimaler end pointene", "Weight with more decimals than the points")
        message(
            "Vægten {weight} har flere decimaler end kontraktens point, som har {decimals}.",
            "The weight {weight} has more decimals than the contract's points, which have {decimals}.",
        )
        why("De afrundede point kan ikke give netop vægten.", "The rounded points cannot be just the weight.")
        hint(
            "Afrund vægten, eller sæt flere decimaler under »points«.",
            "Round the weight, or set more decimals under “points”.",
        )

    Error["no-parts"] NoParts
        title("Sammensat mål uden dele", "Composite target without parts")
        message(
            "Et sammensat mål skal have mindst én del.",
            "A composite target has to have at least one part.",
        )
        why("Uden dele er der intet at opfylde.", "Without parts there is nothing to fulfil.")
        hint("Tilføj en del, eller vælg en anden slags mål.", "Add a part, or choose another kind of target.")

    Error["too-many-parts"] TooManyParts { limit: usize }
        title("For mange dele af et mål", "Too many parts of a goal")
        message(
            "Målet har mere end {limit} dele, når delenes egne dele tælles med.",
            "The goal has more than {limit} parts, the parts' own parts included.",
        )
        why("Grænsen holder siden fra at gå i stå.", "The limit keeps the page from getting stuck.")
        hint("Del målet op i flere mål.", "Split the goal into several goals.")

    Error["scale-too-short"] ScaleTooShort
        title("Skala med for få trin", "Scale with too few steps")
        message("En skala skal have mindst to trin.", "A scale has to have at least two steps.")
        why(
            "Et enkelt trin viser ingen vej fra dårligt til godt.",
            "A single step shows no way from worse to better.",
        )
        hint("Tilføj et trin, eller brug reglen »linear«.", "Add a step, or use the rule “linear”.")

    Error["scale-out-of-order"] ScaleOutOfOrder
        title("Skala, der ikke er i rækkefølge", "Scale that is not in order")
        message(
            "Skalaens trin er ikke i rækkefølge fra det dårligste til det bedste.",
            "The steps of the scale are not in order from the worst to the best.",
        )
        why("Et bedre resultat kunne give færre point.", "A better result could give fewer points.")
        hint(
            "Resultaterne skal hele vejen stige eller hele vejen falde, og andelene må ikke falde.",
            "The results have to rise all the way or fall all the way, and the shares must not fall.",
        )

    Error["too-few-levels"] TooFewLevels
        title("Skala med for få niveauer", "Scale with too few levels")
        message("En skala skal have mindst to niveauer.", "A scale has to have at least two levels.")
        why("Med ét niveau er der intet at vælge imellem.", "With one level there is nothing to choose from.")
        hint("Skriv skalaens andre niveauer.", "Write the other levels of the scale.")

    Error["no-full-level"] NoFullLevel
        title("Skala, hvor intet niveau giver det hele", "Scale on which no level gives everything")
        message(
            "Ingen af niveauerne giver hele vægten.",
            "None of the levels gives the whole weight.",
        )
        why("Så kan målet aldrig blive opfyldt.", "The goal can then never be met.")
        hint(
            "Mindst ét niveau skal have »share« 1 eller mere.",
            "At least one level has to have the “share” 1 or more.",
        )

    Error["goal-not-rated"] GoalNotRated { id: String }
        title("Betingelse om et mål, der ikke bedømmes på en skala", "Condition on a goal that is not rated")
        message(
            "Målet »{id}« bedømmes ikke på en skala og har intet laveste niveau.",
            "The goal “{id}” is not rated on a scale and has no lowest level.",
        )
        why("Betingelsen kan ikke afgøres.", "It cannot be decided whether the condition holds.")
        hint(
            "Skriv mål, hvis krav er »rated«, eller brug »not_met«.",
            "Write goals whose target is “rated”, or use “not_met”.",
        )

    Error["bands-out-of-order"] BandsOutOfOrder { at: Decimal, before: Decimal }
        title("Niveauer, der ikke er i rækkefølge", "Levels that are not in order")
        message(
            "Niveauet fra {at} point står efter et niveau fra {before} point.",
            "The level from {at} points stands behind one from {before} points.",
        )
        why(
            "Flere point kunne give et lavere niveau.",
            "More points could give a lower level.",
        )
        hint(
            "Skriv niveauerne fra det laveste til det højeste, hvert med sit pointtal.",
            "Write the levels from the lowest to the highest, each with points of its own.",
        )

    Error["no-bands"] NoBands
        title("Betingelse for det laveste niveau uden niveauer", "Condition for the lowest level without levels")
        message(
            "»lowest_when« siger, hvornår det laveste niveau gælder, men der er ingen niveauer.",
            "“lowest_when” says when the lowest level counts, but there are no levels.",
        )
        why("Der er intet niveau at give.", "There is no level to give.")
        hint("Skriv niveauerne under »bands«.", "Write the levels under “bands”.")

    Error["gate-cuts-nothing"] GateCutsNothing { factor: Decimal }
        title("Nedskæring, der ikke skærer ned", "Gate that cuts nothing")
        message(
            "Faktoren {factor} skal være under 1.",
            "The factor {factor} has to be below 1.",
        )
        why(
            "En betingelse, der ikke er opfyldt, kunne give mere i løn.",
            "A condition that fails could give more pay.",
        )
        hint("Skriv en faktor fra 0 til under 1.", "Write a factor from 0 to below 1.")

    Error["curve-falls"] CurveFalls
        title("Tabel, der falder", "Table that falls")
        message(
            "Tabellens trin er ikke i rækkefølge fra det laveste til det højeste.",
            "The steps of the table are not in order from the lowest to the highest.",
        )
        why("Flere point kunne give mindre i løn.", "More points could give less pay.")
        hint(
            "»at« skal stige for hvert trin, og »to« må ikke falde.",
            "“at” has to rise with each step, and “to” must not fall.",
        )

    Error["curve-without-steps"] CurveWithoutSteps
        title("Tabel uden trin", "Table without steps")
        message("Tabellen har ingen trin.", "The table has no steps.")
        why("Den ville gøre enhver andel til 0.", "It would make every fraction 0.")
        hint("Skriv tabellens trin med »at« og »to«.", "Write the steps of the table with “at” and “to”.")

    Error["stage-after-kroner"] StageAfterKroner
        title("Trin på andele efter et loft i kroner", "Stage on fractions after a cap in kroner")
        message(
            "Trinnet regner på andele, men står efter et loft i kroner.",
            "The stage works on fractions, but stands after a cap in kroner.",
        )
        why(
            "Når beløbene er fundet, er der ingen andel at regne på.",
            "Once the amounts are found, there is no fraction to work on.",
        )
        hint("Sæt lofter i kroner sidst.", "Put caps in kroner last.")

    Error["shares-do-not-sum"] SharesDoNotSum { sum: Decimal }
        title("Delenes andele giver ikke 1", "The parts' shares do not add up to 1")
        message(
            "Delenes andele giver {sum} tilsammen og skal give 1.",
            "The parts' shares are {sum} together and have to be 1.",
        )
        why(
            "Fuld opfyldelse ville ikke give netop målets vægt.",
            "Full fulfilment would not give just the goal's weight.",
        )
        hint(
            "Ret andelene, eller udelad dem, så delene tæller lige.",
            "Correct the shares, or leave them out so that the parts count equally.",
        )

    Error["cap-below-one"] CapBelowOne { cap: Decimal }
        title("Loft under fuld opfyldelse", "Cap below full fulfilment")
        message(
            "Loftet {cap} ligger under fuld opfyldelse, som er 1.",
            "The cap {cap} lies below full fulfilment, which is 1.",
        )
        why("Fuld opfyldelse kunne ikke give fulde point.", "Full fulfilment could not give full points.")
        hint("Skriv 1 eller mere, eller udelad loftet.", "Write 1 or more, or leave the cap out.")

    Error["rule-does-not-fit"] RuleDoesNotFit { rule: &'static str, target: &'static str }
        title("Regel, der ikke passer til målet", "Rule that does not fit the target")
        message(
            "Reglen »{rule}« kan ikke bruges på et mål af typen »{target}«.",
            "The rule “{rule}” cannot be used for a target of the kind “{target}”.",
        )
        why(
            "Reglen siger ikke, hvad målet giver af point.",
            "The rule does not say what points the target gives.",
        )
        hint(
            "»linear«, »proportional« og »scale« kræver et mål i tal, »parts« et »all_of«, »assessed« en vurdering.",
            "“linear”, “proportional” and “scale” need a target in figures, “parts” an “all_of”, “assessed” a judgement.",
        )

    Error["zero-at-on-wrong-side"] ZeroAtOnWrongSide { zero_at: Decimal, target: Decimal }
        title("Nulpunkt på målets forkerte side", "Zero point on the wrong side of the target")
        message(
            "Nulpunktet {zero_at} skal ligge på den dårlige side af målet {target}.",
            "The zero point {zero_at} has to lie on the worse side of the target {target}.",
        )
        why("Et dårligere resultat kunne give flere point.", "A worse result could give more points.")
        hint(
            "»zero_at« skal ligge over et mål, der er et loft, og under et mål, der er en nedre grænse.",
            "“zero_at” has to lie above a target that is a ceiling, and below one that is a floor.",
        )

    Error["target-not-positive"] TargetNotPositive { target: Decimal }
        title(
            "Forholdsmæssig regel for et mål på nul eller derunder",
            "Proportional rule for a target of zero or below",
        )
        message(
            "En forholdsmæssig regel kræver et mål over 0, ikke {target}.",
            "A proportional rule needs a target above 0, not {target}.",
        )
        why(
            "Forholdet mellem resultat og mål kan ikke regnes ud.",
            "The ratio of result and target cannot be worked out.",
        )
        hint(
            "Brug reglen »linear«, eller sæt målet over 0.",
            "Use the rule “linear”, or set the target above 0.",
        )
}

/// What an identifier names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdKind {
    /// A group of goals.
    Group,
    /// A part of a composite target.
    Part,
    /// A goal.
    Goal,
    /// A scale that targets are rated on.
    Scale,
    /// An individual area.
    Area,
    /// A pot of the pay agreement.
    Pot,
}

impl Written for IdKind {
    fn written(&self, words: Words) -> Cow<'_, str> {
        let text = match self {
            Self::Group => words.pick("Gruppen", "group"),
            Self::Part => words.pick("Delen", "part"),
            Self::Goal => words.pick("Målet", "goal"),
            Self::Scale => words.pick("Skalaen", "scale"),
            Self::Area => words.pick("Området", "area"),
            Self::Pot => words.pick("Puljen", "pot"),
        };
        text.into()
    }
}
