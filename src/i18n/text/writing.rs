//! Texts of the place where a contract is written.

use crate::domain::date::Date;
use crate::domain::number::Decimal;
use crate::i18n::{Lang, Words};

texts! {
    /// Texts of writing a contract.
    WritingText {
        EditContract: "Ret kontrakten", "Edit the contract";
        Heading: "Skriv kontrakt", "Write the contract";
        Stations: "Kontraktens dele", "Parts of the contract";
        Basis: "Grundlag", "Basis";
        Goals: "Mål", "Goals";
        Pay: "Resultatløn", "Performance pay";
        Risks: "Risici", "Risks";
        Findings: "Fund", "Findings";
        Changes: "Ændringer", "Changes";
        NothingCompared: "intet sammenlignet", "nothing compared";
        Review: "Gennemse", "Review";
        File: "Fil", "File";
        NotBegun: "ikke begyndt", "not begun";
        Begun: "mangler noget", "something is missing";
        Done: "i orden", "in order";
        FindInList: "Find i listen", "Find in the list";
        Missing: "Skal udfyldes", "Has to be filled in";
        Remove: "Fjern", "Remove";
        Waits: "Det, du har skrevet her, er ikke med i kontrakten endnu. Det kommer med, når resten er udfyldt.", "What you wrote here is not in the contract yet. It comes in once the rest is filled in.";
        Title: "Kontraktens titel", "Title of the contract";
        Institution: "Institution", "Institution";
        Department: "Departement", "Department";
        From: "Gælder fra", "Runs from";
        To: "Gælder til", "Runs to";
        BindingYear: "Bindende år", "Binding year";
        Signed: "Underskrevet den", "Signed on";
        Total: "Point i alt", "Total points";
        Decimals: "Decimaler i point", "Decimals of points";
        Lapsed: "Vægten af mål, der bortfalder", "Weight of goals that lapse";
        LapsedShared: "Deles ud på de øvrige mål", "Shared out to the other goals";
        LapsedLost: "Er tabt", "Lost";
        NotSaid: "Ikke angivet", "Not stated";
        Sources: "Dokumenter", "Documents";
        AddSource: "Tilføj et dokument", "Add a document";
        SourceTitle: "Dokumentets titel", "Title of the document";
        SourceDate: "Dokumentets dato", "Date of the document";
        Reporting: "Rapportering", "Reporting";
        AddReport: "Tilføj en rapportering", "Add a report";
        ReportTitle: "Hvad der rapporteres", "What is reported";
        Date: "Dato", "Date";
        Groups: "Overskrifter for mål", "Headings of goals";
        AddGroup: "Tilføj en overskrift", "Add a heading";
        GroupTitle: "Overskrift", "Heading";
        Parent: "Hører under", "Belongs under";
        NoParent: "Ingen overskrift", "No heading";
        Signatories: "Underskrivere", "Signatories";
        AddSignatory: "Tilføj en underskriver", "Add a signatory";
        PersonName: "Navn", "Name";
        PersonTitle: "Stilling", "Position";
        Party: "Part", "Party";
        Director: "Direktør", "Director";
        TheDepartment: "Departement", "Department";
        Kept: "Andet, der står i filen og bevares", "Other contents of the file, which are kept";
        NoPay: "Kontrakten har ingen aftale om resultatløn. Den begynder, når felterne er udfyldt.", "The contract has no pay agreement. It begins once the fields are filled in.";
        InstitutionPoints: "Point for institutionens mål", "Points for the institution’s goals";
        IndividualPoints: "Point for de individuelle områder", "Points for the individual areas";
        MaxPercent: "Højst pct. af grundlønnen", "Percent of the base pay at most";
        IndividualRule: "Områderne vurderes", "The areas are judged";
        ByWeights: "Efter områdernes vægte", "By the weights of the areas";
        Overall: "Samlet", "All together";
        AreaByArea: "Hvert for sig", "One by one";
        Direction: "Regulering", "Adjustment";
        OnlyDown: "Kun ned", "Only down";
        OnlyUp: "Kun op", "Only up";
        BothWays: "Ned og op", "Down and up";
        AdjustmentMost: "Regulering, højst pct.", "Adjustment, percent at most";
        Pensionable: "Pensionsgivende", "Pensionable";
        Yes: "Ja", "Yes";
        No: "Nej", "No";
        PensionPercent: "Pensionsbidrag i pct.", "Pension contribution in percent";
        HolidayPercent: "Særlig feriegodtgørelse i pct.", "Special holiday allowance in percent";
        Source: "Sted i dokumentet", "Place in the document";
        RemovePay: "Fjern aftalen om resultatløn", "Remove the pay agreement";
        PayPots: "Puljer", "Pots";
        PayPotsLead: "Lønnen kan betales af flere puljer, hver med sine mål. Den første pulje træder i stedet for pointene ovenfor.", "The pay can come from several pots, each with its goals. The first pot takes the place of the points above.";
        AddPot: "Tilføj en pulje", "Add a pot";
        PotTitle: "Puljens navn", "Name of the pot";
        PotAmount: "Beløb i kr.", "Amount in kroner";
        PotPercent: "Eller pct. af grundlønnen", "Or percent of the base pay";
        PotLevel: "Beløbets lønniveau, dato", "Pay level of the amount, date";
        PotEntered: "Uden beløb og procent indtastes procenten i vurderingen.", "Without an amount and a percent, the percent is entered in the assessment.";
        EarnedBy: "Optjenes af", "Earned by";
        EarnedByGoals: "Alle mål", "All goals";
        EarnedByGroups: "Målene under bestemte overskrifter", "The goals under certain headings";
        EarnedBySome: "Bestemte mål", "Certain goals";
        EarnedByAreas: "Alle individuelle områder", "All individual areas";
        EarnedBySomeAreas: "Bestemte individuelle områder", "Certain individual areas";
        EarnedByJudgement: "Én samlet vurdering", "One overall judgement";
        JudgedOf: "Vurderes med højst, point", "Judged with at most, points";
        AddHeadingHere: "Føj en overskrift til", "Add a heading";
        AddGoalHere: "Føj et mål til", "Add a goal to these";
        AddAreaHere: "Føj et område til", "Add an area to these";
        AddPotHere: "Gælder kun for pulje", "For one pot only";
        PayStages: "Trin mellem point og løn", "Stages between points and pay";
        PayStagesLead: "Her kan stå betingelser, der nedsætter lønnen, en tabel, en faktor, som nogen fastsætter, og et loft. De virker i rækkefølge.", "Here can stand conditions that cut the pay, a table, a factor that somebody decides, and a cap. They work in order.";
        StageKind: "Slags trin", "Kind of stage";
        StageGate: "Betingelse", "Condition";
        StageCurve: "Tabel", "Table";
        StageFactor: "Faktor", "Factor";
        StageCap: "Loft", "Cap";
        StageTitle: "Trinnets navn", "Name of the stage";
        GateWhen: "Gælder, hvis", "Applies if";
        IfFraction: "Andelen er under en procent", "The fraction is below a percent";
        IfPoints: "Institutionens point er under et tal", "The institution’s points are below a figure";
        IfNotMet: "Et af disse mål ikke er opfyldt", "One of these goals is not met";
        IfLowest: "Et af disse mål har skalaens laveste niveau", "One of these goals has the lowest level of its scale";
        IfFewer: "Færre af disse mål er opfyldt", "Fewer of these goals are met";
        BelowPercent: "Under pct.", "Below percent";
        BelowPoints: "Under point", "Below points";
        FewerThan: "Færre end, antal mål", "Fewer than, number of goals";
        GateLeaves: "Så er der tilbage, pct.", "Then there is left, percent";
        GatesTogether: "Sammen med betingelsen før", "Together with the condition before";
        GatesMultiply: "Procenterne ganges", "The percents are multiplied";
        GatesAdd: "Nedsættelserne lægges sammen", "The cuts are added up";
        CurveAt: "Fra andel, pct.", "From fraction, percent";
        CurveTo: "Bliver til, pct.", "Becomes, percent";
        FactorLeast: "Laveste faktor", "Lowest factor";
        FactorMost: "Højeste faktor", "Highest factor";
        CapFraction: "Højst pct. af det fulde tillæg", "Percent of the full supplement at most";
        CapAmount: "Eller højst kr.", "Or kroner at most";
        CapPercent: "Eller højst pct. af grundlønnen", "Or percent of the base pay at most";
        TriedOpen: "Betingelser om mål er åbne, når aftalen prøves uden resultater; derfor står der fra og til.", "Conditions on goals are open where the agreement is tried without results; that is why there is a range.";
        ChangeRefused: "Ændringen er ikke foretaget, for kontrakten ville få en fejl.", "The change was not made, since the contract would have a mistake.";
        Areas: "Individuelle resultatområder", "Individual areas";
        AddArea: "Tilføj et område", "Add an area";
        MoreOfArea: "Krav, regel og mere", "Requirement, rule and more";
        GoalTitle: "Titel", "Title";
        Weight: "Vægt", "Weight";
        RequirementForm: "Kravet kan ikke læses sikkert. Skriv det som »højst 30 dage«, »mindst 85 pct. i 2010« eller »senest 30.6.2010«, eller vælg:", "The requirement cannot be read with certainty. Write it as “at most 30 days”, “at least 85 % in 2010” or “by 30 June 2010”, or choose:";
        WeightForm: "Skriv et tal som 150 eller et interval som 0–150", "Write a number such as 150 or a range such as 0–150";
        Goal: "Mål", "Goal";
        NoGoal: "Intet mål", "No goal";
        RiskTitle: "Risiko", "Risk";
        Materiality: "Væsentlighed", "Materiality";
        Vulnerability: "Sårbarhed", "Vulnerability";
        Priority: "Prioritet i dokumentet", "Priority in the document";
        RiskAction: "Hvad der gøres", "What is done";
        IsReviewed: "Gennemgået", "Reviewed";
        Reviewed: "Ja", "Yes";
        NotReviewed: "Nej, ført med fra sidste år", "No, carried over from last year";
        ScaleMin: "Skalaens laveste trin", "Lowest step of the scale";
        ScaleMax: "Skalaens højeste trin", "Highest step of the scale";
        AddRisk: "Tilføj en risiko", "Add a risk";
        Number: "Nr.", "No.";
        Requirement: "Krav", "Requirement";
        Rule: "Pointregel", "Rule for points";
        More: "Mere", "More";
        Edit: "Åbn", "Open";
        Close: "Luk", "Close";
        Unfinished: "Ikke færdigt", "Unfinished";
        FirstLabel: "Mål 1", "Goal 1";
        AddGoal: "Tilføj et mål", "Add a goal";
        KeysHint: "Tab går til næste felt, Enter til næste række. Alt + pil op eller ned flytter målet, Ctrl + D skriver som i rækken ovenfor.", "Tab goes to the next field, Enter to the next row. Alt + arrow up or down moves the goal, Ctrl + D copies from the row above.";
        RuleLeft: "Pointreglen passede ikke til det nye krav og er taget ud. Fortryd henter den tilbage.", "The rule for points did not fit the new requirement and was taken out. Undo brings it back.";
        MoveUp: "Flyt op", "Move up";
        MoveDown: "Flyt ned", "Move down";
        Copy: "Kopiér målet", "Copy the goal";
        NoGroup: "Ingen overskrift", "No heading";
        Unit: "Enhed", "Unit";
        Points: "Point", "Points";
        Phrase: "Kravet som tekst, f.eks. højst 25 dage i 2010", "The requirement as text, such as at most 25 days in 2010";
        WhichRequirement: "Hvad menes der?", "What is meant?";
        Replaces: "Kravet har dele, kriterier eller niveauer, som så går ud. Skal det stå sådan?", "The requirement has parts, criteria or levels, which would go. Is it to be like this?";
        PasteTable: "Sæt en tabel ind", "Paste a table";
        PartRule: "Delens egen pointregel", "The part’s own rule for points";
        Ratio: "Resultatet regnes af to antal", "The result comes from two counts";
        Numerator: "Antal over brøkstregen", "Count above the line";
        Denominator: "Antal under brøkstregen", "Count below the line";
        InPercent: "Regnes i pct.", "In percent";
        RatioDecimals: "Decimaler i resultatet", "Decimals of the result";
        MoreOfFigure: "Mere om tallet", "More about the figure";
        Stated: "Som dokumentet skriver det", "As the document has it";
        Curve: "Kurve over point", "Curve of points";
        InDocument: "I dokumentet", "In the document";
        Wording: "Ordlyd, som i dokumentet", "Wording, as in the document";
        Page: "Side", "Page";
        Group: "Overskrift", "Heading";
        Description: "Beskrivelse", "Description";
        Note: "Bemærkning", "Remark";
        History: "Historik", "History";
        Guidelines: "Sigtelinjer", "Guidelines";
        PeriodOf: "Periode", "Period";
        Figure: "Tal", "Figure";
        Resources: "Ressourcer", "Resources";
        Choose: "Vælg", "Choose";
        Exactly: "Netop", "Exactly";
        About: "Omkring", "About";
        AtLeast: "Mindst", "At least";
        AtMost: "Højst", "At most";
        HowFirmly: "Hvor fast", "How firmly";
        WhatFor: "Til hvad", "For what";
        Serves: "Bidrager til mål i andre kontrakter", "Serves goals of other contracts";
        ServedWeight: "Vægt i et vejet gennemsnit", "Weight in a weighted mean";
        ServedBy: "Andre kontrakters mål, der bidrager til dette", "Goals of other contracts that contribute to this one";
        Rollup: "Deres tal giver målets tal som", "Their figures give the goal’s figure as";
        NotCombined: "De lægges ikke sammen", "They are not combined";
        RollupSum: "Sum", "Sum";
        RollupMean: "Gennemsnit", "Mean";
        RollupWeightedMean: "Vejet gennemsnit", "Weighted mean";
        RollupMetShare: "Andelen af opfyldte mål i procent", "Share of goals met in percent";
        RollupAllMet: "Om alle er opfyldt", "Whether all are met";
        GoalElsewhere: "Kontrakt og mål, f.eks. ministeriet-2010#goal-1", "Contract and goal, such as ministry-2010#goal-1";
        Try: "Prøv et resultat", "Try a result";
        TryPay: "Prøv aftalen", "Try the agreement";
        PointsReached: "Point nået", "Points reached";
        BasePay: "Grundløn i kr.", "Base pay in kroner";
        PayNotTried: "Det kan først regnes ud, når der er et mål og en højeste procent, og pointene ikke er flere end aftalt.", "It can be worked out once there is a goal and a maximum percent, and the points are no more than agreed.";
        NotTried: "Det kan først regnes ud, når kravet er fastlagt.", "It can be worked out once the requirement is fixed.";
        Kind: "Hvad der skal gælde", "What has to hold";
        Below: "Under", "Below";
        Above: "Over", "Above";
        Between: "Mellem to tal", "Between two figures";
        Unchanged: "Uændret", "Unchanged";
        By: "Senest en dato", "By a date";
        DoneOrNot: "Skal være gennemført", "To be done";
        AllOf: "Alle dele skal opfyldes", "All parts have to be met";
        AnyOf: "Mindst én del skal opfyldes", "At least one part has to be met";
        Assessed: "Vurderes med point", "Judged with points";
        Rated: "Bedømmes på en skala", "Rated on a scale";
        Undetermined: "Ikke fastlagt endnu", "Not fixed yet";
        Met: "Opfyldt", "Met";
        NotMet: "Ikke opfyldt", "Not met";
        Value: "Måltal", "Target figure";
        Least: "Laveste tal", "Lowest figure";
        Most: "Højeste tal", "Highest figure";
        Baseline: "Udgangspunkt som tal", "Baseline as a figure";
        BaselinePeriod: "Udgangspunktets periode i historikken", "Period of the baseline in the history";
        Tolerance: "Udsving til hver side", "Tolerance to either side";
        Deadline: "Frist", "Deadline";
        Scale: "Skala", "Scale";
        Measured: "Måles i", "Measured in";
        Relative: "Måltal regnet fra et udgangspunkt", "Target counted from a baseline";
        ChangePercent: "Ændring i pct.", "Change in percent";
        ChangePoints: "Ændring i tal eller procentpoint", "Change in figures or percentage points";
        PartTitle: "Delens titel", "Title of the part";
        MoreOfPart: "Ordlyd, historik og sigtelinjer", "Wording, history and guidelines";
        AddPart: "Tilføj endnu en del", "Add one more part";
        Criterion: "Hvad der ses på", "What is looked at";
        AddCriterion: "Tilføj et kriterium", "Add a criterion";
        Level: "Niveau", "Level";
        SharePercent: "Giver pct. af vægten", "Earns percent of the weight";
        AddLevel: "Tilføj et niveau", "Add a level";
        AllOrNothing: "Alt eller intet", "All or nothing";
        StraightLine: "Ret linje", "Straight line";
        Proportional: "I forhold til måltallet", "In proportion to the target";
        Steps: "Trappe", "Steps";
        ShareOfParts: "Andel af dele", "Share of the parts";
        AssessedRule: "Vurderede point", "Judged points";
        LevelsEarn: "Niveauerne siger selv, hvor meget de giver.", "The levels themselves say how much they earn.";
        ZeroAt: "Giver 0 point ved", "Earns 0 points at";
        Cap: "Loft i pct. af vægten", "Cap in percent of the weight";
        BetweenSteps: "Mellem to trin", "Between two steps";
        InProportion: "Forholdsmæssigt", "In proportion";
        AsLastStep: "Som det sidste nåede trin", "As the last step reached";
        StepAt: "Ved resultatet", "At the result";
        NothingFound: "Der er intet at bemærke.", "There is nothing to remark on.";
        Errors: "Fejl", "Errors";
        Warnings: "Advarsler", "Warnings";
        Notes: "Bemærkninger", "Notes";
        Waiting: "Ikke med i kontrakten endnu", "Not in the contract yet";
        WaitingWhy: "Her står tekster, der ikke kan læses, eller som mangler resten.", "Here are texts that cannot be read, or whose rest is missing.";
        RemoveSecond: "Fjern gentagelsen", "Remove the repetition";
        MarkReviewed: "Risikoen er gennemgået", "The risk was reviewed";
        ReviewLead: "Sådan står kontrakten. Når den er aftalt, kan den låses; det, der ændres derefter, skrives som en allonge.", "This is how the contract stands. Once it is agreed it can be locked; what changes afterwards is written as an addendum.";
        InResults: "Se målene, som de står i Resultater", "See the goals as they stand in Results";
        Papers: "Som papir", "As a paper";
        AfterLock: "Efter låsen", "After the lock";
        AddendaLead: "Det, der aftales nu, er en allonge: et krav, der var åbent, fastsættes ved sit mål, og et mål, der bortfalder, skrives under Afgørelse. Alt andet aftales i næste års kontrakt, eller efter at kontrakten er låst op.", "What is agreed now is an addendum: a requirement that was open is fixed at its goal, and a goal that lapses is written under Decision. All else is agreed in next year’s contract, or once the contract is unlocked.";
        FixTarget: "Fastsæt kravet", "Fix the requirement";
        ToLapse: "Lad et mål bortfalde", "Let a goal lapse";
        ToChanges: "Se, hvad allongerne ændrer", "See what the addenda change";
        ToRenewal: "Lav næste års kontrakt", "Make next year’s contract";
        Lock: "Lås kontrakten", "Lock the contract";
        Unlock: "Lås kontrakten op", "Unlock the contract";
        LockDay: "Låses den", "Locked on";
        LockWaits: "Noget er ikke med i kontrakten endnu. Gør det færdigt, eller fjern det, før kontrakten låses.", "Something is not in the contract yet. Finish it or remove it before the contract is locked.";
        FileLead: "Kontrakten er en JSON-fil. Det, der ikke er rettet, står i den, som det stod. »Gem« øverst gemmer kontrakten sammen med vurderingerne.", "The contract is a JSON file. What was not edited stands in it as it stood. “Save” above saves the contract together with its assessments.";
        Download: "Hent kontrakten alene", "Download the contract alone";
        ShowText: "Vis filens tekst", "Show the text of the file";
    }
}

