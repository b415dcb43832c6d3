//! Texts of the what-if: trying things out, what a percent needs, what each goal can move.

use crate::domain::contract::{Target, Threshold};
use crate::domain::number::{Decimal, Points, Share, Span};
use crate::domain::required::{Effort, Measure, Need, PartNeed, Reach};
use crate::i18n::{Lang, Words};

texts! {
    /// Texts of the what-if.
    WhatIfText {
        Intro: "Prøv andre resultater af på en kopi. Den rigtige vurdering ændres ikke, og kopien gemmes ikke i filen.",
            "Try out other results on a copy. The real assessment is not changed, and the copy is not saved in the file.";
        Begin: "Begynd en prøve", "Begin a trial";
        GoOn: "Fortsæt prøven", "Go on with the trial";
        Back: "Tilbage til vurderingen", "Back to the assessment";
        Remove: "Slet prøven", "Delete the trial";
        Real: "Vurderingen", "The assessment";
        Trial: "Prøven", "The trial";
        Difference: "Forskel", "Difference";
        Figure: "Tal", "Figure";
        Secured: "Sikrede point", "Points secured";
        Lost: "Tabte point", "Points lost";
        Open: "Åbne point", "Points open";
        Fraction: "Resultatløn", "Performance pay";
        Payable: "Til udbetaling", "Payable";
        Compared: "Prøven ved siden af vurderingen", "The trial beside the assessment";
        Goals: "Resultater i prøven", "Results in the trial";
        Slider: "skyder", "slider";
        NotGiven: "ikke angivet", "not given";
        NoResult: "intet resultat", "no result";
        Yes: "ja", "yes";
        No: "nej", "no";
        Needed: "Hvad skal der til?", "What does it take?";
        Wanted: "Ønsket procent", "Wanted percent";
        WantedHint: "Et tal fra 0 til 100, for eksempel 90", "A number from 0 to 100, for example 90";
        ThroughPots: "Regnet gennem puljer og trin. En faktor, der ikke er vurderet, regnes med sin laveste værdi.", "Worked out through pots and stages. A factor that is not judged counts at its lowest.";
        FewestGoals: "Ingen anden vej kræver færre mål.", "No other way takes fewer goals.";
        PerhapsFewer: "Det er en god vej, men ikke nødvendigvis den, der kræver mindst.", "It is a good way, though not always the one that asks for the least.";
        CannotTell: "Tallene er for store til, at det kan regnes nøjagtigt ud.", "The figures are too large for that to be worked out exactly.";
        OfWhat: "Af", "Of";
        OfPay: "den fulde resultatløn", "the full performance pay";
        OfPoints: "kontraktens point", "the contract's points";
        OrderBy: "Rækkefølge", "Order";
        NearestFirst: "de nærmeste først", "the nearest first";
        LargestFirst: "flest point først", "the most points first";
        PayPercent: "Procentpoint af resultatlønnen", "Percentage points of the pay";
        Order: "De nærmeste først: mål, hvis seneste kendte tal allerede er godt nok; det, der blot skal gøres eller vurderes; den korteste vej fra det seneste kendte tal for hvert point; så overskredne frister og mål uden måltal. Bedømmelsen af de individuelle områder står for sig, for den giver departementet. Rækkefølgen er beregnerens valg: kontrakten siger ikke, hvad et mål koster at nå.",
            "The nearest first: goals whose last known figure is good enough already; what has only to be done or judged; the shortest way from the last known figure for each point; then deadlines that have passed and goals without a target. The judgement of the individual areas stands apart, since it is the department's. The order is the calculator's choice: the contract does not say what it costs to reach a goal.";
        Goal: "Mål", "Goal";
        Needs: "Det skal der til", "What it takes";
        Way: "Hvor langt er der", "How far it is";
        Reached: "Så er nået", "Then reached";
        TryOut: "Prøv det af", "Try it out";
        Overall: "Samlet vurdering af de individuelle områder", "Overall judgement of the individual areas";
        Sensitivity: "Hvad hvert mål endnu kan flytte", "What each goal can still move";
        Settled: "Intet mål kan flytte noget mere: alt er afgjort.", "No goal can move anything any more: all is settled.";
        Unweighted: "Kontrakten har ingen vægte, så der er ingen point at nå.", "The contract has no weights, so there are no points to reach.";
        ContractPoints: "Kontraktpoint", "Contract points";
        PayPoints: "Resultatlønpoint", "Performance pay points";
        Kroner: "Kroner", "Kroner";
        ThroughPotsNote: "Kroner er det, målet alene højst kan koste, som alt står nu, gennem puljer og trin. Før regulering, fratrædelse og misligholdelse.", "Kroner are the most that the goal alone can cost as all stands now, through pots and stages. Before adjustment, leaving and breach.";
        KronerNote: "Kroner er før regulering, fratrædelse og misligholdelse.", "Kroner are before adjustment, leaving and breach.";
        Planning: "Se, hvad der skal til for at nå en bestemt procent", "See what it takes to reach a certain percent";
    }
}

impl Words {
    /// `Prøve. Tallene på siden er en kopi af …`: stands on every place while a what-if is shown.
    pub fn trial_banner(self, of: &str) -> String {
        self.pick(
            format!("Alle tal på siden er en prøve på en kopi af: {of}. De gemmes ikke i filen."),
            format!(
                "All figures on this page are a trial on a copy of: {of}. They are not saved in the file."
            ),
        )
    }

