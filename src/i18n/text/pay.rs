//! Texts of the chain from points to pay.

use crate::domain::number::Decimal;
use crate::i18n::Words;

texts! {
    /// Texts of the resultatløn.
    PayText {
        NoAgreement: "Kontrakten har ingen resultatlønaftale.", "The contract has no agreement on performance pay.";
        Institution: "Institutionens point", "The institution's points";
        Individual: "Individuelle resultatområder", "Individual areas";
        Overall: "Samlet vurdering", "Overall judgement";
        OneByOne: "Hvert område for sig", "Each area by itself";
        Together: "Områderne vurderes samlet; status på hvert af dem er til orientering. Er et område delvis opfyldt, så svar ikke ja eller nej, men skriv hvor langt.", "The areas are judged together; the status of each is for information. Where an area is met in part, answer neither yes nor no, but write how far.";
        PayPoints: "Resultatlønpoint", "Performance pay points";
        Base: "Lønrammeløn og varige tillæg", "Base pay and permanent supplements";
        BaseNote: "Uden topchefstillæg.", "Without the top-manager supplement.";
        NotPensionable: "Resultatlønnen er ikke pensionsgivende.", "Performance pay is not pensionable.";
        Pensionable: "Resultatlønnen er pensionsgivende.", "Performance pay is pensionable.";
        AddLine: "Tilføj post", "Add item";
        Full: "Fuldt tillæg", "Full supplement";
        MaxPercent: "Højeste procent", "Maximum percent";
        Earned: "Optjent", "Earned";
        Adjustment: "Regulering", "Adjustment";
        AddAdjustment: "Tilføj nedsættelse eller forhøjelse", "Add a reduction or an increase";
        RemoveAdjustment: "Fjern reguleringen", "Remove the adjustment";
        Reduction: "Nedsættelse", "Reduction";
        Increase: "Forhøjelse", "Increase";
        InPercent: "i procent", "in percent";
        InKroner: "i kroner", "in kroner";
        Measure: "Regnes", "Counted";
        By: "Med", "By";
        None: "ingen", "none";
        Leaving: "Fratrædelse", "Leaving";
        LeavingOn: "Sidste tjenestedag", "Last day of service";
        LeavingHint: "Udfyldes kun ved fratrædelse i lønperioden", "Only filled in when leaving within the pay period";
        Breach: "Væsentlig misligholdelse", "Material breach";
        BreachHint: "Udfyldes kun ved misligholdelse: så udbetales intet", "Only filled in after a breach: then nothing is paid";
        BreachPays: "Ved væsentlig misligholdelse udbetales intet", "After a material breach nothing is paid";
        AfterAdjustment: "Efter regulering", "After adjustment";
        Payable: "Til udbetaling", "Payable";
        Holiday: "Særlig feriegodtgørelse", "Special holiday allowance";
        HolidayPercent: "Procent til feriegodtgørelse", "Percent for the holiday allowance";
        Pension: "Pensionsbidrag", "Pension contribution";
        PensionPercent: "Procent til pension", "Percent for the pension";
        WithPension: "Med pension", "With pension";
        Regulation: "Reguleringsprocent", "Regulation percent";
        Factor: "Faktor", "Factor";
        Pots: "Puljer og trin", "Pots and stages";
        OnlyPot: "Resultatløn", "Performance pay";
        Fraction: "Andel", "Fraction";
        Gate: "Betingelse", "Condition";
        Curve: "Tabel", "Table";
        Cap: "Loft", "Cap";
        Holds: "gælder", "applies";
        HoldsNot: "gælder ikke", "does not apply";
        EarnedTogether: "Optjent i alt", "Earned in all";
        RegulationHint: "Fra aftalens lønniveau til i dag; 0, hvis niveauet er uændret", "From the agreement's pay level to today; 0 where the level is the same";
        ToPercent: "til en procent af det fulde tillæg", "to a percent of the full supplement";
        AreasHeading: "Aftalens resultatområder", "The agreement's areas";
        Area: "Område", "Area";
        Requirement: "Krav", "Target";
        WorthHeading: "Hvad hvert mål er værd", "What each goal is worth";
        Goal: "Mål", "Goal";
        FullPoints: "Point", "Points";
        FullKroner: "Kroner", "Kroner";
        StillOpen: "Heraf åbent", "Of which open";
        PerPointNote: "Ved fuld opfyldelse, før regulering, fratrædelse og misligholdelse.", "At full fulfilment, before adjustment, leaving and breach.";
        PerGoalNote: "Kroner, som mangler, hvis dette mål alene ikke giver noget; åbent er, hvad det højst kan koste, som alt står nu. Før regulering, fratrædelse og misligholdelse.", "Kroner that are missing where this goal alone gives nothing; open is the most that it can cost as all stands now. Before adjustment, leaving and breach.";
        FirstLine: "Lønrammeløn", "Base pay";
        Chain: "Fra point til udbetaling", "From points to pay";
        SignHint: "Minus sætter ned, plus sætter op, som −10", "Minus reduces, plus increases, as in −10";
    }
}

/// `700 × (495–895) / 1.000`.
pub fn institution_formula(points: &str, total: &str, max: &str) -> String {
    format!("{max} × {points} / {total}")
}

impl Words {
    /// `Resultatlønpoint, højst`: the most that can be reached of something.
    pub fn most_of(self, name: &str) -> String {
        self.pick(format!("{name}, højst"), format!("{name}, at most"))
    }

    /// `(346,50–626,50) + 240,00 af 1.000 = 0,5865–0,8665`.
    pub fn points_formula(self, institution: &str, individual: &str, of: &str, fraction: &str) -> String {
        let sum = format!("{institution} + {individual}");
        self.pick(format!("{sum} af {of} = {fraction}"), format!("{sum} of {of} = {fraction}"))
    }

    /// `Ventet: 72,10 %, 98.765,43 kr. til udbetaling, hvis målinger og forventninger holder.`
    pub fn expected_chain(self, percent: &str, payable: Option<&str>) -> String {
        let payable = payable
            .map(|payable| self.pick(format!(", {payable} til udbetaling"), format!(", {payable} payable")));
        let payable = payable.unwrap_or_default();
        self.pick(
            format!("Ventet: {percent}{payable}, hvis målinger og forventninger holder."),
            format!("Expected: {percent}{payable}, if readings and forecasts hold."),
        )
    }

    /// `181 / 365 dage`.
    pub fn days_served(self, served: i64, of: i64) -> String {
        self.pick(format!("{served} / {of} dage"), format!("{served} / {of} days"))
    }

    /// `Post 2`, the name of a line's fields.
    pub fn base_line(self, number: usize) -> String {
        self.pick(format!("Post {number}"), format!("Item {number}"))
    }

    /// `til 90 % af det fulde tillæg`: a decided percent.
    pub fn to_percent(self, percent: Decimal) -> String {
        let percent = self.percent(percent);
        self.pick(
            format!("til {percent} af det fulde tillæg"),
            format!("to {percent} of the full supplement"),
        )
    }
}