impl Words {
    /// `965 af 1.000 point · mangler 35`.
    pub fn weights_of_total(self, sum: Decimal, total: Decimal) -> String {
        let (of, rest) = (self.number(total), self.number((total - sum).abs()));
        let text = self.pick(
            format!("Vægtene giver {} af {of} point", self.number(sum)),
            format!("The weights make {} of {of} points", self.number(sum)),
        );
        match (sum.cmp(&total), self.lang) {
            (std::cmp::Ordering::Equal, _) => text,
            (std::cmp::Ordering::Less, Lang::Da) => format!("{text} · mangler {rest}"),
            (std::cmp::Ordering::Less, Lang::En) => format!("{text} · {rest} missing"),
            (std::cmp::Ordering::Greater, Lang::Da) => format!("{text} · {rest} for meget"),
            (std::cmp::Ordering::Greater, Lang::En) => format!("{text} · {rest} too many"),
        }
    }

    /// Above a contract that has assessments with results.
    pub fn assessments_follow(self, count: usize) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (Lang::Da, 1) => "Kontrakten har en vurdering med indhold. Den bliver stående og regnes om, når krav, vægte eller regler rettes her.".to_owned(),
            (Lang::Da, _) => format!("Kontrakten har {said} vurderinger med indhold. De bliver stående og regnes om, når krav, vægte eller regler rettes her."),
            (Lang::En, 1) => "The contract has an assessment with contents. It stays, and is worked out anew when requirements, weights or rules are changed here.".to_owned(),
            (Lang::En, _) => format!("The contract has {said} assessments with contents. They stay, and are worked out anew when requirements, weights or rules are changed here."),
        }
    }

    /// How many results do not fit the contract, before they are named.
    pub fn results_unfit(self, count: usize) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (_, 0) => String::new(),
            (Lang::Da, 1) => {
                "Et svar passer ikke til kontrakten, som den er nu, og tæller ikke med:".to_owned()
            }
            (Lang::Da, _) => {
                format!("{said} svar passer ikke til kontrakten, som den er nu, og tæller ikke med:")
            }
            (Lang::En, 1) => {
                "One answer does not fit the contract as it is now, and does not count:".to_owned()
            }
            (Lang::En, _) => {
                format!("{said} answers do not fit the contract as it is now, and do not count:")
            }
        }
    }

    /// Under the first of them.
    pub fn more_unfit(self, count: usize) -> String {
        let said = self.count(count);
        self.pick(format!("Vis {said} til"), format!("Show {said} more"))
    }

    /// Before a goal with results is removed or asks for something else.
    pub fn results_kept(self, count: usize) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (Lang::Da, 1) => "Målet har et svar i en vurdering. Det bliver stående i filen, men tæller ikke med, hvis målet fjernes, eller kravet bliver af en anden slags.".to_owned(),
            (Lang::Da, _) => format!("Målet har svar i {said} vurderinger. De bliver stående i filen, men tæller ikke med, hvis målet fjernes, eller kravet bliver af en anden slags."),
            (Lang::En, 1) => "The goal has an answer in one assessment. It stays in the file, but does not count if the goal is removed or its requirement becomes one of another kind.".to_owned(),
            (Lang::En, _) => format!("The goal has answers in {said} assessments. They stay in the file, but do not count if the goal is removed or its requirement becomes one of another kind."),
        }
    }

    /// `I filen hedder det goal-2.`
    pub fn id_in_file(self, id: &str) -> String {
        self.pick(format!("I filen hedder det {id}."), format!("In the file it is called {id}."))
    }

    /// Before something of the pay agreement is removed that assessments have entries for.
    pub fn pay_kept(self, count: usize) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (Lang::Da, 1) => "En vurdering har oplysninger om resultatlønnen. De bliver stående i filen, men det, der hører til noget, der fjernes her, tæller ikke med.".to_owned(),
            (Lang::Da, _) => format!("{said} vurderinger har oplysninger om resultatlønnen. De bliver stående i filen, men det, der hører til noget, der fjernes her, tæller ikke med."),
            (Lang::En, 1) => "An assessment has entries for the pay. They stay in the file, but what belongs to something that is removed here does not count.".to_owned(),
            (Lang::En, _) => format!("{said} assessments have entries for the pay. They stay in the file, but what belongs to something that is removed here does not count."),
        }
    }

    /// `Fjern Mål 2`.
    pub fn remove_item(self, name: &str) -> String {
        self.pick(format!("Fjern {name}"), format!("Remove {name}")).trim().to_owned()
    }

    /// `Del 2`.
    pub fn part_number(self, number: usize) -> String {
        self.pick(format!("Del {number}"), format!("Part {number}"))
    }

    /// `Pct. for Koncept`.
    pub fn share_of(self, part: &str) -> String {
        self.pick(format!("Pct. for {part}"), format!("Percent for {part}"))
    }

    /// `Giver 53 af 150 point`.
    pub fn tried(self, points: Decimal, most: Decimal) -> String {
        let (points, most) = (self.number(points), self.number(most));
        self.pick(format!("Giver {points} af {most} point"), format!("Earns {points} of {most} points"))
    }

    /// `ved 26.000: 100 point`.
    pub fn earned_at(self, result: Decimal, points: Decimal) -> String {
        let (result, points) = (self.number(result), self.number(points));
        self.pick(format!("ved {result}: {points} point"), format!("at {result}: {points} points"))
    }

    /// `900 af 1.000 point og 1.150.000,00 kr. i grundløn giver 155.250,00 kr.`
    pub fn pay_tried(self, points: Decimal, most: Decimal, base: &str, paid: &str) -> String {
        let (points, most) = (self.number(points), self.number(most));
        self.pick(
            format!("{points} af {most} point og {base} i grundløn giver {paid}"),
            format!("{points} of {most} points and {base} of base pay give {paid}"),
        )
    }

    /// `+25 mod sidste år`.
    pub fn since_last_year(self, change: Decimal) -> String {
        let sign = if change.is_sign_negative() { "−" } else { "+" };
        let change =
            if change.is_zero() { "±0".to_owned() } else { format!("{sign}{}", self.number(change.abs())) };
        self.pick(format!("{change} mod sidste år"), format!("{change} on last year"))
    }

    /// What the words of each kind of requirement begin with, as they can be typed.
    pub fn requirement_openings(self) -> [&'static str; 11] {
        self.pick(
            [
                "Højst ",
                "Mindst ",
                "Under ",
                "Over ",
                "Mellem ",
                "Uændret i forhold til ",
                "Senest ",
                "Skal være gennemført",
                "Vurderes",
                "Bedømmes",
                "Alle 2 dele",
            ],
            [
                "At most ",
                "At least ",
                "Below ",
                "Above ",
                "Between ",
                "Unchanged from ",
                "By ",
                "To be done",
                "Judged",
                "Rated",
                "All 2 parts",
            ],
        )
    }

    /// `Aftalen giver 94.000,00 kr. af 100.000,00 kr.`
    pub fn pots_tried(self, paid: &str, full: &str) -> String {
        self.pick(format!("Aftalen giver {paid} af {full}"), format!("The agreement gives {paid} of {full}"))
    }

    /// `Point for Basisramme, højst 60`
    pub fn points_for(self, pot: &str, most: Decimal) -> String {
        let most = self.number(most);
        self.pick(format!("Point for {pot}, højst {most}"), format!("Points for {pot}, at most {most}"))
    }

    /// `Tilføj: betingelse`
    pub fn add_item(self, name: &str) -> String {
        let name = name.to_lowercase();
        self.pick(format!("Tilføj: {name}"), format!("Add: {name}"))
    }

    /// The identifier that assessments name the contract by.
    pub fn contract_id(self, id: &str) -> String {
        self.pick(
            format!("Kontraktens id er {id}. Vurderinger og andre kontrakter henviser til det."),
            format!("The contract’s id is {id}. Assessments and other contracts refer to it."),
        )
    }

    /// `3 fundet`.
    pub fn found_in_list(self, count: usize) -> String {
        let count = self.count(count);
        self.pick(format!("{count} fundet"), format!("{count} found"))
    }

    /// The button that sets the total to the sum of the weights.
    pub fn set_total(self, sum: Decimal) -> String {
        let sum = self.number(sum);
        self.pick(format!("Sæt point i alt til {sum}"), format!("Set the total to {sum} points"))
    }

    /// The button that shares out what the weights lack of the total, or takes off what they have beyond it.
    pub fn share_out(self, missing: Decimal) -> String {
        let points = self.number(missing.abs());
        if missing < Decimal::ZERO {
            return self.pick(
                format!("Træk {points} point fra målenes vægte"),
                format!("Take {points} points off the weights"),
            );
        }
        self.pick(
            format!("Fordel {points} point på målene"),
            format!("Share {points} points out to the goals"),
        )
    }

    /// The button that sets the individual points to the sum of the areas' weights.
    pub fn set_individual(self, sum: Decimal) -> String {
        let sum = self.number(sum);
        self.pick(
            format!("Sæt de individuelle point til {sum}"),
            format!("Set the individual points to {sum}"),
        )
    }

    /// Above a locked contract.
    pub fn locked_on(self, day: Date) -> String {
        let day = self.date(day);
        self.pick(
            format!("Kontrakten er låst den {day} og kan ikke rettes. Det, der ændres nu, er en allonge."),
            format!(
                "The contract was locked on {day} and cannot be edited. What changes now is an addendum."
            ),
        )
    }

    /// How many findings there are before the contract is locked.
    pub fn findings_before_lock(self, count: usize) -> String {
        let said = format!("{} {}", self.count(count), self.findings_noun(count));
        self.pick(format!("{said} står tilbage."), format!("{said} remain."))
    }

    /// How many fields are not in the file.
    pub fn not_in_file(self, count: usize) -> String {
        let said = self.count(count);
        match (self.lang, count) {
            (Lang::Da, 1) => {
                "Et felt er ikke færdigt og kommer ikke med i filen. Kladden i browseren har det.".to_owned()
            }
            (Lang::Da, _) => format!(
                "{said} felter er ikke færdige og kommer ikke med i filen. Kladden i browseren har dem."
            ),
            (Lang::En, 1) => {
                "One field is unfinished and does not come into the file. The draft in the browser has it."
                    .to_owned()
            }
            (Lang::En, _) => format!(
                "{said} fields are unfinished and do not come into the file. The draft in the browser has them."
            ),
        }
    }
}