    /// Whether a percent can be reached, as a sentence.
    pub fn plan_verdict(
        self,
        reach: Reach,
        now: Span<Share>,
        wanted: &str,
        lines: usize,
        measure: Measure,
    ) -> String {
        let of = match measure {
            Measure::Pay => WhatIfText::OfPay,
            Measure::Points => WhatIfText::OfPoints,
        };
        let of = self.text(of);
        let end = |share: Share| self.share_percent(Span::settled(share));
        match (reach, self.lang) {
            (Reach::Certain, Lang::Da) => {
                format!("{wanted} af {of} er allerede sikret: {} er sikkert.", end(now.min))
            }
            (Reach::Certain, Lang::En) => {
                format!("{wanted} of {of} is certain already: {} is secured.", end(now.min))
            }
            (Reach::Impossible, Lang::Da) => {
                format!(
                    "{wanted} af {of} kan ikke nås. Højst {} kan nås, hvis alt det åbne lykkes:",
                    end(now.max)
                )
            }
            (Reach::Impossible, Lang::En) => {
                format!(
                    "{wanted} of {of} cannot be reached. At most {} can, if all that is open succeeds:",
                    end(now.max)
                )
            }
            (Reach::Possible, Lang::Da) if lines == 1 => {
                format!("{wanted} af {of} nås, hvis dette lykkes. {} er sikkert nu.", end(now.min))
            }
            (Reach::Possible, Lang::Da) => {
                format!("{wanted} af {of} nås, hvis alle {lines} lykkes. {} er sikkert nu.", end(now.min))
            }
            (Reach::Possible, Lang::En) if lines == 1 => {
                format!("{wanted} of {of} is reached if this succeeds. {} is certain now.", end(now.min))
            }
            (Reach::Possible, Lang::En) => {
                format!(
                    "{wanted} of {of} is reached if all {lines} succeed. {} is certain now.",
                    end(now.min)
                )
            }
        }
    }

    /// What a goal needs, as short as a table cell: `Højst 28.123 forløb`, `Mindst 120 point`.
    pub fn need(self, need: &Need, unit: Option<&str>) -> String {
        let target = |target: Target| self.target(&target, unit, None);
        let list = |parts: &[PartNeed]| {
            let part = |part: &PartNeed| {
                let need = self.need(&part.need, part.unit.as_deref());
                match &part.title {
                    Some(title) => format!("{title}: {need}"),
                    None => need,
                }
            };
            parts.iter().map(part).collect::<Vec<_>>()
        };
        match need {
            Need::Limit { relation, value } => {
                target(Target::Limit { relation: *relation, threshold: Threshold::Absolute(*value) })
            }
            Need::Between { min, max } if min == max => {
                let value = self.number(*min);
                let text = self.pick(format!("Præcis {value}"), format!("Exactly {value}"));
                unit.map_or_else(|| text.clone(), |unit| format!("{text} {unit}"))
            }
            Need::Between { min, max } => {
                target(Target::Between { min: Threshold::Absolute(*min), max: Threshold::Absolute(*max) })
            }
            Need::By(day) => target(Target::By(*day)),
            Need::Done => target(Target::Done),
            Need::Points(Points(points)) => {
                let points = self.number(*points);
                self.pick(
                    format!("Mindst {points} point i vurderingen"),
                    format!("At least {points} points in the judgement"),
                )
            }
            Need::Level { title, .. } => {
                self.pick(format!("Mindst »{title}«"), format!("At least “{title}”"))
            }
            Need::AllOf(parts) => list(parts).join("; "),
            Need::AnyOf(parts) => list(parts).join(self.pick(" eller ", " or ")),
            Need::Target => self
                .pick(
                    "Måltallet skal først fastlægges og derefter nås",
                    "The target has first to be fixed, and then reached",
                )
                .to_owned(),
            Need::Baseline => self
                .pick(
                    "Udgangspunktet skal først oplyses og kravet derefter nås",
                    "The baseline has first to be given, and the target then reached",
                )
                .to_owned(),
        }
    }

    /// How far it is to what a goal needs.
    pub fn effort(self, effort: Effort) -> String {
        let text = match effort {
            Effort::Held => {
                self.pick("Seneste kendte tal er godt nok", "The last known figure is good enough")
            }
            Effort::Deed => self.pick("Skal gøres eller vurderes", "To be done or judged"),
            Effort::Distance(percent) => {
                let percent = self.percent(percent);
                return self.pick(
                    format!("{percent} fra seneste kendte tal"),
                    format!("{percent} from the last known figure"),
                );
            }
            Effort::Unknown => self.pick("Intet tidligere tal", "No earlier figure"),
            Effort::Overdue => self.pick("Fristen er overskredet", "The deadline has passed"),
            Effort::Target => self.pick("Mangler måltal", "Lacks a target"),
            Effort::Judged => self.pick("Bedømmes af departementet", "Judged by the department"),
        };
        text.to_owned()
    }

    /// `+25` or `−25`, and nothing at all where nothing differs.
    pub fn signed_difference(self, change: Decimal) -> String {
        if change.is_zero() {
            return "0".to_owned();
        }
        let sign = if change > Decimal::ZERO { "+" } else { "" };
        format!("{sign}{}", self.number(change))
    }

    /// `−10,5 procentpoint`.
    pub fn percent_points(self, change: Decimal) -> String {
        format!("{} {}", self.signed_difference(change), self.pick("procentpoint", "percentage points"))
    }

    /// What is left out of a long list.
    pub fn more_goals(self, count: usize) -> String {
        let count = self.count(count);
        self.pick(format!("… og {count} mål mere"), format!("… and {count} more goals"))
    }
}
